import type yauzl from 'yauzl';
import { SheetUnreadable, type ZipLimits } from './sheet-limits.js';
import { openPacked, stream } from './zip.js';

/** A file of an archive, unpacked when it is asked for. */
export interface PackedFile {
  /** As the archive has it, folders and all: nothing may be read or written under it. */
  path: string;
  /** As the archive says; a file that unpacks to another number is broken. */
  size_bytes: number;
  /** @throws SheetUnreadable */
  read(): Promise<Buffer>;
}

type ArchiveLimits = Pick<ZipLimits, 'parts_max' | 'unpacked_bytes_max'>;

/**
 * The files of an archive in its order, also where two are called the same; folders are left out.
 * @throws SheetUnreadable when it is no archive, is locked, or says that it holds more than the limits
 * @rule S-60
 */
export async function zipFiles(content: Buffer, limits: ArchiveLimits): Promise<PackedFile[]> {
  const { default: unpacker } = await import('yauzl');
  const zip = await openPacked(content, true);
  return (await entriesOf(zip, limits)).flatMap((entry) => {
    const path = unpacker.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    const file = { path, size_bytes: entry.uncompressedSize, read: () => unpack(zip, entry) };
    return path.endsWith('/') ? [] : [file];
  });
}

function entriesOf(zip: yauzl.ZipFile, limits: ArchiveLimits): Promise<yauzl.Entry[]> {
  return new Promise((done, failed) => {
    const entries: yauzl.Entry[] = [];
    let unpacked_bytes = 0;
    zip.on('entry', (entry: yauzl.Entry) => {
      unpacked_bytes += entry.uncompressedSize;
      if (entries.length >= limits.parts_max) return failed(new SheetUnreadable('it has too many parts'));
      if (entry.isEncrypted()) return failed(new SheetUnreadable('it is locked with a password'));
      if (unpacked_bytes > limits.unpacked_bytes_max)
        return failed(new SheetUnreadable('it unpacks to far more than it could hold'));
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => done(entries));
    zip.on('error', () => failed(new SheetUnreadable('its packing is broken')));
    zip.readEntry();
  });
}

/** Never more than the entry says: the unpacker ends where there is more, or less. */
async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  try {
    const parts: Buffer[] = [];
    for await (const part of await stream(zip, entry)) parts.push(part as Buffer);
    return Buffer.concat(parts);
  } catch (error) {
    throw error instanceof SheetUnreadable ? error : new SheetUnreadable('its packing is broken');
  }
}
