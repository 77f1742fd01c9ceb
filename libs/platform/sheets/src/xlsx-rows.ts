import { StringDecoder } from 'node:string_decoder';
import type { SaxesParser, SaxesTagPlain } from 'saxes';
import { FORMULA, SheetUnreadable, workbookLimits, type SheetLimits, type SheetRow } from './sheet-limits.js';
import { openZip, type Zip } from './zip.js';

/**
 * Rows of the first sheet of an Excel workbook. It is unpacked piece by piece and never held whole but for its shared texts;
 * formulas, styles, macros and links are not looked at.
 * @throws SheetUnreadable
 * @rule S-60
 */
export async function* xlsxRows(content: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const zip = await openZip(content, workbookLimits);
  const sheet = await firstSheet(zip);
  const texts = zip.has('xl/sharedStrings.xml') ? await sharedTexts(zip, limits) : [];
  const reader = new RowReader(await xmlParser(), texts, limits);
  for await (const xml of xmlOf(zip, sheet)) {
    reader.write(xml);
    yield* reader.take();
  }
}

/** The part that holds the workbook's first sheet. */
async function firstSheet(zip: Zip): Promise<string> {
  if (!zip.has('xl/workbook.xml')) throw new SheetUnreadable('it is packed, but no Excel workbook');
  let wanted: string | undefined;
  await everyTag(zip, 'xl/workbook.xml', (tag) => {
    if (tag.name === 'sheet') wanted ??= tag.attributes['r:id'];
  });
  let target: string | undefined;
  await everyTag(zip, 'xl/_rels/workbook.xml.rels', (tag) => {
    if (tag.name === 'Relationship' && tag.attributes['Id'] === wanted) target = tag.attributes['Target'];
  });
  const path = target?.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (target === undefined || !zip.has(path)) throw new SheetUnreadable('the workbook has no sheet');
  return path;
}

/** Texts that cells point to by number; runs of one text are joined, what is spoken of it is left out. */
async function sharedTexts(zip: Zip, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = [];
  let current: string | null = null;
  let inText = false;
  const parser = await xmlParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'si') current = '';
    inText = name === 't';
  });
  parser.on('text', (text) => {
    if (current !== null && inText) current = (current + text).slice(0, limits.cell_chars_max + 1);
  });
  parser.on('closetag', ({ name }) => {
    inText = false;
    if (name === 'si') texts.push(current ?? '');
  });
  for await (const xml of xmlOf(zip, 'xl/sharedStrings.xml')) parser.write(xml);
  return texts;
}

async function everyTag(zip: Zip, part: string, look: (tag: SaxesTagPlain) => void): Promise<void> {
  const parser = await xmlParser();
  parser.on('opentag', look);
  for await (const xml of xmlOf(zip, part)) parser.write(xml);
}

/** Declarations could name files and grow entities: none is taken. */
async function xmlParser(): Promise<SaxesParser> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new SheetUnreadable('its parts declare things of their own');
  });
  parser.on('error', () => {
    throw new SheetUnreadable('a part of the workbook is broken');
  });
  return parser;
}

async function* xmlOf(zip: Zip, part: string): AsyncGenerator<string> {
  const utf8 = new StringDecoder('utf8');
  for await (const chunk of zip.read(part)) yield utf8.write(chunk);
}

/** Collects the cells of rows as their XML comes by. */
class RowReader {
  private done: SheetRow[] = [];
  private row: SheetRow | null = null;
  private column = 0;
  private kind = '';
  private text = '';
  private isFormula = false;
  private reads = false;

  constructor(
    private readonly parser: SaxesParser,
    private readonly texts: readonly string[],
    private readonly limits: SheetLimits,
  ) {
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('text', (text) => {
      if (this.reads) this.text = (this.text + text).slice(0, this.limits.cell_chars_max + 1);
    });
    this.parser.on('closetag', ({ name }) => this.close(name));
  }

  write(xml: string): void {
    this.parser.write(xml);
  }

  take(): SheetRow[] {
    const rows = this.done;
    this.done = [];
    return rows;
  }

  private open({ name, attributes }: SaxesTagPlain): void {
    this.reads = name === 'v' || name === 't';
    if (name === 'row') this.row = { number: Number(attributes['r'] ?? this.nextNumber()), cells: [] };
    if (name === 'f') this.isFormula = true;
    if (name !== 'c' || this.row === null) return;
    this.column = columnOf(attributes['r']) ?? this.row.cells.length;
    if (this.column >= this.limits.columns_max)
      throw new SheetUnreadable(`row ${this.row.number} has more than ${this.limits.columns_max} cells`);
    this.kind = attributes['t'] ?? 'n';
    this.text = '';
    this.isFormula = false;
  }

  private close(name: string): void {
    this.reads = false;
    if (this.row === null) return;
    if (name === 'c') {
      while (this.row.cells.length < this.column) this.row.cells.push('');
      this.row.cells[this.column] = this.isFormula ? FORMULA : this.cell().trim();
    }
    if (name !== 'row') return;
    this.last = this.row.number;
    this.done.push(this.row);
    this.row = null;
  }

  private last = 0;
  private nextNumber(): number {
    return this.last + 1;
  }

  private cell(): string {
    return this.kind === 's' ? (this.texts[Number(this.text)] ?? '') : this.text;
  }
}

/** 'C5' → 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
