import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { paiseColumn } from '#platform/money';

/** What can be told of the money of a checkout: paid and failed are told by its orders. */
export const paymentEvents = [
  'refund_promised',
  'refund_sent',
  'refund_replaced',
  'dispute_opened',
  'dispute_won',
  'dispute_lost',
] as const;

const told = z.object({ event: z.enum(paymentEvents), at: z.date(), amount_paise: paiseColumn });
export type PaymentStoryStep = z.infer<typeof told>;

@Injectable()
export class PaymentStoryQuery {
  /**
   * What went back, and what the shopper's bank asked and decided, the oldest first; nothing of another's (S-42).
   * @param most  the latest are left out beyond so many
   */
  of(tx: Tx, { kind, id }: Cause, most: number): Promise<PaymentStoryStep[]> {
    return tx.many(
      told,
      `select s.event, s.at, s.amount_paise
         from payments.payment p
        cross join lateral (
          select t.amount_paise, t.n, t.event, t.at
            from payments.refund r
           cross join lateral (values (1, case when not r.is_rest then 'refund_promised' end, r.made_at, r.amount_paise),
                                      (2, case r.state when 'succeeded' then 'refund_sent' when 'replaced' then 'refund_replaced' end,
                                       r.settled_at, coalesce(r.replaced_paise, r.amount_paise))) as t(n, event, at, amount_paise)
           where r.payment_id = p.id
          union all
          select d.amount_paise, t.n, t.event, t.at
            from payments.dispute d
           cross join lateral (values (1, 'dispute_opened', d.opened_at), (2, 'dispute_' || d.status, d.closed_at)) as t(n, event, at)
           where d.payment_id = p.id) s
        where p.cause_kind = $1 and p.cause_id = $2 and s.event is not null and s.at is not null
        order by s.at, s.n limit $3`,
      [kind, id, most],
    );
  }
}
