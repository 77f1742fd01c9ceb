import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { paymentMethods, type PaymentMethod } from '#payments';
import { PolicyQuery } from '#policy';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { fail } from '../domain/order.errors.js';
import type { PricedOrder } from '../domain/line-parts.js';
import { returnsAs } from '../domain/return-terms.js';
import { orderStates, stateFor, type OrderEvent, type OrderState } from '../domain/order.states.js';
import { madeBy } from '../domain/step.js';
import { holdReasons, type HoldReason } from '../domain/hold.js';
import { OrderEntity, OrderLineEntity } from './order.entity.js';

const columns = `exchange_of, id, number, checkout_id, buyer_id, seller_id, state, total_paise, refunded_paise, ship_to_pincode, ship_to_state, seller_state, seller_gst, held_why, due_at,
                 delivered_at, returns_until, promised_by, pay_by, version, made_at`;

const orderRow = z.object({
  exchange_of: z.uuid().nullable(),
  id: z.uuid(),
  number: z.string(),
  checkout_id: z.uuid(),
  buyer_id: z.uuid(),
  seller_id: z.uuid(),
  state: z.enum(orderStates.names as [OrderState]),
  total_paise: paiseColumn,
  refunded_paise: paiseColumn,
  ship_to_pincode: z.string(),
  ship_to_state: z.string(),
  seller_state: z.string().nullable(),
  seller_gst: z.enum(['registered', 'composition', 'enrolled_unregistered', 'exempt']).nullable(),
  held_why: z.enum(holdReasons).nullable(),
  due_at: z.date().nullable(),
  delivered_at: z.date().nullable(),
  returns_until: z.date().nullable(),
  promised_by: z.date().nullable(),
  pay_by: z.enum(paymentMethods),
  version: z.number(),
  made_at: z.date(),
});
export type Order = z.infer<typeof orderRow>;

const lineRow = z.object({
  id: z.uuid(),
  offer_id: z.uuid(),
  title: z.string(),
  to_make: z.boolean(),
  quantity: z.number(),
  gone_quantity: z.number(),
  price_paise: paiseColumn,
  wrap_paise: paiseColumn.nullable(),
  hsn: z.string().nullable(),
  rate_bp: z.number(),
  weight_g: z.number(),
  returns_as: z.enum(returnsAs),
  line_paise: paiseColumn,
  maker_discount_paise: paiseColumn,
  platform_discount_paise: paiseColumn,
  freight_paise: paiseColumn,
  cgst_paise: paiseColumn,
  sgst_paise: paiseColumn,
  igst_paise: paiseColumn,
});
export type OrderLine = z.infer<typeof lineRow>;

/** An order as it is written, and its lines. */
export type MadeLine = Omit<PricedOrder['lines'][number], 'gstRateKey' | 'hsn'> & Pick<OrderLine, 'hsn'>;
export type MadeOrder = Omit<PricedOrder, 'seller' | 'lines' | 'promisedBy'> & {
  lines: readonly MadeLine[];
  /** Null: a part of an order that is older than promises. */
  promisedBy: Date | null;
  /** Her standing before the tax; an exchange has that of the order it is for. */
  seller: { stateCode: string | null; gstStatus: Order['seller_gst'] };
};

/** What the orders of one checkout have in common. */
interface NewOrders {
  checkoutId: string;
  buyerId: string;
  pincode: string;
  state: string;
  payBy: PaymentMethod;
  gift: (orderId: string) => Buffer | null;
  /** Goods of it came back and are exchanged. */
  exchangeOf?: string;
  /** Some of its pieces go on their own. */
  partOf?: string;
}

@Injectable()
export class Orders {
  constructor(private readonly policy: PolicyQuery) {}

  async add(tx: Tx, of: NewOrders, plan: readonly MadeOrder[]): Promise<Date | null> {
    const due_at = this.policy.lapseOf(orderStates, orderStates.initial, tx.now);
    await tx.insert(
      OrderEntity,
      plan.map((order) => ({
        id: order.id,
        number: order.number,
        checkout_id: of.checkoutId,
        buyer_id: of.buyerId,
        seller_id: order.sellerId,
        state: orderStates.initial,
        total_paise: order.total_paise.toString(),
        ship_to_pincode: of.pincode,
        ship_to_state: of.state,
        ...{ seller_state: order.seller.stateCode, seller_gst: order.seller.gstStatus },
        promised_by: order.promisedBy,
        gift_message_sealed: of.gift(order.id),
        exchange_of: of.exchangeOf ?? null,
        part_of: of.partOf ?? null,
        refunded_paise: '0',
        held_why: null,
        pay_by: of.payBy,
        delivered_at: null,
        returns_until: null,
        due_at,
        version: 1,
        made_at: tx.now,
        changed_at: tx.now,
      })),
    );
    await tx.insert(
      OrderLineEntity,
      plan.flatMap((order) => order.lines.map((line) => rowOf(line, order, of.buyerId))),
    );
    return due_at;
  }

  /** The order, its row held until the transaction ends; another's order is not there (S-42). @throws order_not_found */
  async lock(tx: Tx, id: string): Promise<Order> {
    const found = await tx.maybe(orderRow, `select ${columns} from orders."order" where id = $1 for update`, [id]);
    if (!found) throw fail('order_not_found');
    return found;
  }

  /** Since when an order whose row is held is in its state. */
  async since(tx: Tx, id: string): Promise<Date> {
    const row = z.object({ state_since: z.date() });
    const found = await tx.maybe(row, `select state_since from orders."order" where id = $1`, [id]);
    if (!found) throw fail('order_not_found');
    return found.state_since;
  }

  /** All orders of a checkout, held, in id order so that two transactions never wait for each other. */
  lockOfCheckout(tx: Tx, checkoutId: string): Promise<Order[]> {
    return tx.many(orderRow, `select ${columns} from orders."order" where checkout_id = $1 order by id for update`, [
      checkoutId,
    ]);
  }

  /** The lines of an order; of each some pieces may be gone. */
  lines(tx: Tx, orderId: string): Promise<OrderLine[]> {
    return tx.many(
      lineRow,
      `select id, offer_id, title, to_make, quantity, gone_quantity, price_paise, wrap_paise, hsn, rate_bp, weight_g, returns_as, line_paise,
              maker_discount_paise, platform_discount_paise, freight_paise, cgst_paise, sgst_paise, igst_paise
         from orders.order_line where order_id = $1 order by id`,
      [orderId],
    );
  }

  /** An order must wait with its maker, or need not any more: no state of its own, but a step its parties see. */
  async hold(tx: Tx, order: Order, why: HoldReason | null): Promise<Order> {
    const version = order.version + 1;
    const event = why === null ? 'release' : 'hold';
    const reason = why ?? order.held_why;
    await tx.run(
      `with held as (
         update orders."order" set held_why = $2, version = $3, changed_at = $4 where id = $1
       )
       insert into orders.order_step (order_id, n, buyer_id, seller_id, event, state, made_by, reason, at)
       values ($1, $3, $5, $6, $7, $8, 'bazaar', $9, $4)`,
      [order.id, why, version, tx.now, order.buyer_id, order.seller_id, event, order.state, reason],
    );
    const object = { kind: 'order', id: order.id };
    tx.audit({ action: `orders.${event}`, object, before: { held: order.held_why }, after: { held: why } });
    return { ...order, held_why: why, version };
  }

  /**
   * Moves the order along SM-4, sets the clock of its new state, and writes the step down for its parties and for the
   * auditor. The clock of a delivered order began with the delivery, whatever was asked since.
   */
  async move(tx: Tx, order: Order, by: OrderEvent, reason?: string): Promise<Order> {
    const state = orderStates.next(stateFor(by, order, tx.now), by);
    const arrives = by === 'deliver';
    const delivered_at = arrives ? tx.now : order.delivered_at;
    const clock = this.policy.lapseOf(orderStates, state, tx.now);
    const returns_until = arrives ? clock : order.returns_until;
    const stays = state === order.state; // a step that leads nowhere else leaves the clock alone
    const due_at = stays ? order.due_at : state === 'delivered' ? returns_until : clock;
    const version = order.version + 1;
    const made_by = madeBy(tx.actor, order);
    await tx.run(
      `with moved as (
         update orders."order"
            set state = $2, due_at = $3, version = $4, changed_at = $5, delivered_at = $6, returns_until = $7 where id = $1
       )
       insert into orders.order_step (order_id, n, buyer_id, seller_id, event, state, made_by, reason, at)
       values ($1, $4, $8, $9, $10, $2, $11, $12, $5)`,
      [
        ...[order.id, state, due_at, version, tx.now, delivered_at, returns_until],
        ...[order.buyer_id, order.seller_id, by, made_by, reason ?? null],
      ],
    );
    tx.audit({
      action: `orders.${by}`,
      object: { kind: 'order', id: order.id },
      before: { state: order.state },
      after: { state },
      reason,
    });
    return { ...order, state, due_at, delivered_at, returns_until, version };
  }
}

/** A line as it is written; nothing of it is gone yet. */
const rowOf = (line: MadeLine, order: MadeOrder, buyerId: string): Omit<OrderLineEntity, 'order'> => ({
  id: line.id,
  order_id: order.id,
  buyer_id: buyerId,
  seller_id: order.sellerId,
  offer_id: line.offerId,
  title: line.title,
  quantity: line.quantity,
  price_paise: line.price_paise.toString(),
  wrap_paise: line.wrap_paise === null ? null : line.wrap_paise.toString(),
  line_paise: line.line_paise.toString(),
  weight_g: line.weight_g,
  hsn: line.hsn,
  rate_bp: line.rate_bp,
  taxable_paise: line.taxable_paise.toString(),
  cgst_paise: line.cgst_paise.toString(),
  sgst_paise: line.sgst_paise.toString(),
  igst_paise: line.igst_paise.toString(),
  maker_discount_paise: line.maker_discount_paise.toString(),
  platform_discount_paise: line.platform_discount_paise.toString(),
  freight_paise: line.freight_paise.toString(),
  paid_paise: line.paid_paise.toString(),
  returns_as: line.returnsAs,
  to_make: line.toMake,
  gone_quantity: 0,
});
