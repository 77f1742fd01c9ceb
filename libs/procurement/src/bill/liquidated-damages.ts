import { divideHalfUp, type Bp, type Paise } from '#platform/money';
import { assert } from '#platform/kernel';
import { istDay } from '#platform/time';

export interface DelayTerms {
  per_week_bp: Bp;
  cap_bp: Bp;
  week_days: number;
}

/**
 * What a late delivery costs the seller: a share of the delayed value for every begun week, up to a cap.
 *
 * @param delayed_paise value of the delayed pieces, taxes included
 * @param late_days  whole days after the due day; 0 or less: nothing
 * @returns paise, rounded half up
 * @rule
 */
export function liquidatedDamages(delayed_paise: Paise, late_days: number, terms: DelayTerms): Paise {
  assert(delayed_paise >= 0n, 'a delayed value is not negative');
  if (late_days <= 0) return 0n;
  const weeks = Math.ceil(late_days / terms.week_days);
  const rate_bp = Math.min(weeks * terms.per_week_bp, terms.cap_bp);
  return divideHalfUp(delayed_paise * BigInt(rate_bp), 10_000n);
}

/** Whole legal days between the due day and the day of delivery. @rule */
export const lateDays = (dueAt: Date, deliveredAt: Date): number =>
  Math.max(0, (Date.parse(istDay(deliveredAt)) - Date.parse(istDay(dueAt))) / 86_400_000);
