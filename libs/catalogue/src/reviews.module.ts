import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '#identity';
import { PolicyModule } from '#policy';
import { SellersModule } from '#sellers';
import { Ratings } from './data/reviews/ratings.repository.js';
import { RatingEntity, ReviewCaseEntity, ReviewEntity, ReviewShownEntity } from './data/reviews/review.entity.js';
import { ReviewCases } from './data/reviews/review-cases.repository.js';
import { ReviewsQuery } from './data/reviews/reviews.query.js';
import { Reviews } from './data/reviews/reviews.repository.js';
import { AnswerReview } from './use-cases/answer-review.js';
import { DecideReviewCase } from './use-cases/decide-review-case.js';
import { InviteReviews } from './use-cases/invite-reviews.js';
import { ReportReview } from './use-cases/report-review.js';
import { WithdrawReview } from './use-cases/withdraw-review.js';
import { WriteReview } from './use-cases/write-review.js';

const spoken = [
  InviteReviews,
  WriteReview,
  WithdrawReview,
  AnswerReview,
  ReportReview,
  DecideReviewCase,
  ReviewCases,
  ReviewsQuery,
];

/** What buyers say of goods, and the stars that come of it. */
@Module({
  imports: [
    TypeOrmModule.forFeature([ReviewEntity, ReviewShownEntity, ReviewCaseEntity, RatingEntity]),
    IdentityModule,
    PolicyModule,
    SellersModule,
  ],
  providers: [...spoken, Reviews, Ratings],
  exports: spoken,
})
export class ReviewsModule {}
