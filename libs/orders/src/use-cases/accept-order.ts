import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Orders } from '../data/orders.repository.js';
import { OrderConfirmed } from '../domain/order.events.js';
import { fail } from '../domain/order.errors.js';
import { parties } from '../domain/parties.js';
import { allBut, type Wanted } from '../domain/pieces.js';
import { TakeOut } from './take-out.js';

@Injectable()
export class AcceptOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly takeOut: TakeOut,
  ) {}

  /**
   * The maker takes a placed order, within her clock: all of it, or the pieces she can send. What was paid for the others
   * goes back to the shopper.
   * @param kept  the pieces she takes, at least one; all of them when absent
   * @throws order_not_found · illegal_transition · line_not_in_order · more_than_left
   * @rule SM-4
   */
  run(orderId: string, kept?: readonly Wanted[]): Promise<void> {
    return this.work.run((tx) => this.inside(tx, orderId, kept));
  }

  /** The same within another verb’s transaction, as the maker. */
  async inside(tx: Tx, orderId: string, kept?: readonly Wanted[]): Promise<void> {
    const order = await this.orders.lock(tx, orderId);
    if (order.seller_id !== tx.actor.organisationId) throw fail('order_not_found');
    const gone = kept === undefined ? [] : allBut(await this.orders.lines(tx, orderId), kept);
    const accepted = await this.orders.move(tx, order, 'accept');
    if (gone.length > 0) await this.takeOut.inside(tx, accepted, gone, 'not_accepted');
    tx.emit(OrderConfirmed, parties(order));
  }
}
