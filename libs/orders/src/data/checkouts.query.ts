import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Payments, type PaymentState } from '#payments';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { ShownMakersQuery, type Shown } from './shown-makers.query.js';
import { fail } from '../domain/order.errors.js';
import { orderStates, type OrderState } from '../domain/order.states.js';

const ordered = z.object({
  id: z.uuid(),
  number: z.string(),
  seller_id: z.uuid(),
  state: z.enum(orderStates.names as [OrderState]),
  total_paise: paiseColumn,
  promised_by: z.coerce.date().nullable(),
  goods_paise: paiseColumn,
  wrap_paise: paiseColumn,
  reductions_paise: paiseColumn,
  freight_paise: paiseColumn,
  tax_paise: paiseColumn,
});
const checkoutRow = z.object({
  id: z.uuid(),
  total_paise: paiseColumn,
  ship_to_pincode: z.string(),
  made_at: z.date(),
  /** Until when it may be paid; null once nothing of it waits for money. */
  pay_by: z.date().nullable(),
  orders: z.array(ordered).min(1),
});
export type CheckoutView = z.infer<typeof checkoutRow> & { payment: PaymentState; shown: Shown };

@Injectable()
export class CheckoutsQuery {
  constructor(
    private readonly payments: Payments,
    private readonly shownMakers: ShownMakersQuery,
  ) {}

  /** What became of a checkout of the shopper's: its orders and its one payment. @throws checkout_not_found, also for another's (S-42) */
  async byId(tx: Tx, id: string): Promise<CheckoutView> {
    const found = await tx.maybe(
      checkoutRow,
      `select c.id, c.total_paise, c.ship_to_pincode, c.made_at, o.pay_by, o.orders
         from orders.checkout c
        cross join lateral (
          select min(due_at) filter (where state = 'pending_payment') as pay_by,
                 jsonb_agg(jsonb_build_object('id', id, 'number', number, 'seller_id', seller_id, 'state', state,
                                              'total_paise', total_paise, 'promised_by', promised_by,
                                              'goods_paise', l.goods, 'wrap_paise', l.wrap, 'reductions_paise', l.off,
                                              'freight_paise', l.freight, 'tax_paise', l.tax) order by id) as orders
            from orders."order"
           cross join lateral (
             select sum(price_paise * quantity) as goods, sum(coalesce(wrap_paise, 0) * quantity) as wrap,
                    sum(maker_discount_paise + platform_discount_paise) as off, sum(freight_paise) as freight,
                    sum(cgst_paise + sgst_paise + igst_paise) as tax
               from orders.order_line where order_id = "order".id) l
           where checkout_id = c.id) o
        where c.id = $1`,
      [id],
    );
    if (!found) throw fail('checkout_not_found');
    const sellerIds = found.orders.map((order) => order.seller_id);
    return {
      ...found,
      payment: await this.payments.stateOf(tx, { kind: 'checkout', id }),
      shown: await this.shownMakers.of(tx, sellerIds, found.made_at),
    };
  }

  /** Whether who bought it has no account. */
  async isGuests(tx: Tx, id: string): Promise<boolean> {
    const sql = `select is_guest from orders.checkout where id = $1`;
    return (await tx.maybe(z.object({ is_guest: z.boolean() }), sql, [id]))?.is_guest ?? false;
  }
}
