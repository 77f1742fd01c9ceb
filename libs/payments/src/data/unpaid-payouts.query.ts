import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { OpenDealings } from '#sellers';

/** Money of a shop that is still on its way to her. @rule SM-1 */
@Injectable()
export class UnpaidPayoutsQuery implements OnModuleInit {
  constructor(private readonly dealings: OpenDealings) {}

  onModuleInit(): void {
    this.dealings.askFor('payout', (tx, sellerId) => this.ids(tx, sellerId));
  }

  async ids(tx: Tx, sellerId: string): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from payments.payout where seller_id = $1 and state <> 'paid'
        union all
       select seller_id from payments.payout_clock where seller_id = $1 and due_at is not null
        order by id limit 10`,
      [sellerId],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Orders whose money was never set on its way to the maker: it is not released yet, or the shopper's bank asks about it.
   * What her bank took back is no maker's any more.
   * @rule SM-1
   */
  async unreleased(tx: Tx, orders: readonly { id: string; checkout_id: string }[]): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select o.id from jsonb_to_recordset($1::jsonb) as o(id uuid, checkout_id uuid)
        where not exists (select from payments.earning e
                           where e.kind = 'sale' and e.cause_kind = 'order' and e.cause_id = o.id)
          and not exists (select from payments.payment m where m.cause_kind = 'checkout' and m.cause_id = o.checkout_id
                             and m.state = 'charged_back')`,
      [JSON.stringify(orders.map(({ id, checkout_id }) => ({ id, checkout_id })))],
    );
    return rows.map((row) => row.id);
  }
}
