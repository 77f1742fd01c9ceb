import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import qrcode from 'qrcode-generator';
import type { StoryCard } from '#odop';
import { storyAddress, storyIn } from './story.schema.js';

/** Fonts of scripts we can print; names in others stay on the screen. */
const fonts = [
  {
    name: 'latin',
    file: '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff',
    takes: /^[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/,
  },
  { name: 'bold', file: '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff', takes: null },
  {
    name: 'devanagari',
    file: '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff',
    takes: /^(?:[ \u2013.,()-]|\p{Script=Devanagari}|\u200c|\u200d)*$/u,
  },
] as const;

const ink = '#1f2937';
const faint = '#6b7280';
const margin = 48;
const qr_size = 120;

/**
 * Cards of the ODOP wall to print, one A4 page each: product, place, GI, story, makers, and a QR code that leads to the story.
 * The same cards always give the same bytes, so that caches and readers can compare them.
 * @rule R-7.4b
 */
export function panelOf(cards: readonly StoryCard[], lang: string | undefined): Promise<Buffer> {
  const latest = new Date(Math.max(0, ...cards.map((card) => card.updated_at.getTime())));
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    autoFirstPage: false,
    info: {
      Title: titleOf(cards),
      Producer: 'ODOP Bazaar',
      Creator: 'ODOP Bazaar',
      CreationDate: latest,
      ModDate: latest,
    },
  });
  for (const { name, file } of fonts) pdf.registerFont(name, fontPath(file));
  const bytes = collected(pdf);
  for (const card of cards) drawCard(pdf.addPage(), card, lang);
  pdf.end();
  return bytes;
}

const titleOf = ([first]: readonly StoryCard[]): string =>
  first === undefined ? 'ODOP wall' : `${first.product}, ${first.district_name}`;

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

/** A paragraph in the font of its script; above the foot, the rest is left to the screen. */
function write(pdf: PDFKit.PDFDocument, size: number, text: string, gap_lines: number): void {
  const font = fonts.find(({ takes }) => takes?.test(text))?.name;
  if (font === undefined && !/[a-z]/i.test(text)) return; // a script we have no font for
  const room = pdf.page.height - margin - qr_size - 24 - pdf.y;
  if (room < size * 1.6) return;
  const said = font === undefined ? printable(text) : text;
  pdf
    .font(font ?? 'latin')
    .fontSize(size)
    .text(said, margin, pdf.y, { width: pdf.page.width - 2 * margin, height: room, ellipsis: true });
  pdf.moveDown(gap_lines);
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

function collected(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((done, failed) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => done(Buffer.concat(parts)));
    pdf.on('error', failed);
  });
}
