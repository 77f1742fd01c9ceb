import { Injectable } from '@nestjs/common';
import { CommitStock, HoldStock } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { DomainError, type Cause } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Orders, type Order } from '../data/orders.repository.js';
import { OrderCancelled, OrderPlaced } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { GiveBack } from './give-back.js';

@Injectable()
export class MarkPlaced {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly giveBack: GiveBack,
    private readonly holdStock: HoldStock,
    private readonly commitStock: CommitStock,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The checkout was paid: its orders are placed. An order whose time had run out gets its pieces again at the price
   * that was paid, or all of its money back; each order of the checkout is decided alone. Told twice, it does nothing.
   * @rule SM-4 SM-6 S-5 S-6
   */
  run(checkoutId: string): Promise<void> {
    return this.work.run(async (tx) => {
      for (const order of await this.orders.lockOfCheckout(tx, checkoutId)) {
        if (order.state === 'pending_payment' || order.state === 'payment_failed') await this.place(tx, order);
        else if (order.state === 'cancelled_by_customer' || order.state === 'abandoned')
          await this.returnMoney(tx, order);
      }
    });
  }

  private async place(tx: Tx, order: Order): Promise<void> {
    if (!(await this.sold(tx, order))) {
      const late = order.state === 'pending_payment' ? await this.orders.move(tx, order, 'lapse') : order;
      return this.returnMoney(tx, await this.orders.move(tx, late, 'refund_late'));
    }
    await this.orders.move(tx, order, 'pay');
    tx.emit(OrderPlaced, { ...parties(order), amount_paise: Number(order.total_paise) });
  }

  /** The kept pieces are hers; if they were let go meanwhile, others of the same kind may still be there. @rule S-5 */
  private async sold(tx: Tx, order: Order): Promise<boolean> {
    const cause: Cause = { kind: 'order', id: order.id };
    if (await this.commitStock.inside(tx, cause)) return true;
    const lines = (await this.orders.lines(tx, order.id)).map((line) => ({
      offerId: line.offer_id,
      quantity: line.quantity,
    }));
    const expiresAt = this.policy.deadline('retail.reserve_minutes', tx.now);
    try {
      await tx.attempt(() => this.holdStock.inside(tx, { cause, lines, expiresAt }));
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
    return this.commitStock.inside(tx, cause);
  }

  /** Money for what is not sent any more; of an order that was cancelled after it was paid, it is on its way already. */
  private async returnMoney(tx: Tx, order: Order): Promise<void> {
    const refund_paise = await this.giveBack.all(tx, order, 'not_sold');
    if (refund_paise === 0n) return;
    tx.emit(OrderCancelled, { ...parties(order), why: 'late_payment', refund_paise: Number(refund_paise) });
  }
}
