import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Orders, type Order } from '../data/orders.repository.js';
import { Returns, type ReturnRequest } from '../data/returns.repository.js';
import { fail } from '../domain/order.errors.js';
import { OrderReturnAnswered } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { FetchReturn } from './fetch-return.js';
import { PlanExchange } from './plan-exchange.js';

@Injectable()
export class AnswerReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly planExchange: PlanExchange,
    private readonly fetchReturn: FetchReturn,
  ) {}

  /** The maker takes the goods back; what is wanted in exchange is kept, or if it is gone she refunds. @throws order_not_found · illegal_transition @rule SM-4 */
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
      tx.emit(OrderReturnAnswered, { ...parties(order), isApproved: false, gets: 'refund' });
    });
  }

  /** Approved by her, or because she did not answer in time: a courier is sent for the goods. @rule SM-4 SM-5 */
  async approveInside(tx: Tx, order: Order, reason?: string): Promise<void> {
    await this.orders.move(tx, order, 'approve_return', reason);
    const request = await this.returns.become(tx, order.id, 'approved');
    await this.fetchReturn.inside(tx, order, request);
    tx.emit(OrderReturnAnswered, { ...parties(order), isApproved: true, gets: await this.gets(tx, order, request) });
  }

  private async gets(tx: Tx, order: Order, request: ReturnRequest): Promise<'refund' | 'exchange' | 'refund_instead'> {
    if (request.wants === 'refund') return 'refund';
    if (await this.planExchange.hold(tx, order, request)) return 'exchange';
    await this.returns.refundInstead(tx, request.id);
    return 'refund_instead';
  }

  private async own(tx: Tx, orderId: string): Promise<Order> {
    const order = await this.orders.lock(tx, orderId);
    if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
    return order;
  }
}
