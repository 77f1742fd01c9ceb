import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { AnswerReview, ownReviewKey, ReviewsQuery } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, pageOf, Pages, Refuses } from '#platform/http';
import {
  reviewAnswer,
  reviewAnswerBody,
  shopReview,
  shopReviewsQuery,
  viewOfAnswer,
  viewOfShopReview,
} from './reviews.schema.js';

/** What buyers say of a shop's goods. @rule */
@Controller('v1/seller/reviews')
@Of(AnswerReview, (answer, tx, id) => answer.find(tx, id))
export class SellerReviewsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly reviews: ReviewsQuery,
    private readonly answerReview: AnswerReview,
  ) {}

  @Get()
  @Does('What buyers say of your goods, newest first')
  @Allow('maker:list')
  @Answers(200, pageOf(shopReview))
  async list(@Query({ schema: shopReviewsQuery }) query: z.infer<typeof shopReviewsQuery>) {
    const request = this.pages.read({ ...query, count: false }, ownReviewKey);
    const rows = await this.work.run((tx) => this.reviews.ofShop(tx, query.unanswered, request));
    return this.pages.of(request, rows, (row) => [row.written_key, row.id], viewOfShopReview);
  }

  @Put(':id/answer')
  @Does('Answer a review, or put your answer otherwise; suspicious words are read by an officer first')
  @Allow('maker:list')
  @Answers(200, reviewAnswer)
  @Refuses('review_unknown')
  async answer(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reviewAnswerBody }) body: z.infer<typeof reviewAnswerBody>,
  ) {
    return { id, answer: viewOfAnswer(await this.answerReview.run(id, body.words))! };
  }
}
