import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { canonicalJson, DomainError } from '#platform/kernel';
import type { GoldenParameter } from '../../domain/category.js';
import type { GoodsFault } from '../../domain/desk/faults.js';
import type { ImportStep } from '../../domain/desk/import.states.js';
import { pictureAddresses, pictures_max, tooManyPictures } from '../../domain/desk/picture-addresses.js';
import { readGoods } from '../../domain/desk/read-goods.js';
import { faultOfRefusal } from '../../domain/desk/refusals.js';
import type { GoodsRows } from '../../domain/desk/rows.js';
import { fail } from '../../domain/listing.errors.js';
import type { ListingInput } from '../../domain/listing-content.js';
import { isInShop, isOpenToChange } from '../../domain/listing.states.js';
import { Categories } from '../categories.repository.js';
import { ListingWriting, WritingMemory, type Written } from '../listing-writing.js';
import { FetchedPictures } from './fetched-pictures.repository.js';
import { OwnContentsQuery, type OwnContent } from './own-contents.query.js';

/** Goods of a sheet that can be written as they are. */
export interface ReadyGoods {
  said: GoodsRows;
  /** The maker's goods they are of; null for new ones. */
  known: OwnContent | null;
  content: ListingInput;
  step: ImportStep;
  /** Held against the registers; null where nothing is to be written. */
  written: Written | null;
  /** Addresses of pictures that were never fetched. */
  toFetch: readonly string[];
}
export type Prepared = { ready: ReadyGoods; faults: [] } | { ready: null; said: GoodsRows; faults: GoodsFault[] };

const isId = (text: string | null): text is string => z.uuid().safeParse(text).success;
const codesOf = ({ rows }: GoodsRows, column: 'sku' | 'gtin'): string[] =>
  rows.map((row) => row.cells[column] ?? '').filter((code) => code !== '');
const skusOf = (said: GoodsRows): string[] => codesOf(said, 'sku');
const rowFault = (said: GoodsRows, code: string, column: string | null, value: string | null = null): GoodsFault => ({
  ...{ row: said.rows[0]!.row, column, code, value, facts: {} },
});

/** Goods of a sheet, read over what the maker has and held against the registers. @rule S-60 */
@Injectable()
export class GoodsReading {
  constructor(
    private readonly contents: OwnContentsQuery,
    private readonly categories: Categories,
    private readonly writing: ListingWriting,
    private readonly pictures: FetchedPictures,
  ) {}

  /** One for each, same order: in few statements however many there are. */
  async prepare(tx: Tx, sellerId: string, all: readonly GoodsRows[]): Promise<Prepared[]> {
    const gtins = all.flatMap((said) => codesOf(said, 'gtin')).map((gtin) => gtin.padStart(14, '0'));
    const coded = await this.contents.coded(tx, sellerId, all.flatMap(skusOf), gtins);
    const bySku = new Map(coded.map((one) => [one.sku, one.listing_id]));
    const byGtin = new Map(coded.map((one) => [one.gtin, one.listing_id]));
    const ids = [...coded.map((one) => one.listing_id), ...all.map(({ goods }) => goods).filter(isId)];
    const known = await this.contents.of(tx, sellerId, ids);
    const slugs = all.flatMap(({ rows }) => rows.map((row) => row.cells['category'] ?? ''));
    const old = [...known.values()].map(({ content }) => content.category ?? '');
    const shelves = await this.categories.bySlugs(tx, [...slugs, ...old]);
    const asked = new Map(shelves.map((one) => [one.slug, one.parameters]));
    const addresses = all.flatMap((said) => pictureAddresses(said).addresses);
    const fetched = await this.pictures.of(tx, sellerId, addresses);
    const memory = new WritingMemory();
    const prepared: Prepared[] = [];
    for (const said of all) {
      const found = whoseRows(said, bySku, known);
      if (found.fault) prepared.push({ ready: null, said, faults: [...said.faults, found.fault] });
      else prepared.push(await this.one(tx, sellerId, said, found.known, { asked, byGtin, fetched, memory }));
    }
    return prepared;
  }

  private async one(
    tx: Tx,
    sellerId: string,
    said: GoodsRows,
    known: OwnContent | null,
    { asked, byGtin, fetched, memory }: Registers,
  ): Promise<Prepared> {
    const { addresses, faults: unfit } = pictureAddresses(said);
    const read = readGoods(said, known?.content ?? null, (slug) => asked.get(slug) ?? null);
    const faults = [...said.faults, ...read.faults, ...unfit];
    if (read.content === null || faults.length > 0) return { ready: null, said, faults };
    const content = { ...read.content, images: withFetched(read.content, addresses, fetched) };
    if (content.images.length > pictures_max) return { ready: null, said, faults: [tooManyPictures(said)] };
    const toFetch = addresses.filter((one) => !fetched.has(one));
    const isSame = known !== null && canonicalJson(known.content) === canonicalJson(content);
    const step = isSame && toFetch.length === 0 ? 'none' : stepOf(known);
    try {
      let written: Written | null = null;
      if (step !== 'none') {
        if (step === null) throw fail('listing_closed', { state: known!.state });
        if (step === 'change' && known!.hasChange) throw fail('change_waits');
        written = await this.writing.read(tx, content, known?.content.odopEntryId, sellerId, memory);
        const taken = written.offers.find(({ gtin }) => gtin !== null && isOthers(byGtin.get(gtin), known));
        if (taken) throw fail('offer_code_taken', { code: taken.gtin! });
      }
      return { ready: { said, known, content, step, written, toFetch }, faults: [] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ready: null, said, faults: [faultOfRefusal(error, said, content)] };
    }
  }
}

interface Registers {
  asked: ReadonlyMap<string, readonly GoldenParameter[]>;
  byGtin: ReadonlyMap<string | null, string>;
  fetched: ReadonlyMap<string, string>;
  memory: WritingMemory;
}

/** The goods' pictures and those of their addresses that are here already, each once. */
function withFetched(
  { images, title }: ListingInput,
  addresses: readonly string[],
  fetched: ReadonlyMap<string, string>,
): ListingInput['images'] {
  const known = new Set(images.map((one) => one.mediaId));
  const fresh = addresses.flatMap((one) => fetched.get(one) ?? []).filter((mediaId) => !known.has(mediaId));
  return [...images, ...[...new Set(fresh)].map((mediaId) => ({ mediaId, alt: title }))];
}

const isOthers = (listingId: string | undefined, known: OwnContent | null): boolean =>
  listingId !== undefined && listingId !== known?.listingId;

/** What writing these goods would be; null where they cannot be written now. */
function stepOf(known: OwnContent | null): ImportStep | null {
  if (known === null) return 'add';
  if (isInShop(known.state)) return 'change';
  return isOpenToChange(known.state) ? 'revise' : null;
}

/** The goods the rows are of, by their id or by the numbers of their variants. */
function whoseRows(
  said: GoodsRows,
  bySku: ReadonlyMap<string | null, string>,
  known: ReadonlyMap<string, OwnContent>,
): { known: OwnContent | null; fault?: GoodsFault } {
  const named = new Set(skusOf(said).flatMap((sku) => bySku.get(sku) ?? []));
  if (isId(said.goods)) {
    if (!known.has(said.goods)) return { known: null, fault: rowFault(said, 'goods_unknown', 'goods', said.goods) };
    named.add(said.goods);
  }
  if (named.size > 1) return { known: null, fault: rowFault(said, 'goods_mixed', 'sku') };
  const [id] = named;
  if (id === undefined) return { known: null };
  const found = known.get(id);
  return found ? { known: found } : { known: null, fault: rowFault(said, 'goods_mixed', 'sku') };
}
