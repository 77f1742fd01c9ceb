import { fail } from './listing.errors.js';

/** Why somebody thinks that goods should not be in the shop; `ip`: they copy what belongs to others. */
export const reportReasons = [
  'ip',
  'not_as_described',
  'false_origin',
  'not_handmade',
  'unsafe',
  'prohibited',
  'above_mrp',
  'offensive',
  'other',
] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportStates = ['waiting', 'upheld', 'dismissed'] as const;
export type ReportState = (typeof reportStates)[number];

/** What a person has reported so far. */
export interface EarlierReports {
  /** Of these goods, and not decided yet. */
  same: number;
  waiting: number;
  /** In the last 24 hours, decided or not. */
  today: number;
}

/**
 * One open report of a person on goods, and only so many at a time and on a day: a competitor cannot bury a desk.
 * @throws report_waits (409), too_many_reports (429)
 * @rule SM-3
 */
export function assertMayReport(made: EarlierReports, waiting_max: number, day_max: number): void {
  if (made.same > 0) throw fail('report_waits');
  if (made.waiting >= waiting_max || made.today >= day_max) {
    throw fail('too_many_reports', { waiting_max, day_max });
  }
}

/**
 * Whether the incident desk hears that a maker copied again: each of her goods with an upheld report counts once.
 * @param before  such goods before this decision
 * @param after  and with it
 * @rule
 */
export const isRepeatOffence = (before: number, after: number, repeat_at: number): boolean =>
  after > before && after >= repeat_at;
