import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { paymentMethods } from '#payments';
import { SubjectKeys } from '#platform/crypto';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn } from '#platform/money';
import { giftOfOrder } from '../domain/gift.js';
import { fail } from '../domain/order.errors.js';
import { holdReasons } from '../domain/hold.js';
import { returnsAs } from '../domain/return-terms.js';
import { orderStates, type OrderState } from '../domain/order.states.js';

const line = z.object({
  id: z.uuid(),
  offer_id: z.uuid(),
  title: z.string(),
  quantity: z.number(),
  gone_quantity: z.number(),
  price_paise: paiseColumn,
  wrap_paise: paiseColumn.nullable(),
  line_paise: paiseColumn,
  maker_discount_paise: paiseColumn,
  platform_discount_paise: paiseColumn,
  freight_paise: paiseColumn,
  paid_paise: paiseColumn,
  hsn: z.string().nullable(),
  rate_bp: z.number(),
  taxable_paise: paiseColumn,
  cgst_paise: paiseColumn,
  sgst_paise: paiseColumn,
  igst_paise: paiseColumn,
  returns_as: z.enum(returnsAs),
  to_make: z.boolean(),
});

const orderRow = z.object({
  exchange_of: z.uuid().nullable(),
  exchanged_paise: paiseColumn,
  part_of: z.uuid().nullable(),
  parted_paise: paiseColumn,
  buyer_id: z.uuid(),
  gift_message_sealed: z.custom<Buffer | null>((value) => value === null || Buffer.isBuffer(value)),
  id: z.uuid(),
  number: z.string(),
  checkout_id: z.uuid(),
  seller_id: z.uuid(),
  state: z.enum(orderStates.names as [OrderState]),
  total_paise: paiseColumn,
  refunded_paise: paiseColumn,
  pay_by: z.enum(paymentMethods),
  returns_until: z.date().nullable(),
  ship_to_pincode: z.string(),
  promised_by: z.date().nullable(),
  held_why: z.enum(holdReasons).nullable(),
  due_at: z.date().nullable(),
  version: z.number(),
  made_at: z.date(),
  lines: z.array(line),
});
type Row = z.infer<typeof orderRow>;
export type OrderView = Omit<Row, 'gift_message_sealed'> & {
  /** What the shopper's gift is to say; null: nothing, or she was erased. */
  gift_message: string | null;
};

/** Lines come with their order in one statement. */
const select = `
  select o.exchange_of, (select coalesce(sum(x.total_paise), 0)::bigint from orders."order" x where x.exchange_of = o.id) as exchanged_paise,
         o.part_of, (select coalesce(sum(x.total_paise), 0)::bigint from orders."order" x where x.part_of = o.id) as parted_paise,
         o.buyer_id, o.gift_message_sealed, o.id, o.number, o.checkout_id, o.seller_id, o.state, o.total_paise, o.refunded_paise, o.pay_by, o.returns_until,
         o.ship_to_pincode, o.promised_by, o.held_why, o.due_at, o.version, o.made_at,
         l.lines
    from orders."order" o
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', id, 'gone_quantity', gone_quantity,
                                          'returns_as', returns_as, 'to_make', to_make, 'offer_id', offer_id, 'title', title, 'quantity', quantity,
                                          'price_paise', price_paise, 'wrap_paise', wrap_paise, 'line_paise', line_paise,
                                          'maker_discount_paise', maker_discount_paise,
                                          'platform_discount_paise', platform_discount_paise, 'freight_paise', freight_paise, 'paid_paise', paid_paise, 'hsn', hsn, 'rate_bp', rate_bp, 'taxable_paise', taxable_paise, 'cgst_paise', cgst_paise,
                                          'sgst_paise', sgst_paise, 'igst_paise', igst_paise) order by id) as lines
        from orders.order_line where order_id = o.id) l`;

@Injectable()
export class OrdersQuery {
  constructor(private readonly keys: SubjectKeys) {}

  /** One order of the caller's, as shopper or as maker. @throws order_not_found, also for another's (S-42) */
  async byId(tx: Tx, id: string): Promise<OrderView> {
    const found = await tx.maybe(orderRow, `${select} where o.id = $1`, [id]);
    if (!found) throw fail('order_not_found');
    return (await this.opened(tx, [found]))[0]!;
  }

  /** One order of the caller's as its shopper. @throws order_not_found, also for another's (S-42) */
  async bought(tx: Tx, id: string): Promise<OrderView> {
    const found = await this.byId(tx, id);
    if (found.buyer_id !== tx.actor.personId) throw fail('order_not_found');
    return found;
  }

  /** A shopper's or a maker's orders, newest first. */
  async page(tx: Tx, of: { buyerId: string } | { sellerId: string }, request: PageRequest): Promise<OrderView[]> {
    const page = keyset(request, ['o.id'], 'desc', 2);
    const [column, id] = 'buyerId' in of ? ['o.buyer_id', of.buyerId] : ['o.seller_id', of.sellerId];
    const sql = `${select} where ${column} = $1 ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return this.opened(tx, await tx.many(orderRow, sql, [id, ...page.values]));
  }

  /** With the words of their gifts, for those who may see the orders. */
  private async opened(tx: Tx, rows: readonly Row[]): Promise<OrderView[]> {
    const givers = rows.filter((row) => row.gift_message_sealed !== null).map((row) => row.buyer_id);
    const keys = givers.length === 0 ? null : await this.keys.existing(tx, givers);
    return rows.map(({ gift_message_sealed: sealed, ...row }) => ({
      ...row,
      gift_message: (sealed && keys?.get(row.buyer_id)?.open(giftOfOrder(row.id), sealed)) ?? null,
    }));
  }
}
