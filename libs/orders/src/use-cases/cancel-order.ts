import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { fail } from '../domain/order.errors.js';
import { CallOff } from './call-off.js';

@Injectable()
export class CancelOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly callOff: CallOff,
  ) {}

  /**
   * The shopper changes her mind before the parcel is packed; no charge, everything back.
   * @throws order_not_found · illegal_transition
   * @rule SM-4
   */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.buyer_id !== tx.actor.personId) throw fail('order_not_found');
      await this.callOff.inside(tx, order, 'cancel', 'customer');
    });
  }
}
