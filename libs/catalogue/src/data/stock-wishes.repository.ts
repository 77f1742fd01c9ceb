import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { StockWishEntity } from './stock.entity.js';

const wishRow = z.object({
  offer_id: z.uuid(),
  listing_id: z.uuid(),
  title: z.string(),
  label: z.string(),
  asked_at: z.date(),
});
/** Goods a person waits for. */
export type StockWish = z.infer<typeof wishRow>;

const metRow = z.object({ offer_id: z.uuid(), listing_id: z.uuid(), seller_id: z.uuid(), person_id: z.uuid() });
/** Somebody whose goods can be bought again. */
export type MetWish = z.infer<typeof metRow>;

/** Who waits for goods that ran out: private to each, and gone once she is told. */
@Injectable()
export class StockWishes {
  /** What the caller waits for, the newest first. @rule S-42 */
  own(tx: Tx): Promise<StockWish[]> {
    return tx.many(
      wishRow,
      `select w.offer_id, o.listing_id, l.title, o.label, w.asked_at
         from catalogue.stock_wish w
         join catalogue.offer o on o.id = w.offer_id
         join catalogue.listing l on l.id = o.listing_id
        where w.person_id = $1 order by w.asked_at desc, w.offer_id`,
      [tx.actor.personId],
    );
  }

  /** How many other goods of the shop she waits for. Her wishes wait for each other here. @rule S-52 */
  async countOthers(tx: Tx, personId: string, offerId: string): Promise<number> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('catalogue.wish ' || $1, 0))`, [personId]);
    const sql = `select from catalogue.stock_wish w join catalogue.offer o on o.id = w.offer_id
                   join catalogue.listing l on l.id = o.listing_id
                  where w.person_id = $1 and w.offer_id <> $2 and l.state <> 'archived' and not o.is_withdrawn`;
    return tx.run(sql, [personId, offerId]);
  }

  /**
   * Whether an offer that everybody may see cannot be bought now; null when there is no such offer. Its stock stays as it is
   * until the transaction ends, so that nobody begins to wait just when the news goes out.
   */
  async isShort(tx: Tx, offerId: string): Promise<boolean | null> {
    const locks = `select from catalogue.stock_level where offer_id = $1 order by location_id for share`;
    await tx.run(locks, [offerId]);
    const row = await tx.maybe(
      z.object({ is_short: z.boolean() }),
      `select not (o.is_for_sale and o.available > 0) as is_short
         from catalogue.v_offer o
         join catalogue.offer v on v.id = o.offer_id
         join catalogue.listing l on l.id = o.listing_id
        where o.offer_id = $1 and not v.is_withdrawn and l.state in ('live', 'out_of_stock')`,
      [offerId],
    );
    return row?.is_short ?? null;
  }

  /** Asked twice is asked once. */
  async add(tx: Tx, personId: string, offerId: string): Promise<void> {
    const wish: StockWishEntity = { offer_id: offerId, person_id: personId, asked_at: tx.now };
    await tx.run(
      `insert into catalogue.stock_wish (offer_id, person_id, asked_at) values ($1, $2, $3) on conflict do nothing`,
      [wish.offer_id, wish.person_id, wish.asked_at],
    );
  }

  async remove(tx: Tx, personId: string, offerId: string): Promise<void> {
    await tx.run(`delete from catalogue.stock_wish where person_id = $1 and offer_id = $2`, [personId, offerId]);
  }

  async removeAll(tx: Tx, personId: string): Promise<void> {
    await tx.run(`delete from catalogue.stock_wish where person_id = $1`, [personId]);
  }

  /** Takes those who wait for what can be bought again of a listing: each is taken once. */
  takeMet(tx: Tx, listingId: string): Promise<MetWish[]> {
    return tx.many(
      metRow,
      `delete from catalogue.stock_wish w using catalogue.v_offer o
        where o.offer_id = w.offer_id and o.listing_id = $1 and o.is_for_sale and o.available > 0
       returning w.offer_id, o.listing_id, o.seller_id, w.person_id`,
      [listingId],
    );
  }
}
