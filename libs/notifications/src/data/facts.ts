import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';

const shopRow = z.object({ name: z.string(), district_id: z.uuid() });
const goodsRow = z.object({ title: z.string(), district_id: z.uuid(), shop: z.string() });

/** What messages say beyond the ids in the news, looked up as the system. None of it is personal. */
@Injectable()
export class Facts {
  shop(tx: Tx, sellerId: string): Promise<z.infer<typeof shopRow>> {
    const sql = `select name, district_id from sellers.v_seller where seller_id = $1`;
    return one(tx, shopRow, sql, sellerId);
  }

  goods(tx: Tx, listingId: string): Promise<z.infer<typeof goodsRow>> {
    return one(
      tx,
      goodsRow,
      `select l.title, l.district_id, s.name as shop
         from catalogue.v_listing l join sellers.v_seller s on s.seller_id = l.seller_id
        where l.listing_id = $1`,
      listingId,
    );
  }
}

async function one<T>(tx: Tx, row: z.ZodType<T>, sql: string, id: string): Promise<T> {
  const found = await tx.maybe(row, sql, [id]);
  assert(found !== null, 'news is about something that is there');
  return found;
}
