import { inflateSync } from 'node:zlib';

/**
 * What a PDF of ours says, line by line as it is placed on the pages: where a text carries what it says, that, as readers do
 * who copy or search; elsewhere letters that a script writes in another order than it is read stand as they are placed.
 */
export function textOfPdf(pdf: Buffer): string[] {
  const objects = objectsOfPdf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name, ref] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(ref!)?.head ?? '')?.[1];
      if (unicode !== undefined) fonts.set(name!, lettersOf(objects.get(unicode)!.body));
    }
  }
  return [...objects.values()].flatMap(({ body }) => (body.includes('BT\n') ? linesOf(body, fonts) : []));
}

/** What the streams of a PDF of ours hold that are text, unpacked. */
export const streamsOfPdf = (pdf: Buffer): string[] => [...objectsOfPdf(pdf).values()].map(({ body }) => body);

export interface PdfObject {
  head: string;
  /** Its stream is as long as it says. */
  isWhole: boolean;
  /** Its stream, unpacked; empty when it has none that is text. */
  body: string;
}

export function objectsOfPdf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const found = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length;
    const end = text.indexOf('endobj', from);
    const stream = text.indexOf('stream\n', from);
    if (stream === -1 || stream > end) {
      found.set(match[1]!, { head: text.slice(from, end), body: '', isWhole: true });
      continue;
    }
    const head = text.slice(from, stream);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = pdf.subarray(stream + 7, stream + 7 + length);
    found.set(match[1]!, {
      head,
      isWhole: text.startsWith('\nendstream', stream + 7 + length),
      body: (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1'),
    });
  }
  return found;
}

/** Letters by glyph, from a font's table. */
function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first, list] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    [...list!.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, code], i) =>
      letters.set((parseInt(first!, 16) + i).toString(16).padStart(4, '0'), utf16Of(code!.replaceAll(' ', ''))),
    );
  }
  return letters;
}

const utf16Of = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

interface Placed {
  x: number;
  text: string;
}

/** Pieces on one height are one line, in the order they were written. */
function linesOf(page: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const lines = new Map<string, Placed[]>();
  const place = (at: { x: number; y: string }, text: string): void => {
    lines.set(at.y, [...(lines.get(at.y) ?? []), { x: at.x, text }]);
  };
  const rest = page.replaceAll(
    /\/Span <<\n\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)\n>> BDC\n([\s\S]*?)EMC/g,
    (_, said: string, block: string) => {
      place(placeOf(block), textOfString(said));
      return '';
    },
  );
  for (const [, block] of rest.matchAll(/BT\n([\s\S]*?)ET\n/g)) {
    const letters = fonts.get(/\/(F\d+) /.exec(block!)?.[1] ?? '');
    const glyphs = [...block!.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []);
    place(placeOf(block!), glyphs.map((glyph) => letters?.get(glyph) ?? '\ufffd').join(''));
  }
  return [...lines.values()].map((pieces) =>
    pieces
      .toSorted((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join(' '),
  );
}

function placeOf(block: string): { x: number; y: string } {
  const found = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/.exec(block);
  return { x: Number(found?.[1] ?? 0), y: found?.[2] ?? '' };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string of a PDF: its own bytes, or UTF-16 behind a mark. */
function textOfString(literal: string): string {
  const bytes = literal.replaceAll(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign);
  return bytes.startsWith('\u00fe\u00ff') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes;
}
