import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, Limited, Refuses, Of } from '#platform/http';
import {
  ApplicationsQuery,
  ApplyAsSeller,
  AskPayoutCode,
  AttachEvidence,
  evidenceInput,
  SellersQuery,
  SubmitApplication,
  type Evidence,
} from '#sellers';
import {
  application,
  applicationBody,
  applicationList,
  askedOwnCode,
  payoutAccountBody,
  submissionBody,
  viewOfApplication,
  viewOfLine,
} from './applications.schema.js';

@Controller('v1/seller/applications')
@Of(ApplicationsQuery, (applications, tx, id) => applications.own(tx, id))
export class ApplicationsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: SellersQuery,
    private readonly applications: ApplicationsQuery,
    private readonly apply: ApplyAsSeller,
    private readonly attach: AttachEvidence,
    private readonly submit: SubmitApplication,
    private readonly askCode: AskPayoutCode,
  ) {}

  @Post()
  @Does('Apply as a seller; the papers follow one by one')
  @Allow('maker:apply')
  @Answers(201, application)
  @Refuses(
    'application_open',
    'reapply_too_soon',
    'district_unknown',
    'pincode_unknown',
    'pincode_in_other_state',
    'pincode_in_other_district',
  )
  async open(@Body({ schema: applicationBody }) body: z.infer<typeof applicationBody>) {
    const { sellerId } = await this.apply.run(body);
    return created(`/v1/seller/applications/${sellerId}`, await this.view(sellerId));
  }

  @Get()
  @Does('What you have applied for, newest first')
  @Allow('maker:apply')
  @Answers(200, applicationList)
  async mine() {
    const rows = await this.work.run((tx) => this.sellers.ofApplicant(tx));
    return { items: rows.map(viewOfLine) };
  }

  @Get(':id')
  @Does('An application of yours: what is there, what is missing, what happened')
  @Allow('maker:apply')
  @Answers(200, application)
  @Refuses('seller_unknown')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Post(':id/evidence')
  @Does('Add a paper, or put it in the place of the earlier one of its kind')
  @Allow('maker:apply')
  @HttpCode(200)
  @Answers(200, application)
  @Refuses(
    'seller_unknown',
    'evidence_closed',
    'evidence_not_asked',
    'evidence_malformed',
    'evidence_expired',
    'district_unknown',
    'own_code_needed',
    'second_factor_needed',
  )
  async add(@Param('id', { schema: z.uuid() }) id: string, @Body({ schema: evidenceInput }) body: Evidence) {
    await this.attach.run(id, body);
    return this.view(id);
  }

  @Post(':id/payout-account/codes')
  @Limited('codes')
  @HttpCode(202)
  @Allow('maker:apply')
  @Does('In assisted mode: sends the maker a code for the account her money is to go to')
  @Answers(202, askedOwnCode)
  @Refuses('seller_unknown', 'evidence_malformed', 'delegation_not_found', 'too_many_codes')
  askPayoutCode(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: payoutAccountBody }) body: z.infer<typeof payoutAccountBody>,
  ) {
    return this.askCode.run(id, { kind: 'bank_account', ...body });
  }

  @Post(':id/submission')
  @Does('Hand the application in, for the first time or after a correction')
  @Allow('maker:apply')
  @HttpCode(200)
  @Answers(200, application)
  @Refuses('seller_unknown', 'evidence_missing', 'illegal_transition')
  async handIn(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: submissionBody }) body: z.infer<typeof submissionBody>,
  ) {
    await this.submit.run(id, body.consentNotice, body.device);
    return this.view(id);
  }

  private async view(id: string): Promise<z.input<typeof application>> {
    return viewOfApplication(await this.work.run((tx) => this.applications.own(tx, id)));
  }
}
