import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { DecideReviewCase, reviewCaseKey, ReviewCases } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, pageOf, Pages, Refuses } from '#platform/http';
import { reviewCase, reviewCaseDecisionBody, reviewCasesQuery, viewOfReviewCase } from './reviews.schema.js';

/** Words of buyers and makers that somebody has to read, on the desk of the office of the district of the goods. @rule S-42 */
@Controller('v1/admin/review-cases')
@Of(DecideReviewCase, (decide, tx, id) => decide.find(tx, id))
export class ReviewCasesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly cases: ReviewCases,
    private readonly decideReviewCase: DecideReviewCase,
  ) {}

  @Get()
  @Does('Reviews and answers that wait for your office, the longest waiting first')
  @Allow('district:review-listings')
  @Answers(200, pageOf(reviewCase))
  async waiting(@Query({ schema: reviewCasesQuery }) query: z.infer<typeof reviewCasesQuery>) {
    const request = this.pages.read({ ...query, count: false }, reviewCaseKey);
    const rows = await this.work.run((tx) => this.cases.onDesk(tx, request));
    return this.pages.of(request, rows, (row) => [row.made_key, row.id], viewOfReviewCase);
  }

  @Post(':id/decision')
  @Does('Let words stand, or refuse them: then they are hidden until they are written anew')
  @Allow('district:review-listings')
  @HttpCode(204)
  @Answers(204)
  @Refuses('review_case_unknown', 'review_case_decided', 'own_review_case', 'review_unknown')
  decide(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reviewCaseDecisionBody }) body: z.infer<typeof reviewCaseDecisionBody>,
  ): Promise<void> {
    return this.decideReviewCase.run(id, body.refuse, body.answer);
  }
}
