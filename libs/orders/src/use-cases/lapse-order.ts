import { Injectable } from '@nestjs/common';
import { ReleaseStock } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { Orders, type Order } from '../data/orders.repository.js';
import { AnswerReturn } from './answer-return.js';
import { CallOff } from './call-off.js';
import { CloseOrder } from './close-order.js';
import { ReceiveReturn } from './receive-return.js';
import { ReturnReductions } from './return-reductions.js';

@Injectable()
export class LapseOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly callOff: CallOff,
    private readonly closeOrder: CloseOrder,
    private readonly answerReturn: AnswerReturn,
    private readonly receiveReturn: ReceiveReturn,
    private readonly releaseStock: ReleaseStock,
    private readonly returnReductions: ReturnReductions,
  ) {}

  /**
   * Nobody moved in time: does what the state table says of the order's state. Called by the clock for each order
   * whose `due_at` has passed; an order that moved meanwhile is left alone.
   * @rule SM-4
   */
  run(orderId: string): Promise<void> {
    return this.work.run((tx) => this.lapse(tx, orderId));
  }

  /** Nobody can pay a checkout any more: its pieces are for sale again. @rule SM-4 SM-6 */
  unpaid(checkoutId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const orders = await this.orders.lockOfCheckout(tx, checkoutId);
      for (const order of orders.filter(({ state }) => state === 'pending_payment')) await this.letGo(tx, order);
    });
  }

  private async letGo(tx: Tx, order: Order): Promise<void> {
    await this.orders.move(tx, order, 'lapse');
    await this.releaseStock.inside(tx, { kind: 'order', id: order.id });
  }

  private async lapse(tx: Tx, orderId: string): Promise<void> {
    const order = await this.orders.lock(tx, orderId);
    if (order.due_at === null || order.due_at > tx.now) return;
    switch (order.state) {
      case 'pending_payment':
        return this.letGo(tx, order);
      case 'payment_failed':
        await this.orders.move(tx, order, 'forget');
        return this.returnReductions.inside(tx, order.checkout_id);
      case 'placed':
        return this.callOff.inside(tx, order, 'lapse', 'not_answered');
      case 'delivered':
        return this.closeOrder.inside(tx, order);
      case 'return_requested':
        return this.answerReturn.approveInside(tx, order, 'not answered in time');
      case 'return_delivered': // nobody has looked at it: it is not put on sale
        return this.receiveReturn.inside(tx, order, { resellable: false, reason: 'not said in time' });
      default:
        return;
    }
  }
}
