import { startOfIstDay } from '#platform/time';

/** A month of India's calendar. */
export interface Month {
  from: Date;
  before: Date;
}

/** @param month  `2026-11` @rule */
export const monthOf = (month: string): Month => ({
  from: startOfIstDay(`${month}-01`),
  before: startOfIstDay(`${nextMonth(month)}-01`),
});

/** @param month  `2026-12` */
export function nextMonth(month: string): string {
  const [year, of] = month.split('-').map(Number) as [number, number];
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}
