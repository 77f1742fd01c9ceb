import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { grey_side_px, printsOf, type Print } from '../domain/fingerprint.js';
import { imagePixels_max } from '../domain/image.js';
import {
  fitted,
  madeSizes,
  pictureSides_px,
  renditionFormats,
  type Rendition,
  type RenditionFormat,
} from '../domain/renditions.js';
import { BrokenPicture } from '../domain/broken-picture.js';

export interface PaintedPicture {
  /** Upright, as it is shown. */
  width_px: number;
  height_px: number;
  files: readonly (Rendition & { bytes: Buffer })[];
  prints: readonly Print[];
}

const encoders: Record<RenditionFormat, (picture: Sharp) => Sharp> = {
  // More effort would make it a tenth smaller for ten times the work.
  avif: (picture) => picture.avif({ quality: 50, effort: 2 }),
  webp: (picture) => picture.webp({ quality: 78 }),
  jpeg: (picture) => picture.jpeg({ quality: 80, progressive: true }),
};

/**
 * Paints a picture anew in every size and format: what was hidden in the file (place, camera, a second file behind it) is in
 * none of them, and colours are those every screen means (sRGB). The library is loaded at the first picture: it is large.
 * @throws BrokenPicture
 * @rule S-58
 */
export async function paintPicture(original: Buffer): Promise<PaintedPicture> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  // Its head only: nothing is decoded before its size is known.
  const head = await sharp(original, { limitInputPixels: false }).metadata().catch(broken('unreadable'));
  if (head.width * head.height * (head.pages ?? 1) > imagePixels_max) throw new BrokenPicture('too_large');
  if ((head.pages ?? 1) > 1) throw new BrokenPicture('animated');
  const decoded = await sharp(original, {
    limitInputPixels: imagePixels_max,
    failOn: 'truncated',
    sequentialRead: true,
  })
    .autoOrient()
    .resize({ width: pictureSides_px.large, height: pictureSides_px.large, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(broken('incomplete'));
  const { width, height, channels } = decoded.info;
  const canvas = (): Sharp => sharp(decoded.data, { raw: { width, height, channels } });
  const files: (Rendition & { bytes: Buffer })[] = [];
  for (const size of madeSizes({ width_px: width, height_px: height })) {
    const { width_px, height_px } = fitted({ width_px: width, height_px: height }, size);
    for (const format of renditionFormats) {
      const bytes = await encoders[format](canvas().resize(width_px, height_px, { fit: 'fill' })).toBuffer();
      files.push({
        size,
        format,
        size_bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes,
      });
    }
  }
  const grey = await canvas().greyscale().resize(grey_side_px, grey_side_px, { fit: 'fill' }).raw().toBuffer();
  const upright = head.orientation === undefined || head.orientation < 5;
  return {
    width_px: upright ? head.width : head.height,
    height_px: upright ? head.height : head.width,
    files,
    prints: printsOf(grey),
  };
}

/** What is said when this machine has no room: the picture is not to blame, and is painted later. */
const shortage = /memory|alloc|no space|resource/i;
const broken =
  (why: BrokenPicture['why']) =>
  (error: unknown): never => {
    throw error instanceof Error && shortage.test(error.message) ? error : new BrokenPicture(why);
  };
