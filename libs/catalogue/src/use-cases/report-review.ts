import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { ReviewCases } from '../data/reviews/review-cases.repository.js';
import { Reviews } from '../data/reviews/reviews.repository.js';
import { fail } from '../domain/reviews/review.errors.js';
import { assertMayReportReview, type ReviewReason } from '../domain/reviews/review.rules.js';
import type { CaseAbout } from '../domain/reviews/review.states.js';

@Injectable()
export class ReportReview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reviews: Reviews,
    private readonly cases: ReviewCases,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * A signed-in person, or the maker, says that a review or the answer to it should not be read. It stays until the desk has
   * decided; who reported stays with the desk.
   * @throws review_unknown (404), review_report_waits (409), too_many_review_reports (429)
   * @rule
   */
  run(reviewId: string, about: CaseAbout, reason: ReviewReason, words: string): Promise<{ caseId: string }> {
    return this.work.run(async (tx) => {
      const reporterId = tx.actor.personId;
      assert(reporterId, 'who reports is signed in');
      const review = await seeingAll(tx, () => this.reviews.lock(tx, reviewId));
      const isShown = review.state === 'published' && (about === 'review' || review.answer_state === 'published');
      if (!isShown) throw fail('review_unknown');
      const made = await this.cases.ofReporter(tx, reporterId, reviewId, about);
      const [waiting, day] = [this.policy.at('report.waiting_max', tx.now), this.policy.at('report.day_max', tx.now)];
      assertMayReportReview(made, waiting, day);
      const caseId = await this.cases.open(tx, review, about, { reporterId, reason, words });
      tx.audit({ action: 'catalogue.review_reported', object: { kind: 'review', id: reviewId } });
      return { caseId };
    });
  }
}
