import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Alarms, type Watched } from '#policy';
import { OrderWaits } from '../domain/order.events.js';
import { orderStates } from '../domain/order.states.js';

const watched: Watched = { table: 'orders."order"', machine: orderStates };

@Injectable()
export class AlarmOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alarms: Alarms,
  ) {}

  /** Orders past the alarm of their state. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.alarms.due(tx, watched, limit);
  }

  /** Tells the desk, once each time an order comes into a state. Called by the clock. @rule SM-4 */
  run(orderId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const late = await this.alarms.take(tx, watched, orderId);
      if (late) tx.emit(OrderWaits, { orderId, state: late.state, desk: late.desk, since: late.since.toISOString() });
    });
  }
}
