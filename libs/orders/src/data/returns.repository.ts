import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReturnParcels, type ReturnParcel } from '#fulfilment';
import type { Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { exchangedLine, returnWants, type ExchangedLine, type ReturnWants } from '../domain/exchange.js';
import { freeze } from '../domain/frozen-orders.js';
import type { Gone } from '../domain/pieces.js';
import { returnReasons, returnStatuses, type ReturnReason, type ReturnStatus } from '../domain/return-request.js';
import { fail } from '../domain/order.errors.js';
import type { Order, OrderLine } from './orders.repository.js';
import { ReturnLineEntity, ReturnRequestEntity } from './return.entity.js';

const returnRow = z.object({
  id: z.uuid(),
  reason: z.enum(returnReasons),
  note: z.string().nullable(),
  status: z.enum(returnStatuses),
  answer: z.string().nullable(),
  decision: z.string().nullable(),
  wants: z.enum(returnWants),
  exchangeOrderId: z.uuid().nullable(),
  exchange: z.array(exchangedLine).nullable(),
  is_resellable: z.boolean().nullable(),
  asked_at: z.date(),
  lines: z.array(z.object({ lineId: z.uuid(), quantity: z.number(), forOfferId: z.uuid().nullable() })),
});
export type ReturnRequest = z.infer<typeof returnRow>;
/** A request and how its goods travel; null: they do not yet, or did before couriers fetched. */
export type ShownReturn = ReturnRequest & { parcel: ReturnParcel | null };

/** More than anybody asks for in the days she has: each request names pieces that are left. */
export const returns_max = 200;

const select = `
  select r.id, r.reason, r.note, r.status, r.answer, r.decision, r.is_resellable, r.asked_at, r.wants,
         r.exchange_order_id as "exchangeOrderId", r.exchange,
         (select jsonb_agg(jsonb_build_object('lineId', line_id, 'quantity', quantity,
                                             'forOfferId', for_offer_id) order by line_id)
            from orders.return_line where request_id = r.id) as lines
    from orders.return_request r`;

@Injectable()
export class Returns {
  constructor(private readonly parcels: ReturnParcels) {}

  /** A new request of the order's shopper. @returns its id */
  async add(
    tx: Tx,
    order: Order,
    asked: {
      reason: ReturnReason;
      note: string | null;
      pieces: readonly Gone<OrderLine>[];
      wants: ReturnWants;
      forOffers: ReadonlyMap<string, string>;
    },
  ): Promise<string> {
    const id = newId();
    const parties = { buyer_id: order.buyer_id, seller_id: order.seller_id };
    const { reason, note, wants } = asked;
    await tx.insert(ReturnRequestEntity, {
      ...{ id, order_id: order.id, ...parties, reason, note, status: 'open', wants },
      ...{ exchange_order_id: null, exchange: null },
      ...{ answer: null, decision: null, is_resellable: null, asked_at: tx.now, changed_at: null },
    });
    await tx.insert(
      ReturnLineEntity,
      asked.pieces.map(({ line, pieces }) => ({
        request_id: id,
        line_id: line.id,
        ...parties,
        quantity: pieces,
        for_offer_id: asked.forOffers.get(line.id) ?? null,
      })),
    );
    return id;
  }

  /** The request that is under way for an order whose row is held, and whose state says that there is one. */
  async current(tx: Tx, orderId: string): Promise<ReturnRequest> {
    const where = `where r.order_id = $1 and r.status in ('open', 'approved', 'received')`;
    const found = await tx.maybe(returnRow, `${select} ${where}`, [orderId]);
    assert(found, 'an order that waits for a return has a request for it');
    return found;
  }

  /** The request under way goes on. */
  async become(
    tx: Tx,
    orderId: string,
    status: ReturnStatus,
    said: { answer?: string; decision?: string; resellable?: boolean } = {},
  ): Promise<ReturnRequest> {
    const request = await this.current(tx, orderId);
    await tx.run(
      `update orders.return_request
          set status = $2, answer = coalesce($3, answer), is_resellable = coalesce($4, is_resellable), changed_at = $5,
              decision = coalesce($6, decision)
        where id = $1`,
      [request.id, status, said.answer ?? null, said.resellable ?? null, tx.now, said.decision ?? null],
    );
    return request;
  }

  /** An approved exchange: the pieces are kept for the order it will be. */
  async keepExchange(tx: Tx, requestId: string, orderId: string, lines: readonly ExchangedLine[]): Promise<void> {
    const sql = `update orders.return_request set exchange_order_id = $2, exchange = $3::jsonb where id = $1`;
    await tx.run(sql, [requestId, orderId, freeze(lines)]);
  }

  /** What was wanted in exchange is not to be had: she is refunded. */
  async refundInstead(tx: Tx, requestId: string): Promise<void> {
    await tx.run(`update orders.return_request set wants = 'refund' where id = $1`, [requestId]);
  }

  /** All requests of an order of the caller's, the newest first. @throws order_not_found, also for another's (S-42) */
  async of(tx: Tx, orderId: string): Promise<ShownReturn[]> {
    if ((await tx.run(`select 1 from orders."order" where id = $1`, [orderId])) === 0) throw fail('order_not_found');
    const sql = `${select} where r.order_id = $1 order by r.id desc limit ${returns_max}`;
    const requests = await tx.many(returnRow, sql, [orderId]);
    const parcels = await this.parcels.ofCause(tx, { kind: 'order', id: orderId });
    return requests.map((request) => ({ ...request, parcel: parcels.get(request.id) ?? null }));
  }
}
