import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Orders, type Order } from '../data/orders.repository.js';
import { fail } from '../domain/order.errors.js';
import { allLeft, isAll, named, type Wanted } from '../domain/pieces.js';
import { CallOff } from './call-off.js';
import { TakeOut } from './take-out.js';

@Injectable()
export class CancelOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: Orders,
    private readonly callOff: CallOff,
    private readonly takeOut: TakeOut,
  ) {}

  /**
   * The shopper changes her mind before the parcel is packed, of all of it or of some pieces; no charge, what she paid for
   * them comes back. One that is packed and still with its maker she may cancel as a whole when the day it was promised by
   * is over.
   * @param wanted  the pieces she does not want any more; all of them when absent
   * @throws order_not_found · illegal_transition · line_not_in_order · more_than_left
   * @rule SM-4
   */
  run(orderId: string, wanted?: readonly Wanted[]): Promise<void> {
    return this.work.run(async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (order.buyer_id !== tx.actor.personId) throw fail('order_not_found');
      const lines = await this.orders.lines(tx, orderId);
      const gone = wanted === undefined ? allLeft(lines) : named(lines, wanted);
      if (isAll(lines, gone))
        return this.callOff.inside(tx, order, isLate(order, tx.now) ? 'cancel_late' : 'cancel', 'customer');
      await this.takeOut.inside(tx, await this.orders.move(tx, order, 'cancel_part'), gone, 'cancelled');
    });
  }
}

/** Packed in time or not, it should be at her door by now. */
const isLate = ({ state, promised_by }: Order, now: Date): boolean =>
  state === 'packed' && promised_by !== null && promised_by < now;
