import { fail } from './errors.js';
import { endsLike, fileTypes, type FileType } from './file-name.js';
import { checkPdf } from './pdf.js';
import { repaint } from './picture.js';

/** Largest file taken. */
export const fileBytes_max = 5 * 1024 * 1024;

/** A file as it is kept: a PDF that was looked through, or a picture painted anew. */
export interface SafeFile {
  type: 'application/pdf' | 'image/jpeg';
  bytes: Buffer;
  pages: number;
}

/**
 * What a file is, by its own bytes, made harmless. What its sender calls it only has to fit.
 * @throws file_unreadable, file_too_large, file_unsafe (422)
 * @rule S-58
 */
export async function checkUpload(bytes: Buffer, name: string): Promise<SafeFile> {
  if (bytes.length === 0) throw fail('file_unreadable', { why: 'it is empty' });
  if (bytes.length > fileBytes_max) throw fail('file_too_large', { why: 'at most 5 MiB are taken' });
  const type = await kindOf(bytes);
  if (type === null) throw fail('file_unreadable', { why: 'it is neither a photo nor a PDF' });
  if (!endsLike(name, type)) throw fail('file_unreadable', { why: 'its name ends like another kind of file' });
  if (type === 'application/pdf') return { type, bytes, ...(await checkPdf(bytes)) };
  return { type: 'image/jpeg', bytes: await repaint(bytes), pages: 1 };
}

/** Loaded at the first file: uploads are rare, and the api is to rest small. */
async function kindOf(bytes: Buffer): Promise<FileType | null> {
  const { fileTypeFromBuffer } = await import('file-type/core');
  const found = await fileTypeFromBuffer(bytes);
  return fileTypes.find((type) => type === found?.mime) ?? null;
}
