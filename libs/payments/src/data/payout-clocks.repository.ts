import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { assert } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';

const row = z.object({
  seller_id: z.uuid(),
  ran_at: z.date().nullable(),
  due_at: z.date().nullable(),
  held_at: z.date().nullable(),
  held_by: z.uuid().nullable(),
  held_reason: z.string().nullable(),
  is_last: z.boolean(),
});
export type PayoutClock = z.infer<typeof row>;

const heldRow = z.object({
  seller_id: z.uuid(),
  held_at: z.date(),
  held_by: z.uuid().nullable(),
  held_reason: z.string(),
});
/** A maker whose payouts are held. */
export type HeldPayouts = z.infer<typeof heldRow>;

const ids = z.object({ seller_id: z.uuid() });
const amount = z.object({ due_paise: paiseColumn });

@Injectable()
export class PayoutClocks {
  /** A maker's clock, made at the first call; her runs wait for each other here. */
  async lock(tx: Tx, sellerId: string): Promise<PayoutClock> {
    const found = await tx.maybe(
      row,
      `insert into payments.payout_clock as c (seller_id) values ($1)
       on conflict (seller_id) do update set due_at = c.due_at
       returning seller_id, ran_at, due_at, held_at, held_by, held_reason, is_last`,
      [sellerId],
    );
    assert(found, 'an upsert returns its row');
    return found;
  }

  async note(tx: Tx, clock: PayoutClock): Promise<void> {
    await tx.run(
      `update payments.payout_clock
          set ran_at = $2, due_at = $3, held_at = $4, held_by = $5, held_reason = $6, is_last = $7
        where seller_id = $1`,
      [clock.seller_id, clock.ran_at, clock.due_at, clock.held_at, clock.held_by, clock.held_reason, clock.is_last],
    );
  }

  /** Whether the desk holds a maker's payouts. */
  async isHeld(tx: Tx, sellerId: string): Promise<boolean> {
    const sql = `select 1 from payments.payout_clock where seller_id = $1 and held_at is not null`;
    return (await tx.run(sql, [sellerId])) > 0;
  }

  /**
   * What is owed to a maker and in no payout that has not reached her yet. One statement, so that a payout that ends
   * meanwhile counts on one side only. Below nothing while later sales have to make up for something.
   * @rule S-9
   */
  async due(tx: Tx, sellerId: string): Promise<Paise> {
    const found = await tx.maybe(
      amount,
      `select coalesce((select -sum(amount_paise) from ledger.v_entry where code = 'seller_payable' and owner = $1), 0)::bigint
            - coalesce((select sum(amount_paise) from payments.payout where seller_id = $1 and state <> 'paid'), 0)::bigint
              as due_paise`,
      [sellerId],
    );
    return found?.due_paise ?? 0n;
  }

  /** Makers a run has to look at, the longest due first. */
  async dueNow(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select seller_id from payments.payout_clock where due_at <= $1 and held_at is null order by due_at limit $2`;
    return (await tx.many(ids, sql, [tx.now, limit])).map((clock) => clock.seller_id);
  }

  /** Makers whose payouts are held. */
  held(tx: Tx, request: PageRequest<[string]>): Promise<HeldPayouts[]> {
    const page = keyset(request, ['seller_id'], 'asc', 1);
    return tx.many(
      heldRow,
      `select seller_id, held_at, held_by, held_reason from payments.payout_clock
        where held_at is not null ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
  }
}
