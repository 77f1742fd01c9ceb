import { endOfIstDay, hoursAfter, istDay, minutesAfter, daysAfter } from '#platform/time';
import type { Unit } from './definition.js';

/** Units that count time. */
export type ClockUnit = Extract<Unit, 'seconds' | 'minutes' | 'hours' | 'days' | 'months'>;

/**
 * When a term that begins at `from` is over. Seconds, minutes and hours are exact; days and months end with the legal day,
 * and a month without such a day ends with its last one: a month from 31 January is 28 February.
 *
 * @param amount  ≥ 0, in `unit`
 * @rule
 */
export function termEnd(from: Date, amount: number, unit: ClockUnit): Date {
  switch (unit) {
    case 'seconds':
      return new Date(from.getTime() + amount * 1_000);
    case 'minutes':
      return minutesAfter(from, amount);
    case 'hours':
      return hoursAfter(from, amount);
    case 'days':
      return daysAfter(from, amount);
    case 'months':
      return endOfIstDay(addMonths(istDay(from), amount));
  }
}

/** How long a unit is at least. */
export const unit_ms: Readonly<Record<ClockUnit, number>> = {
  ...{ seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 },
  months: 28 * 86_400_000,
};

function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfTarget = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfTarget))).toISOString().slice(0, 10);
}
