import { addDays } from './ist.js';

/** The three national holidays, on every office's list each year (month-day). Others are an installation's own list. */
const nationalHolidays: ReadonlySet<string> = new Set(['01-26', '08-15', '10-02']);

/** Days an office does not work besides Saturdays, Sundays and the national holidays, as `YYYY-MM-DD`. */
export type HolidayList = ReadonlySet<string>;

const none: HolidayList = new Set();

/**
 * Whether an office works on a legal day. "Day" in a rule means calendar day unless the rule says working day.
 *
 * @param day  `YYYY-MM-DD`, Asia/Kolkata
 */
export function isWorkingDay(day: string, holidays: HolidayList = none): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !nationalHolidays.has(day.slice(5)) && !holidays.has(day);
}

/**
 * The legal day that is n working days after another.
 *
 * @param n  whole, ≥ 0; 0 answers `day` itself, working or not
 */
export function addWorkingDays(day: string, n: number, holidays: HolidayList = none): string {
  let left = n;
  let at = day;
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays)) left--;
  }
  return at;
}
