import { buffer } from 'node:stream/consumers';
import { drawCode } from './code.js';
import { linesOf, openPdf, printLine, type Line } from './fonts.js';
import type { PrintColumn, PrintRow } from './table.js';

/** What stands on an official paper, as data: whoever prints it reads nothing else. Texts may be of any script we print. */
export interface PrintedPaper {
  /** At its head and as its name. Of our own words: it stands in the file's description as it is. */
  title: string;
  number: string;
  /** When what it shows was last true. */
  madeAt: Date;
  /** Drawn by lot: stands in the file, so that its fingerprint confirms nobody's guess of what it says. */
  copy: string;
  /** Sentences below the head that it must bear. */
  remarks: readonly string[];
  facts: readonly Said[];
  /** Who gives and who gets it, beside each other. */
  parties: readonly { label: string; lines: readonly string[] }[];
  columns: readonly PrintColumn[];
  rows: readonly PrintRow[];
  totals: readonly Said[];
  notes: readonly string[];
  /** Codes to scan, with what each is for. */
  codes: readonly Said[];
}
export interface Said {
  label: string;
  text: string;
}

const margin = 40;
const width = 595.28 - 2 * margin;
const small = 8.5;
const gap = 6;
/** A code of many signs is drawn larger, so that it is still read. */
const sideOf = ({ text }: Said): number => (text.length > 300 ? 144 : 92);
const ink = '#1f2937';
const faint = '#6b7280';
const leadingOf = (size: number): number => size * 1.4;

/**
 * An official paper as PDF/A-2b, A4. Every text is tagged and carries what it says beside its letters, so that it is read,
 * searched and copied in the order it is spoken, also where a script writes its letters in another. The same paper is the
 * same bytes.
 * @rule S-61
 */
export async function paperPdf(paper: PrintedPaper): Promise<Buffer> {
  const name = `${paper.title} ${paper.number}`;
  const pdf = await openPdf({
    ...{ size: 'A4', margin, autoFirstPage: false },
    ...{ subset: 'PDF/A-2b', pdfVersion: '1.7', tagged: true, lang: 'en-IN', displayTitle: true },
    info: {
      ...{ Title: name, Producer: 'ODOP Bazaar', Creator: 'ODOP Bazaar', Keywords: `copy ${paper.copy}` },
      CreationDate: paper.madeAt,
    },
  });
  new Sheet(pdf, name).write(paper);
  pdf.end();
  return buffer(pdf);
}

interface Cell {
  lines: Line[];
  x: number;
  width: number;
  right: boolean;
  colour: string;
}

/** Where on which page the paper has come to, and where in its order of reading. */
class Sheet {
  private number = 0;
  private y = margin;
  private readonly story: PDFKit.PDFStructureElement;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly name: string,
  ) {
    this.turn();
    this.story = pdf.struct('Document');
    pdf.addStructure(this.story);
  }

  write(paper: PrintedPaper): void {
    const top = this.y;
    this.codes(paper.codes);
    const sides = paper.codes.map(sideOf);
    const room = width - sides.reduce((sum, side) => sum + side + gap, 0);
    this.paragraph('H1', paper.title, 14, room);
    for (const remark of paper.remarks) this.paragraph('P', remark, 9, room);
    this.y += 4;
    for (const { label, text } of paper.facts) this.paragraph('P', `${label}: ${text}`, 9, room);
    if (paper.codes.length > 0) this.y = Math.max(this.y, top + Math.max(...sides) + 14);
    this.y += 8;
    this.parties(paper.parties);
    this.table(paper.columns, paper.rows);
    this.totals(paper.totals);
    this.y += 4;
    for (const note of paper.notes) this.paragraph('P', note, 9, width);
    this.story.end();
  }

  /** A new page with its foot, which nobody needs to be read aloud. */
  private turn(): void {
    this.pdf.addPage();
    this.number += 1;
    this.y = margin;
    const foot = linesOf(this.pdf, 8, `${this.name} \u2022 ${this.number}`, width)[0];
    if (!foot) return;
    this.pdf.markContent('Artifact', { type: 'Pagination' });
    this.pdf.fillColor(faint);
    printLine(this.pdf, 8, foot, margin, this.pdf.page.height - margin - 10);
    this.pdf.endMarkedContent();
  }

  /** @returns whether it turned */
  private makeRoom(height: number): boolean {
    if (this.y + height <= this.pdf.page.height - margin - 18) return false;
    this.turn();
    return true;
  }

  private codes(codes: PrintedPaper['codes']): void {
    let x = margin + width + gap;
    for (const code of codes) {
      const { label, text } = code;
      const side = sideOf(code);
      x -= side + gap;
      const at = { x, y: this.y, side };
      const drawn = this.pdf.struct('Figure', { alt: label }, [() => drawCode(this.pdf, text, at)]);
      this.story.add(drawn);
      const lines = linesOf(this.pdf, 7, label, side);
      this.add(this.story, 'P', { lines, x, width: side, right: false, colour: faint }, 7, this.y + side + 3);
    }
  }

  private paragraph(tag: 'H1' | 'P', text: string, size: number, room: number): void {
    for (const line of linesOf(this.pdf, size, text, room)) {
      this.makeRoom(leadingOf(size));
      const cell = { lines: [line], x: margin, width: room, right: false, colour: ink };
      this.add(this.story, tag, cell, size, this.y);
      this.y += leadingOf(size);
    }
  }

  private parties(parties: PrintedPaper['parties']): void {
    const room = (width - gap * (parties.length - 1)) / Math.max(1, parties.length);
    const cells = parties.map(({ label, lines }, i) => {
      const x = margin + i * (room + gap);
      const set = (text: string): Line[] => linesOf(this.pdf, 9, text, room);
      const place = { x, width: room, right: false };
      return [
        { ...place, lines: set(label), colour: faint },
        { ...place, lines: lines.flatMap(set), colour: ink },
      ];
    });
    const heights = cells.map((pair) => pair.reduce((sum, { lines }) => sum + lines.length, 0) * leadingOf(9));
    this.makeRoom(Math.max(0, ...heights));
    for (const pair of cells) {
      let y = this.y;
      for (const cell of pair) {
        this.add(this.story, 'P', cell, 9, y);
        y += cell.lines.length * leadingOf(9);
      }
    }
    this.y += Math.max(0, ...heights) + 8;
  }

  private table(columns: readonly PrintColumn[], rows: readonly PrintRow[]): void {
    if (columns.length === 0) return;
    const parts = columns.reduce((sum, column) => sum + column.width, 0);
    let x = margin;
    const places = columns.map(({ width: part, align }) => {
      const place = { x, width: ((width - gap * (columns.length - 1)) * part) / parts, right: align === 'right' };
      x += place.width + gap;
      return place;
    });
    const set = (row: PrintRow, colour: string): Cell[] =>
      places.map((place, i) => {
        const cell = row[i] ?? '';
        const texts = typeof cell === 'string' ? [cell] : cell;
        return { ...place, colour, lines: texts.flatMap((text) => linesOf(this.pdf, small, text, place.width)) };
      });
    const head = set(
      columns.map(({ title }) => title),
      faint,
    );
    const table = this.pdf.struct('Table');
    this.story.add(table);
    this.makeRoom(2 * heightOf(head));
    this.row(table, 'TH', head);
    for (const row of rows) {
      const cells = set(row, ink);
      if (this.makeRoom(heightOf(cells))) this.row(table, 'TH', head);
      this.row(table, 'TD', cells);
    }
    table.end();
    this.y += 4;
  }

  private row(table: PDFKit.PDFStructureElement, tag: 'TH' | 'TD', cells: readonly Cell[]): void {
    const row = this.pdf.struct('TR');
    table.add(row);
    for (const cell of cells) this.add(row, tag, cell, small, this.y);
    row.end();
    this.y += heightOf(cells);
  }

  private totals(totals: readonly Said[]): void {
    const room = width * 0.55;
    for (const { label, text } of totals) {
      const place = { x: margin + width - room, width: room, colour: ink };
      const value = { ...place, lines: linesOf(this.pdf, 9.5, text, room), right: true };
      const wide = Math.max(...value.lines.map((line) => line.width), 0);
      const name = { ...place, lines: linesOf(this.pdf, 9.5, label, room - wide - gap), right: false };
      this.makeRoom(Math.max(name.lines.length, value.lines.length) * leadingOf(9.5));
      for (const cell of [name, value]) this.add(this.story, 'P', cell, 9.5, this.y);
      this.y += Math.max(name.lines.length, value.lines.length) * leadingOf(9.5);
    }
  }

  /** Writes lines as one part of the story. */
  private add(into: PDFKit.PDFStructureElement, tag: string, cell: Cell, size: number, y: number): void {
    const draw = (): void => {
      this.pdf.fillColor(cell.colour);
      cell.lines.forEach((line, n) => {
        const x = cell.right ? cell.x + cell.width - line.width : cell.x;
        this.pdf.markContent('Span', { actual: line.text });
        printLine(this.pdf, size, line, x, y + n * leadingOf(size));
        this.pdf.endMarkedContent();
      });
    };
    const part = this.pdf.struct(tag, {}, [draw]);
    into.add(part);
    part.end();
  }
}

const heightOf = (cells: readonly Cell[]): number =>
  Math.max(...cells.map(({ lines }) => lines.length), 1) * leadingOf(small) + 4;
