import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { ReportListing, Reports } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, OfNobody, Refuses } from '#platform/http';
import { madeReport, ownReports, reportBody, viewOfOwnReports } from './listing-reports.schema.js';

/** What a signed-in person says against goods in the shop. @rule SM-3 */
@Controller('v1/buyer')
export class BuyerListingReportsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: Reports,
    private readonly reportListing: ReportListing,
  ) {}

  @Post('listings/:id/reports')
  @Does('Say that goods should not be in the shop; their maker never hears who said it')
  @Allow('buyer:order')
  @OfNobody('goods in the shop are for everybody to see')
  @HttpCode(201)
  @Answers(201, madeReport)
  @Refuses('listing_unknown', 'report_waits', 'too_many_reports')
  async report(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reportBody }) body: z.infer<typeof reportBody>,
  ) {
    const { reportId } = await this.reportListing.run(id, body.reason, body.words);
    return { id: reportId };
  }

  @Get('listing-reports')
  @Does('What you reported, newest first, and what was found')
  @Allow('buyer:order')
  @Answers(200, ownReports)
  async mine() {
    return viewOfOwnReports(await this.work.run((tx) => this.reports.mine(tx)));
  }
}
