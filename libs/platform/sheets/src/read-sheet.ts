import { csvRows } from './csv-rows.js';
import { sheetBytes_max, SheetUnreadable, type SheetLimits, type SheetRow } from './sheet-limits.js';
import { xlsxRows } from './xlsx-rows.js';

/**
 * The rows of a CSV file or of the first sheet of a workbook, one after the other: a row is let go before the next is made.
 * @throws SheetUnreadable
 * @rule S-60
 */
export function sheetRows(content: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow> {
  if (content.length > sheetBytes_max) throw new SheetUnreadable('it is larger than 20 MiB');
  const isZip = content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));
  return bounded(isZip ? xlsxRows(content, limits) : csvRows(content, limits), limits);
}

async function* bounded(rows: AsyncGenerator<SheetRow>, limits: SheetLimits): AsyncGenerator<SheetRow> {
  let seen = 0;
  for await (const row of rows) {
    seen += 1;
    if (seen > limits.rows_max) throw new SheetUnreadable(`it has more than ${limits.rows_max} rows`);
    if (row.cells.length > limits.columns_max)
      throw new SheetUnreadable(`row ${row.number} has more than ${limits.columns_max} cells`);
    if (row.cells.some((cell) => cell !== '')) yield row;
  }
}
