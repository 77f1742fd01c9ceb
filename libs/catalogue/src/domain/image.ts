import { fail } from './listing.errors.js';

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';
export const imageTypes: readonly ImageType[] = ['image/png', 'image/jpeg', 'image/webp'];

export interface ImageFacts {
  type: ImageType;
  width_px: number;
  height_px: number;
}

/** Largest file and largest picture taken (S-58). */
export const imageBytes_max = 5 * 1024 * 1024;
export const imagePixels_max = 50_000_000;

/**
 * Reads kind and size of a picture from its own bytes; what the sender says about it counts for nothing.
 * @throws image_unreadable, image_too_large (422)
 * @rule S-58
 */
export function readImage(bytes: Buffer): ImageFacts {
  const facts = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
  if (!facts || facts.width_px < 1 || facts.height_px < 1) throw fail('image_unreadable');
  if (facts.width_px * facts.height_px > imagePixels_max)
    throw fail('image_too_large', { pixels_max: imagePixels_max });
  return facts;
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Eight fixed bytes, then the header chunk with the size. */
function readPng(bytes: Buffer): ImageFacts | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(pngMark) || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return null;
  return { type: 'image/png', width_px: bytes.readUInt32BE(16), height_px: bytes.readUInt32BE(20) };
}

/** Markers with the size of the frame: start of frame 0–15 without the tables among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Segments, each with its length, until the frame's header. A camera held on its side says so before it. */
function readJpeg(bytes: Buffer): ImageFacts | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let lies = false;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) {
      const [across, down] = [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
      return { type: 'image/jpeg', width_px: lies ? down : across, height_px: lies ? across : down };
    } else {
      const end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
      if (marker === 0xe1) lies ||= isLying(bytes.subarray(at + 4, end));
      at = end;
    }
  }
  return null;
}

/** Whether the orientation (tag 0x0112 of the first directory) turns the picture by a quarter. */
function isLying(exif: Buffer): boolean {
  if (exif.length < 14 || exif.toString('latin1', 0, 6) !== 'Exif\0\0') return false;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => {
    if (at < 0 || at + 2 > tiff.length) return 0;
    return little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  };
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let i = 0; i < short(directory); i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.length) return false;
    if (short(entry) === 0x0112) return short(entry + 8) >= 5 && short(entry + 8) <= 8;
  }
  return false;
}

/** A RIFF container whose first chunk is lossy, lossless or extended. */
function readWebp(bytes: Buffer): ImageFacts | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP')
    return null;
  const size = (width_px: number, height_px: number): ImageFacts => ({ type: 'image/webp', width_px, height_px });
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return bytes[20] === 0x2f ? size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1) : null;
    }
    case 'VP8X':
      return size(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    default:
      return null;
  }
}
