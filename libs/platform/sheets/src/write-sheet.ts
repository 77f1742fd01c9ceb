import { Readable } from 'node:stream';
import { guardedCell } from './guard.js';

/** What goes into a cell: text is guarded against being computed, a number is one. */
export type OutCell = string | number;
export type OutRow = readonly OutCell[];

export const sheetTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type SheetType = keyof typeof sheetTypes;

const safe = (cell: OutCell): OutCell => (typeof cell === 'string' ? guardedCell(cell) : cell);

/**
 * Rows as CSV in UTF-8, written as they come: no more than a few rows are held.
 * @param bom  begin with a byte-order mark, by which Excel knows the text as UTF-8
 * @rule S-59
 */
export async function csvOf(rows: AsyncIterable<OutRow> | Iterable<OutRow>, bom: boolean): Promise<Readable> {
  const { stringify } = await import('csv-stringify');
  const writer = stringify({ bom, record_delimiter: 'windows' });
  const source = Readable.from(guarded(rows));
  source.on('error', (error) => writer.destroy(error));
  writer.on('close', () => source.destroy());
  return source.pipe(writer);
}

async function* guarded(rows: AsyncIterable<OutRow> | Iterable<OutRow>): AsyncGenerator<OutCell[]> {
  for await (const row of rows) yield row.map(safe);
}

/** Rows as an Excel workbook of one sheet; it is held whole, so its writer bounds the rows. @rule S-59 */
export async function xlsxOf(rows: AsyncIterable<OutRow> | Iterable<OutRow>, name: string): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const cells: { value: OutCell; type: StringConstructor | NumberConstructor }[][] = [];
  for await (const row of rows)
    cells.push(row.map((cell) => ({ value: safe(cell), type: typeof cell === 'number' ? Number : String })));
  return writeXlsxFile(cells, { sheet: name }).toBuffer();
}
