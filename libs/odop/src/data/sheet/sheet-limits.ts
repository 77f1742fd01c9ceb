/** One row of a sheet: its number as a spreadsheet counts, and its cells as text. */
export interface SheetRow {
  number: number;
  cells: string[];
}

/** What a cell reads as that holds a formula: formulas are never computed and never taken. @rule S-60 */
export const FORMULA = '\u0000formula';

/** No list is larger; a file that is has lost its way. @rule S-60 */
export const sheetLimits = {
  file_bytes_max: 20 * 1024 * 1024,
  rows_max: 200_000,
  columns_max: 60,
  cell_chars_max: 2_000,
  /** All parts of a workbook together, unpacked. */
  unpacked_bytes_max: 200 * 1024 * 1024,
  parts_max: 1_000,
  /** A part that unpacks to more than this many times its size, once it is large, is no list. */
  ratio_max: 200,
} as const;

/** The file cannot be read at all, whatever its rows say. */
export class SheetUnreadable extends Error {
  constructor(readonly why: string) {
    super(`The file cannot be read: ${why}.`);
  }
}
