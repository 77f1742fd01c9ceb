import type { StoryCard } from '#odop';
import { drawCode, linesOf, openPdf, printLine } from '#platform/print';
import { storyAddress, storyIn } from './story.schema.js';

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
  const pdf = await openPdf({
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
  drawCode(pdf, storyAddress(card.id), { x: margin, y: top, side: qr_size });
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

/** A paragraph, each word in the fonts of its scripts; above the foot, the rest is left to the screen. */
function write(pdf: PDFKit.PDFDocument, size: number, text: string, gap_lines: number): void {
  const width = pdf.page.width - 2 * margin;
  const lines = linesOf(pdf, size, text, width);
  const leading = size * 1.45;
  const room = Math.floor((pdf.page.height - margin - qr_size - 24 - pdf.y) / leading);
  if (lines.length === 0 || room < 1) return;
  let y = pdf.y;
  for (const line of lines.slice(0, room)) {
    printLine(pdf, size, line, margin, y);
    y += leading;
  }
  if (lines.length > room) {
    pdf
      .font('latin')
      .fontSize(size)
      .text('\u2026', margin + width - size, y - leading, { lineBreak: false });
  }
  pdf.x = margin;
  pdf.y = y + gap_lines * size;
}

/** Signs the Latin font does not have are left out. */
const printable = (text: string): string =>
  text.normalize('NFC').replace(/[^\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]/g, '');
