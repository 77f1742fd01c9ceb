import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { selectTied, tiedRow, type TiedProduct } from '../data/makers-products.query.js';
import { Sellers } from '../data/sellers.repository.js';
import { fail } from '../domain/gi.errors.js';

@Injectable()
export class TieProducts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
  ) {}

  /**
   * A maker says which products of her district's list she makes, or of the district hers was divided from, all of them at
   * once: what is left out ends, and is kept. What a division took into another district stays hers if it was.
   * @throws seller_unknown (404), product_not_of_her_district (422)
   * @rule 
   */
  run(sellerId: string, entryIds: readonly string[]): Promise<TiedProduct[]> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOfShop(tx, sellerId);
      const listed = await tx.many(
        z.object({ id: z.uuid() }),
        `select e.id from odop.v_entry e
          where e.id = any($1) and e.state = 'live'
            and exists (
              select from odop.v_entry_ground g
               where g.entry_id = e.id and g.district_id = $2
                 and (not g.is_former or exists (
                   select from sellers.maker_entry m
                    where m.seller_id = $3 and m.entry_id = e.id and m.ended_at is null)))`,
        [entryIds, seller.district_id, sellerId],
      );
      const strange = entryIds.find((id) => !listed.some((entry) => entry.id === id));
      if (strange !== undefined) throw fail('product_not_of_her_district', { entryId: strange });
      await tx.run(
        `update sellers.maker_entry set ended_at = $3
          where seller_id = $1 and ended_at is null and entry_id <> all($2)`,
        [sellerId, entryIds, tx.now],
      );
      await tx.run(
        `insert into sellers.maker_entry as m (seller_id, entry_id, since)
         select $1, id, $3 from unnest($2::uuid[]) as id
         on conflict (seller_id, entry_id) do update set ended_at = null, since = excluded.since
          where m.ended_at is not null`,
        [sellerId, entryIds, tx.now],
      );
      return tx.many(tiedRow, selectTied, [sellerId]);
    });
  }
}
