import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { fail } from './errors.js';

/** Beside the event loop: other callers do not wait for it. */
const inflated = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate);

/** Pages of a paper, and bytes its packed parts may have when they are unpacked. */
const pages_max = 20;
const unpacked_max = 32 * 1024 * 1024;
/** Parts one file may have, and how far before a part its own description may begin. */
const streams_max = 2_000;
const dictionary_max = 2_000;
/** What a part that breaks off in unpacking is charged: it may have been unpacked for long before it broke. */
const broken_bytes = 2 * 1024 * 1024;
const broken_max = 16;

/** Names that make a PDF do something, hide something or bring something else along, with how that is said. */
const dangers: readonly (readonly [string, string])[] = [
  ['/JavaScript', 'it carries a program'],
  ['/JS', 'it carries a program'],
  ['/Launch', 'it starts other programs'],
  ['/EmbeddedFile', 'it carries other files'],
  ['/Filespec', 'it carries other files'],
  ['/RichMedia', 'it carries moving pictures'],
  ['/XFA', 'it is a form with a program'],
  ['/SubmitForm', 'it sends what is typed to others'],
  ['/ImportData', 'it loads other files'],
  ['/GoToE', 'it opens other files'],
  ['/Encrypt', 'it is locked with a password'],
];

/**
 * Looks through a PDF for anything that is more than pages, in its own text and in its packed objects. Names may be
 * written with escapes and objects be packed: both are undone, within bounds, before anything is looked for. What holds
 * objects and does not unpack is refused: a reader might understand what we do not.
 * @returns how many pages it has
 * @throws file_unreadable, file_too_large, file_unsafe (422)
 * @rule S-58
 */
export async function checkPdf(bytes: Buffer): Promise<{ pages: number }> {
  const text = bytes.toString('latin1');
  assertWhole(text);
  let pages = lookThrough(text);
  for await (const part of unpacked(bytes, text)) pages += lookThrough(part);
  if (pages === 0) throw fail('file_unreadable', { why: 'it has no pages' });
  if (pages > pages_max) throw fail('file_too_large', { why: `it has ${pages} pages, at most ${pages_max} are taken` });
  return { pages };
}

/** @returns how many pages this part declares */
function lookThrough(part: string): number {
  const plain = plainNames(part);
  for (const [name, why] of dangers) if (carriesName(plain, name)) throw fail('file_unsafe', { why });
  return plain.match(/\/Type\s{0,8}\/Page(?![A-Za-z])/g)?.length ?? 0;
}

/** From its first byte to its last mark a PDF and nothing else. */
function assertWhole(text: string): void {
  if (!/^%PDF-[12]\.[0-9]/.test(text)) throw fail('file_unreadable', { why: 'it does not begin like a PDF' });
  const mark = text.lastIndexOf('%%EOF');
  if (mark === -1 || !text.includes('startxref')) throw fail('file_unreadable', { why: 'it was cut off' });
  if (text.slice(mark + 5).trim() !== '') throw fail('file_unsafe', { why: 'something else is hung on to it' });
  if (text.includes('PK\u0005\u0006')) throw fail('file_unsafe', { why: 'it is an archive too' });
}

/** What the packed parts say: objects, and pages and pictures, which are packed the same way. */
async function* unpacked(bytes: Buffer, text: string): AsyncGenerator<string> {
  let left = unpacked_max;
  let streams = 0;
  let opened = 0;
  let broken = 0;
  for (let at = text.indexOf('stream'); at !== -1; at = text.indexOf('stream', at + 6)) {
    if (text.slice(at - 3, at) === 'end') continue;
    if (++streams > streams_max) throw fail('file_too_large', { why: 'it has too many parts' });
    const begins = at + (text.startsWith('\r\n', at + 6) ? 8 : 7);
    if (!isDeflated(bytes, begins)) continue;
    const part = await opens(bytes.subarray(begins), left);
    if (part === null) {
      if (++broken > broken_max) throw fail('file_unreadable', { why: 'many of its parts do not unpack' });
      left = Math.max(1, left - broken_bytes);
      continue;
    }
    if (plainNames(text.slice(Math.max(0, at - dictionary_max), at)).includes('/ObjStm')) opened += 1;
    left = Math.max(1, left - part.length);
    yield part.toString('latin1');
  }
  // Objects packed in a way we did not unpack: a reader might.
  if (plainNames(text).split('/ObjStm').length - 1 > opened)
    throw fail('file_unsafe', { why: 'it is packed in an unusual way' });
}

/** The two bytes with which everything packed this way begins. */
const isDeflated = (bytes: Buffer, at: number): boolean =>
  at + 1 < bytes.length && (bytes[at]! & 0x0f) === 8 && bytes.readUInt16BE(at) % 31 === 0;

/** @returns null for what does not unpack */
const opens = (packed: Buffer, bytes_max: number): Promise<Buffer | null> =>
  inflated(packed, { maxOutputLength: bytes_max }).catch((error: { code?: string }) => {
    if (error.code !== 'ERR_BUFFER_TOO_LARGE') return null;
    throw fail('file_too_large', { why: 'unpacked, it is far larger than it looks' });
  });

/** Names with their escapes undone: `/J#61vaScript` is `/JavaScript`. */
const plainNames = (text: string): string =>
  text.includes('#')
    ? text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The name itself, or with an s behind it; not a longer one that begins alike. */
function carriesName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (/^s?[\s/<>()[\]{}%]/.test(text.slice(at + name.length, at + name.length + 2))) return true;
  }
  return false;
}
