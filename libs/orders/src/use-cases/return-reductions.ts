import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { GiveBack } from '#promotions';
import { Orders } from '../data/orders.repository.js';
import type { OrderState } from '../domain/order.states.js';

/** States after which nothing of an order comes about any more. */
const dead: ReadonlySet<OrderState> = new Set([
  'abandoned',
  'cancelled_by_seller',
  'cancelled_by_customer',
  'refunded',
]);

@Injectable()
export class ReturnReductions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly giveBack: GiveBack,
  ) {}

  /** An order came to nothing: when no other of its checkout lives, its reductions can be had again. Told twice, once. @rule SM-4 */
  run(checkoutId: string): Promise<void> {
    return this.work.run((tx) => this.inside(tx, checkoutId));
  }

  /** The same in the caller's transaction, who sees all orders of the checkout. */
  async inside(tx: Tx, checkoutId: string): Promise<void> {
    const orders = await this.orders.lockOfCheckout(tx, checkoutId);
    if (orders.every(({ state }) => dead.has(state))) await this.giveBack.inside(tx, checkoutId);
  }
}
