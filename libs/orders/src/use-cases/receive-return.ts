import { Injectable } from '@nestjs/common';
import { RestorePieces } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { Returns } from '../data/returns.repository.js';
import { fail } from '../domain/order.errors.js';
import { OrderReturnReceived } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { named } from '../domain/pieces.js';

@Injectable()
export class ReceiveReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly restorePieces: RestorePieces,
  ) {}

  /**
   * What was sent back is with its maker again; the refund follows by the news.
   * @param resellable  whether it goes back on sale; the shopper gets her money either way
   * @throws order_not_found · illegal_transition
   * @rule SM-4 S-4
   */
  run(orderId: string, resellable: boolean): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
      await this.orders.move(tx, order, 'receive_return');
      const request = await this.returns.become(tx, orderId, 'received', { resellable });
      if (resellable) {
        const back = named(await this.orders.lines(tx, orderId), request.lines);
        await this.restorePieces.inside(
          tx,
          { kind: 'order', id: orderId },
          back.map(({ line, pieces }) => ({ offerId: line.offer_id, quantity: pieces })),
        );
      }
      tx.emit(OrderReturnReceived, parties(order));
    });
  }
}
