import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { ReviewCases } from '../data/reviews/review-cases.repository.js';
import { Reviews, wordless, type Review } from '../data/reviews/reviews.repository.js';
import { RatingChanged } from '../domain/reviews/review.events.js';
import { isWritten } from '../domain/reviews/review.states.js';

@Injectable()
export class WithdrawReview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reviews: Reviews,
    private readonly cases: ReviewCases,
  ) {}

  /** Its author takes a review back: words, stars and the answer to it are gone for good. @throws review_unknown (404), illegal_transition (409) @rule */
  run(reviewId: string): Promise<void> {
    return this.work.run(async (tx) => this.end(tx, await this.reviews.lockOwn(tx, reviewId), 'withdraw'));
  }

  /** Invitations and refused reviews whose time is over, the longest first, for the sweep. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.reviews.due(tx, limit);
  }

  /** Nobody wrote, or wrote anew, in time. Looked at again under its lock. @rule */
  lapse(reviewId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const review = await this.reviews.lock(tx, reviewId);
      if (review.due_at !== null && review.due_at <= tx.now) await this.end(tx, review, 'lapse');
    });
  }

  /**
   * A person is forgotten. Stars that count go on counting, by nobody; her words, her name and the maker's answer to them
   * go; what nobody read is gone altogether, and so is what she said against the words of others.
   * @rule S-66
   */
  forget(personId: string): Promise<void> {
    return this.work.run(async (tx) => {
      for (const review of await this.reviews.lockOfPerson(tx, personId)) {
        if (review.state === 'published') {
          await this.cases.void(tx, review.id);
          await this.reviews.move(tx, review, 'publish', { ...wordless, stars: review.stars });
        } else if (isWritten(review.state)) await this.end(tx, review, 'withdraw');
        else if (review.state === 'invited') await this.end(tx, review, 'lapse');
      }
      await this.cases.forgetReporter(tx, personId);
    });
  }

  private async end(tx: Tx, before: Review, by: 'withdraw' | 'lapse'): Promise<void> {
    const { isRated } = await this.reviews.move(tx, before, by, wordless);
    await this.cases.void(tx, before.id);
    if (isRated) tx.emit(RatingChanged, { listingId: before.listing_id, sellerId: before.seller_id });
  }
}
