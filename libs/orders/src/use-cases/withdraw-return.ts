import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { Returns } from '../data/returns.repository.js';
import { fail } from '../domain/order.errors.js';

@Injectable()
export class WithdrawReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
  ) {}

  /**
   * The shopper keeps the goods after all, before the maker has answered.
   * @throws order_not_found · illegal_transition
   * @rule SM-4
   */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.buyer_id !== tx.actor.personId) throw fail('order_not_found');
      await this.orders.move(tx, order, 'withdraw_return');
      await this.returns.become(tx, orderId, 'withdrawn');
    });
  }
}
