import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { orderStates, type OrderState } from '../domain/order.states.js';
import { OrderTimelineQuery, type OrderStep } from './order-timeline.query.js';
import { ReturnPhotos, type ReturnPhoto } from './return-photos.repository.js';
import { Returns, type ShownReturn } from './returns.repository.js';

const row = z.object({
  id: z.uuid(),
  buyer_id: z.uuid(),
  number: z.string(),
  state: z.enum(orderStates.names as [OrderState]),
  promised_by: z.date().nullable(),
  returns_until: z.date().nullable(),
  made_at: z.date(),
  lines: z.array(z.object({ id: z.uuid(), title: z.string(), quantity: z.number(), gone_quantity: z.number() })),
});

/**
 * What whoever has the link of an order sees: as of a parcel, what was asked to be sent back and how that travels; nothing of who
 * bought it or what it cost. Photos are told of, not handed out.
 */
export type FollowedOrder = z.infer<typeof row> & {
  steps: OrderStep[];
  returns: ShownReturn[];
  photos: ReturnPhoto[];
};

@Injectable()
export class FollowedOrderQuery {
  constructor(
    private readonly timeline: OrderTimelineQuery,
    private readonly returns: Returns,
    private readonly photos: ReturnPhotos,
  ) {}

  /** A guest's order; null when there is none of that id, or its shopper signs in. Its link was checked. */
  of(tx: Tx, orderId: string): Promise<FollowedOrder | null> {
    return seeingAll(tx, async () => {
      const found = await tx.maybe(
        row,
        `select o.id, o.buyer_id, o.number, o.state, o.promised_by, o.returns_until, o.made_at,
                (select jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'quantity', l.quantity,
                                                     'gone_quantity', l.gone_quantity) order by l.id)
                   from orders.order_line l where l.order_id = o.id) as lines
           from orders."order" o join orders.checkout c on c.id = o.checkout_id
          where o.id = $1 and c.is_guest`,
        [orderId],
      );
      if (found === null) return null;
      const [returns, photos] = [await this.returns.of(tx, orderId), await this.photos.of(tx, orderId)];
      return { ...found, steps: await this.timeline.of(tx, orderId), returns, photos };
    });
  }
}
