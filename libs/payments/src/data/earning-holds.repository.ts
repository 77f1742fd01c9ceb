import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';

const released = z.object({ seller_id: z.uuid() });
const sum = z.object({ sum_paise: paiseColumn });

/** Sales that were credited, are in no payout yet, and wait for a decision. */
export const heldEarning = `e.kind = 'sale' and e.net_paise > 0 and exists (
  select 1 from payments.earning_hold h
   where h.cause_kind = e.cause_kind and h.cause_id = e.cause_id and h.released_at is null)`;

@Injectable()
export class EarningHolds {
  /** Held for the same thing already it stays held; released meanwhile it is held anew. */
  async hold(tx: Tx, of: Cause, sellerId: string, heldFor: string): Promise<void> {
    await tx.run(
      `insert into payments.earning_hold (cause_kind, cause_id, held_for, seller_id, held_at) values ($1, $2, $3, $4, $5)
       on conflict (cause_kind, cause_id, held_for) do update set held_at = excluded.held_at, released_at = null
        where payments.earning_hold.released_at is not null`,
      [of.kind, of.id, heldFor, sellerId, tx.now],
    );
  }

  /** @returns whose it is; null when it was not held for that */
  async release(tx: Tx, of: Cause, heldFor: string): Promise<string | null> {
    const found = await tx.maybe(
      released,
      `update payments.earning_hold set released_at = $4
        where cause_kind = $1 and cause_id = $2 and held_for = $3 and released_at is null returning seller_id`,
      [of.kind, of.id, heldFor, tx.now],
    );
    return found?.seller_id ?? null;
  }

  async isHeld(tx: Tx, of: Cause): Promise<boolean> {
    const sql = `select 1 from payments.earning_hold where cause_kind = $1 and cause_id = $2 and released_at is null`;
    return (await tx.run(sql, [of.kind, of.id])) > 0;
  }

  /** What a maker was credited with, and waits. */
  async ofSeller(tx: Tx, sellerId: string): Promise<Paise> {
    const row = await tx.maybe(
      sum,
      `select coalesce(sum(e.net_paise), 0)::bigint as sum_paise from payments.earning e
        where e.seller_id = $1 and e.payout_id is null and ${heldEarning}`,
      [sellerId],
    );
    return row?.sum_paise ?? 0n;
  }
}
