import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';

const refund = z.object({
  id: z.uuid(),
  payer_id: z.uuid(),
  sale_id: z.uuid().nullable(),
  amount_paise: paiseColumn,
  state: z.string(),
  state_since: z.date(),
  failure: z.string().nullable(),
});
/** A refund that waits longer than it may, or for the desk. */
export type LateRefund = z.infer<typeof refund>;

const payout = z.object({
  id: z.uuid().nullable(),
  seller_id: z.uuid(),
  amount_paise: paiseColumn.nullable(),
  state: z.string(),
  since: z.date(),
  failure: z.string().nullable(),
});
/** A payout that failed or waits longer than it may; without an id: a maker all of whose payouts the desk holds. */
export type LatePayout = z.infer<typeof payout>;

/** Money that is not where it should be by now, the longest first. */
@Injectable()
export class LateMoneyQuery {
  /** @rule SM-6 */
  refunds(tx: Tx, limit: number): Promise<LateRefund[]> {
    return tx.many(
      refund,
      `select id, payer_id, sale_id, amount_paise, state, state_since, failure from payments.refund
        where state = 'manual' or (alarmed_at is not null and state in ('requested', 'initiated'))
        order by state_since, id limit $1`,
      [limit],
    );
  }

  /** @rule */
  payouts(tx: Tx, limit: number): Promise<LatePayout[]> {
    return tx.many(
      payout,
      `(select id, seller_id, amount_paise, state, state_since as since, failure from payments.payout
         where state = 'failed' or (alarmed_at is not null and state in ('scheduled', 'sent'))
         order by state_since limit $1)
       union all
       (select null, seller_id, null, 'held', held_at, held_reason from payments.payout_clock
         where held_at is not null order by held_at limit $1)
       order by since, seller_id limit $1`,
      [limit],
    );
  }
}
