import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unpackedFont } from './unpacked-font.js';

const notoSans = (script: string, letters: RegExp) => ({
  name: script,
  file: `@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-400-normal.woff`,
  letters,
});
const latin = 'latin';

/** Fonts of scripts we can print, and the letters each is used for; names in other scripts stay on the screen. */
const fonts: readonly { name: string; file: string; letters: RegExp | null }[] = [
  {
    name: latin,
    file: '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff',
    letters: /[\u0021-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2212]/,
  },
  { name: 'bold', file: '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff', letters: null },
  // The danda ends sentences in all of them; it, the joiner and the rupee's sign stand in the font of Devanagari.
  notoSans('devanagari', /[\p{Script=Devanagari}\u0964\u0965\u20b9]/u),
  notoSans('bengali', /\p{Script=Bengali}/u),
  notoSans('gurmukhi', /\p{Script=Gurmukhi}/u),
  notoSans('gujarati', /\p{Script=Gujarati}/u),
  notoSans('oriya', /\p{Script=Oriya}/u),
  notoSans('tamil', /\p{Script=Tamil}/u),
  notoSans('telugu', /\p{Script=Telugu}/u),
  notoSans('kannada', /\p{Script=Kannada}/u),
  notoSans('malayalam', /\p{Script=Malayalam}/u),
];
const JOINER = /[\u200c\u200d]/;

/** Fonts that were read, for the documents that follow. */
const unpacked = new Map<string, Buffer>();

/** A document that knows our fonts; they and the printer are loaded when the first is wanted. */
export async function openPdf(options: PDFKit.PDFDocumentOptions): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument(options);
  for (const { name, file } of fonts) pdf.registerFont(name, fontOf(name, file));
  return pdf;
}

function fontOf(name: string, file: string): Buffer {
  const font = unpacked.get(name) ?? unpackedFont(fontPath(file));
  unpacked.set(name, font);
  return font;
}

/** Fonts come with their packages, wherever those were installed. */
function fontPath(file: string): string {
  const [scope, name, ...path] = file.split('/');
  const manifest = createRequire(import.meta.filename).resolve(`${scope}/${name}/package.json`);
  return join(dirname(manifest), ...path);
}

interface Run {
  font: string;
  text: string;
}
/** A piece of one script on its line. */
interface Piece extends Run {
  x: number;
  shaping: PDFKit.Mixins.TextOptions;
}
/** A line of words, each in the fonts of its scripts. */
export interface Line {
  pieces: Piece[];
  width: number;
  /** What it says, as it is read. */
  text: string;
}

/** A word in pieces of one script each, or null when no font of ours has its letters. */
function runsOf(word: string): Run[] | null {
  const runs: Run[] = [];
  for (const sign of word.normalize('NFC')) {
    const last = runs.at(-1);
    const font = JOINER.test(sign) ? last?.font : fonts.find(({ letters }) => letters?.test(sign))?.name;
    if (font === undefined) return null;
    if (last?.font === font) last.text += sign;
    else runs.push({ font, text: sign });
  }
  return runs;
}

/** Whether fonts of ours have all letters of a text. */
export const isPrintable = (text: string): boolean => text.split(/\s+/).every((word) => runsOf(word) !== null);

/** Without the tables that place marks above letters: Gurmukhi's has an entry that the shaper cannot read. */
const plainMarks = { features: { abvm: false, blwm: false, mark: false, mkmk: false } as unknown as [] };

/** How wide a piece is in the font that is set, and how it has to be shaped. */
function measured(pdf: PDFKit.PDFDocument, text: string): { width: number; shaping: PDFKit.Mixins.TextOptions } {
  try {
    return { width: pdf.widthOfString(text), shaping: {} };
  } catch {
    return { width: pdf.widthOfString(text, plainMarks), shaping: plainMarks };
  }
}

/** A text broken into lines of a width, in points; words no font of ours can print are left out. */
export function linesOf(pdf: PDFKit.PDFDocument, size: number, text: string, width: number): Line[] {
  const measure = ({ font, text: piece }: Run) => measured(pdf.font(font).fontSize(size), piece);
  const words = text
    .split(/\s+/)
    .map(runsOf)
    .filter((runs) => runs !== null && runs.length > 0) as Run[][];
  const lines: Line[] = [];
  if (words.length === 0) return lines;
  const space = measure({ font: latin, text: ' ' }).width;
  for (const runs of words) {
    const measuredRuns = runs.map((run) => ({ ...run, ...measure(run) }));
    const wordWidth = measuredRuns.reduce((sum, run) => sum + run.width, 0);
    let line = lines.at(-1);
    if (!line || line.width + space + wordWidth > width) lines.push((line = { pieces: [], width: 0, text: '' }));
    else line.width += space;
    line.text += `${line.text === '' ? '' : ' '}${measuredRuns.map(({ text: piece }) => piece).join('')}`;
    for (const { font, text: piece, width: wide, shaping } of measuredRuns) {
      line.pieces.push({ font, text: piece, x: line.width, shaping });
      line.width += wide;
    }
  }
  return lines;
}

/** Letters of all scripts stand on one line, so far below the top of it. */
const ascent = 1.069;

/** Prints a line with its left end at x, its top at y. */
export function printLine(pdf: PDFKit.PDFDocument, size: number, line: Line, x: number, y: number): void {
  for (const piece of line.pieces) {
    pdf
      .font(piece.font)
      .fontSize(size)
      .text(piece.text, x + piece.x, y + ascent * size, { lineBreak: false, baseline: 'alphabetic', ...piece.shaping });
  }
}
