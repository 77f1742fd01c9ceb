import sharp from 'sharp';
import {
  bandsOf,
  distanceOf,
  grey_side_px,
  packed,
  printsOf,
  unpacked,
  type Print,
} from '../src/domain/fingerprint.js';
import { readImage } from '../src/domain/image.js';
import {
  extentsOf,
  formatFor,
  madeSizes,
  renditionFormats,
  shownAs,
  type Rendition,
} from '../src/domain/renditions.js';
import { cut, photo } from './builders/photos.js';
import { codeOf, pictures } from './builders/pictures.js';

describe('Renditions of a picture', () => {
  test.each([
    ['image/avif,image/webp,image/*,*/*;q=0.8', 'avif'],
    ['image/webp,*/*', 'webp'],
    ['image/avif;q=0, image/webp', 'webp'],
    ['image/avif;q=0.0,image/webp;q=0', 'jpeg'],
    ['IMAGE/AVIF', 'avif'],
    ['*/*', 'jpeg'],
    ['', 'jpeg'],
    [undefined, 'jpeg'],
    ['text/html;;;q=,', 'jpeg'],
  ])('who accepts %s gets %s', (accept, format) => {
    expect(formatFor(accept)).toBe(format);
  });

  test.each([
    [{ width_px: 4000, height_px: 3000 }, [320, 240, 800, 600, 1600, 1200], ['small', 'medium', 'large']],
    [{ width_px: 600, height_px: 900 }, [213, 320, 533, 800, 600, 900], ['small', 'medium', 'large']],
    [{ width_px: 700, height_px: 500 }, [320, 229, 700, 500, 700, 500], ['small', 'medium']],
    [{ width_px: 90, height_px: 60 }, [90, 60, 90, 60, 90, 60], ['small']],
    [{ width_px: 5000, height_px: 1 }, [320, 1, 800, 1, 1600, 1], ['small', 'medium', 'large']],
  ])('%j is shown in three sizes and never larger than it came', (picture, sides, made) => {
    const { small, medium, large } = extentsOf(picture);
    expect([small, medium, large].flatMap((one) => [one.width_px, one.height_px])).toEqual(sides);
    expect(madeSizes(picture)).toEqual(made);
  });

  test('asked for a size that was not made, it answers with the largest there is', () => {
    const made = (['small', 'medium'] as const).flatMap((size) =>
      renditionFormats.map((format): Rendition => ({ size, format, size_bytes: 1, sha256: '' })),
    );
    expect(shownAs(made, { size: 'large', format: 'webp' })).toMatchObject({ size: 'medium', format: 'webp' });
    expect(shownAs(made, { size: 'small', format: 'avif' })).toMatchObject({ size: 'small', format: 'avif' });
    expect(shownAs([], { size: 'small', format: 'avif' })).toBeNull();
  });

  test('S-58 a camera held on its side is measured upright', async () => {
    for (const [orientation, width_px, height_px] of [
      [1, 120, 90],
      [3, 120, 90],
      [6, 90, 120],
      [8, 90, 120],
    ] as const) {
      const bytes = await photo(1, [120, 90]).jpeg().withMetadata({ orientation }).toBuffer();
      expect(readImage(bytes)).toEqual({ type: 'image/jpeg', width_px, height_px });
    }
  });

  test.each([
    ['50,000 × 50,000 pixels', () => pictures.jpeg(50_000, 50_000), 'image_too_large'],
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image_unreadable'],
    ['GIF', () => Buffer.from('GIF89a'.padEnd(64, '\0'), 'latin1'), 'image_unreadable'],
    ['a page that calls itself a picture', () => Buffer.from('<!doctype html>'.padEnd(64)), 'image_unreadable'],
    ['no bytes', () => Buffer.alloc(0), 'image_unreadable'],
    ['the beginning of a PNG', () => pictures.png(600, 600).subarray(0, 20), 'image_unreadable'],
  ])('S-58 %s is no picture we take', (_, bytes, code) => {
    expect(codeOf(() => readImage(bytes()))).toBe(code);
  });
});

describe('R-9.3 The same picture is known again', () => {
  const printed = async (picture: Buffer): Promise<Print[]> =>
    printsOf(await sharp(picture).greyscale().resize(grey_side_px, grey_side_px, { fit: 'fill' }).raw().toBuffer());
  const shareBand = (one: readonly Print[], other: readonly Print[]): boolean =>
    bandsOf(one).some((band) => bandsOf(other).includes(band));
  const alike = (one: readonly Print[], other: readonly Print[]): boolean =>
    shareBand(one, other) && distanceOf(one, other) !== null;
  const numbers = Array.from({ length: 6 }, (_, i) => i + 1);

  test('saved anew, made smaller, brighter, or cut a little at its edges', async () => {
    const changed: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
      'saved badly': (bytes) => sharp(bytes).jpeg({ quality: 30 }).toBuffer(),
      'a third as large, WebP': (bytes) => sharp(bytes).resize(160).webp({ quality: 60 }).toBuffer(),
      brighter: (bytes) => sharp(bytes).modulate({ brightness: 1.1 }).jpeg().toBuffer(),
      '3 % less': (bytes) => cut(bytes, 0.03),
      '5 % less, at one corner': (bytes) => cut(bytes, 0.05, [0, 0]),
      '5 % less, at the other': (bytes) => cut(bytes, 0.05, [1, 1]),
      '7 % less': (bytes) => cut(bytes, 0.07),
      '10 % less': (bytes) => cut(bytes, 0.1),
    };
    const missed: string[] = [];
    for (const number of numbers) {
      const original = await photo(number).jpeg({ quality: 92 }).toBuffer();
      const prints = await printed(original);
      for (const [what, change] of Object.entries(changed)) {
        if (!alike(prints, await printed(await change(original)))) missed.push(`${number}: ${what}`);
      }
    }
    // A motif or two may escape a cut; nearly none escapes saving, shrinking and brightening.
    expect(missed.filter((one) => !one.includes('less'))).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(3);
  });

  test('and different ones are not', async () => {
    const all = await Promise.all(numbers.map(async (number) => printed(await photo(number).jpeg().toBuffer())));
    const pairs = all.flatMap((one, i) => all.slice(i + 1).filter((other) => distanceOf(one, other) !== null));
    expect(pairs).toEqual([]);
  });

  test('a picture with nothing on it is like no other', async () => {
    expect(await printed(pictures.png(600, 600))).toEqual([]);
  });

  test('kept as bytes, prints come back as they were; without a band in common four bits differ at least', async () => {
    const prints = await printed(await photo(3).jpeg().toBuffer());
    expect(unpacked(packed(prints))).toEqual(prints);
    const [{ waves, slopes }] = prints as [Print, ...Print[]];
    for (const bits of [1n, 0x8000_0000_0000_0001n, 0x1_0001_0001n]) {
      expect(alike([{ waves, slopes }], [{ waves: waves ^ bits, slopes }])).toBe(true);
    }
    expect(shareBand([{ waves, slopes }], [{ waves: waves ^ 0x1_0001_0001_0001n, slopes }])).toBe(false);
  });
});
