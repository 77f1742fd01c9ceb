import type { OutCell } from '#platform/sheets';
import { CellUnfit } from './faults.js';

/** How a value is written in a cell, and read from one; what one writes the other reads as the same. @rule S-60 */
export interface Codec {
  /** @param cell  never empty @throws CellUnfit */
  read(cell: string): unknown;
  /** @param value  never null */
  write(value: unknown): OutCell;
}

export const words: Codec = { read: (cell) => cell, write: (value) => String(value) };

const grouped = /^-?\d{1,3}(,\d{2,3})*,\d{3}(\.\d{1,17})?$/;
const plain = /^-?\d{1,15}(\.\d{1,17})?(e[+-]?\d{1,2})?$/i;

/** Spreadsheets write numbers as 120000, 1,20,000 or 1.2E5. */
function numberOf(cell: string): number | null {
  const bare = cell.replace(/^₹\s*/u, '');
  if (grouped.test(bare)) return Number(bare.replaceAll(',', ''));
  return plain.test(bare) ? Number(bare) : null;
}

export const whole: Codec = {
  read(cell) {
    const number = numberOf(cell);
    if (number === null || !Number.isSafeInteger(number)) throw new CellUnfit('number_expected');
    return number;
  },
  write: Number,
};

/** Rupees with up to two decimals; binary fractions of spreadsheets are put right to the paisa. */
export const rupees: Codec = {
  read(cell) {
    const number = numberOf(cell);
    const paise = number === null ? Number.NaN : Math.round(number * 100);
    const isWhole = number !== null && Math.abs(number * 100 - paise) < 1e-4;
    if (!isWhole || !Number.isSafeInteger(paise)) throw new CellUnfit('rupees_expected');
    return { paise, currency: 'INR' };
  },
  write: (value) => (value as { paise: number }).paise / 100,
};

const yes = new Set(['yes', 'y', 'true', '1', 'हाँ', 'हां']);
const no = new Set(['no', 'n', 'false', '0', 'नहीं']);
export const yesNo: Codec = {
  read(cell) {
    const word = cell.toLowerCase().normalize('NFC');
    if (!yes.has(word) && !no.has(word)) throw new CellUnfit('yes_no_expected');
    return yes.has(word);
  },
  write: (value) => (value === true ? 'yes' : 'no'),
};

/** Words of which none holds a blank: `812 8120`. */
export const wordList: Codec = {
  read: (cell) => cell.split(/[\s,;]+/).filter((one) => one !== ''),
  write: (value) => (value as string[]).join(' '),
};

/** A number, words, or yes and no, as a category's question wants it. */
export const answerAs = (kind: 'number' | 'choice' | 'text' | 'yes_no'): Codec => {
  if (kind === 'yes_no') return yesNo;
  if (kind !== 'number') return words;
  return {
    read(cell) {
      const number = numberOf(cell);
      if (number === null) throw new CellUnfit('number_expected');
      return number;
    },
    write: Number,
  };
};

const escaped = (text: string): string => text.replaceAll(/[\\;=]/g, String.raw`\$&`);

/** `a=b; c=d` as rows of words; a backslash before = or ; makes it a sign like any other. */
function tuplesOf(cell: string): string[][] {
  const rows: string[][] = [['']];
  const put = (sign: string): void => {
    const row = rows.at(-1)!;
    row[row.length - 1] += sign;
  };
  for (let at = 0; at < cell.length; at++) {
    const sign = cell[at]!;
    if (sign === '\\' && at + 1 < cell.length) put(cell[(at += 1)]!);
    else if (sign === ';') rows.push(['']);
    else if (sign === '=') rows.at(-1)!.push('');
    else put(sign);
  }
  return rows.map((row) => row.map((word) => word.trim())).filter((row) => row.some((word) => word !== ''));
}

/** A list of small rows in one cell, `size=L; colour=red`. */
export const tuples = <T>(
  least: number,
  form: string,
  read: (row: readonly string[]) => T,
  write: (value: T) => readonly string[],
): Codec => ({
  read: (cell) =>
    tuplesOf(cell).map((row) => {
      if (row.length < least) throw new CellUnfit('list_expected', { form });
      return read(row);
    }),
  write: (value) => (value as T[]).map((one) => write(one).map(escaped).join('=')).join('; '),
});
