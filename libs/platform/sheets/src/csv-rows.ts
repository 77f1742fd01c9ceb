import { Readable } from 'node:stream';
import { SheetUnreadable, type SheetLimits, type SheetRow } from './sheet-limits.js';

const chunk_bytes = 64 * 1024;
/** What spreadsheets of different countries put between cells. */
const delimiters = [',', ';', '\t'];

/** Rows of a CSV file in UTF-8, with or without a byte-order mark. @throws SheetUnreadable @rule S-60 */
export async function* csvRows(content: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const { parse } = await import('csv-parse');
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(content),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.cell_chars_max * limits.columns_max,
    info: true,
  });
  const source = Readable.from(decoded(content));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let number = 0;
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      number += 1;
      // A leading apostrophe or = is a spreadsheet's; text that begins with = would be computed there.
      yield { number, cells: record.map((cell) => cell.trim()) };
    }
  } catch (error) {
    if (error instanceof SheetUnreadable) throw error;
    throw new SheetUnreadable(`after row ${number} its quotes do not fit, or a row is too long`);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Text in pieces; a piece that is no UTF-8 stops it. */
function* decoded(content: Buffer): Generator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for (let at = 0; at < content.length; at += chunk_bytes) {
      const text = utf8.decode(content.subarray(at, at + chunk_bytes), { stream: true });
      if (text.includes('\u0000')) throw new SheetUnreadable('it is neither CSV nor a workbook');
      if (text !== '') yield text;
    }
    utf8.decode();
  } catch (error) {
    throw error instanceof SheetUnreadable ? error : new SheetUnreadable('its text is not UTF-8');
  }
}

function delimiterOf(content: Buffer): string {
  const [first = ''] = content.subarray(0, 4_096).toString('latin1').split('\n', 1);
  const count = (sign: string): number => first.split(sign).length;
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
