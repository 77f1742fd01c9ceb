import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import type { OfferTerms } from '../domain/check-content.js';
import { fail } from '../domain/listing.errors.js';
import { countedAs } from '../domain/stock.rules.js';
import { OfferEntity } from './offer.entity.js';
import { Stock } from './stock.repository.js';

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
  version: z.number(),
});
export type Offer = z.infer<typeof offerRow>;

const columns = Object.keys(offerRow.shape).join(', ');

@Injectable()
export class Offers {
  constructor(private readonly stock: Stock) {}

  /** A listing's offers in the maker's order, withdrawn ones last. */
  ofListing(tx: Tx, listingId: string): Promise<Offer[]> {
    return tx.many(
      offerRow,
      `select ${columns} from catalogue.offer where listing_id = $1 order by is_withdrawn, position, id`,
      [listingId],
    );
  }

  /** One of the caller's own, held until the transaction ends. @throws offer_unknown (404) @rule S-42 */
  async lockOwn(tx: Tx, id: string): Promise<Offer> {
    const offer = await tx.maybe(
      offerRow,
      `select ${columns} from catalogue.offer where id = $1 and seller_id = $2 for no key update`,
      [id, tx.actor.organisationId],
    );
    if (!offer) throw fail('offer_unknown');
    return offer;
  }

  /**
   * Makes a listing's offers those that the maker wrote: known by their label, new ones added, missing ones withdrawn. Rows
   * stay, because orders point at them.
   */
  async replace(tx: Tx, listing: { id: string; seller_id: string }, wanted: readonly OfferTerms[]): Promise<void> {
    const there = new Map((await this.ofListing(tx, listing.id)).map((offer) => [offer.label, offer]));
    for (const [i, terms] of wanted.entries()) {
      const known = there.get(terms.label);
      there.delete(terms.label);
      if (known) await this.change(tx, known, terms, i + 1);
      else await this.add(tx, listing, terms, i + 1);
    }
    await tx.run(`update catalogue.offer set is_withdrawn = true, version = version + 1 where id = any($1::uuid[])`, [
      [...there.values()].map((offer) => offer.id),
    ]);
  }

  /** A new count of the shelf. @throws stock_below_reserved (409) @rule S-4 */
  async count(tx: Tx, offer: Offer, on_hand: number): Promise<void> {
    const counted = countedAs(offer.on_hand, on_hand);
    if (!counted) return;
    const shifted = await this.stock.shift(tx, [{ offerId: offer.id, on_hand: counted.change, reserved: 0 }]);
    if (shifted.length === 0) throw fail('stock_below_reserved', { reserved: offer.reserved });
    assert(shifted[0]!.on_hand === on_hand, 'the shelf holds what was counted');
    await this.stock.record(tx, counted.kind, [{ offerId: offer.id, change: counted.change }], null);
  }

  async setPrice(tx: Tx, offer: Offer, price_paise: Paise): Promise<void> {
    await tx.run(`update catalogue.offer set price_paise = $2, version = version + 1 where id = $1`, [
      offer.id,
      price_paise,
    ]);
  }

  /** An officer has seen the prices of goods as they are now. @rule SM-3 */
  async review(tx: Tx, listing: { id: string; seller_id: string }): Promise<void> {
    await tx.run(
      `update catalogue.offer set reviewed_price_paise = price_paise where listing_id = $1 and seller_id = $2`,
      [listing.id, listing.seller_id],
    );
  }

  private async add(
    tx: Tx,
    listing: { id: string; seller_id: string },
    terms: OfferTerms,
    position: number,
  ): Promise<void> {
    const id = newId();
    await tx.insert(OfferEntity, {
      id,
      listing_id: listing.id,
      seller_id: listing.seller_id,
      position,
      options: {},
      sku: null,
      gtin: null,
      is_made_to_order: false,
      quantity_breaks: [],
      government_price_paise: null,
      ...offerColumns(terms),
      on_hand: terms.stock,
      reserved: 0,
      reviewed_price_paise: null,
      is_withdrawn: false,
      version: 1,
    });
    if (terms.stock > 0) await this.stock.record(tx, 'received', [{ offerId: id, change: terms.stock }], null);
  }

  private async change(tx: Tx, offer: Offer, terms: OfferTerms, position: number): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .update(OfferEntity)
      .set({ ...offerColumns(terms), position, is_withdrawn: false, version: offer.version + 1 })
      .where('id = :id', { id: offer.id })
      .execute();
    await this.count(tx, offer, terms.stock);
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
});
