import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { fail } from '../domain/order.errors.js';
import { CallOff } from './call-off.js';

@Injectable()
export class DeclineOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly callOff: CallOff,
  ) {}

  /**
   * The maker cannot take the order; the shopper gets everything back.
   * @throws order_not_found · illegal_transition
   * @rule SM-4
   */
  run(orderId: string, reason: string): Promise<void> {
    return this.work.run((tx) => this.inside(tx, orderId, reason));
  }

  /** The same within another verb’s transaction, as the maker. */
  async inside(tx: Tx, orderId: string, reason: string): Promise<void> {
    const order = await this.orders.lock(tx, orderId);
    if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
    await this.callOff.inside(tx, order, 'decline', 'declined', reason);
  }
}
