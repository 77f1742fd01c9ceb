import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Orders, type Order } from '../data/orders.repository.js';
import { Returns } from '../data/returns.repository.js';
import { fail } from '../domain/order.errors.js';
import { OrderReturnAnswered } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';

@Injectable()
export class AnswerReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
  ) {}

  /** The maker takes the goods back. @throws order_not_found · illegal_transition @rule SM-4 */
  approve(orderId: string): Promise<void> {
    return this.work.run(async (tx) => this.approveInside(tx, await this.own(tx, orderId)));
  }

  /**
   * She does not, and says why; what the shopper can do then is complain.
   * @throws order_not_found · illegal_transition
   * @rule SM-4
   */
  reject(orderId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.own(tx, orderId);
      await this.orders.move(tx, order, 'reject_return', reason);
      await this.returns.become(tx, orderId, 'rejected', { answer: reason });
      tx.emit(OrderReturnAnswered, { ...parties(order), isApproved: false });
    });
  }

  /** Approved by her, or because she did not answer in time. @rule SM-4 */
  async approveInside(tx: Tx, order: Order, reason?: string): Promise<void> {
    await this.orders.move(tx, order, 'approve_return', reason);
    await this.returns.become(tx, order.id, 'approved');
    tx.emit(OrderReturnAnswered, { ...parties(order), isApproved: true });
  }

  private async own(tx: Tx, orderId: string): Promise<Order> {
    const order = await this.orders.lock(tx, orderId);
    if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
    return order;
  }
}
