import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { fail } from '../domain/listing.errors.js';
import { StockLocationEntity } from './stock.entity.js';

const locationRow = z.object({
  id: z.uuid(),
  name: z.string(),
  pincode: z.string(),
  district_name: z.string(),
  /** Where goods lie when nobody says where; it bears its seller's id and stays. */
  is_first: z.boolean(),
  on_hand: z.number(),
  reserved: z.number(),
});
/** A place where a seller keeps goods, with all pieces there. */
export type StockLocation = z.infer<typeof locationRow>;

/** What the maker says of a place, with the district its PIN lies in. */
export type LocationWords = Pick<StockLocationEntity, 'name' | 'pincode' | 'district_id'>;

@Injectable()
export class StockLocations {
  /** The first place of each seller, made by itself where her goods are made. @rule S-4 */
  async openFirst(tx: Tx, ...sellerIds: readonly string[]): Promise<void> {
    await tx.run(
      `insert into catalogue.stock_location (id, seller_id, name, pincode, district_id, made_at)
       select seller_id, seller_id, 'Workshop', pincode, district_id, $2 from sellers.v_seller
        where seller_id = any($1::uuid[])
       on conflict do nothing`,
      [[...new Set(sellerIds)], tx.now],
    );
  }

  /** The caller's places, the first one first, then as they were made. @rule S-42 */
  own(tx: Tx): Promise<StockLocation[]> {
    return tx.many(
      locationRow,
      `select p.id, p.name, p.pincode, d.name as district_name, p.id = p.seller_id as is_first,
              coalesce(sum(k.on_hand), 0)::integer as on_hand, coalesce(sum(k.reserved), 0)::integer as reserved
         from catalogue.stock_location p
         join odop.v_district d on d.id = p.district_id
         left join catalogue.stock_level k on k.location_id = p.id
        where p.seller_id = $1 and not p.is_retired
        group by p.id, d.name order by p.id <> p.seller_id, p.id`,
      [tx.actor.organisationId],
    );
  }

  /** The ids of the caller's places, held until the transaction ends. @rule S-42 */
  lockAllOwn(tx: Tx): Promise<{ id: string }[]> {
    return tx.many(
      z.object({ id: z.uuid() }),
      `select id from catalogue.stock_location where seller_id = $1 and not is_retired order by id for update`,
      [tx.actor.organisationId],
    );
  }

  /** One of the caller's own, held until the transaction ends. @throws location_unknown (404) @rule S-42 */
  async lockOwn(tx: Tx, id: string): Promise<{ seller_id: string }> {
    const location = await tx.maybe(
      z.object({ seller_id: z.uuid() }),
      `select seller_id from catalogue.stock_location where id = $1 and seller_id = $2 and not is_retired for update`,
      [id, tx.actor.organisationId],
    );
    if (!location) throw fail('location_unknown');
    return location;
  }

  async add(tx: Tx, location: Omit<StockLocationEntity, 'is_retired' | 'made_at'>): Promise<void> {
    await tx.insert(StockLocationEntity, { ...location, is_retired: false, made_at: tx.now });
  }

  async change(tx: Tx, id: string, words: LocationWords): Promise<void> {
    await tx.run(`update catalogue.stock_location set name = $2, pincode = $3, district_id = $4 where id = $1`, [
      ...[id, words.name, words.pincode, words.district_id],
    ]);
  }

  /** Her places have different names. @throws location_name_taken (409) */
  async assertNameFree(tx: Tx, name: string, id: string): Promise<void> {
    const sql = `select from catalogue.stock_location
                  where seller_id = $1 and lower(name) = lower($2) and id <> $3 and not is_retired`;
    if ((await tx.run(sql, [tx.actor.organisationId, name, id])) > 0) throw fail('location_name_taken', { name });
  }

  /** All pieces in a place, which stay as they are until the transaction ends. */
  async lockPieces(tx: Tx, id: string): Promise<number> {
    const rows = await tx.many(
      z.object({ on_hand: z.number() }),
      `select on_hand from catalogue.stock_level where location_id = $1 order by offer_id for update`,
      [id],
    );
    return rows.reduce((sum, row) => sum + row.on_hand, 0);
  }

  /** Nothing is put there any more. */
  async retire(tx: Tx, id: string): Promise<void> {
    await tx.run(`update catalogue.stock_level set is_closed = true where location_id = $1`, [id]);
    await tx.run(`update catalogue.stock_location set is_retired = true where id = $1`, [id]);
  }

  /** An offer of the caller's may lie in a place of hers from now on. @throws location_unknown (404) @rule S-42 */
  async openFor(tx: Tx, offerId: string, locationId: string): Promise<void> {
    await this.lockOwn(tx, locationId);
    await tx.run(
      `insert into catalogue.stock_level (offer_id, location_id, on_hand) values ($1, $2, 0) on conflict do nothing`,
      [offerId, locationId],
    );
  }
}
