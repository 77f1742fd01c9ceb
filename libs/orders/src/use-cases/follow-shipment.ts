import { Injectable } from '@nestjs/common';
import { RestoreStock } from '#catalogue';
import { UnitOfWork, type Tx } from '#platform/database';
import { Orders, type Order } from '../data/orders.repository.js';
import { cashOf } from '../domain/cash.js';
import { OrderCancelled, OrderDelivered } from '../domain/order.events.js';
import { parties } from '../domain/parties.js';
import { BillOrder } from './bill-order.js';
import { GiveBack } from './give-back.js';

@Injectable()
export class FollowShipment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly giveBack: GiveBack,
    private readonly restoreStock: RestoreStock,
    private readonly billOrder: BillOrder,
  ) {}

  /** The parcel left the maker. @rule SM-4 */
  async dispatched(orderId: string): Promise<void> {
    await this.work.run(async (tx) => this.shipped(tx, await this.orders.lock(tx, orderId)));
  }

  /** A collection centre has the parcel: who brought it there has packed it. One that must wait is packed when it leaves. @rule SM-4 SM-5 */
  takenIn(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.state === 'confirmed' && order.held_why === null) await this.packed(tx, order);
    });
  }

  /** The parcel arrived: the return window begins. News comes in any order, so it may be the first of it. @rule SM-4 S-19 */
  delivered(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.shipped(tx, await this.orders.lock(tx, orderId));
      if (order.state !== 'shipped') return;
      await this.orders.move(tx, order, 'deliver');
      const cash_paise = Number(cashOf(order));
      tx.emit(OrderDelivered, { ...parties(order), deliveredAt: tx.now.toISOString(), cash_paise });
    });
  }

  /**
   * The parcel was lost or came back to its maker: the shopper gets everything back, and what came back is for sale again.
   * @param outcome  the parcel's last state
   * @rule SM-4 S-4
   */
  failed(orderId: string, outcome: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.shipped(tx, await this.orders.lock(tx, orderId));
      if (order.state !== 'shipped') return;
      const back = await this.orders.move(tx, order, 'return_to_origin', outcome);
      const refund_paise = await this.giveBack.all(tx, await this.orders.move(tx, back, 'refund'), 'not_delivered');
      if (outcome === 'rto_delivered') await this.restoreStock.inside(tx, { kind: 'order', id: order.id });
      tx.emit(OrderCancelled, { ...parties(order), why: 'not_delivered', refund_paise: Number(refund_paise) });
    });
  }

  private async shipped(tx: Tx, order: Order): Promise<Order> {
    const packed = order.state === 'confirmed' ? await this.packed(tx, order) : order;
    return packed.state === 'packed' ? this.orders.move(tx, packed, 'hand_over') : packed;
  }

  /** Who hands a parcel over without a word before has packed it: its invoice is made now. @rule SM-4 */
  private async packed(tx: Tx, order: Order): Promise<Order> {
    const packed = await this.orders.move(tx, order, 'pack');
    await this.billOrder.inside(tx, packed);
    return packed;
  }
}
