import { fail } from './shop.errors.js';

/** How bad a fault was. @rule */
export const severities = ['mild', 'serious', 'severe', 'grave'] as const;
export type Severity = (typeof severities)[number];

export const measureKinds = ['warning', 'moratorium', 'suspension'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** How a measure ended: found without fault, its time over, an appeal, a heavier measure, exclusion. */
export const outcomes = ['cleared', 'over', 'appeal', 'suspended', 'debarred'] as const;
export type Outcome = (typeof outcomes)[number];

/** A measure that was taken before. */
export interface EarlierMeasure {
  severity: Severity | null;
  occurrence: number;
  ended_at: Date | null;
  outcome: Outcome | null;
}

/** Days of suspension for the first, second and third time. */
export interface Steps {
  first_days: number;
  second_days: number;
  third_days: number;
  third_removes: boolean;
}

/**
 * The how-manieth time this is. An earlier fault of the same level counts while the measure taken for it is not over for
 * longer than the time of repetition, and while it holds; one that an appeal annulled never happened.
 * @param countsUntil  until when a measure that ended then counts
 * @returns 1 for the first time
 * @rule
 */
export function occurrenceOf(
  severity: Severity,
  earlier: readonly EarlierMeasure[],
  now: Date,
  countsUntil: (ended: Date) => Date,
): number {
  const counting = earlier.filter(
    (one) =>
      one.severity === severity &&
      one.outcome !== 'appeal' &&
      (one.ended_at === null || countsUntil(one.ended_at) >= now),
  );
  return Math.max(0, ...counting.map((one) => one.occurrence)) + 1;
}

/** Days of suspension; 0 is a warning. @rule */
export function suspensionDays(steps: Steps, occurrence: number): number {
  if (occurrence === 1) return steps.first_days;
  return occurrence === 2 ? steps.second_days : steps.third_days;
}

/**
 * Who is excluded for good: suspended for a grave fault for the third time. Another officer than the one who suspended her
 * decides.
 * @throws debarment_not_due (422), own_decision (403)
 * @rule SM-1 S-28
 */
export function assertMayDebar(
  measure: { severity: Severity | null; occurrence: number; decided_by: string | null },
  steps: Steps,
  officerId: string | null,
): void {
  if (!steps.third_removes || measure.occurrence < 3) {
    throw fail('debarment_not_due', { severity: measure.severity ?? 'none', occurrence: measure.occurrence });
  }
  assertOther(measure.decided_by, officerId);
}

/** Nobody is excluded for what she may be right about. @throws appeal_waits (409) @rule */
export function assertNoneWaits(appeals: readonly { decided_at: Date | null }[]): void {
  if (appeals.some((appeal) => appeal.decided_at === null)) throw fail('appeal_waits');
}

/** @throws own_decision (403) @rule S-28 */
export function assertOther(decidedBy: string | null, officerId: string | null): void {
  if (decidedBy !== null && decidedBy === officerId) throw fail('own_decision');
}

/**
 * One appeal, in time.
 * @param until  last moment of the term
 * @throws appeal_made (409), appeal_too_late (422)
 * @rule
 */
export function assertMayAppeal(made: number, most: number, until: Date, now: Date): void {
  if (made >= most) throw fail('appeal_made');
  if (now > until) throw fail('appeal_too_late', { until: until.toISOString() });
}
