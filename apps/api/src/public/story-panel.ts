import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import qrcode from 'qrcode-generator';
import type { StoryCard } from '#odop';
import { storyAddress, storyIn } from './story.schema.js';

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
    letters: /[\u0021-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]/,
  },
  { name: 'bold', file: '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff', letters: null },
  // The danda ends sentences in all of them; it and the joiners stand in the font of Devanagari.
  notoSans('devanagari', /[\p{Script=Devanagari}\u0964\u0965]/u),
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

const ink = '#1f2937';
const faint = '#6b7280';
const margin = 48;
const qr_size = 120;

/**
 * Cards of the ODOP wall to print, one A4 page each: product, place, GI, story, makers, and a QR code that leads to the story.
 * The same cards always give the same bytes, so that caches and readers can compare them.
 * @param batches  cards as they are read: pages are handed on and forgotten before the next batch is asked for
 * @param about  what the wall shows, and when the newest card of it was changed
 * @rule R-7.4b
 */
export async function* panelOf(
  batches: Iterable<readonly StoryCard[]> | AsyncIterable<readonly StoryCard[]>,
  about: { title: string; updated_at: Date },
  lang: string | undefined,
): AsyncGenerator<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    autoFirstPage: false,
    info: {
      Title: about.title,
      Producer: 'ODOP Bazaar',
      Creator: 'ODOP Bazaar',
      CreationDate: about.updated_at,
      ModDate: about.updated_at,
    },
  });
  for (const { name, file } of fonts) pdf.registerFont(name, fontPath(file));
  for await (const cards of batches) {
    for (const card of cards) {
      drawCard(pdf.addPage(), card, lang);
      const written = pdf.read() as Buffer | null;
      if (written !== null) yield written;
    }
  }
  pdf.end();
  for await (const rest of pdf) yield rest as Buffer;
}

function drawCard(pdf: PDFKit.PDFDocument, card: StoryCard, lang: string | undefined): void {
  const width = pdf.page.width - 2 * margin;
  pdf.rect(0, 0, pdf.page.width, 12).fill(card.gi ? '#b45309' : '#0f766e');
  pdf.fillColor(faint);
  write(pdf, 11, `One District One Product \u2022 ${card.district_name}, ${card.state_name}`, 0.6);
  pdf.fillColor(ink).font('bold').fontSize(28).text(printable(card.product), margin, pdf.y, { width });
  for (const { name } of card.names.filter((each) => each.kind === 'local')) write(pdf, 18, name, 0.2);
  pdf.fillColor(card.gi ? '#b45309' : faint);
  write(pdf, 11, card.gi ? giLine(card) : words(card.sector), 1);
  pdf.fillColor(ink);
  const story = storyIn(card, lang);
  if (story !== null) {
    write(pdf, 16, story.title, 0.4);
    write(pdf, 11, story.body, 0.8);
    if (story.materials.length > 0) write(pdf, 11, `Made of ${story.materials.join(', ')}.`, 0.4);
    story.steps.forEach((step, i) => write(pdf, 11, `${i + 1}. ${step}`, 0.2));
    for (const quote of story.quotes) write(pdf, 11, `\u201c${quote.words}\u201d \u2013 ${quote.maker}`, 0.4);
  }
  drawFoot(pdf, card, width);
}

const giLine = ({ gis }: StoryCard): string =>
  ['Geographical indication', ...gis.slice(0, 1).map((gi) => gi.name)].join(': ');
const words = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

function drawFoot(pdf: PDFKit.PDFDocument, card: StoryCard, width: number): void {
  const top = pdf.page.height - margin - qr_size;
  drawCode(pdf, storyAddress(card.id), margin, top);
  const left = margin + qr_size + 20;
  const line = (text: string, y: number): void => {
    pdf
      .font('latin')
      .fontSize(11)
      .text(text, left, y, { width: width - qr_size - 20, lineBreak: false });
  };
  pdf.fillColor(ink);
  line(`${card.makers} ${card.makers === 1 ? 'maker' : 'makers'}, ${card.listings} on sale`, top + 20);
  pdf.fillColor(faint);
  line('Its story and its makers: scan the code', top + 40);
  line(`Last updated ${card.updated_at.toISOString().slice(0, 10)}`, top + 60);
}

/** QR code of medium error correction, drawn as squares. */
function drawCode(pdf: PDFKit.PDFDocument, text: string, left: number, top: number): void {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const side = qr_size / count;
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) pdf.rect(left + column * side, top + row * side, side, side);
    }
  }
  pdf.fill('#000000');
}

interface Run {
  font: string;
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

/** A paragraph, each word in the fonts of its scripts; above the foot, the rest is left to the screen. */
function write(pdf: PDFKit.PDFDocument, size: number, text: string, gap_lines: number): void {
  const words = text
    .split(/\s+/)
    .map(runsOf)
    .filter((runs) => runs !== null && runs.length > 0) as Run[][];
  const bottom = pdf.page.height - margin - qr_size - 24;
  const line = size * 1.45;
  if (words.length === 0 || pdf.y + line > bottom) return;
  const right = pdf.page.width - margin;
  const measure = ({ font, text: piece }: Run) => measured(pdf.font(font).fontSize(size), piece);
  const space = measure({ font: latin, text: ' ' }).width;
  let [x, y] = [margin, pdf.y];
  for (const runs of words) {
    const pieces = runs.map((run) => ({ ...run, ...measure(run) }));
    if (x > margin && x + pieces.reduce((sum, { width }) => sum + width, 0) > right) [x, y] = [margin, y + line];
    if (y + line > bottom) {
      pdf
        .font(latin)
        .fontSize(size)
        .text('\u2026', right - size, y - line, { lineBreak: false });
      break;
    }
    for (const { font, text: piece, width, shaping } of pieces) {
      pdf
        .font(font)
        .fontSize(size)
        .text(piece, x, y, { lineBreak: false, ...shaping });
      x += width;
    }
    x += space;
  }
  pdf.x = margin;
  pdf.y = y + line + gap_lines * size;
}

/** Signs the Latin font does not have are left out. */
const printable = (text: string): string =>
  text.normalize('NFC').replace(/[^\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]/g, '');

/** Fonts come with their packages, wherever those were installed. */
function fontPath(file: string): string {
  const [scope, name, ...path] = file.split('/');
  const manifest = createRequire(import.meta.filename).resolve(`${scope}/${name}/package.json`);
  return join(dirname(manifest), ...path);
}
