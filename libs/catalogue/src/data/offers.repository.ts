import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { fail } from '../domain/listing.errors.js';
import type { OfferTerms } from '../domain/offer-terms.js';
import { TakenCodes } from '../domain/offer-codes.js';
import { breaksBelow, type QuantityBreak } from '../domain/selling-price.js';
import type { CountReason } from '../domain/stock.rules.js';
import { newGoods } from './new-goods.sql.js';
import { OfferEntity } from './offer.entity.js';
import { Stock, type StockCount, type Turned } from './stock.repository.js';

/** Breaks as they are stored: amounts of JSON are numbers. */
export const quantityBreaks = z.array(z.object({ from: z.number(), price_paise: z.number().transform(BigInt) }));
const stored = (breaks: readonly QuantityBreak[]) =>
  breaks.map(({ from, price_paise }) => ({ from, price_paise: Number(price_paise) }));

const offerRow = z.object({
  id: z.uuid(),
  listing_id: z.uuid(),
  seller_id: z.uuid(),
  label: z.string(),
  price_paise: paiseColumn,
  mrp_paise: paiseColumn,
  reviewed_price_paise: paiseColumn.nullable(),
  lead_days: z.number(),
  min_quantity: z.number(),
  max_quantity: z.number(),
  on_hand: z.number(),
  reserved: z.number(),
  is_withdrawn: z.boolean(),
  options: z.record(z.string(), z.string()),
  sku: z.string().nullable(),
  gtin: z.string().nullable(),
  is_made_to_order: z.boolean(),
  quantity_breaks: quantityBreaks,
  government_price_paise: paiseColumn.nullable(),
  low_stock: z.number().nullable(),
  version: z.number(),
});
export type Offer = z.infer<typeof offerRow>;

const columns = Object.keys(offerRow.shape).join(', ');
/** Offers with the pieces of all their places. */
const offers = `catalogue.offer o cross join lateral (
  select coalesce(sum(k.on_hand), 0)::integer as on_hand, coalesce(sum(k.reserved), 0)::integer as reserved
    from catalogue.stock_level k where k.offer_id = o.id) k`;

const pricedRow = offerRow.extend({ discount_min_bp: z.number() });

const priceRow = offerRow
  .pick({ price_paise: true, mrp_paise: true, government_price_paise: true, quantity_breaks: true })
  .extend({ at: z.date() });
/** What was asked from an instant on. */
export type AskedPrice = z.infer<typeof priceRow>;

/** Prices as a list the database reads as rows. */
const priceRows = (asked: readonly ({ id: string } & Omit<AskedPrice, 'at'>)[]): string =>
  JSON.stringify(
    asked.map((one) => ({
      id: one.id,
      price_paise: String(one.price_paise),
      mrp_paise: String(one.mrp_paise),
      government_price_paise: one.government_price_paise === null ? null : String(one.government_price_paise),
      quantity_breaks: stored(one.quantity_breaks),
    })),
  );

/** A variant that is not there yet. */
export interface NewOffer {
  listing_id: string;
  seller_id: string;
  position: number;
  terms: OfferTerms;
}

@Injectable()
export class Offers {
  constructor(private readonly stock: Stock) {}

  /** What a listing's own maker offers, in her order, withdrawn ones last. */
  ofListing(tx: Tx, listingId: string): Promise<Offer[]> {
    return tx.many(
      offerRow,
      `select ${columns} from ${offers}
        where listing_id = $1 and seller_id = (select l.seller_id from catalogue.listing l where l.id = $1)
        order by is_withdrawn, position, id`,
      [listingId],
    );
  }

  /** What one seller offers of a listing, her own or another's, in her order, withdrawn ones last. */
  ofSeller(tx: Tx, listing: { id: string; seller_id: string }): Promise<Offer[]> {
    return tx.many(
      offerRow,
      `select ${columns} from ${offers} where listing_id = $1 and seller_id = $2 order by is_withdrawn, position, id`,
      [listing.id, listing.seller_id],
    );
  }

  /** One of the caller's own, held until the transaction ends. @throws offer_unknown (404) @rule S-42 */
  async lockOwn(tx: Tx, id: string): Promise<Offer> {
    const offer = await tx.maybe(
      offerRow,
      `select ${columns} from ${offers} where id = $1 and seller_id = $2 for no key update of o`,
      [id, tx.actor.organisationId],
    );
    if (!offer) throw fail('offer_unknown');
    return offer;
  }

  /** Many of the caller's own, by their ids or her numbers of them, held until the transaction ends. @rule S-42 */
  lockOwnMany(tx: Tx, keys: readonly { offerId?: string | undefined; sku?: string | undefined }[]) {
    return tx.many(
      pricedRow,
      `select ${columns}, coalesce((select c.discount_min_bp from catalogue.listing l
                                      join catalogue.category c on c.id = l.category_id where l.id = listing_id), 0)
                as discount_min_bp
         from ${offers} where seller_id = $1 and (id = any($2::uuid[]) or (sku = any($3::text[]) and not is_withdrawn))
        order by id for no key update of o`,
      [tx.actor.organisationId, keys.flatMap((one) => one.offerId ?? []), keys.flatMap((one) => one.sku ?? [])],
    );
  }

  /**
   * Makes a seller's offers of a listing those that she wrote: known by their label, new ones added, missing ones withdrawn. Rows
   * stay, because orders point at them.
   */
  async replace(tx: Tx, listing: { id: string; seller_id: string }, wanted: readonly OfferTerms[]): Promise<void> {
    const there = new Map((await this.ofSeller(tx, listing)).map((offer) => [offer.label, offer]));
    (await this.taken(tx, listing.seller_id, wanted, listing.id)).assertFree(wanted);
    // Numbers and options may change places among the variants: none stands in another's way meanwhile.
    await tx.run(
      `update catalogue.offer set sku = null, gtin = null, options = '{}' where listing_id = $1 and seller_id = $2`,
      [listing.id, listing.seller_id],
    );
    const fresh: NewOffer[] = [];
    for (const [i, terms] of wanted.entries()) {
      const known = there.get(terms.label);
      there.delete(terms.label);
      if (known) await this.change(tx, known, terms, i + 1);
      else fresh.push({ listing_id: listing.id, seller_id: listing.seller_id, position: i + 1, terms });
    }
    await this.add(tx, fresh);
    await tx.run(`update catalogue.offer set is_withdrawn = true, version = version + 1 where id = any($1::uuid[])`, [
      [...there.values()].map((offer) => offer.id),
    ]);
    await this.followVariants(tx, listing.id);
  }

  /**
   * Offers of resellers follow the maker's variants: the MRP and what sets them apart are hers; what she no longer makes, or
   * asks less for at most than it is resold at, is withdrawn.
   * @rule 
   */
  private async followVariants(tx: Tx, listingId: string): Promise<void> {
    await tx.run(
      `update catalogue.offer o
          set is_withdrawn = m.id is null or o.price_paise > m.mrp_paise,
              mrp_paise = case when o.price_paise <= m.mrp_paise then m.mrp_paise else o.mrp_paise end,
              options = coalesce(m.options, o.options), version = o.version + 1
         from catalogue.offer p
         join catalogue.listing l on l.id = p.listing_id
         left join catalogue.offer m
           on m.listing_id = l.id and m.seller_id = l.seller_id and m.label = p.label and not m.is_withdrawn
        where o.id = p.id and p.listing_id = $1 and p.seller_id <> l.seller_id and not p.is_withdrawn
          and (m.id is null or m.mrp_paise <> p.mrp_paise or m.options <> p.options)`,
      [listingId],
    );
  }

  /** A new count of one place, or of all together. @throws stock_below_reserved (409) @rule S-4 */
  async count(
    tx: Tx,
    offer: { id: string; reserved: number },
    counted: Omit<StockCount, 'offerId'>,
    why?: { reason: CountReason | null; note: string | null },
  ): Promise<Turned> {
    const [turned] = await this.stock.count(tx, [{ offerId: offer.id, ...counted }], why);
    if (turned) return turned;
    const { locationId } = counted;
    const there = (await this.stock.levels(tx, offer.id)).find((level) => level.location_id === locationId);
    const reserved = there?.reserved ?? offer.reserved;
    throw fail('stock_below_reserved', { reserved });
  }

  /** Other prices, each for one: breaks and a public price that would be no lower end with it. */
  async setPrices(tx: Tx, wanted: readonly { offer: Offer; price_paise: Paise }[]): Promise<void> {
    const asked = wanted.map(({ offer, price_paise }) => {
      const { government_price_paise: government } = offer;
      const quantity_breaks = breaksBelow(offer.quantity_breaks, price_paise);
      const isLower = government !== null && government <= price_paise;
      return { ...offer, price_paise, quantity_breaks, government_price_paise: isLower ? government : null };
    });
    await tx.run(
      `update catalogue.offer o
          set price_paise = n.price_paise, quantity_breaks = n.quantity_breaks,
              government_price_paise = n.government_price_paise, version = o.version + 1
         from jsonb_to_recordset($1::jsonb)
           as n(id uuid, price_paise bigint, quantity_breaks jsonb, government_price_paise bigint)
        where o.id = n.id`,
      [priceRows(asked)],
    );
    await this.writePrices(tx, asked);
  }

  /** What was asked for one of the caller's own, the newest first. @throws offer_unknown (404) @rule S-42 */
  async prices(tx: Tx, id: string): Promise<AskedPrice[]> {
    await this.lockOwn(tx, id);
    return tx.many(
      priceRow,
      `select price_paise, mrp_paise, government_price_paise, quantity_breaks, at from catalogue.price_change
        where offer_id = $1 order by seq desc limit 100`,
      [id],
    );
  }

  /** How far the category of an offer's listing asks a price to be below the MRP. @rule */
  async discountMin_bp(tx: Tx, listingId: string): Promise<number> {
    const row = await tx.maybe(
      z.object({ discount_min_bp: z.number() }),
      `select c.discount_min_bp from catalogue.category c join catalogue.listing l on l.category_id = c.id where l.id = $1`,
      [listingId],
    );
    return row?.discount_min_bp ?? 0;
  }

  /** Which of these numbers goods of the seller bear, but for one of them. */
  async taken(tx: Tx, sellerId: string, wanted: readonly OfferTerms[], but: string | null = null): Promise<TakenCodes> {
    const others = `select sku, gtin from catalogue.offer
                     where seller_id = $1 and listing_id is distinct from $2 and not is_withdrawn`;
    const sql = `${others} and sku = any($3::text[]) union all ${others} and gtin = any($4::text[])`;
    const codes = [wanted.flatMap((one) => one.sku ?? []), wanted.flatMap((one) => one.gtin ?? [])];
    return new TakenCodes(await tx.many(offerRow.pick({ sku: true, gtin: true }), sql, [sellerId, but, ...codes]));
  }

  /** Variants that are not there yet, with their first price and pieces, in one statement. */
  async add(tx: Tx, fresh: readonly NewOffer[]): Promise<void> {
    const rows = fresh.map(({ terms, ...of }) => ({
      ...{ ...of, ...offerColumns(terms), id: newId(), reviewed_price_paise: null },
      ...{ stock: terms.stock, movement_id: newId(), at: tx.now },
    }));
    await tx.run(newGoods.offers, [JSON.stringify(rows), tx.now, tx.actor.personId]);
  }

  /** Lines in the book of prices, where they say something new. @rule */
  private async writePrices(tx: Tx, asked: readonly ({ id: string } & Omit<AskedPrice, 'at'>)[]): Promise<void> {
    await tx.run(
      `insert into catalogue.price_change (offer_id, seq, price_paise, mrp_paise, government_price_paise, quantity_breaks,
                                           person_id, at)
       select n.id, coalesce(last.seq, 0) + 1, n.price_paise, n.mrp_paise, n.government_price_paise, n.quantity_breaks, $2, $3
         from jsonb_to_recordset($1::jsonb)
                as n(id uuid, price_paise bigint, mrp_paise bigint, quantity_breaks jsonb, government_price_paise bigint)
         left join lateral (
           select seq, price_paise, mrp_paise, government_price_paise, quantity_breaks from catalogue.price_change
            where offer_id = n.id order by seq desc limit 1) last on true
        where (last.price_paise, last.mrp_paise, last.quantity_breaks, last.government_price_paise)
              is distinct from (n.price_paise, n.mrp_paise, n.quantity_breaks, n.government_price_paise)`,
      [priceRows(asked), tx.actor.personId, tx.now],
    );
  }

  /** An officer has seen the prices of goods as they are now. @rule SM-3 */
  async review(tx: Tx, listing: { id: string; seller_id: string }): Promise<void> {
    await tx.run(
      `update catalogue.offer set reviewed_price_paise = price_paise where listing_id = $1 and seller_id = $2`,
      [listing.id, listing.seller_id],
    );
  }

  private async change(tx: Tx, offer: Offer, terms: OfferTerms, position: number): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .update(OfferEntity)
      .set({ ...offerColumns(terms), position, is_withdrawn: false, version: offer.version + 1 })
      .where('id = :id', { id: offer.id })
      .execute();
    await this.writePrices(tx, [{ ...terms, id: offer.id, quantity_breaks: terms.quantityBreaks }]);
    if (terms.stock !== offer.on_hand) await this.count(tx, offer, { locationId: null, pieces: terms.stock });
  }
}

/** What the terms of a variant become in its row. */
export const offerColumns = (terms: OfferTerms) => ({
  label: terms.label,
  price_paise: String(terms.price_paise),
  mrp_paise: String(terms.mrp_paise),
  lead_days: terms.leadDays,
  min_quantity: terms.minQuantity,
  max_quantity: terms.maxQuantity,
  options: terms.options,
  sku: terms.sku,
  gtin: terms.gtin,
  is_made_to_order: terms.isMadeToOrder,
  quantity_breaks: stored(terms.quantityBreaks),
  government_price_paise: terms.government_price_paise === null ? null : String(terms.government_price_paise),
});
