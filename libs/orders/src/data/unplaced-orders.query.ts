import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { place_within_s, unplacedStates } from '../domain/unplaced.js';

const ids = z.object({ id: z.uuid() });
const row = z.object({ id: z.uuid(), state: z.enum(unplacedStates), paid_at: z.date() });
/** An order whose money is here, or is promised at the door, and that waits for it all the same. */
export type UnplacedOrder = z.infer<typeof row>;

/** The states are written out: PostgreSQL takes a partial index only where it can read that they fit it. */
const unplaced = `orders."order" o join payments.v_paid p on p.cause_kind = 'checkout' and p.cause_id = o.checkout_id
                   where o.state in ('pending_payment', 'payment_failed') and p.paid_at <= $1`;

const before = (now: Date): Date => new Date(now.getTime() - place_within_s * 1_000);

@Injectable()
export class UnplacedOrdersQuery {
  /** Those nobody was told about, whose money came first before the others. @rule S-5 */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const sql = `select o.id from ${unplaced} and o.alarmed_at is null order by p.paid_at limit $2`;
    return (await tx.many(ids, sql, [before(tx.now), limit])).map(({ id }) => id);
  }

  /** Takes one of them, that it is told once; null when it was placed meanwhile or was told. */
  async take(tx: Tx, orderId: string): Promise<UnplacedOrder | null> {
    const sql = `select o.id, o.state, p.paid_at from ${unplaced} and o.alarmed_at is null and o.id = $2 for update of o`;
    const found = await tx.maybe(row, sql, [before(tx.now), orderId]);
    if (found) await tx.run(`update orders."order" set alarmed_at = $2 where id = $1`, [orderId, tx.now]);
    return found;
  }

  /** How many there are, told or not. */
  async count(tx: Tx): Promise<number> {
    const sql = `select count(*)::int as n from ${unplaced}`;
    return (await tx.maybe(z.object({ n: z.number() }), sql, [before(tx.now)]))!.n;
  }
}
