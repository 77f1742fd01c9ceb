import { Injectable } from '@nestjs/common';
import { HoldShipment } from '#fulfilment';
import { Payments } from '#payments';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { Orders, type Order } from '../data/orders.repository.js';
import { OrderHeld, OrderReleased } from '../domain/order.events.js';
import { orderStates, type OrderState } from '../domain/order.states.js';
import { parties } from '../domain/parties.js';
import { CallOff } from './call-off.js';

/** Nobody has sent anything yet. */
const isBeforeDispatch = (state: OrderState): boolean => orderStates.can(state, 'charge_back');

@Injectable()
export class FollowDispute {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly payments: Payments,
    private readonly holdShipment: HoldShipment,
    private readonly callOff: CallOff,
  ) {}

  /**
   * The shopper's bank asks about the payment of a checkout, or has decided. While it asks, orders that have not left their
   * makers wait; they go on when the money stays, wholly or in part; when all of it is gone they are called off without a
   * second refund. What is true of the payment now counts, so that the news may come twice and in any order.
   * @rule SM-4 SM-6 S-9
   */
  run(checkoutId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const orders = await this.orders.lockOfCheckout(tx, checkoutId);
      const state = await this.payments.stateOf(tx, { kind: 'checkout', id: checkoutId });
      assert(!orders.some((order) => order.state === 'pending_payment'), 'what was paid is placed first; ask again');
      for (const order of orders) {
        if (!isBeforeDispatch(order.state)) continue;
        if (state === 'disputed') await this.hold(tx, order);
        else if (state === 'charged_back') await this.callOff.inside(tx, order, 'charge_back', 'charged_back');
        else await this.release(tx, order);
      }
    });
  }

  /** A parcel that has left its maker meanwhile goes on: only the money waits. */
  private async hold(tx: Tx, order: Order): Promise<void> {
    if (order.held_why !== null) return;
    if (!(await this.holdShipment.inside(tx, { kind: 'order', id: order.id }, 'dispute'))) return;
    await this.orders.hold(tx, order, 'dispute');
    tx.emit(OrderHeld, { ...parties(order), why: 'dispute' });
  }

  private async release(tx: Tx, order: Order): Promise<void> {
    if (order.held_why === null) return;
    await this.holdShipment.release(tx, { kind: 'order', id: order.id });
    await this.orders.hold(tx, order, null);
    tx.emit(OrderReleased, parties(order));
  }
}
