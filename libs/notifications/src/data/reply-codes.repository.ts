import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { repliesSaid, type Said } from '../domain/reply.js';

const row = z.object({
  order_id: z.uuid(),
  seller_id: z.uuid(),
  open_until: z.date(),
  used_by: z.uuid().nullable(),
  used_for: z.enum(repliesSaid).nullable(),
});
export type ReplyCode = z.infer<typeof row>;

const columns = 'order_id, seller_id, open_until, used_by, used_for';

@Injectable()
export class ReplyCodes {
  /**
   * The code of an order, the same however often it is asked for. Orders of a shop that wait together have different ones,
   * and one that was just used does not come again soon.
   */
  async of(tx: Tx, orderId: string, sellerId: string, openUntil: Date): Promise<string> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 4821))`, [sellerId]);
    await tx.run(
      `insert into notifications.reply_code (order_id, seller_id, code, open_until, made_at)
       select $1, $2, free.n::text, $3, $4
         from generate_series(1000, 9999) as free(n)
         left join (select code, max(made_at) as last, bool_or(used_by is null and open_until > $4) as is_open
                      from notifications.reply_code where seller_id = $2 group by code) as taken on taken.code = free.n::text
        order by coalesce(taken.is_open, false), taken.last nulls first, random() limit 1
           on conflict (order_id) do nothing`,
      [orderId, sellerId, openUntil, tx.now],
    );
    const found = await tx.maybe(
      z.object({ code: z.string() }),
      `select code from notifications.reply_code where order_id = $1`,
      [orderId],
    );
    assert(found, 'an order has a code');
    return found.code;
  }

  /** What a code may mean in these shops: what waits first, then the newest. */
  find(tx: Tx, sellerIds: readonly string[], code: string): Promise<ReplyCode[]> {
    return tx.many(
      row,
      `select ${columns} from notifications.reply_code where seller_id = any($1::uuid[]) and code = $2
        order by (used_by is null and open_until > $3) desc, made_at desc limit 2`,
      [sellerIds, code, tx.now],
    );
  }

  /** Uses a code up. @returns false when it was used meanwhile, or its time is over */
  async use(tx: Tx, orderId: string, personId: string, said: Said): Promise<boolean> {
    const used = await tx.run(
      `update notifications.reply_code set used_by = $2, used_for = $3
        where order_id = $1 and used_by is null and open_until > $4`,
      [orderId, personId, said, tx.now],
    );
    return used === 1;
  }

  /** @param days  older ones go, of real time @returns codes removed */
  deleteOlder(tx: Tx, days: number, at_most: number): Promise<number> {
    return tx.run(
      `delete from notifications.reply_code where order_id in (
         select order_id from notifications.reply_code
          where made_at < clock_timestamp() - make_interval(days => $1)
          order by made_at limit $2 for update skip locked)`,
      [days, at_most],
    );
  }
}
