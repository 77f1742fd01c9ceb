import { fail } from './errors.js';

/** More than any telephone takes; a file of a few bytes can claim a thousand times as many. */
const pixels_max = 50_000_000;
/** Longest side of what is kept: enough to read a card or a page. */
const side_max_px = 3_000;

/**
 * A photo of a paper, painted anew: what was hidden in the file (place, camera, programs, a second file behind it) is not
 * in what comes out. The library is loaded at the first picture: it is large.
 * @returns a JPEG
 * @throws file_unreadable, file_too_large (422)
 * @rule S-58
 */
export async function repaint(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  // Its head only: nothing is decoded before its size is known.
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw fail('file_unreadable', { why: 'it is no whole picture' });
    });
  if (width * height > pixels_max)
    throw fail('file_too_large', { why: `it has ${width} × ${height} pixels, at most 50 million are taken` });
  return sharp(bytes, { limitInputPixels: pixels_max, failOn: 'truncated', pages: 1 })
    .rotate()
    .resize({ width: side_max_px, height: side_max_px, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .toBuffer()
    .catch(() => {
      throw fail('file_unreadable', { why: 'it is no whole picture' });
    });
}
