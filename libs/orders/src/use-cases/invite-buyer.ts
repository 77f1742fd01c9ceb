import { Injectable } from '@nestjs/common';
import { InviteReviews } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { CheckoutsQuery } from '../data/checkouts.query.js';
import { Orders } from '../data/orders.repository.js';
import { allLeft } from '../domain/pieces.js';

@Injectable()
export class InviteBuyer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly checkouts: CheckoutsQuery,
    private readonly inviteReviews: InviteReviews,
  ) {}

  /** The goods of an order arrived: their buyer may say how they are, each line once; what comes in exchange asks her no second time. @rule */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.exchange_of !== null) return;
      // Who has no account cannot write what others are to trust.
      if (await this.checkouts.isGuests(tx, order.checkout_id)) return;
      const lines = allLeft(await this.orders.lines(tx, orderId));
      await this.inviteReviews.inside(
        tx,
        { buyerId: order.buyer_id, sellerId: order.seller_id, stateCode: order.ship_to_state },
        lines.map(({ line }) => ({ lineId: line.id, offerId: line.offer_id, title: line.title })),
      );
    });
  }
}
