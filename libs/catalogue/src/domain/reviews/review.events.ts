import { z } from 'zod';
import { event } from '#platform/kernel';

const review = z.object({ reviewId: z.uuid(), listingId: z.uuid(), sellerId: z.uuid() });
const ofBuyer = review.extend({ buyerId: z.uuid() });
const toDesk = review.extend({ caseId: z.uuid(), deskId: z.uuid().nullable() });

/** A buyer has goods in hand and may say how they are. @param others further goods of the same delivery */
export const ReviewInvited = event('catalogue.review_invited', ofBuyer.extend({ others: z.int().min(0) }));
/** Everybody can read it. @param byDesk the desk looked at it before @param isFirst it was never read by others before */
export const ReviewPublished = event(
  'catalogue.review_published',
  ofBuyer.extend({ byDesk: z.boolean(), isFirst: z.boolean() }),
);
export const ReviewRefused = event('catalogue.review_refused', ofBuyer);
/** Everybody can read the maker's answer, for the first time. */
export const ReviewAnswered = event('catalogue.review_answered', ofBuyer);
export const ReviewAnswerRefused = event('catalogue.review_answer_refused', review);
/** Words wait for the desk: held before anybody read them, or reported. @param deskId the office that looks */
export const ReviewCaseMade = event('catalogue.review_case_made', toDesk);
/** Nobody decided in time. @param deskId the office above */
export const ReviewCaseEscalated = event('catalogue.review_case_escalated', toDesk);
export const ReviewReportDecided = event('catalogue.review_report_decided', review.extend({ reporterId: z.uuid() }));
/** The stars of goods, and with them of their maker, are others. */
export const RatingChanged = event('catalogue.rating_changed', z.object({ listingId: z.uuid(), sellerId: z.uuid() }));
