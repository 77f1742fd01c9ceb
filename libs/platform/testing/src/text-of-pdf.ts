import { inflateSync } from 'node:zlib';

/**
 * What a PDF of ours says, line by line as it is placed on the pages. Letters that a script writes in another order than it is
 * read stand as they are placed.
 */
export function textOfPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name, ref] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(ref!)?.head ?? '')?.[1];
      if (unicode !== undefined) fonts.set(name!, lettersOf(objects.get(unicode)!.body));
    }
  }
  return [...objects.values()].flatMap(({ body }) => (body.includes('BT\n') ? linesOf(body, fonts) : []));
}

interface PdfObject {
  head: string;
  /** Its stream, unpacked; empty when it has none that is text. */
  body: string;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const found = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length;
    const end = text.indexOf('endobj', from);
    const stream = text.indexOf('stream\n', from);
    if (stream === -1 || stream > end) {
      found.set(match[1]!, { head: text.slice(from, end), body: '' });
      continue;
    }
    const head = text.slice(from, stream);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = pdf.subarray(stream + 7, stream + 7 + length);
    found.set(match[1]!, {
      head,
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

/** Pieces on one height are one line, in the order they were written. */
function linesOf(page: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const lines = new Map<string, { x: number; text: string }[]>();
  for (const [, block] of page.matchAll(/BT\n([\s\S]*?)ET\n/g)) {
    const place = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/.exec(block!);
    const letters = fonts.get(/\/(F\d+) /.exec(block!)?.[1] ?? '');
    const glyphs = [...block!.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []);
    const text = glyphs.map((glyph) => letters?.get(glyph) ?? '\ufffd').join('');
    const line = lines.get(place?.[2] ?? '') ?? [];
    line.push({ x: Number(place?.[1] ?? 0), text });
    lines.set(place?.[2] ?? '', line);
  }
  return [...lines.values()].map((pieces) =>
    pieces
      .toSorted((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join(' '),
  );
}
