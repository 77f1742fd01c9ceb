import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { sheetLimits, SheetUnreadable } from './sheet-limits.js';

/** A packed file whose parts are unpacked one at a time, and not beyond the limits. */
export interface Zip {
  has(part: string): boolean;
  /** @throws SheetUnreadable when it grows beyond the limits */
  read(part: string): AsyncGenerator<Buffer>;
}

const open = promisify(
  (content: Buffer, options: yauzl.Options, done: (error: Error | null, zip: yauzl.ZipFile) => void): void =>
    yauzl.fromBuffer(content, options, done),
);

/**
 * Reads the table of contents. What the table says about sizes is not believed: bytes are counted as they come.
 * @rule S-60
 */
export async function openZip(content: Buffer): Promise<Zip> {
  const zip = await open(content, { lazyEntries: true, validateEntrySizes: true }).catch(() => {
    throw new SheetUnreadable('its packing is broken');
  });
  const parts = await contents(zip);
  let unpacked_bytes = 0;
  return {
    has: (part) => parts.has(part),
    async *read(part) {
      const entry = parts.get(part);
      if (entry === undefined) throw new SheetUnreadable(`the workbook lacks ${part}`);
      let own_bytes = 0;
      for await (const chunk of await stream(zip, entry)) {
        own_bytes += (chunk as Buffer).length;
        unpacked_bytes += (chunk as Buffer).length;
        const isBomb = own_bytes > 10 * 1024 * 1024 && own_bytes > sheetLimits.ratio_max * entry.compressedSize;
        if (isBomb || unpacked_bytes > sheetLimits.unpacked_bytes_max)
          throw new SheetUnreadable('it unpacks to far more than a list could hold');
        yield chunk as Buffer;
      }
    },
  };
}

function contents(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((done, failed) => {
    const parts = new Map<string, yauzl.Entry>();
    zip.on('entry', (entry: yauzl.Entry) => {
      if (parts.size >= sheetLimits.parts_max) return failed(new SheetUnreadable('it has too many parts'));
      parts.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => done(parts));
    zip.on('error', () => failed(new SheetUnreadable('its packing is broken')));
    zip.readEntry();
  });
}

function stream(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((done, failed) => {
    const broken = () => failed(new SheetUnreadable('its packing is broken'));
    if (entry.isEncrypted?.()) return failed(new SheetUnreadable('it is locked with a password'));
    zip.openReadStream(entry, (error, opened) => (error === null ? done(opened) : broken()));
  });
}
