import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import type { ExportedColumns } from '../../domain/desk/write-goods.js';
import { languages } from '../../domain/languages.js';
import { listingInput, type ListingInput } from '../../domain/listing-content.js';
import { listingStates } from '../../domain/listing.states.js';
import { versionOf } from '../../domain/listing-version.js';

const offerPart = z.object({
  id: z.uuid(),
  label: z.string(),
  price: z.number(),
  mrp: z.number(),
  government: z.number().nullable(),
  breaks: z.array(z.object({ from: z.number(), price_paise: z.number() })),
  lead_days: z.number(),
  min_quantity: z.number(),
  max_quantity: z.number(),
  on_hand: z.number(),
  reserved: z.number(),
  version: z.number(),
  options: z.record(z.string(), z.string()),
  sku: z.string().nullable(),
  gtin: z.string().nullable(),
  is_made_to_order: z.boolean(),
  is_withdrawn: z.boolean(),
});
const row = z.object({
  id: z.uuid(),
  state: z.enum(listingStates.names),
  version: z.number(),
  has_change: z.boolean(),
  words: z.record(z.string(), z.unknown()),
  gift_wrap_paise: paiseColumn.nullable(),
  parameters: z.record(z.string(), z.unknown()),
  translations: z.record(z.string(), z.record(z.string(), z.unknown())),
  offers: z.array(offerPart),
});

/** Goods as their maker would write them today. */
export interface OwnContent {
  listingId: string;
  state: z.infer<typeof row>['state'];
  version: string;
  /** A change of theirs waits for the desk. */
  hasChange: boolean;
  content: ListingInput;
}

const inr = (paise: number) => ({ paise, currency: 'INR' as const });

const select = `
  select l.id, l.state, l.version, l.parameters, l.translations, l.gift_wrap_paise,
         exists (select from catalogue.listing_change c where c.listing_id = l.id and c.state = 'waiting') as has_change,
         jsonb_build_object(
           'odopEntryId', l.odop_entry_id, 'category', (select c.slug from catalogue.category c where c.id = l.category_id),
           'title', l.title, 'description', l.description, 'commonName', l.common_name, 'brand', l.brand, 'hsn', l.hsn,
           'gstRateKey', l.gst_rate_key, 'unit', l.unit, 'handmade', l.handmade, 'countryOfOrigin', l.country_of_origin,
           'netQuantity', jsonb_build_object('value', l.net_quantity, 'unit', l.net_unit), 'weight_g', l.weight_g,
           'size_mm', case when l.length_mm is null then null else
             jsonb_build_object('length', l.length_mm, 'width', l.width_mm, 'height', l.height_mm) end,
           'care', l.care, 'food', l.food, 'declarations', l.declarations, 'certifications', l.certifications,
           'servesPins', to_jsonb(l.serves_pins),
           'images', (select coalesce(jsonb_agg(jsonb_build_object('mediaId', m.media_id, 'alt', m.alt) order by m.position), '[]')
                        from catalogue.listing_image m where m.listing_id = l.id)) as words,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'id', o.id, 'label', o.label, 'price', o.price_paise, 'mrp', o.mrp_paise,
                   'government', o.government_price_paise, 'breaks', o.quantity_breaks, 'lead_days', o.lead_days,
                   'min_quantity', o.min_quantity, 'max_quantity', o.max_quantity, 'on_hand', k.on_hand,
                   'reserved', k.reserved, 'version', o.version, 'options', o.options, 'sku', o.sku, 'gtin', o.gtin,
                   'is_made_to_order', o.is_made_to_order, 'is_withdrawn', o.is_withdrawn)
                   order by o.is_withdrawn, o.position, o.id), '[]')
            from catalogue.offer o,
                lateral (select coalesce(sum(s.on_hand), 0)::integer as on_hand, coalesce(sum(s.reserved), 0)::integer as reserved
                           from catalogue.stock_level s where s.offer_id = o.id) k
           where o.listing_id = l.id and o.seller_id = l.seller_id) as offers
    from catalogue.listing l`;

/** What makers wrote about goods of theirs, as they would write it again: for sheets and copies. @rule S-60 */
@Injectable()
export class OwnContentsQuery {
  /** Those of the ids that are the maker's own. @rule S-42 */
  async of(tx: Tx, sellerId: string, ids: readonly string[]): Promise<ReadonlyMap<string, OwnContent>> {
    if (ids.length === 0) return new Map();
    const sql = `${select} where l.seller_id = $1 and l.id = any($2::uuid[])`;
    const rows = await tx.many(row, sql, [sellerId, [...new Set(ids)]]);
    return new Map(rows.map((one) => [one.id, contentOf(one)]));
  }

  /** A piece of all the maker's goods but the archived ones, in the order of their ids. */
  async after(tx: Tx, sellerId: string | null, after: string | null, limit: number): Promise<OwnContent[]> {
    const sql = `${select} where l.seller_id = $1 and l.state <> 'archived' and ($2::uuid is null or l.id > $2)
                  order by l.id limit $3`;
    return (await tx.many(row, sql, [sellerId, after, limit])).map(contentOf);
  }

  /** What the maker's goods answer and in which languages they are told: columns of her sheet. */
  async columns(tx: Tx, sellerId: string | null): Promise<ExportedColumns> {
    const keysOf = (column: 'parameters' | 'translations', limit: number) =>
      tx.many(
        z.object({ key: z.string() }),
        `select distinct k.key from catalogue.listing l, jsonb_object_keys(l.${column}) as k(key)
          where l.seller_id = $1 and l.state <> 'archived' order by 1 limit $2`,
        [sellerId, limit],
      );
    const answers = await keysOf('parameters', 60);
    const told = new Set((await keysOf('translations', languages.length)).map((one) => one.key));
    return { answers: answers.map((one) => one.key), languages: languages.filter((lang) => told.has(lang)) };
  }

  /** How many rows a sheet of all the maker's goods has. */
  async countRows(tx: Tx, sellerId: string | null): Promise<number> {
    const found = await tx.maybe(
      z.object({ rows: z.number() }),
      `select count(*)::integer as rows from catalogue.offer o join catalogue.listing l on l.id = o.listing_id
        where l.seller_id = $1 and o.seller_id = $1 and l.state <> 'archived' and not o.is_withdrawn`,
      [sellerId],
    );
    return found?.rows ?? 0;
  }

  /** The maker's own goods by their numbers as names of files have them: an underscore may stand for a slash. @rule S-42 */
  named(tx: Tx, sellerId: string, names: readonly string[]) {
    return tx.many(
      z.object({ sku: z.string(), listing_id: z.uuid(), state: z.enum(listingStates.names) }),
      `select o.sku, o.listing_id, l.state from catalogue.offer o join catalogue.listing l on l.id = o.listing_id
        where o.seller_id = $1 and l.seller_id = $1 and not o.is_withdrawn and replace(o.sku, '/', '_') = any($2::text[])
        order by o.id`,
      [sellerId, [...new Set(names)]],
    );
  }

  /** Pictures of goods in their order, as their maker would write them again. */
  images(tx: Tx, listingId: string) {
    return tx.many(
      z.object({ mediaId: z.uuid(), alt: z.string() }),
      `select media_id as "mediaId", alt from catalogue.listing_image where listing_id = $1 order by position`,
      [listingId],
    );
  }

  /** Which of the maker's goods have these numbers: each by its own index, however many goods she has. */
  coded(tx: Tx, sellerId: string, skus: readonly string[], gtins: readonly string[]) {
    return tx.many(
      z.object({ listing_id: z.uuid(), sku: z.string().nullable(), gtin: z.string().nullable() }),
      `select listing_id, sku, gtin from catalogue.offer
        where seller_id = $1 and not is_withdrawn and sku = any($2::text[])
        union
       select listing_id, sku, gtin from catalogue.offer
        where seller_id = $1 and not is_withdrawn and gtin = any($3::text[])`,
      [sellerId, [...skus], [...gtins]],
    );
  }
}

function contentOf(one: z.infer<typeof row>): OwnContent {
  const sold = one.offers.filter((offer) => !offer.is_withdrawn);
  const content = {
    ...one.words,
    parameters: Object.entries(one.parameters).map(([key, value]) => ({ key, value })),
    translations: Object.entries(one.translations).map(([lang, told]) => ({ lang, ...told })),
    giftWrap: one.gift_wrap_paise === null ? null : inr(Number(one.gift_wrap_paise)),
    offers: sold.map((offer) => ({
      label: offer.label,
      price: inr(offer.price),
      mrp: inr(offer.mrp),
      stock: offer.on_hand,
      leadDays: offer.lead_days,
      minQuantity: offer.min_quantity,
      maxQuantity: offer.max_quantity,
      options: Object.entries(offer.options).map(([name, value]) => ({ name, value })),
      sku: offer.sku,
      gtin: offer.gtin,
      isMadeToOrder: offer.is_made_to_order,
      quantityBreaks: offer.breaks.map(({ from, price_paise }) => ({ from, price: inr(price_paise) })),
      governmentPrice: offer.government === null ? null : inr(offer.government),
    })),
  };
  return {
    listingId: one.id,
    state: one.state,
    version: versionOf(one, one.offers),
    hasChange: one.has_change,
    content: listingInput.parse(content),
  };
}
