import { z } from 'zod';
import { reviewReasons, suspicionKinds, type ReviewCaseLine } from '#catalogue';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';

export const reviewCasesQuery = pageQuery.omit({ count: true });

/** Words of a review, or of the answer to it, that wait for the desk. Who reported them is shown to nobody. */
export const reviewCase = z
  .strictObject({
    id: z.uuid(),
    reviewId: z.uuid(),
    listingId: z.uuid(),
    goods: z.string().describe('title of the goods'),
    seller: z.strictObject({ id: z.uuid(), name: z.string() }),
    about: z.enum(['review', 'answer']),
    suspicions: z.array(z.string()).max(suspicionKinds.length).describe('why it was held; none where it was reported'),
    report: z.strictObject({ reason: z.enum(reviewReasons), words: z.string().nullable() }).nullable(),
    stars: z.int().min(1).max(5).nullable(),
    title: z.string().nullable(),
    words: z.string().nullable(),
    answer: z.string().nullable(),
    madeAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable().describe('then the office above sees it'),
    escalatedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ReviewCase' });

export const reviewCaseDecisionBody = z
  .strictObject({
    refuse: z.boolean().describe('true: the words are hidden, and whoever wrote them may write them anew'),
    answer: freeText(1_000).describe('read by who wrote the words'),
  })
  .meta({ id: 'ReviewCaseDecision' });

export const viewOfReviewCase = (row: ReviewCaseLine): z.input<typeof reviewCase> => ({
  id: row.id,
  reviewId: row.review_id,
  listingId: row.listing_id,
  goods: row.title,
  seller: { id: row.seller_id, name: row.seller_name },
  about: row.about,
  suspicions: row.suspicions,
  report: row.reason === null ? null : { reason: row.reason, words: row.words },
  stars: row.review.stars,
  title: row.review.title,
  words: row.review.words,
  answer: row.review.answer,
  madeAt: row.made_at.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  escalatedAt: row.escalated_at?.toISOString() ?? null,
});
