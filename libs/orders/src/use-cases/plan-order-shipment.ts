import { Injectable } from '@nestjs/common';
import { PlanShipments } from '#fulfilment';
import { UnitOfWork } from '#platform/database';
import { SellersQuery } from '#sellers';
import { Orders } from '../data/orders.repository.js';
import { cashOf } from '../domain/cash.js';
import { allLeft } from '../domain/pieces.js';

@Injectable()
export class PlanOrderShipment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly sellers: SellersQuery,
    private readonly planShipments: PlanShipments,
  ) {}

  /** A confirmed order gets its parcel, from the maker's workshop to the shopper. @rule SM-4 SM-5 */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.state !== 'confirmed' && order.state !== 'packed') return; // called off meanwhile
      const lines = allLeft(await this.orders.lines(tx, orderId));
      const { pincode } = await this.sellers.byId(tx, order.seller_id);
      await this.planShipments.inside(tx, {
        cause: { kind: 'order', id: order.id },
        sellerId: order.seller_id,
        receiverId: order.buyer_id,
        fromPincode: pincode,
        toPincode: order.ship_to_pincode,
        ...(order.held_why !== null && { heldWhy: order.held_why }),
        cash_paise: cashOf(order),
        lines: lines.map(({ line, pieces }) => ({
          offerId: line.offer_id,
          title: line.title,
          quantity: pieces,
          weight_g: line.weight_g,
        })),
      });
    });
  }
}
