import { z } from 'zod';
import { answerStates, plainText, type ShopReview } from '#catalogue';
import { pageQuery, queryBoolean } from '#platform/http';

export const shopReviewsQuery = pageQuery
  .omit({ count: true })
  .extend({ unanswered: queryBoolean().default(false).describe('only those without an answer') });

const answer = z
  .strictObject({
    words: z.string(),
    state: z.enum(answerStates).describe('held: an officer reads it first; refused: see refusedFor, and write it anew'),
    refusedFor: z.string().nullable(),
    answeredAt: z.iso.datetime(),
  })
  .meta({ id: 'ReviewAnswer' });

/** A published review of goods of the caller's shop. */
export const shopReview = z
  .strictObject({
    id: z.uuid(),
    listingId: z.uuid(),
    goods: z.string().describe('title of the goods'),
    stars: z.int().min(1).max(5),
    title: z.string().nullable(),
    words: z.string().nullable(),
    by: z.string().nullable().describe('as everybody reads it: first name and initial, or nobody'),
    writtenAt: z.iso.datetime(),
    answer: answer.nullable(),
  })
  .meta({ id: 'ShopReview' });

export const reviewAnswerBody = z.strictObject({ words: plainText(2_000) }).meta({ id: 'NewReviewAnswer' });
export const reviewAnswer = z.strictObject({ id: z.uuid(), answer }).meta({ id: 'AnsweredReview' });

type Answered = Pick<ShopReview, 'answer' | 'answer_state' | 'answer_refused_for' | 'answered_at'>;

export const viewOfAnswer = (row: Answered): z.input<typeof answer> | null =>
  row.answer === null || row.answer_state === null || row.answered_at === null
    ? null
    : {
        words: row.answer,
        state: row.answer_state,
        refusedFor: row.answer_state === 'refused' ? row.answer_refused_for : null,
        answeredAt: row.answered_at.toISOString(),
      };

export const viewOfShopReview = (row: ShopReview): z.input<typeof shopReview> => ({
  id: row.id,
  listingId: row.listing_id,
  goods: row.listing_title,
  stars: row.stars!,
  title: row.title,
  words: row.words,
  by: row.shown_name,
  writtenAt: row.written_at!.toISOString(),
  answer: viewOfAnswer(row),
});
