import { Injectable } from '@nestjs/common';
import { OdopEntriesQuery, type OdopEntryView } from '#odop';
import type { Tx } from '#platform/database';
import { isParameterKey, PolicyQuery, type GstRate } from '#policy';
import { SellersQuery, type SellerFacts } from '#sellers';
import { checkContent, type OfferTerms } from '../domain/check-content.js';
import { fail } from '../domain/listing.errors.js';
import type { ListingInput } from '../domain/listing-content.js';
import { assertMayTie } from '../domain/odop-tie.rules.js';
import type { ListingWords } from './listings.repository.js';

/** What a maker wrote, held against the registers it names. */
@Injectable()
export class ListingWriting {
  constructor(
    private readonly sellers: SellersQuery,
    private readonly entries: OdopEntriesQuery,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * @param underEntry  the entry the goods are listed under already: they keep it when it has a new version
   * @param sellerId  whose goods they are; the caller's own when nothing is said
   * @returns the row's words, its offers, and the maker they are of
   * @throws what `assertMayTie` and `checkContent` throw
   */
  async read(
    tx: Tx,
    content: ListingInput,
    underEntry: string | null = null,
    sellerId: string | null = tx.actor.organisationId,
  ): Promise<{ words: ListingWords; offers: OfferTerms[]; seller: SellerFacts }> {
    if (sellerId === null) throw fail('seller_not_listing', { state: 'nobody' });
    const seller = await this.sellers.byId(tx, sellerId);
    const isListed = underEntry === content.odopEntryId;
    const entry = await (isListed
      ? this.entries.inForce(content.odopEntryId, tx)
      : this.entries.byId(content.odopEntryId, tx));
    assertMayTie(seller, entry, entry === null ? [] : await this.entries.groundOf(entry.id, tx), isListed);
    const { hsn, offers } = checkContent(content, (key) => this.rateAt(key, tx.now));
    return { words: wordsOf(content, hsn, entry), offers, seller };
  }

  private rateAt(key: string, at: Date): GstRate | undefined {
    const parameter = `gst.rate.${key}`;
    return isParameterKey(parameter) ? (this.policy.maybe(parameter, at) as GstRate | undefined) : undefined;
  }
}

const wordsOf = (content: ListingInput, hsn: string, entry: OdopEntryView): ListingWords => ({
  category_id: null,
  parameters: {},
  declarations: {},
  certifications: [],
  translations: {},
  serves_pins: null,
  gift_wrap_paise: null,
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
  search_text: [content.title, content.commonName, entry.product, entry.district_name].join(' ').toLowerCase(),
});
