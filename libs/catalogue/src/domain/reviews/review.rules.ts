import { z } from 'zod';
import { languages } from '../languages.js';
import { plainText } from '../plain-text.js';
import { fail } from './review.errors.js';
import { suspicionsIn } from './suspicions.js';

export const reviewReasons = [
  'offensive',
  'advertising',
  'personal_data',
  'not_about_goods',
  'untrue',
  'other',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** What a buyer says: stars, and words if she likes. */
export const reviewInput = z
  .strictObject({
    stars: z.int().min(1).max(5),
    title: plainText(100).nullable().default(null),
    words: plainText(3_000).nullable().default(null),
    language: z
      .enum([...languages, 'en'])
      .default('en')
      .describe('the words are written in'),
    showName: z
      .boolean()
      .default(false)
      .describe('true: shown with first name and initial; false: as a buyer of her State'),
  })
  .meta({ id: 'NewReview' });
export type ReviewInput = z.infer<typeof reviewInput>;

/**
 * First name and initial of the last one: enough to sound like a person, too little to find her by.
 * Names are written by those who bear them, so that what does not look like one is not shown.
 * @returns null for what is no name: then she is shown by her State
 * @rule S-56
 */
export function shownName(name: string): string | null {
  const [first, ...others] = name.split(/\s+/u).filter((part) => /\p{L}/u.test(part));
  if (first === undefined) return null;
  const initial = others.at(-1)?.match(/\p{L}\p{M}*/u)?.[0];
  const shown = initial === undefined ? first : `${first} ${initial.toUpperCase()}.`;
  const cut = [...shown].slice(0, 40).join('');
  return nameLike.test(cut) && suspicionsIn(cut).length === 0 ? cut : null;
}

/** Letters with their marks (some scripts join them by invisible signs), and what stands within names. */
const nameLike = /^(?:[\p{L}\p{M}'’. -]|\u200C|\u200D)+$/u;

/** A review is written, and rewritten, until its time is over. @throws review_closed (409) @rule */
export function assertOpen(review: { closes_at: Date }, now: Date): void {
  if (review.closes_at < now) throw fail('review_closed', { until: review.closes_at.toISOString() });
}

/** What a person has reported so far. */
export interface EarlierReviewReports {
  same: number;
  waiting: number;
  today: number;
}

/** @throws review_report_waits (409), too_many_review_reports (429) @rule */
export function assertMayReportReview(made: EarlierReviewReports, waiting_max: number, day_max: number): void {
  if (made.same > 0) throw fail('review_report_waits');
  if (made.waiting >= waiting_max || made.today >= day_max) {
    throw fail('too_many_review_reports', { waiting_max, day_max });
  }
}

/** Voices that are thought to have said "middling" before the first buyer speaks. */
const unheard = 5;

/**
 * What stars count where goods are held against each other, in basis points: the middle while nobody has spoken, and
 * nearer to the true average the more have. One buyer's five stars do not outrank a hundred buyers' four and a half.
 * @rule R-9.3
 */
export const fairRating_bp = ({ reviews, stars_sum }: { reviews: number; stars_sum: number }): number =>
  Math.round(((stars_sum / 5 + unheard / 2) / (reviews + unheard)) * 10_000);
