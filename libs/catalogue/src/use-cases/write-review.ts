import { Injectable } from '@nestjs/common';
import { PersonsQuery } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import { ReviewCases } from '../data/reviews/review-cases.repository.js';
import { Reviews, type Review } from '../data/reviews/reviews.repository.js';
import { fail } from '../domain/reviews/review.errors.js';
import { RatingChanged, ReviewPublished } from '../domain/reviews/review.events.js';
import { assertOpen, shownName, type ReviewInput } from '../domain/reviews/review.rules.js';
import { isWritten } from '../domain/reviews/review.states.js';
import { suspicionsIn } from '../domain/reviews/suspicions.js';

@Injectable()
export class WriteReview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reviews: Reviews,
    private readonly cases: ReviewCases,
    private readonly persons: PersonsQuery,
  ) {}

  /** The caller's own, for the look-up of the path. @throws review_unknown (404) @rule S-42 */
  find(tx: Tx, reviewId: string): Promise<Review> {
    return this.reviews.lockOwn(tx, reviewId);
  }

  /**
   * A buyer says how goods are that she received, or says it otherwise while her time lasts. Words in which nothing is
   * suspicious are published at once; the others wait for the desk, and nobody reads them meanwhile. So do words of a review
   * that was refused once, or that is reported: writing anew answers no report.
   * @throws review_unknown (404), own_review (403), review_closed, illegal_transition (409)
   * @rule S-56
   */
  run(reviewId: string, said: ReviewInput): Promise<Review> {
    return this.work.run(async (tx) => {
      const before = await this.find(tx, reviewId);
      if (await this.reviews.isOfShop(tx, before.seller_id)) throw fail('own_review');
      assertOpen(before, tx.now);
      const suspicions = suspicionsIn(said.title, said.words);
      const isSuspect = suspicions.length > 0 || before.refused_for !== null;
      const isHeld = isSuspect || (await this.cases.isReported(tx, reviewId, 'review'));
      const { review, isRated } = await this.reviews.move(tx, before, isHeld ? 'hold' : 'publish', {
        ...{ stars: said.stars, title: said.title, words: said.words, language: said.language },
        shown_name: said.showName ? await this.nameOf(before.buyer_id) : null,
        written_at: before.written_at ?? tx.now,
        edited_at: isWritten(before.state) ? tx.now : null,
        told_at: isHeld ? before.told_at : (before.told_at ?? tx.now),
      });
      if (isSuspect) await this.cases.open(tx, review, 'review', { suspicions });
      else await this.cases.voidUnreported(tx, reviewId, 'review');
      const told = { reviewId, listingId: review.listing_id, sellerId: review.seller_id };
      // The maker hears of a new voice, not of each change of mind.
      if (!isHeld && before.told_at === null) {
        tx.emit(ReviewPublished, { ...told, buyerId: review.buyer_id, byDesk: false, isFirst: true });
      }
      if (isRated) tx.emit(RatingChanged, { listingId: review.listing_id, sellerId: review.seller_id });
      return review;
    });
  }

  private async nameOf(personId: string): Promise<string | null> {
    const person = await this.persons.contactOf(personId);
    return person && shownName(person.name);
  }
}
