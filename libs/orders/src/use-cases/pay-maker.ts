import { Injectable } from '@nestjs/common';
import { Shipments } from '#fulfilment';
import { SettleEarning } from '#payments';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { KeptQuery } from '../data/kept.query.js';
import { Orders, type Order } from '../data/orders.repository.js';

@Injectable()
export class PayMaker {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly kept: KeptQuery,
    private readonly shipments: Shipments,
    private readonly settleEarning: SettleEarning,
  ) {}

  /** What was kept of a closed order goes from escrow to its maker, less its deductions; while it is in dispute, or complained of, it waits. @rule S-9 */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => this.pay(tx, await this.orders.lock(tx, orderId)));
  }

  /** The courier has brought what it collected for an order: who waited for that is paid, for goods in exchange too. @rule */
  async ofCash(orderId: string): Promise<void> {
    const { checkout_id } = await this.work.run((tx) => this.orders.lock(tx, orderId));
    await this.ofCheckout(checkout_id);
  }

  /** The shopper's bank left the money with us: makers who waited for that are paid. @rule */
  ofCheckout(checkoutId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const orders = await this.orders.lockOfCheckout(tx, checkoutId);
      for (const order of orders.filter(({ state }) => state === 'completed')) await this.pay(tx, order);
    });
  }

  /** Nothing about it is to be decided any more: if it is closed, its maker is paid. @rule */
  released(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.state === 'completed') await this.pay(tx, order);
    });
  }

  private async pay(tx: Tx, order: Order): Promise<void> {
    assert(order.state === 'completed', 'a maker is paid when nothing can come back any more');
    if (order.refunded_paise === order.total_paise) return;
    const kept = await this.kept.of(tx, order.id);
    await this.settleEarning.inside(tx, {
      cause: { kind: 'order', id: order.id },
      paidFor: { kind: 'checkout', id: order.checkout_id },
      sellerId: order.seller_id,
      toState: order.ship_to_state,
      ...(order.seller_state !== null && { stood: { stateCode: order.seller_state, gstStatus: order.seller_gst } }),
      ...kept,
      freight_paise: (await this.sentHerself(tx, order)) ? 0n : kept.freight_paise,
    });
  }

  /** No courier of ours carried it: what the shopper paid for carriage is for who did. @rule */
  private async sentHerself(tx: Tx, { id }: Order): Promise<boolean> {
    return (await this.shipments.ofCause(tx, { kind: 'order', id }))?.own_carrier ?? false;
  }
}
