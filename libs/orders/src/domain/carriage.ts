import { apportion, sumPaise, type Paise } from '#platform/money';
import { daysAfter } from '#platform/time';
import type { PlannedLine } from './plan-orders.js';

/** What the pieces of a parcel weigh together, grams. */
export const weightOf = (lines: readonly Pick<PlannedLine, 'weight_g' | 'quantity'>[]): number =>
  lines.reduce((sum, line) => sum + line.weight_g * line.quantity, 0);

/** Each line's share of the carriage, by what its pieces cost; the shares add up to it. @rule */
export function freightShares(lines: readonly PlannedLine[], freight_paise: Paise): Paise[] {
  if (freight_paise === 0n) return lines.map(() => 0n);
  const values = lines.map((line) => line.line_paise);
  // Goods that cost nothing are sent too: then the weight divides.
  const weights = sumPaise(values) > 0n ? values : lines.map((line) => BigInt(line.weight_g * line.quantity));
  return apportion(freight_paise, weights);
}

/**
 * By when the shopper has her goods: her maker answers, makes what takes longest, and the parcel travels.
 * @param answeredBy  when the maker's time to answer ends
 * @param days  from hand-over to door
 * @returns the end of that day in India
 */
export function promisedBy(answeredBy: Date, lines: readonly Pick<PlannedLine, 'lead_days'>[], days: number): Date {
  return daysAfter(answeredBy, Math.max(...lines.map((line) => line.lead_days)) + days);
}
