import { faulty, readForm, type Checked } from './checked.js';
import { isCompaniesState, isUdyamState } from './gst-states.js';

/** Registration of a micro, small or medium enterprise. @rule */
export function readUdyam(typed: string): Checked<{ state: string; district: string }> {
  const read = readForm(typed, /^UDYAM-[A-Z]{2}-[0-9]{2}-[0-9]{7}$/, [19]);
  if (!read.ok) return read;
  const [, state, district] = read.value.split('-') as [string, string, string, string];
  return isUdyamState(state) ? { ...read, state, district } : faulty('state');
}

/**
 * Corporate identity number of a company.
 * @param year_now  the current year: a company cannot have been formed later
 * @rule
 */
export function readCin(typed: string, year_now: number): Checked<{ listed: boolean; state: string; year: number }> {
  const read = readForm(
    typed,
    /^[LU][0-9]{5}[A-Z]{2}[0-9]{4}(PLC|PTC|OPC|NPL|FTC|FLC|GOI|SGC|GAP|GAT|ULL|ULT)[0-9]{6}$/,
    [21],
  );
  if (!read.ok) return read;
  const state = read.value.slice(6, 8);
  const year = Number(read.value.slice(8, 12));
  if (!isCompaniesState(state)) return faulty('state');
  if (year > year_now) return faulty('year');
  return { ...read, listed: read.value.startsWith('L'), state, year };
}

/** Recognition as a startup; the platform writes DIPP also where the certificate says DPIIT. @rule R-4.29c */
export const readDpiit = (typed: string): Checked =>
  readForm(
    typed
      .trim()
      .toUpperCase()
      .replace(/^DPIIT/, 'DIPP'),
    /^DIPP[0-9]{1,6}$/,
    [5, 6, 7, 8, 9, 10],
  );

/** Tax deduction number, of buyers who deduct tax. @rule R-4.29f */
export const readTan = (typed: string): Checked => readForm(typed, /^[A-Z]{4}[0-9]{5}[A-Z]$/, [10]);
