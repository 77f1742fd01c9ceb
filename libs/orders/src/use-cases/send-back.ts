import { Injectable } from '@nestjs/common';
import { SendReturn } from '#fulfilment';
import { UnitOfWork, type Tx } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { Returns } from '../data/returns.repository.js';
import { fail } from '../domain/order.errors.js';
import { FetchReturn } from './fetch-return.js';

@Injectable()
export class SendBack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly returns: Returns,
    private readonly fetchReturn: FetchReturn,
    private readonly sendReturn: SendReturn,
  ) {}

  /**
   * The shopper sends the goods back with a carrier of her own choice, and says by which number they are found.
   * @throws order_not_found (404) · return_not_under_way · illegal_transition (409)
   * @rule SM-4 SM-5
   */
  run(orderId: string, own: { carrier: string; trackingNumber: string }): Promise<void> {
    return this.work.run(async (tx) => this.sendReturn.inside(tx, (await this.returnOf(tx, orderId)).id, own));
  }

  /**
   * A courier is to come once more; one that is asked for the first time by this need not be asked twice.
   * @throws order_not_found (404) · return_not_under_way · illegal_transition (409)
   * @rule SM-4 SM-5
   */
  askPickup(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { id, isAskedNow } = await this.returnOf(tx, orderId);
      if (!isAskedNow) await this.sendReturn.askAgain(tx, id);
    });
  }

  private async returnOf(tx: Tx, orderId: string): Promise<{ id: string; isAskedNow: boolean }> {
    const order = await this.orders.lock(tx, orderId);
    if (order.buyer_id !== tx.actor.personId) throw fail('order_not_found');
    if (order.state !== 'return_in_transit') throw fail('return_not_under_way');
    const request = await this.returns.current(tx, orderId);
    // One that was approved before couriers fetched has no parcel yet.
    return { id: request.id, isAskedNow: await this.fetchReturn.inside(tx, order, request) };
  }
}
