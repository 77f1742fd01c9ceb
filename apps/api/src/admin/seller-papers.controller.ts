import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import { DecidePayoutAccount, DecideRenewal, PaperDeskQuery, paperDeskKey } from '#sellers';
import {
  accountDecisionBody,
  decisionBody,
  paperDeskQuery,
  paperLine,
  viewOfPaperLine,
  viewOfWaiting,
  waitingPapers,
} from './seller-conduct.schema.js';

/** Papers of shops at work that wait for the officer of their desk: renewed ones, and payout accounts. @rule S-42 */
@Controller('v1/admin/seller-papers')
@Of(PaperDeskQuery, (papers, tx, id) => papers.one(tx, id))
export class SellerPapersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly papers: PaperDeskQuery,
    private readonly decideRenewal: DecideRenewal,
    private readonly decideAccount: DecidePayoutAccount,
  ) {}

  @Get()
  @Does('What waits on your desk, the longest waiting first')
  @Allow('district:review-sellers')
  @Answers(200, pageOf(paperLine))
  async onDesk(@Query({ schema: paperDeskQuery }) query: z.infer<typeof paperDeskQuery>) {
    const request = this.pages.read({ ...query, count: false }, paperDeskKey);
    const rows = await this.work.run((tx) => this.papers.onDesk(tx, request));
    return this.pages.of(request, rows, (row) => [row.since_key, row.id], viewOfPaperLine);
  }

  @Get(':id')
  @Does('What waits of one seller, with its numbers; that you looked is recorded')
  @Allow('district:review-sellers')
  @Answers(200, waitingPapers)
  @Refuses('seller_unknown')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Post(':id/renewals/:renewalId/decision')
  @Does('Accept a renewed paper you compared with the original, or refuse it')
  @Allow('district:review-sellers')
  @HttpCode(200)
  @Answers(200, waitingPapers)
  @Refuses('seller_unknown', 'renewal_unknown', 'own_application', 'evidence_expired', 'evidence_used_elsewhere')
  async renewal(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('renewalId', { schema: z.uuid() }) renewalId: string,
    @Body({ schema: decisionBody }) body: z.infer<typeof decisionBody>,
  ) {
    await this.decideRenewal.run(id, renewalId, body.accept, body.reason);
    return this.view(id);
  }

  @Post(':id/payout-account/decision')
  @Does('Say whether payouts go to an account whose name the bank writes differently')
  @Allow('district:review-sellers')
  @StepUp()
  @HttpCode(200)
  @Answers(200, waitingPapers)
  @Refuses('seller_unknown', 'payout_account_not_waiting', 'own_application', 'evidence_used_elsewhere')
  async account(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: accountDecisionBody }) body: z.infer<typeof accountDecisionBody>,
  ) {
    await this.decideAccount.run(id, body.paperId, body.accept, body.reason);
    return this.view(id);
  }

  private async view(id: string): Promise<z.input<typeof waitingPapers>> {
    return viewOfWaiting(await this.work.run((tx) => this.papers.one(tx, id)));
  }
}
