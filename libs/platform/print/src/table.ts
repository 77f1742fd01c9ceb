import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { linesOf, openPdf, printLine, type Line } from './fonts.js';

export interface PrintColumn {
  title: string;
  /** Of the printed width, in parts of all columns' sum. */
  width: number;
  align?: 'right';
}

/** What stands in a row: one text for each column; several paragraphs where it is a list. */
export type PrintRow = readonly (string | readonly string[])[];

export interface PrintedTable {
  title: string;
  /** Lines below the title. */
  about: readonly string[];
  columns: readonly PrintColumn[];
  /** When what it shows was last true: the same rows give the same bytes. */
  madeAt: Date;
}

const margin = 40;
const size = 8.5;
const leading = size * 1.4;
const gap = 6;
const ink = '#1f2937';
const faint = '#6b7280';

/**
 * A table on A4 pages, its head on each of them, every text in the fonts of its scripts. Pages go out as they are full: no
 * more than one is held.
 */
export function tablePdf(table: PrintedTable, rows: AsyncIterable<PrintRow> | Iterable<PrintRow>): Readable {
  return Readable.from(pagesOf(table, rows), { objectMode: false });
}

async function* pagesOf(
  table: PrintedTable,
  rows: AsyncIterable<PrintRow> | Iterable<PrintRow>,
): AsyncGenerator<Buffer> {
  const pdf = await openPdf({
    ...{ size: 'A4', margin, autoFirstPage: false },
    info: {
      ...{ Title: table.title, Producer: 'ODOP Bazaar', Creator: 'ODOP Bazaar' },
      ...{ CreationDate: table.madeAt, ModDate: table.madeAt },
    },
  });
  const page = new Page(pdf, table);
  page.turn();
  page.head();
  for await (const row of rows) {
    const turned = page.row(row);
    const written = pdf.read() as Buffer | null;
    if (written !== null) yield written;
    // Shaping letters takes its time: others get their turn with each page.
    if (turned) await setImmediate();
  }
  pdf.end();
  for await (const rest of pdf) yield rest as Buffer;
}

/** Where on which page the table has come to. */
class Page {
  private number = 0;
  private y = margin;
  private readonly columns: readonly { x: number; width: number; right: boolean; title: string }[];

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly table: PrintedTable,
  ) {
    const parts = table.columns.reduce((sum, column) => sum + column.width, 0);
    const printed = 595.28 - 2 * margin - gap * (table.columns.length - 1);
    let x = margin;
    this.columns = table.columns.map(({ title, width: part, align }) => {
      const width = (printed * part) / parts;
      const column = { x, width, right: align === 'right', title };
      x += width + gap;
      return column;
    });
  }

  turn(): void {
    this.pdf.addPage();
    this.number += 1;
    this.y = margin;
    const foot = linesOf(this.pdf, 8, `${this.table.title} \u2022 ${this.number}`, this.width)[0];
    this.pdf.fillColor(faint);
    if (foot) printLine(this.pdf, 8, foot, margin, this.pdf.page.height - margin - 10);
  }

  head(): void {
    this.paragraph(this.table.title, 14, ink);
    for (const line of this.table.about) this.paragraph(line, 10, faint);
    this.y += 8;
    this.titles();
  }

  /** @returns whether it began a new page */
  row(row: PrintRow): boolean {
    const cells = this.columns.map((column, i) => {
      const cell = row[i] ?? '';
      return (typeof cell === 'string' ? [cell] : cell).flatMap((text) => linesOf(this.pdf, size, text, column.width));
    });
    const height = Math.max(...cells.map((lines) => lines.length)) * leading + 4;
    const isFull = this.y + height > this.pdf.page.height - margin - 16;
    if (isFull) {
      this.turn();
      this.titles();
    }
    this.pdf.fillColor(ink);
    this.print(cells);
    this.y += height;
    return isFull;
  }

  private titles(): void {
    this.pdf.fillColor(faint);
    const cells = this.columns.map((column) => linesOf(this.pdf, size, column.title, column.width));
    this.print(cells);
    this.y += Math.max(...cells.map((lines) => lines.length)) * leading + 4;
  }

  private print(cells: readonly Line[][]): void {
    cells.forEach((lines, i) => {
      const column = this.columns[i]!;
      lines.forEach((line, n) => {
        const x = column.right ? column.x + column.width - line.width : column.x;
        printLine(this.pdf, size, line, x, this.y + n * leading);
      });
    });
  }

  private paragraph(text: string, letters: number, colour: string): void {
    this.pdf.fillColor(colour);
    for (const line of linesOf(this.pdf, letters, text, this.width)) {
      printLine(this.pdf, letters, line, margin, this.y);
      this.y += letters * 1.45;
    }
  }

  private get width(): number {
    return this.pdf.page.width - 2 * margin;
  }
}
