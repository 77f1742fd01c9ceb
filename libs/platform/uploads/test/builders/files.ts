import { deflateSync } from 'node:zlib';
import PdfDocument from 'pdfkit';
import sharp from 'sharp';

/** A photo of so many pixels, in one colour. */
export const photo = (width: number, height: number, type: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#a04020' } })
    [type]()
    .toBuffer();

/** A PDF as a scanner's program makes it. */
export async function pdf(pages = 1, change: (made: PDFKit.PDFDocument) => void = () => undefined): Promise<Buffer> {
  const made = new PdfDocument({ autoFirstPage: false });
  const parts: Buffer[] = [];
  made.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => made.once('end', resolve));
  for (let page = 1; page <= pages; page++) made.addPage().text(`Page ${page} of an invented certificate`);
  change(made);
  made.end();
  await ended;
  return Buffer.concat(parts);
}

/** The smallest PDF that holds what is given. */
export const pdfWith = (object: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n3 0 obj << /Type /Page >> endobj\n4 0 obj ',
    ),
    Buffer.from(object),
    Buffer.from(' endobj\nstartxref\n9\n%%EOF\n'),
  ]);

/** An object packed into a stream, as newer programs write them. */
export const packed = (text: string | Buffer, dictionary = '/Type /ObjStm /Filter /FlateDecode'): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} >> stream\n`),
    deflateSync(Buffer.from(text)),
    Buffer.from('\nendstream'),
  ]);
