import { Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, namedId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { Compensations } from '../data/compensations.repository.js';
import { Refunds, type Refund, type Watch } from '../data/refunds.repository.js';
import { lateDays, nextLateDay } from '../domain/late-refund.js';
import { RefundLate } from '../domain/payment.events.js';
import { refundStates } from '../domain/payment.states.js';

@Injectable()
export class WatchRefund {
  constructor(
    private readonly work: UnitOfWork,
    private readonly refunds: Refunds,
    private readonly compensations: Compensations,
    private readonly postTransfers: PostTransfers,
    private readonly policy: PolicyQuery,
  ) {}

  /** Refunds whose promised moment is over, or of which another day has begun. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.refunds.toWatch(tx, limit);
  }

  /**
   * The promised moment of a refund is over. One that is not under way is late, and its shopper sees it; the desk hears of it
   * by the alarm of its state. Money of a payment that failed although it was debited has to be back by then: each day that
   * begins after it is owed to the shopper, until it is; once for the payment, however many refunds it goes back with. While
   * her bank asks about the payment nothing is counted; when it leaves the money here those days count as well, and what it
   * gives her itself is not late any more. Called by the clock.
   * @rule
   */
  run(refundId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const refund = await this.refunds.lock(tx, refundId);
      const watch = await this.refunds.watched(tx, refundId);
      if (watch.watch_at === null || watch.watch_at >= tx.now) return;
      if (refund.payment_state === 'disputed') return this.refunds.lookAgain(tx, refundId, nextLateDay(tx.now, 1));
      if (watch.failed_debit) return this.count(tx, refund, watch);
      if (refund.state === 'requested' || refund.state === 'manual') await this.noteLate(tx, refund, watch);
      await this.refunds.lookAgain(tx, refundId, null);
    });
  }

  private async count(tx: Tx, refund: Refund, watch: Watch): Promise<void> {
    const { due_at } = watch;
    assert(due_at, 'what is watched was promised for a moment');
    if (refund.state !== 'replaced') await this.countDays(tx, refund, { ...watch, due_at });
    const isOver = refundStates.isFinal(refund.state);
    if (isOver) await this.compensations.close(tx, refund.id);
    await this.refunds.lookAgain(tx, refund.id, isOver ? null : nextLateDay(due_at, lateDays(due_at, tx.now)));
  }

  /** Days that another refund of the payment is owed for are not counted again. */
  private async countDays(tx: Tx, refund: Refund, watch: Watch & { due_at: Date }): Promise<void> {
    const until = refund.settled_at ?? tx.now;
    if (lateDays(watch.due_at, until) === 0) return;
    await this.noteLate(tx, refund, watch);
    const counted = await this.compensations.countedTo(tx, refund.payment_id);
    const from = counted !== null && counted > watch.due_at ? counted : watch.due_at;
    const days = lateDays(from, until);
    if (days === 0) return;
    const daily_paise = this.policy.at('refund.failed_debit_daily', watch.due_at);
    await this.owe(tx, refund, { days, daily_paise, counted_to: nextLateDay(from, days) });
    if (counted === null) await this.tell(tx, refund, daily_paise);
  }

  private async owe(tx: Tx, refund: Refund, more: Parameters<Compensations['owe']>[2]): Promise<void> {
    const owed = await this.compensations.owe(tx, { refundId: refund.id, payerId: refund.payer_id }, more);
    const newDays = Array.from({ length: more.days }, (_, i) => owed - i);
    await this.postTransfers.inside(
      tx,
      newDays.map((day) => ({
        id: namedId('compensation', refund.id, String(day)),
        debit: { code: 'compensation_cost', owner: platformOwner },
        credit: { code: 'compensation_due', owner: refund.cause.id },
        ...{ amount_paise: more.daily_paise, why: 'compensation', cause: refund.cause },
      })),
    );
  }

  private async noteLate(tx: Tx, refund: Refund, watch: Watch): Promise<void> {
    if (watch.late_at !== null) return;
    await this.refunds.noteLate(tx, refund.id);
    tx.audit({
      action: 'payments.refund_late',
      object: { kind: 'refund', id: refund.id },
      after: { state: refund.state },
    });
  }

  /** The desk and the shopper hear of it once for a payment, of all of it that is late. */
  private async tell(tx: Tx, refund: Refund, daily_paise: Paise): Promise<void> {
    const { refunds, amount_paise } = await this.refunds.late(tx, refund);
    const amounts = { amount_paise: Number(amount_paise), daily_paise: Number(daily_paise) };
    tx.emit(RefundLate, { refundId: refund.id, payerId: refund.payer_id, cause: refund.cause, refunds, ...amounts });
  }
}
