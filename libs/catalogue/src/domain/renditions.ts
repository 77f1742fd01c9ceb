import { z } from 'zod';

/** Longest side of each size, in pixels; a picture is never made larger than it came. */
export const pictureSides_px = { small: 320, medium: 800, large: 1600 } as const;
export type PictureSize = keyof typeof pictureSides_px;
export const pictureSizes = Object.keys(pictureSides_px) as [PictureSize, ...PictureSize[]];

/** The smallest file first: what a browser takes of these it is given. */
export const renditionFormats = ['avif', 'webp', 'jpeg'] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

/** One file made of a picture. */
export const rendition = z.strictObject({
  size: z.enum(pictureSizes),
  format: z.enum(renditionFormats),
  size_bytes: z.number(),
  /** Of its bytes: what its ETag is made of. */
  sha256: z.string(),
});
export type Rendition = z.infer<typeof rendition>;

/** Of the files made of a picture the one asked for; where it is not that large, the largest. Null: none was made. */
export function shownAs(
  made: readonly Rendition[],
  asked: { size: PictureSize; format: RenditionFormat },
): Rendition | null {
  const rank = (one: Rendition): number => pictureSizes.indexOf(one.size);
  const fits = made.filter((one) => one.format === asked.format && rank(one) <= pictureSizes.indexOf(asked.size));
  return fits.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** Where it lies: the same every time it is made, so that a second try writes over the first. */
export const renditionKey = (storageKey: string, { size, format }: Pick<Rendition, 'size' | 'format'>): string =>
  `${storageKey}${size}${format}`;

export interface Extent {
  width_px: number;
  height_px: number;
}

/** A picture fitted into one of the sizes, sides in proportion. */
export function fitted({ width_px, height_px }: Extent, size: PictureSize): Extent {
  const scale = Math.min(1, pictureSides_px[size] / Math.max(width_px, height_px));
  const side = (px: number): number => Math.max(1, Math.round(px * scale));
  return { width_px: side(width_px), height_px: side(height_px) };
}

/** The sizes made of a picture: none as large as a smaller one already is. */
export const madeSizes = (picture: Extent): PictureSize[] =>
  pictureSizes.filter(
    (_, i) => i === 0 || Math.max(picture.width_px, picture.height_px) > pictureSides_px[pictureSizes[i - 1]!],
  );

/** Every size of a picture; those it is too small for are as large as it is. */
export const extentsOf = (picture: Extent): Record<PictureSize, Extent> => ({
  small: fitted(picture, 'small'),
  medium: fitted(picture, 'medium'),
  large: fitted(picture, 'large'),
});

/**
 * The format for who asks: the smallest of those it names itself, else JPEG, which everything shows.
 * @param accept  the request's Accept header, if any
 */
export function formatFor(accept: string | undefined): RenditionFormat {
  const taken = new Set(
    (accept ?? '').split(',').flatMap((part) => {
      const [type = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      return parameters.some((one) => /^q=0(\.0*)?$/.test(one)) ? [] : [type];
    }),
  );
  return renditionFormats.find((format) => taken.has(`image/${format}`)) ?? 'jpeg';
}
