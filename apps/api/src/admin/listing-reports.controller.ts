import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { DecideReport, reportKey, Reports } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, pageOf, Pages, Refuses } from '#platform/http';
import { listingReport, reportDecisionBody, reportsOnDeskQuery, viewOfReport } from './listing-reports.schema.js';

/** What people say against goods, on the desk of the office of their district. @rule SM-3 S-42 */
@Controller('v1/admin/listing-reports')
@Of(DecideReport, (decide, tx, id) => decide.find(tx, id))
export class ListingReportsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly reports: Reports,
    private readonly decideReport: DecideReport,
  ) {}

  @Get()
  @Does('Reports that wait for your office, the longest waiting first')
  @Allow('district:review-listings')
  @Answers(200, pageOf(listingReport))
  async waiting(@Query({ schema: reportsOnDeskQuery }) query: z.infer<typeof reportsOnDeskQuery>) {
    const request = this.pages.read({ ...query, count: false }, reportKey);
    const rows = await this.work.run((tx) => this.reports.onDesk(tx, query.reason ?? null, request));
    return this.pages.of(request, rows, (row) => [row.made_key, row.id], viewOfReport);
  }

  @Post(':id/decision')
  @Does('Uphold a report, and the goods are taken from the shop until they are put right; or dismiss it')
  @Allow('district:review-listings')
  @HttpCode(204)
  @Answers(204)
  @Refuses('report_unknown', 'report_decided', 'own_report', 'own_goods', 'listing_unknown')
  decide(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reportDecisionBody }) body: z.infer<typeof reportDecisionBody>,
  ): Promise<void> {
    return this.decideReport.run(id, body.uphold, body.answer);
  }
}
