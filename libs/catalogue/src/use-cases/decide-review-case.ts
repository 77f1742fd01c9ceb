import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { PolicyQuery } from '#policy';
import { ReviewCases, type ReviewCase } from '../data/reviews/review-cases.repository.js';
import { Reviews, type Review } from '../data/reviews/reviews.repository.js';
import { fail } from '../domain/reviews/review.errors.js';
import {
  RatingChanged,
  ReviewAnswered,
  ReviewAnswerRefused,
  ReviewCaseEscalated,
  ReviewPublished,
  ReviewRefused,
  ReviewReportDecided,
} from '../domain/reviews/review.events.js';

@Injectable()
export class DecideReviewCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reviews: Reviews,
    private readonly cases: ReviewCases,
    private readonly policy: PolicyQuery,
  ) {}

  /** One on the desk of the caller's office, for the look-up of the path. @throws review_case_unknown (404) @rule S-42 */
  find(tx: Tx, caseId: string): Promise<ReviewCase> {
    return this.cases.findOnDesk(tx, caseId);
  }

  /**
   * The officer lets words be read, or refuses them: then they are hidden, and whoever wrote them reads why and may write
   * them anew; that answers everybody who reported them. Words that were held are read by others when no case about them
   * waits any more. Of two officers at once the first one decides.
   * @param answer  kept with the case; where words are refused, who wrote them reads it
   * @throws review_case_unknown (404), review_case_decided (409), own_review_case (403)
   * @rule S-28 S-42
   */
  run(caseId: string, isRefused: boolean, answer: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { review_id } = await this.find(tx, caseId);
      await seeingAll(tx, async () => {
        const review = await this.reviews.lock(tx, review_id);
        const one = await this.cases.lock(tx, caseId);
        if (one.state !== 'waiting') throw fail('review_case_decided');
        const waiting = await this.cases.waiting(tx, review.id, one.about);
        const decided = isRefused ? waiting : [one];
        for (const each of decided) await this.assertOthers(tx, review, each);
        for (const each of decided) await this.cases.decide(tx, each.id, isRefused ? 'upheld' : 'dismissed', answer);
        const isOpen = waiting.length > decided.length;
        await (one.about === 'review'
          ? this.onReview(tx, review, isRefused, isOpen, answer)
          : this.onAnswer(tx, review, isRefused, isOpen, answer));
        const told = { reviewId: review.id, listingId: review.listing_id, sellerId: review.seller_id };
        for (const { reporter_id } of decided) {
          if (reporter_id !== null) tx.emit(ReviewReportDecided, { ...told, reporterId: reporter_id });
        }
      });
    });
  }

  /** Nobody decided in time: the office above sees it. Looked at again under its lock. @rule */
  escalate(caseId: string): Promise<void> {
    return this.work.run(async (tx) => {
      // The review first, as whoever writes or decides holds it.
      const review = await this.reviews.lock(tx, await this.cases.reviewOf(tx, caseId));
      const { seller_id: sellerId, listing_id: listingId } = review;
      const one = await this.cases.lock(tx, caseId);
      if (one.due_at === null || one.due_at > tx.now) return;
      await this.cases.escalate(tx, caseId);
      tx.emit(ReviewCaseEscalated, { reviewId: one.review_id, listingId, sellerId, caseId, deskId: one.above_desk_id });
    });
  }

  /** Cases nobody decided in time, the longest first, for the sweep. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.cases.due(tx, limit);
  }

  private async assertOthers(tx: Tx, review: Review, one: ReviewCase): Promise<void> {
    const own = [review.buyer_id, review.answered_by, one.reporter_id].includes(tx.actor.personId);
    if (own || (await this.reviews.isOfShop(tx, review.seller_id))) throw fail('own_review_case');
  }

  private async onReview(tx: Tx, before: Review, isRefused: boolean, isOpen: boolean, answer: string): Promise<void> {
    if (!isRefused && (isOpen || before.state !== 'held')) return; // reported, and found in order
    const rewriteUntil = this.policy.deadline('review.rewrite_days', tx.now);
    const change = isRefused
      ? { refused_for: answer, closes_at: before.closes_at > rewriteUntil ? before.closes_at : rewriteUntil }
      : { told_at: before.told_at ?? tx.now };
    const { isRated } = await this.reviews.move(tx, before, isRefused ? 'refuse' : 'publish', change);
    const { id: reviewId, listing_id: listingId, seller_id: sellerId, buyer_id: buyerId } = before;
    const told = { reviewId, listingId, sellerId, buyerId };
    if (isRefused) tx.emit(ReviewRefused, told);
    else tx.emit(ReviewPublished, { ...told, byDesk: true, isFirst: before.told_at === null });
    if (isRated) tx.emit(RatingChanged, { listingId, sellerId });
  }

  private async onAnswer(tx: Tx, before: Review, isRefused: boolean, isOpen: boolean, answer: string): Promise<void> {
    if (!isRefused && (isOpen || before.answer_state !== 'held')) return;
    const change = isRefused
      ? { answer_state: 'refused' as const, answer_refused_for: answer }
      : { answer_state: 'published' as const, answer_told_at: before.answer_told_at ?? tx.now };
    await this.reviews.answer(tx, before.id, change);
    const { id: reviewId, listing_id: listingId, seller_id: sellerId, buyer_id: buyerId } = before;
    if (isRefused) tx.emit(ReviewAnswerRefused, { reviewId, listingId, sellerId });
    else if (before.answer_told_at === null) tx.emit(ReviewAnswered, { reviewId, listingId, sellerId, buyerId });
  }
}
