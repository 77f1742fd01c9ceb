import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { OrderConfirmed } from '../domain/order.events.js';
import { fail } from '../domain/order.errors.js';
import { parties } from '../domain/parties.js';

@Injectable()
export class AcceptOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
  ) {}

  /**
   * The maker takes a placed order, within her clock.
   * @throws order_not_found · illegal_transition
   * @rule SM-4
   */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
      await this.orders.move(tx, order, 'accept');
      tx.emit(OrderConfirmed, parties(order));
    });
  }
}
