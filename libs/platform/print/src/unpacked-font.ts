import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/**
 * A font as its program wants it. Fonts for the web (WOFF) have each of their tables packed, and whoever reads letters out of
 * them unpacks a table for every letter anew; unpacked once they are read twenty times as fast.
 * @see https://www.w3.org/TR/WOFF/ – header of 44 bytes, entries of 20; the same tables as in the font's own format
 */
export function unpackedFont(file: string): Buffer {
  const woff = readFileSync(file);
  if (woff.toString('latin1', 0, 4) !== 'wOFF') return woff;
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = 44 + 20 * i;
    const [from, packed, whole] = [4, 8, 12].map((offset) => woff.readUInt32BE(at + offset)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(from, from + packed);
    return {
      tag: woff.subarray(at, at + 4),
      sum: woff.readUInt32BE(at + 16),
      bytes: packed < whole ? inflateSync(bytes) : bytes,
    };
  });
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const parts = [head];
  let offset = head.length;
  tables.forEach(({ tag, sum, bytes }, i) => {
    const at = 12 + 16 * i;
    tag.copy(head, at);
    head.writeUInt32BE(sum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    const filler = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, filler);
    offset += bytes.length + filler.length;
  });
  return Buffer.concat(parts);
}
