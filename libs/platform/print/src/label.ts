import { buffer } from 'node:stream/consumers';
import { barsOf, drawBars } from './bars.js';
import { linesOf, openPdf, printLine } from './fonts.js';

/** What stands on the outside of a parcel, as data. Texts may be of any script we print. */
export interface PrintedLabel {
  kind: 'label';
  /** Who carries it. */
  carrier: string;
  /** The carrier's number of it: printed as bars and in letters. */
  number: string;
  /** What is to be collected, or that nothing is. */
  cash: string;
  to: LabelDoor;
  from: LabelDoor;
  /** Sentences below. */
  notes: readonly string[];
  madeAt: Date;
}
export interface LabelDoor {
  label: string;
  lines: readonly string[];
  pincode: string;
}

/** A6, the label of couriers. */
const page = { width: 297.64, height: 419.53 };
const margin = 14;
const width = page.width - 2 * margin;
const bars_height = 62;
const leadingOf = (size: number): number => size * 1.4;

/**
 * The label of a parcel, on one page of A6. Every text is tagged, and written smaller rather than cut where it is long.
 * The same label is the same bytes.
 * @rule SM-5
 */
export async function labelPdf(label: PrintedLabel): Promise<Buffer> {
  const pdf = await openPdf({
    ...{ size: [page.width, page.height], margin, autoFirstPage: true },
    ...{ subset: 'PDF/A-2b', pdfVersion: '1.7', tagged: true, lang: 'en-IN', displayTitle: true },
    info: {
      ...{ Title: `Label ${label.number}`, Producer: 'ODOP Bazaar', Creator: 'ODOP Bazaar' },
      CreationDate: label.madeAt,
    },
  });
  new Face(pdf).write(label);
  pdf.end();
  return buffer(pdf);
}

/** How far down the label has come, and in its order of reading. */
class Face {
  private y = margin;
  private readonly story: PDFKit.PDFStructureElement;

  constructor(private readonly pdf: PDFKit.PDFDocument) {
    this.story = pdf.struct('Document');
    pdf.addStructure(this.story);
  }

  write(label: PrintedLabel): void {
    this.words(label.carrier, 12, 18);
    this.words(label.cash, 14, 22);
    this.bars(label.number);
    this.words(label.number, 12, 18);
    this.y += 6;
    this.door(label.to, 12, 140);
    this.words(label.to.pincode, 22, 34);
    this.y += 4;
    this.door({ ...label.from, lines: [...label.from.lines, label.from.pincode] }, 8, 48);
    for (const note of label.notes) this.words(note, 7, 20);
    this.story.end();
  }

  private bars(number: string): void {
    const bars = barsOf(number);
    if (bars === null) return;
    const place = { x: margin, y: this.y, width, height: bars_height };
    const drawn = this.pdf.struct('Figure', { alt: number }, [() => drawBars(this.pdf, bars, place)]);
    this.story.add(drawn);
    this.y += bars_height + 4;
  }

  private door({ label, lines }: LabelDoor, size: number, room: number): void {
    this.words(label, 7, 10);
    const set = (at: number) => lines.flatMap((line) => linesOf(this.pdf, at, line, width));
    this.print(set, size, room);
  }

  private words(text: string, size: number, room: number): void {
    this.print((at) => linesOf(this.pdf, at, text, width), size, room);
  }

  /** As large as it may be and as small as it must. */
  private print(set: (size: number) => ReturnType<typeof linesOf>, largest: number, room: number): void {
    let size = largest;
    while (size > 5 && set(size).length * leadingOf(size) > room) size -= 0.5;
    for (const line of set(size)) {
      const at = this.y;
      const draw = (): void => {
        this.pdf.fillColor('#000000');
        this.pdf.markContent('Span', { actual: line.text });
        printLine(this.pdf, size, line, margin, at);
        this.pdf.endMarkedContent();
      };
      const part = this.pdf.struct('P', {}, [draw]);
      this.story.add(part);
      part.end();
      this.y += leadingOf(size);
    }
  }
}
