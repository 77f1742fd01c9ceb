import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PaymentStoryQuery } from '#payments';
import type { Tx } from '#platform/database';
import type { Paise } from '#platform/money';
import { steps_max } from './order-timeline.query.js';
import { fail } from '../domain/order.errors.js';
import { orderStates } from '../domain/order.states.js';
import { stepMakers } from '../domain/step.js';

const step = z.object({
  number: z.string(),
  event: z.string(),
  made_by: z.enum(stepMakers),
  reason: z.string().nullable(),
  at: z.date(),
});
/** A step of one of its orders, or of its money (no number, an amount in paise). */
export type CheckoutStep = Omit<z.infer<typeof step>, 'number'> & { number: string | null; amount_paise: Paise | null };

@Injectable()
export class CheckoutTimelineQuery {
  constructor(private readonly story: PaymentStoryQuery) {}

  /**
   * What happened to all orders of a checkout of the caller's and to its one payment, the oldest first.
   * @throws checkout_not_found, also for another's (S-42)
   */
  async of(tx: Tx, checkoutId: string): Promise<CheckoutStep[]> {
    const steps = await tx.many(
      step,
      `select o.number, s.event, s.made_by, s.reason, s.at
         from orders."order" o
        cross join lateral (
          select 'order' as event, '${orderStates.initial}' as state, 'shopper' as made_by, null as reason, o.made_at as at, 0 as n
          union all
          select event, state, made_by, reason, at, n from orders.order_step where order_id = o.id) s
        where o.checkout_id = $1 order by s.at, o.id, s.n limit ${steps_max}`,
      [checkoutId],
    );
    if (steps.length === 0) throw fail('checkout_not_found');
    const money = await this.story.of(tx, { kind: 'checkout', id: checkoutId }, steps_max);
    return [
      ...steps.map((one) => ({ ...one, amount_paise: null })),
      ...money.map((one) => ({ ...one, number: null, made_by: 'bazaar' as const, reason: null })),
    ].sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
