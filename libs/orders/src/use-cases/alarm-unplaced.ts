import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { UnplacedOrdersQuery } from '../data/unplaced-orders.query.js';
import { OrderWaits } from '../domain/order.events.js';

@Injectable()
export class AlarmUnplaced {
  constructor(
    private readonly work: UnitOfWork,
    private readonly unplaced: UnplacedOrdersQuery,
  ) {}

  /** Orders that were paid for a minute ago and are not placed. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.unplaced.due(tx, limit);
  }

  /** Tells the payments desk of such an order, once in each state it waits in. Called by the clock. @rule S-5 SM-4 */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const late = await this.unplaced.take(tx, orderId);
      if (late === null) return;
      tx.emit(OrderWaits, { orderId, state: late.state, desk: 'payments desk', since: late.paid_at.toISOString() });
    });
  }
}
