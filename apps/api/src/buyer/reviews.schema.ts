import { z } from 'zod';
import { reviewReasons, reviewStates, type Review } from '#catalogue';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';

export const ownReviewsQuery = pageQuery.omit({ count: true });

/** An invitation, or what the caller wrote. */
export const ownReview = z
  .strictObject({
    id: z.uuid(),
    listingId: z.uuid(),
    bought: z.string().describe('what the goods were called when they were bought'),
    state: z
      .enum(reviewStates.names as [string])
      .describe(
        'invited: not written yet; held: an officer reads it first; refused: see refusedFor, and write it anew',
      ),
    closesAt: z.iso.datetime().describe('until then it can be written, and written anew'),
    stars: z.int().min(1).max(5).nullable(),
    title: z.string().nullable(),
    words: z.string().nullable(),
    language: z.string().nullable(),
    shownName: z.string().nullable(),
    writtenAt: z.iso.datetime().nullable(),
    refusedFor: z.string().nullable(),
    answer: z.strictObject({ words: z.string(), answeredAt: z.iso.datetime() }).nullable(),
  })
  .meta({ id: 'OwnReview' });

export const viewOfOwnReview = (row: Review): z.input<typeof ownReview> => ({
  id: row.id,
  listingId: row.listing_id,
  bought: row.bought_title,
  state: row.state,
  closesAt: row.closes_at.toISOString(),
  stars: row.stars,
  title: row.title,
  words: row.words,
  language: row.language,
  shownName: row.shown_name,
  writtenAt: row.stars === null ? null : (row.written_at?.toISOString() ?? null),
  refusedFor: row.state === 'refused' ? row.refused_for : null,
  answer:
    row.answer_state !== 'published' || row.answer === null || row.answered_at === null
      ? null
      : { words: row.answer, answeredAt: row.answered_at.toISOString() },
});

export const reviewReportBody = z
  .strictObject({
    about: z.enum(['review', 'answer']).default('review'),
    reason: z.enum(reviewReasons),
    words: freeText(1_000).describe('what is wrong with it, for the officer'),
  })
  .meta({ id: 'NewReviewReport' });

export const madeReviewReport = z.strictObject({ id: z.uuid() }).meta({ id: 'MadeReviewReport' });
