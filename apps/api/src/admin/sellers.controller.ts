import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, pageOf, Pages, Refuses, Of } from '#platform/http';
import { ApplicationsQuery, ApproveSeller, deskKey, RejectSeller, RequestInformation, SellersQuery } from '#sellers';
import { applicationOnDesk, viewOnDesk } from '../seller/applications.schema.js';
import {
  approvalBody,
  asksBody,
  reasonBody,
  sellerOnDesk,
  sellersOnDeskQuery,
  viewOfDeskRow,
} from './sellers.schema.js';

/** The desk of the office that reviews sellers: its own district's, and what was escalated to it. @rule S-42 */
@Controller('v1/admin/sellers')
@Of(ApplicationsQuery, (applications, tx, id) => applications.onDesk(tx, id))
export class AdminSellersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly sellers: SellersQuery,
    private readonly applications: ApplicationsQuery,
    private readonly approveSeller: ApproveSeller,
    private readonly rejectSeller: RejectSeller,
    private readonly requestInformation: RequestInformation,
  ) {}

  @Get()
  @Does('Sellers on your desk in a state, the longest waiting or the nearest deadline first')
  @Allow('district:review-sellers')
  @Answers(200, pageOf(sellerOnDesk))
  async onDesk(@Query({ schema: sellersOnDeskQuery }) query: z.infer<typeof sellersOnDeskQuery>) {
    const request = this.pages.read({ ...query, count: false }, deskKey);
    const rows = await this.work.run((tx) => this.sellers.onDesk(tx, query, request));
    return this.pages.of(request, rows, (row) => [row.since_key, row.id], viewOfDeskRow);
  }

  @Get(':id')
  @Does('An application on your desk with its papers; that you looked is recorded')
  @Allow('district:review-sellers')
  @Answers(200, applicationOnDesk)
  @Refuses('seller_unknown')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Post(':id/approval')
  @Does('Verify the seller')
  @Allow('district:review-sellers')
  @HttpCode(200)
  @Answers(200, applicationOnDesk)
  @Refuses(
    'seller_unknown',
    'illegal_transition',
    'own_application',
    'evidence_unverified',
    'evidence_used_elsewhere',
    'duplicate_confirmed',
  )
  async approve(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: approvalBody }) body: z.infer<typeof approvalBody>,
  ) {
    await this.approveSeller.run(id, body.confirmed);
    return this.view(id);
  }

  @Post(':id/rejection')
  @Does('Refuse the application, with a reason the applicant reads')
  @Allow('district:review-sellers')
  @HttpCode(200)
  @Answers(200, applicationOnDesk)
  @Refuses('seller_unknown', 'illegal_transition', 'own_application')
  async reject(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reasonBody }) body: z.infer<typeof reasonBody>,
  ) {
    await this.rejectSeller.run(id, body.reason);
    return this.view(id);
  }

  @Post(':id/information-request')
  @Does('Send the application back with what is to be corrected')
  @Allow('district:review-sellers')
  @HttpCode(200)
  @Answers(200, applicationOnDesk)
  @Refuses('seller_unknown', 'illegal_transition', 'evidence_not_asked', 'own_application')
  async ask(@Param('id', { schema: z.uuid() }) id: string, @Body({ schema: asksBody }) body: z.infer<typeof asksBody>) {
    await this.requestInformation.run(id, body.asks, body.papers);
    return this.view(id);
  }

  private async view(id: string): Promise<z.input<typeof applicationOnDesk>> {
    return viewOnDesk(await this.work.run((tx) => this.applications.onDesk(tx, id)));
  }
}
