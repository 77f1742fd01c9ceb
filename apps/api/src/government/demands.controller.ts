import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  created,
  Idempotent,
  pageOf,
  pageQuery,
  Pages,
  Refuses,
  StepUp,
  withEtag,
  type PageQuery,
  Of,
} from '#platform/http';
import {
  ApproveDemand,
  Demands,
  JustifySplitting,
  LetBlockPass,
  officerOf,
  RaiseDemand,
  ReturnDemand,
  WithdrawDemand,
} from '#procurement';
import {
  demandBody,
  demandView,
  justificationBody,
  newDemand,
  passageBody,
  viewOfDemand,
  whyBody,
} from './demands.schema.js';

/** One step of a demand, by an officer with this permission: the same step twice is one, and the answer is the demand. */
const Moves = (permission: 'gov:demand' | 'gov:approve' | 'gov:let-pass'): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    Allow(permission),
    Idempotent(),
    Answers(200, demandView),
    Refuses('acts_without_office', 'demand_not_found', 'duties_not_separate', 'illegal_transition'),
  );

@Controller('v1/government/demands')
@Of(Demands, (demands, tx, id) => demands.find(tx, id))
export class DemandsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly raiseDemand: RaiseDemand,
    private readonly approveDemand: ApproveDemand,
    private readonly returnDemand: ReturnDemand,
    private readonly justifySplitting: JustifySplitting,
    private readonly letBlockPass: LetBlockPass,
    private readonly withdrawDemand: WithdrawDemand,
    private readonly demands: Demands,
    private readonly pages: Pages,
  ) {}

  /** Says what the office needs, for whom and at what estimate; it then waits for approval. */
  @Post()
  @Allow('gov:demand')
  @Idempotent()
  @Answers(201, demandView)
  @Refuses(
    'acts_without_office',
    'duties_not_separate',
    'consignee_without_role',
    'category_unknown',
    'golden_parameter_unknown',
  )
  async raise(@Body({ schema: demandBody }) body: z.infer<typeof demandBody>) {
    const demand = await this.raiseDemand.run(newDemand(body));
    return created(`/v1/government/demands/${demand.id}`, viewOfDemand(demand), demand.version);
  }

  /** The office's demands, newest first. */
  @Get()
  @Allow('gov:monitor')
  @Answers(200, pageOf(demandView))
  @Refuses('acts_without_office')
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.pages.byId(
      query,
      (page) => this.work.run((tx) => this.demands.page(tx, officerOf(tx).officeId, page)),
      viewOfDemand,
    );
  }

  @Get(':id')
  @Allow('gov:monitor')
  @Answers(200, demandView)
  @Refuses('demand_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    const demand = await this.work.run((tx) => this.demands.find(tx, id));
    return withEtag(demand.version, viewOfDemand(demand));
  }

  /** The competent authority approves; then the payer sets the money aside. */
  @Post(':id/approval')
  @Moves('gov:approve')
  @StepUp()
  @Refuses('acts_not_separate')
  async approve(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfDemand(await this.approveDemand.run(id));
  }

  /** The competent authority does not approve, and says why; the buyer may write the demand anew. */
  @Post(':id/return')
  @Moves('gov:approve')
  @Refuses('acts_not_separate')
  async giveBack(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: whyBody }) body: z.infer<typeof whyBody>,
  ) {
    return viewOfDemand(await this.returnDemand.run(id, body.reason));
  }

  /** A demand that came back is written anew and submitted again. */
  @Post(':id/submission')
  @Moves('gov:demand')
  @Refuses('consignee_without_role', 'category_unknown', 'golden_parameter_unknown')
  async submit(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: demandBody }) body: z.infer<typeof demandBody>,
  ) {
    return viewOfDemand(await this.raiseDemand.again(id, newDemand(body)));
  }

  /** The competent authority writes why orders that add up above the ceiling are no splitting. */
  @Post(':id/justification')
  @Moves('gov:approve')
  @StepUp()
  @Refuses('acts_not_separate')
  async justify(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: justificationBody }) body: z.infer<typeof justificationBody>,
  ) {
    return viewOfDemand(await this.justifySplitting.run(id, body.justification));
  }

  /** The head of department lets a justified demand pass the ceiling of a comparison, as a second person. */
  @Post(':id/passage')
  @Moves('gov:let-pass')
  @StepUp()
  @Refuses('acts_not_separate', 'splitting_not_justified', 'splitting_second_person')
  async letPass(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: passageBody }) body: z.infer<typeof passageBody>,
  ) {
    return viewOfDemand(await this.letBlockPass.run(id, body.reason));
  }

  /** The office needs it no more; possible before a contract. */
  @Post(':id/withdrawal')
  @Moves('gov:demand')
  async withdraw(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: whyBody }) body: z.infer<typeof whyBody>,
  ) {
    return viewOfDemand(await this.withdrawDemand.run(id, body.reason));
  }
}
