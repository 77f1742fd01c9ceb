import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Shipments } from '#fulfilment';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import type { DisputedOrder } from '../domain/dispute-evidence.js';
import { holdReasons, type HoldReason } from '../domain/hold.js';
import { orderStates, type OrderState } from '../domain/order.states.js';

const row = z.object({
  id: z.uuid(),
  number: z.string(),
  seller_id: z.uuid(),
  state: z.enum(orderStates.names as [OrderState]),
  held_why: z.enum(holdReasons).nullable(),
  total_paise: paiseColumn,
  refunded_paise: paiseColumn,
  tax_paise: paiseColumn,
  lines: z.array(z.object({ title: z.string(), quantity: z.number(), hsn: z.string().nullable() })),
});
/** An order of a disputed checkout as the payments desk sees it. */
export type DeskOrder = DisputedOrder &
  Pick<z.infer<typeof row>, 'seller_id' | 'state' | 'total_paise' | 'refunded_paise' | 'tax_paise'> & {
    held_why: HoldReason | null;
  };

@Injectable()
export class DisputedOrdersQuery {
  constructor(private readonly shipments: Shipments) {}

  /** The orders of a checkout with what proves them; orders that came to nothing prove nothing. @rule SM-6 */
  async of(tx: Tx, checkoutId: string): Promise<DeskOrder[]> {
    const rows = await tx.many(
      row,
      `select o.id, o.number, o.seller_id, o.state, o.held_why, o.total_paise, o.refunded_paise, l.lines, l.tax_paise
         from orders."order" o
         cross join lateral (
           select jsonb_agg(jsonb_build_object('title', title, 'quantity', quantity, 'hsn', hsn) order by id) as lines,
                  sum(cgst_paise + sgst_paise + igst_paise)::bigint as tax_paise
             from orders.order_line where order_id = o.id) l
        where o.checkout_id = $1 order by o.id`,
      [checkoutId],
    );
    const orders: DeskOrder[] = [];
    for (const order of rows) orders.push({ ...order, parcel: await this.parcelOf(tx, order.id) });
    return orders;
  }

  private async parcelOf(tx: Tx, orderId: string): Promise<DisputedOrder['parcel']> {
    const parcel = await this.shipments.ofCause(tx, { kind: 'order', id: orderId });
    if (parcel === null) return null;
    const { courier: carrier, awb: trackingNumber, dispatched_at: dispatchedAt, delivered_at: deliveredAt } = parcel;
    const tracked =
      carrier === null || trackingNumber === null ? [] : await this.shipments.tracked(tx, carrier, trackingNumber);
    const proof = tracked.findLast(({ kind }) => kind === 'delivered')?.proof ?? null;
    return { carrier, trackingNumber, dispatchedAt, deliveredAt, proof };
  }
}
