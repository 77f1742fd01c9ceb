/** One row of a sheet: its number as a spreadsheet counts, and its cells as text. */
export interface SheetRow {
  number: number;
  cells: string[];
}

/** What a cell reads as that holds a formula: formulas are never computed and never taken. @rule S-60 */
export const FORMULA = '\u0000formula';

/** How large a sheet may be, and what it may unpack to. @rule S-60 */
export interface SheetLimits {
  rows_max: number;
  columns_max: number;
  cell_chars_max: number;
}

/** No file is larger; one that is has lost its way. @rule S-60 */
export const sheetBytes_max = 20 * 1024 * 1024;

/** What a packed file may hold. @rule S-60 */
export interface ZipLimits {
  parts_max: number;
  /** All parts together, unpacked. */
  unpacked_bytes_max: number;
  /** A part that unpacks to more than this many times its size, once it is large, is a bomb. */
  ratio_max: number;
}

export const workbookLimits: ZipLimits = {
  parts_max: 1_000,
  unpacked_bytes_max: 200 * 1024 * 1024,
  ratio_max: 200,
};

/** The file cannot be read at all, whatever its rows say. */
export class SheetUnreadable extends Error {
  constructor(readonly why: string) {
    super(`The file cannot be read: ${why}.`);
  }
}
