import type { DomainError } from '#platform/kernel';
import { imageBytes_max } from '../image.js';
import { fail } from '../listing.errors.js';
import { isInShop, isOpenToChange, type ListingState } from '../listing.states.js';
import { shortened } from './faults.js';
import { pictures_max } from './picture-addresses.js';

/** What an archive of pictures may be, and hold. @rule S-58 */
export const archiveBytes_max = 20 * 1024 * 1024;
export const archiveLimits = { parts_max: 300, unpacked_bytes_max: 100 * 1024 * 1024 };

/** A file that was not tied, told like a fault of a sheet. */
export interface FileFault {
  /** In the order of the archive, from 0. */
  index: number;
  file: string;
  code: string;
  facts: Readonly<Record<string, unknown>>;
}

/** The maker's goods a number stands for. */
export interface NamedGoods {
  sku: string;
  listing_id: string;
  state: ListingState;
}

/** A file that is to become a picture of goods. */
export interface FitFile<F> {
  index: number;
  file: string;
  position: number;
  source: F;
}

/** The last part of a path, however its folders are divided. */
export const baseName = (path: string): string => path.split(/[/\\]/).at(-1)!;

/** What computers put beside the files of their own accord. */
export const isLitter = (path: string): boolean =>
  /(^|[/\\])__MACOSX[/\\]/.test(path) ||
  ['.ds_store', 'thumbs.db', 'desktop.ini'].includes(baseName(path).toLowerCase());

const named = /^([A-Za-z0-9._-]{1,40})-([1-9]|1[0-2])\.(?:jpe?g|png|webp)$/i;

/**
 * Reads TS-01-3.jpg as the third picture of TS-01, in whatever folder it lies.
 * @returns null when the name says nothing of the kind
 * @rule S-58
 */
export function readName(path: string): { name: string; position: number } | null {
  const [, name, position] = named.exec(baseName(path)) ?? [];
  return name === undefined ? null : { name, position: Number(position) };
}

/** A slash in a number cannot stand in the name of a file: an underscore stands for it. */
export const nameOf = (sku: string): string => sku.replaceAll('/', '_');

export const fileFault = (index: number, path: string, error: DomainError): FileFault => ({
  ...{ index, file: shortened(baseName(path)), code: error.code },
  facts: { ...error.facts, says: [error.message, error.next].filter((one) => one !== undefined).join(' ') },
});

/** Which files go to which goods of the maker, by listing in the order of their places; the others are told. @rule S-58 */
export function sortOut<F extends { path: string; size_bytes: number }>(
  files: readonly F[],
  goods: readonly NamedGoods[],
): { fit: Map<string, FitFile<F>[]>; wrong: FileFault[] } {
  const known = new Map(goods.map((one) => [nameOf(one.sku), one]));
  for (const one of goods) if (nameOf(one.sku) === one.sku) known.set(one.sku, one);
  const fit = new Map<string, FitFile<F>[]>();
  const wrong: FileFault[] = [];
  for (const [index, source] of files.entries()) {
    const file = shortened(baseName(source.path));
    const tell = (code: string, facts: FileFault['facts'] = {}) => wrong.push({ index, file, code, facts });
    const read = readName(source.path);
    const meant = read === null ? undefined : known.get(read.name);
    const there = meant && (fit.get(meant.listing_id) ?? []);
    if (read === null) tell('picture_name_unfit', { bound: pictures_max });
    else if (!meant) wrong.push(fileFault(index, source.path, fail('offer_unknown')));
    else if (isInShop(meant.state)) tell('picture_needs_change');
    else if (!isOpenToChange(meant.state))
      wrong.push(fileFault(index, source.path, fail('listing_closed', { state: meant.state })));
    else if (source.size_bytes > imageBytes_max) tell('picture_too_heavy', { bound: imageBytes_max / 1024 / 1024 });
    else if (there!.some((one) => one.position === read.position)) tell('picture_twice', { position: read.position });
    else fit.set(meant.listing_id, [...there!, { index, file, position: read.position, source }]);
  }
  for (const one of fit.values()) one.sort((a, b) => a.position - b.position);
  return { fit, wrong };
}

/** Pictures of goods after new ones took their places: each in the place of an old one, or behind them all. */
export function withPictures<I>(images: readonly I[], fresh: readonly { position: number; image: I }[]): I[] {
  const placed = [...images];
  for (const { position, image } of fresh) placed[Math.min(position - 1, placed.length)] = image;
  return placed;
}
