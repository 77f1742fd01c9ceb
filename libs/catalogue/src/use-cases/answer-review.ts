import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { ReviewCases } from '../data/reviews/review-cases.repository.js';
import { Reviews, type Review } from '../data/reviews/reviews.repository.js';
import { ReviewAnswered } from '../domain/reviews/review.events.js';
import { suspicionsIn } from '../domain/reviews/suspicions.js';

@Injectable()
export class AnswerReview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reviews: Reviews,
    private readonly cases: ReviewCases,
  ) {}

  /** One of goods of the caller's shop, for the look-up of the path. @throws review_unknown (404) @rule S-42 */
  find(tx: Tx, reviewId: string): Promise<Review> {
    return this.reviews.lockOfShop(tx, reviewId);
  }

  /**
   * The maker says something to a review, once; she may say it otherwise later. Her words are looked at like the buyer's:
   * also those of an answer that was refused once, or is reported.
   * @throws review_unknown (404)
   * @rule S-56
   */
  run(reviewId: string, words: string): Promise<Review> {
    return this.work.run(async (tx) => {
      const before = await this.find(tx, reviewId);
      const suspicions = suspicionsIn(words);
      const isSuspect = suspicions.length > 0 || before.answer_refused_for !== null;
      const isHeld = isSuspect || (await this.cases.isReported(tx, reviewId, 'answer'));
      const review = await this.reviews.answer(tx, reviewId, {
        answer: words,
        answer_state: isHeld ? 'held' : 'published',
        answered_at: tx.now,
        answered_by: tx.actor.personId,
        answer_told_at: isHeld ? before.answer_told_at : (before.answer_told_at ?? tx.now),
      });
      if (isSuspect) await this.cases.open(tx, review, 'answer', { suspicions });
      else await this.cases.voidUnreported(tx, reviewId, 'answer');
      if (!isHeld && before.answer_told_at === null) {
        const { listing_id: listingId, seller_id: sellerId, buyer_id: buyerId } = review;
        tx.emit(ReviewAnswered, { reviewId, listingId, sellerId, buyerId });
      }
      tx.audit({ action: 'catalogue.review_answered', object: { kind: 'review', id: reviewId } });
      return review;
    });
  }
}
