import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { ownReviewKey, ReportReview, reviewInput, ReviewsQuery, WithdrawReview, WriteReview } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, OfNobody, pageOf, Pages, Refuses } from '#platform/http';
import { madeReviewReport, ownReview, ownReviewsQuery, reviewReportBody, viewOfOwnReview } from './reviews.schema.js';

/** What a shopper says of goods that reached her: once for each line of an order. @rule */
@Controller('v1/buyer/reviews')
@Of(WriteReview, (write, tx, id) => write.find(tx, id))
export class BuyerReviewsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly reviews: ReviewsQuery,
    private readonly writeReview: WriteReview,
    private readonly withdrawReview: WithdrawReview,
    private readonly reportReview: ReportReview,
  ) {}

  @Get()
  @Does('What you may review, and what you wrote, newest first')
  @Allow('buyer:order')
  @Answers(200, pageOf(ownReview))
  async mine(@Query({ schema: ownReviewsQuery }) query: z.infer<typeof ownReviewsQuery>) {
    const request = this.pages.read({ ...query, count: false }, ownReviewKey);
    const rows = await this.work.run((tx) => this.reviews.mine(tx, request));
    return this.pages.of(request, rows, (row) => [row.invited_key, row.id], viewOfOwnReview);
  }

  @Put(':id')
  @Does('Say how goods are that reached you, or say it anew; suspicious words are read by an officer first')
  @Allow('buyer:order')
  @Answers(200, ownReview)
  @Refuses('review_unknown', 'own_review', 'review_closed', 'illegal_transition')
  async write(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reviewInput }) body: z.infer<typeof reviewInput>,
  ) {
    return viewOfOwnReview(await this.writeReview.run(id, body));
  }

  @Delete(':id')
  @Does('Take a review back, for good')
  @Allow('buyer:order')
  @HttpCode(204)
  @Answers(204)
  @Refuses('review_unknown', 'illegal_transition')
  withdraw(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.withdrawReview.run(id);
  }

  @Post(':id/reports')
  @Does('Say that a review, or the answer to it, should not be read; nobody but the desk hears who said it')
  @Allow('buyer:order')
  @OfNobody('published reviews are for everybody to read')
  @HttpCode(201)
  @Answers(201, madeReviewReport)
  @Refuses('review_unknown', 'review_report_waits', 'too_many_review_reports')
  async report(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reviewReportBody }) body: z.infer<typeof reviewReportBody>,
  ) {
    const { caseId } = await this.reportReview.run(id, body.about, body.reason, body.words);
    return { id: caseId };
  }
}
