import { Injectable } from '@nestjs/common';
import type { OdopEntryView } from '#odop';
import type { Tx } from '#platform/database';
import { SellersQuery, type SellerFacts } from '#sellers';
import { answersOf, assertFitsCategory, assertTakesGoods } from '../domain/category.rules.js';
import { checkContent } from '../domain/check-content.js';
import { fail } from '../domain/listing.errors.js';
import type { ListingInput } from '../domain/listing-content.js';
import type { OfferTerms } from '../domain/offer-terms.js';
import { Categories, type Category } from './categories.repository.js';
import { EntryTies } from './entry-ties.js';
import type { ListingWords } from './listings.repository.js';
import { RateLines } from './rate-lines.js';

/** What registers have said already, while many goods of one maker are written one after another. */
export class WritingMemory {
  private readonly told = new Map<string, Promise<unknown>>();

  once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const before = this.told.get(key) as Promise<T> | undefined;
    if (before) return before;
    const answer = ask();
    this.told.set(key, answer);
    return answer;
  }
}

/** What a maker wrote, as rows, and the maker it is of. */
export interface Written {
  words: ListingWords;
  offers: OfferTerms[];
  seller: SellerFacts;
}

/** What a maker wrote, held against the registers it names. */
@Injectable()
export class ListingWriting {
  constructor(
    private readonly sellers: SellersQuery,
    private readonly ties: EntryTies,
    private readonly categories: Categories,
    private readonly rates: RateLines,
  ) {}

  /**
   * @param underEntry  the entry the goods are listed under already: they keep it when it has a new version
   * @param sellerId  whose goods they are; the caller's own when nothing is said
   * @param memory  of goods that were read before in the same transaction
   * @throws what `assertMayTie`, `checkContent`, `assertTakesGoods`, `assertFitsCategory` and `answersOf` throw
   */
  async read(
    tx: Tx,
    content: ListingInput,
    underEntry: string | null = null,
    sellerId: string | null = tx.actor.organisationId,
    memory = new WritingMemory(),
  ): Promise<Written> {
    if (sellerId === null) throw fail('seller_not_listing', { state: 'nobody' });
    const seller = await memory.once(`seller ${sellerId}`, () => this.sellers.byId(tx, sellerId));
    const { odopEntryId } = content;
    const isListed = underEntry === odopEntryId;
    const entry = await memory.once(`entry ${odopEntryId} ${isListed}`, () =>
      this.ties.assertMay(tx, seller, odopEntryId, isListed),
    );
    const category = await memory.once(`category ${content.category}`, () => this.categoryOf(tx, content.category));
    const { hsn, offers } = checkContent(content, (key) => this.rates.at(key, tx.now));
    if (category) {
      const { gstRateKey } = content;
      assertFitsCategory(category, { hsn, gstRateKey, hasEntry: entry !== null, offers });
    }
    const parameters = answersOf(category?.parameters ?? [], content.parameters);
    return { words: { ...wordsOf(content, hsn, entry, category), parameters }, offers, seller };
  }

  private async categoryOf(tx: Tx, slug: string | null): Promise<Category | null> {
    if (slug === null) return null;
    const category = await this.categories.bySlug(tx, slug);
    assertTakesGoods(slug, category);
    return category;
  }
}

/** What a maker's words become in the row; her answers beside it. */
export const wordsOf = (
  content: ListingInput,
  hsn: string,
  entry: Pick<OdopEntryView, 'product' | 'district_name'> | null,
  category: Category | null,
): Omit<ListingWords, 'parameters'> => ({
  category_id: category?.id ?? null,
  declarations: content.declarations,
  certifications: content.certifications,
  translations: Object.fromEntries(content.translations.map(({ lang, ...words }) => [lang, words])),
  serves_pins: content.servesPins,
  gift_wrap_paise: content.giftWrap === null ? null : String(content.giftWrap.paise),
  odop_entry_id: content.odopEntryId,
  title: content.title,
  description: content.description,
  common_name: content.commonName,
  brand: content.brand,
  hsn,
  gst_rate_key: content.gstRateKey,
  unit: content.unit,
  net_quantity: content.netQuantity.value,
  net_unit: content.netQuantity.unit,
  handmade: content.handmade,
  country_of_origin: content.countryOfOrigin,
  weight_g: content.weight_g,
  length_mm: content.size_mm?.length ?? null,
  width_mm: content.size_mm?.width ?? null,
  height_mm: content.size_mm?.height ?? null,
  care: content.care,
  food: content.food,
  search_text: searchText(content, entry, category),
});

const searchText = (
  content: ListingInput,
  entry: Pick<OdopEntryView, 'product' | 'district_name'> | null,
  category: Category | null,
): string =>
  [content.title, content.commonName, entry?.product ?? category?.name ?? '', entry?.district_name ?? '']
    .join(' ')
    .trim()
    .toLowerCase();
