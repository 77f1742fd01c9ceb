import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Idempotent, Of, Refuses, StepUp } from '#platform/http';
import { Comparisons, FreezeComparison, PlaceL1Purchase } from '#procurement';
import { comparisonBody, comparisonView, viewOfComparison } from './comparisons.schema.js';
import { officeContractView, viewForOffice } from './contracts.schema.js';

@Controller('v1/government/comparisons')
@Of(Comparisons, (comparisons, tx, id) => comparisons.find(tx, id))
export class ComparisonsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly comparisons: Comparisons,
    private readonly freezeComparison: FreezeComparison,
    private readonly placeL1Purchase: PlaceL1Purchase,
  ) {}

  /** Compares what is on sale now with an approved demand; the sheet is kept as it is and holds for some days. */
  @Post()
  @Allow('gov:order')
  @Idempotent({ outside: true })
  @Answers(201, comparisonView)
  @Refuses(
    'acts_without_office',
    'acts_not_separate',
    'duties_not_separate',
    'demand_not_found',
    'nothing_to_compare',
    'comparison_too_wide',
    'l1_insufficient_competition',
    'funds_too_small',
    'mode_not_allowed',
    'split_block',
    'illegal_transition',
  )
  async freeze(@Body({ schema: comparisonBody }) body: z.infer<typeof comparisonBody>) {
    const sheet = await this.freezeComparison.run(body.demandId);
    return created(`/v1/government/comparisons/${sheet.id}`, viewOfComparison(sheet));
  }

  @Get(':id')
  @Allow('gov:monitor')
  @Answers(200, comparisonView)
  @Refuses('comparison_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfComparison(await this.work.run((tx) => this.comparisons.find(tx, id)));
  }

  /** Orders from the cheapest offer of the sheet; the contract is issued at once. */
  @Post(':id/purchase')
  @Allow('gov:order')
  @StepUp()
  @Idempotent({ outside: true })
  @Answers(201, officeContractView)
  @Refuses(
    'acts_without_office',
    'acts_not_separate',
    'duties_not_separate',
    'comparison_not_found',
    'l1_sheet_stale',
    'mode_not_allowed',
    'split_block',
    'out_of_stock',
    'illegal_transition',
  )
  async purchase(@Param('id', { schema: z.uuid() }) id: string) {
    const contract = await this.placeL1Purchase.run(id);
    return created(`/v1/government/contracts/${contract.id}`, viewForOffice(contract), contract.version);
  }
}
