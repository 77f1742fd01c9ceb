import type { Readable } from 'node:stream';
import type yauzl from 'yauzl';
import { SheetUnreadable, type ZipLimits } from './sheet-limits.js';

/** A packed file whose parts are unpacked one at a time, and not beyond the limits. */
export interface Zip {
  /** Names of its parts, as the table of contents has them. */
  names: readonly string[];
  has(part: string): boolean;
  /** @throws SheetUnreadable when it grows beyond the limits */
  read(part: string): AsyncGenerator<Buffer>;
}

/**
 * Reads the table of contents. What the table says about sizes is not believed: bytes are counted as they come.
 * @rule S-60
 */
export async function openZip(content: Buffer, limits: ZipLimits): Promise<Zip> {
  const zip = await openPacked(content);
  const parts = await contents(zip, limits);
  let unpacked_bytes = 0;
  return {
    names: [...parts.keys()],
    has: (part) => parts.has(part),
    async *read(part) {
      const entry = parts.get(part);
      if (entry === undefined) throw new SheetUnreadable(`it lacks ${part}`);
      let own_bytes = 0;
      for await (const chunk of await stream(zip, entry)) {
        own_bytes += (chunk as Buffer).length;
        unpacked_bytes += (chunk as Buffer).length;
        const isBomb = own_bytes > 10 * 1024 * 1024 && own_bytes > limits.ratio_max * entry.compressedSize;
        if (isBomb || unpacked_bytes > limits.unpacked_bytes_max)
          throw new SheetUnreadable('it unpacks to far more than it could hold');
        yield chunk as Buffer;
      }
    },
  };
}

/** @param takesAnyName  names are told as they are; else one that leads out of the folder breaks the file */
export async function openPacked(content: Buffer, takesAnyName = false): Promise<yauzl.ZipFile> {
  const { default: unpacker } = await import('yauzl');
  const options = { lazyEntries: true, validateEntrySizes: true, decodeStrings: !takesAnyName };
  return new Promise((done, failed) => {
    unpacker.fromBuffer(content, options, (error, zip) =>
      error === null ? done(zip) : failed(new SheetUnreadable('its packing is broken')),
    );
  });
}

function contents(zip: yauzl.ZipFile, limits: ZipLimits): Promise<Map<string, yauzl.Entry>> {
  return new Promise((done, failed) => {
    const parts = new Map<string, yauzl.Entry>();
    zip.on('entry', (entry: yauzl.Entry) => {
      if (parts.size >= limits.parts_max) return failed(new SheetUnreadable('it has too many parts'));
      parts.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => done(parts));
    zip.on('error', () => failed(new SheetUnreadable('its packing is broken')));
    zip.readEntry();
  });
}

/** @throws SheetUnreadable */
export function stream(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((done, failed) => {
    const broken = () => failed(new SheetUnreadable('its packing is broken'));
    if (entry.isEncrypted?.()) return failed(new SheetUnreadable('it is locked with a password'));
    zip.openReadStream(entry, (error, opened) => (error === null ? done(opened) : broken()));
  });
}
