import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { hoursAfter } from '#platform/time';
import { orderStates, type OrderState } from '../domain/order.states.js';

/** So long before an order lapses because its maker has not answered, it is pressing. */
const pressing_hours = 12;

const row = z.object({
  id: z.uuid(),
  number: z.string(),
  seller_id: z.uuid(),
  state: z.enum(orderStates.names as [OrderState]),
  state_since: z.date(),
  due_at: z.date().nullable(),
});
/** An order that nobody moved in time, or that is about to lapse. */
export type LateOrder = z.infer<typeof row>;

@Injectable()
export class LateOrdersQuery {
  /** Orders whose desk was told and that are still where they were, and those no maker has taken on, the longest first. @rule SM-4 */
  page(tx: Tx, limit: number): Promise<LateOrder[]> {
    return tx.many(
      row,
      `(select id, number, seller_id, state, state_since, due_at from orders."order"
         where alarmed_at is not null order by state_since limit $2)
       union
       (select id, number, seller_id, state, state_since, due_at from orders."order"
         where state = 'placed' and due_at <= $1 order by due_at limit $2)
       order by state_since, id limit $2`,
      [hoursAfter(tx.now, pressing_hours), limit],
    );
  }
}
