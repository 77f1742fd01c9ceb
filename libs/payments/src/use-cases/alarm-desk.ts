import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Alarms, type Watched } from '#policy';
import { compensationWaits } from '../domain/late-refund.js';
import { MoneyWaits } from '../domain/payment.events.js';
import { paymentStates, payoutStates, refundStates } from '../domain/payment.states.js';

const watched = {
  payment: { table: 'payments.payment', machine: paymentStates },
  refund: { table: 'payments.refund', machine: refundStates },
  payout: { table: 'payments.payout', machine: payoutStates },
  compensation: { table: 'payments.compensation', key: 'refund_id', machine: compensationWaits },
} as const satisfies Record<string, Watched>;

/** What the payments desk is told about when nobody moves it. */
export type WaitingMoney = keyof typeof watched;

@Injectable()
export class AlarmDesk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly alarms: Alarms,
  ) {}

  /** Payments, refunds, payouts or what late refunds cost, past the alarm of their state. */
  due(tx: Tx, about: WaitingMoney, limit: number): Promise<string[]> {
    return this.alarms.due(tx, watched[about], limit);
  }

  /** Tells the payments desk, once each time a row comes into a state. Called by the clock. @rule  SM-6 */
  run(about: WaitingMoney, id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const late = await this.alarms.take(tx, watched[about], id);
      if (late) tx.emit(MoneyWaits, { about, id, state: late.state, since: late.since.toISOString() });
    });
  }
}
