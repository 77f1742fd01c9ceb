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
   * them anew. Of two officers at once the first one decides.
   * @param answer  read by who wrote the words, or who reported them
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
        await this.assertOthers(tx, review, one);
        await this.cases.decide(tx, caseId, isRefused ? 'upheld' : 'dismissed', answer);
        await (one.about === 'review'
          ? this.onReview(tx, review, isRefused, answer)
          : this.onAnswer(tx, review, isRefused, answer));
        if (isRefused) await this.cases.void(tx, review.id, one.about === 'review' ? null : 'answer');
        const told = { reviewId: review.id, listingId: review.listing_id, sellerId: review.seller_id };
        if (one.reporter_id !== null) tx.emit(ReviewReportDecided, { ...told, reporterId: one.reporter_id });
      });
    });
  }

  /** Nobody decided in time: the office above sees it. Looked at again under its lock. @rule */
  escalate(caseId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const one = await this.cases.lock(tx, caseId);
      if (one.due_at === null || one.due_at > tx.now) return;
      const { seller_id: sellerId, listing_id: listingId } = await this.reviews.lock(tx, one.review_id);
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

  private async onReview(tx: Tx, before: Review, isRefused: boolean, answer: string): Promise<void> {
    if (!isRefused && before.state !== 'held') return; // reported, and found in order
    const rewriteUntil = this.policy.deadline('review.rewrite_days', tx.now);
    const change = isRefused
      ? { refused_for: answer, closes_at: before.closes_at > rewriteUntil ? before.closes_at : rewriteUntil }
      : {};
    const { isRated } = await this.reviews.move(tx, before, isRefused ? 'refuse' : 'publish', change);
    const { id: reviewId, listing_id: listingId, seller_id: sellerId, buyer_id: buyerId } = before;
    const told = { reviewId, listingId, sellerId, buyerId };
    if (isRefused) tx.emit(ReviewRefused, told);
    else tx.emit(ReviewPublished, { ...told, byDesk: true });
    if (isRated) tx.emit(RatingChanged, { listingId, sellerId });
  }

  private async onAnswer(tx: Tx, before: Review, isRefused: boolean, answer: string): Promise<void> {
    if (!isRefused && before.answer_state !== 'held') return;
    await this.reviews.answer(tx, before.id, {
      answer_state: isRefused ? 'refused' : 'published',
      answer_refused_for: isRefused ? answer : null,
    });
    const { id: reviewId, listing_id: listingId, seller_id: sellerId, buyer_id: buyerId } = before;
    if (isRefused) tx.emit(ReviewAnswerRefused, { reviewId, listingId, sellerId });
    else tx.emit(ReviewAnswered, { reviewId, listingId, sellerId, buyerId });
  }
}
