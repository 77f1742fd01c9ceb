import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { fail } from '../domain/order.errors.js';
import { orderStates, type OrderState } from '../domain/order.states.js';
import { stepMakers } from '../domain/step.js';

const step = z.object({
  event: z.string(),
  state: z.enum(orderStates.names as [OrderState]),
  made_by: z.enum(stepMakers),
  reason: z.string().nullable(),
  at: z.date(),
});
export type OrderStep = z.infer<typeof step>;

/** More than any order can have: a few dozen steps, and each line may come back piece by piece. */
export const steps_max = 500;

@Injectable()
export class OrderTimelineQuery {
  /** What happened to an order of the caller's, the oldest first. @throws order_not_found, also for another's (S-42) */
  async of(tx: Tx, orderId: string): Promise<OrderStep[]> {
    const steps = await tx.many(
      step,
      `select 'order' as event, '${orderStates.initial}' as state, 'shopper' as made_by, null as reason, made_at as at, 0 as n
         from orders."order" where id = $1
        union all
       select event, state, made_by, reason, at, n from orders.order_step where order_id = $1
        order by n limit ${steps_max}`,
      [orderId],
    );
    if (steps.length === 0) throw fail('order_not_found');
    return steps;
  }
}
