import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { odopEntryStateNames } from '#odop';
import type { Tx } from '#platform/database';
import { assert, namedId } from '#platform/kernel';
import { istDay } from '#platform/time';
import { PolicyQuery } from '#policy';
import { LicencesQuery, sellerClasses, sellerStates } from '#sellers';
import { answersOf, assertFitsCategory, assertTakesGoods } from '../domain/category.rules.js';
import { checkContent } from '../domain/check-content.js';
import { assertComplete, isFoodOf } from '../domain/checklist.js';
import type { ListingInput } from '../domain/listing-content.js';
import { assertMayTie } from '../domain/odop-tie.rules.js';
import { Categories, type Category } from './categories.repository.js';
import { wordsOf } from './listing-writing.js';
import { newGoods } from './new-goods.sql.js';
import { offerColumns } from './offers.repository.js';
import { RateLines } from './rate-lines.js';
import { StockLocations } from './stock-locations.repository.js';

/** Goods as their maker would have written them. */
export interface GoodsToSell {
  id: string;
  sellerId: string;
  content: ListingInput;
  /** Since when they are on sale. */
  age_hours: number;
}

const entryRow = z.object({
  id: z.uuid(),
  product: z.string(),
  district_id: z.uuid(),
  district_name: z.string(),
  state: z.enum(odopEntryStateNames),
  takes_listings: z.boolean(),
  gi: z.boolean(),
});
const sellerRow = z.object({
  seller_id: z.uuid(),
  state: z.enum(sellerStates.names),
  class: z.enum(sellerClasses),
  district_id: z.uuid(),
  state_code: z.string(),
});
const hour_ms = 3_600_000;
const idRow = z.object({ id: z.uuid() });

/** What the registers say of all that the goods name, read once. */
interface Registers {
  categories: ReadonlyMap<string, Category>;
  entries: ReadonlyMap<string, z.infer<typeof entryRow>>;
  sellers: ReadonlyMap<string, z.infer<typeof sellerRow>>;
  licences: ReadonlyMap<string, string | null>;
}

/** Writes goods by the hundred, in one statement for each table. */
@Injectable()
export class GoodsInBulk {
  constructor(
    private readonly categories: Categories,
    private readonly rates: RateLines,
    private readonly policy: PolicyQuery,
    private readonly licences: LicencesQuery,
    private readonly locations: StockLocations,
  ) {}

  /** Which of these are not there yet, in the order given. */
  async missing(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const known = await tx.many(idRow, `select id from catalogue.listing where id = any($1::uuid[])`, [ids]);
    const there = new Set(known.map((row) => row.id));
    return ids.filter((id) => !there.has(id));
  }

  /** @throws what a draft and its submission throw, for the first that does not pass */
  async write(tx: Tx, goods: readonly GoodsToSell[]): Promise<void> {
    const registers = await this.read(tx, goods);
    const rows = goods.map((one) => this.rowsOf(tx, one, registers));
    await this.locations.openFirst(tx, ...goods.map((one) => one.sellerId));
    await tx.run(newGoods.listings, [JSON.stringify(rows.map((row) => row.listing)), tx.now]);
    const ids = goods.map((one) => one.id);
    await tx.run(newGoods.history, [ids, 'demo', null, null, tx.actor.label, 'invented for the demo']);
    await tx.run(newGoods.offers, [JSON.stringify(rows.flatMap((row) => row.offers)), tx.now, null]);
    await tx.run(newGoods.images, [JSON.stringify(rows.flatMap((row) => row.images))]);
  }

  private async read(tx: Tx, goods: readonly GoodsToSell[]): Promise<Registers> {
    const categories = await this.categories.all(tx);
    const entries = await tx.many(
      entryRow,
      `select id, product, district_id, district_name, state, takes_listings, gi from odop.v_entry where id = any($1::uuid[])`,
      [goods.map((one) => one.content.odopEntryId)],
    );
    const sellers = await tx.many(
      sellerRow,
      `select seller_id, state, class, district_id, state_code from sellers.v_seller where seller_id = any($1::uuid[])`,
      [goods.map((one) => one.sellerId)],
    );
    const licences = new Map<string, string | null>();
    for (const { sellerId, content } of goods)
      if (content.food !== null && !licences.has(sellerId))
        licences.set(sellerId, await this.licences.fssai(tx, sellerId));
    return {
      categories: new Map(categories.map((one) => [one.slug, one])),
      entries: new Map(entries.map((one) => [one.id, one])),
      sellers: new Map(sellers.map((one) => [one.seller_id, one])),
      licences,
    };
  }

  private rowsOf(tx: Tx, { id, sellerId, content, age_hours }: GoodsToSell, registers: Registers) {
    const live_at = new Date(tx.now.getTime() - age_hours * hour_ms);
    const seller = registers.sellers.get(sellerId);
    assert(seller, 'the maker of goods is there before them');
    const entry = content.odopEntryId === null ? null : (registers.entries.get(content.odopEntryId) ?? null);
    if (content.odopEntryId !== null)
      assertMayTie(seller, entry, entry ? [{ district_id: entry.district_id, is_former: false }] : [], false);
    const category = registers.categories.get(content.category ?? '') ?? null;
    assertTakesGoods(content.category ?? '', category);
    const { hsn, offers } = checkContent(content, (key) => this.rates.at(key, tx.now));
    assertFitsCategory(category, { hsn, gstRateKey: content.gstRateKey, hasEntry: entry !== null, offers });
    const parameters = answersOf(category.parameters, content.parameters);
    const words = { ...wordsOf(content, hsn, entry, category), parameters };
    const fssai = registers.licences.get(sellerId) ?? null;
    const facts = {
      ...{
        category,
        parameters,
        hsn,
        fssai,
        sellerClass: seller.class,
        today: istDay(tx.now),
        isGi: entry?.gi === true,
      },
      images: new Set(content.images.map((image) => image.mediaId)).size,
      images_min: this.policy.at('listing.images_min', tx.now),
      ...{ country_of_origin: words.country_of_origin, declarations: content.declarations },
      ...{ certifications: content.certifications, food: content.food, handmade: content.handmade },
    };
    assertComplete(facts);
    return {
      listing: {
        ...words,
        ...{ id, seller_id: sellerId, district_id: seller.district_id, state_code: seller.state_code },
        ...{ fssai: isFoodOf(facts) ? fssai : null, live_at, created_at: live_at },
        state: offers.some((offer) => offer.stock > 0) ? 'live' : 'out_of_stock',
      },
      offers: offers.map((offer, i) => ({
        ...offerColumns(offer),
        ...{ id: namedId('catalogue.offer', id, offer.label), listing_id: id, seller_id: sellerId, position: i + 1 },
        reviewed_price_paise: String(offer.price_paise),
        ...{ stock: offer.stock, movement_id: namedId('catalogue.first stock', id, offer.label), at: live_at },
      })),
      images: content.images.map(({ mediaId, alt }, i) => ({
        ...{ listing_id: id, position: i + 1, media_id: mediaId, alt },
      })),
    };
  }
}
