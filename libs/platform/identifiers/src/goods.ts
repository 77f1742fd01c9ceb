import { faulty, readForm, type Checked } from './checked.js';

/** Chapters of the tariff without goods: 77 is kept free, 99 is for services. */
const emptyChapters = new Set(['00', '77', '99']);

/** Tariff code of goods: 4, 6 or 8 digits. @rule */
export function readHsn(typed: string): Checked<{ chapter: string }> {
  const read = readForm(typed, /^[0-9]+$/, [4, 6, 8]);
  if (!read.ok) return read;
  const chapter = read.value.slice(0, 2);
  return emptyChapters.has(chapter) ? faulty('chapter') : { ...read, chapter };
}

/**
 * Food licence or registration. Whether it has expired is told by the day the maker gives with it.
 * @param year_now  the current year
 * @rule
 */
export function readFssai(
  typed: string,
  year_now: number,
): Checked<{ level: 'licence' | 'registration'; year: number }> {
  const read = readForm(typed, /^[12][0-9]{13}$/, [14]);
  if (!read.ok) return read;
  const year = 2000 + Number(read.value.slice(3, 5));
  if (year > year_now) return faulty('year');
  return { ...read, level: read.value.startsWith('1') ? 'licence' : 'registration', year };
}

/** Application number of a geographical indication. @rule R-4.29b */
export const readGiApplication = (typed: string): Checked => readForm(typed, /^[1-9][0-9]*$/, [1, 2, 3, 4, 5]);
