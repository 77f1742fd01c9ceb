/** India has one zone and no daylight saving: UTC + 5 h 30 min, so plain arithmetic is exact. */
const ist_ms = 5.5 * 3_600_000;
const day_ms = 86_400_000;

/** The legal day of an instant, `YYYY-MM-DD` in Asia/Kolkata. */
export const istDay = (at: Date): string => new Date(at.getTime() + ist_ms).toISOString().slice(0, 10);

/** The first instant of a legal day. */
export const startOfIstDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - ist_ms);

/** The last second of a legal day: 23:59:59 IST. */
export const endOfIstDay = (day: string): Date => new Date(startOfIstDay(day).getTime() + day_ms - 1_000);

/** `day` + n calendar days. */
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * day_ms).toISOString().slice(0, 10);

/** "N days after D" expires at 23:59:59 IST on day D + N. @rule */
export const daysAfter = (at: Date, days: number): Date => endOfIstDay(addDays(istDay(at), days));

/** "N hours" is exact elapsed time. @rule */
export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** The financial year of an instant, 1 April to 31 March, written `2026-27`. @rule */
export function financialYear(at: Date): string {
  const [year, month] = istDay(at).split('-').map(Number) as [number, number, number];
  const start = month >= 4 ? year : year - 1;
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
}
