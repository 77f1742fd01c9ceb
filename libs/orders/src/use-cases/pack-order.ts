import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { fail } from '../domain/order.errors.js';
import { BillOrder } from './bill-order.js';

@Injectable()
export class PackOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly billOrder: BillOrder,
  ) {}

  /**
   * The maker has packed a confirmed order: its invoice is made, so that it can lie in the parcel, and the shopper cannot
   * change her mind any more. One that waits for the shopper's bank is not packed.
   * @throws order_not_found · order_held · illegal_transition
   * @rule SM-4
   */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
      if (order.held_why !== null) throw fail('order_held');
      await this.billOrder.inside(tx, await this.orders.move(tx, order, 'pack'));
    });
  }
}
