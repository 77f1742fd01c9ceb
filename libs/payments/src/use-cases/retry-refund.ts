import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { assertFreshSecondFactor } from '#platform/kernel';
import { Refunds } from '../data/refunds.repository.js';
import { fail } from '../domain/payment.errors.js';
import { SendRefundJob } from '../domain/payment.events.js';

@Injectable()
export class RetryRefund {
  constructor(
    private readonly work: UnitOfWork,
    private readonly refunds: Refunds,
  ) {}

  /**
   * The desk has a refund tried again that waits for it.
   * @throws refund_unknown (404), refund_not_waiting (409), second_factor_needed (403)
   * @rule SM-6
   */
  run(refundId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      const refund = await seeingAll(tx, () => this.refunds.find(tx, refundId));
      if (refund === null) throw fail('refund_unknown');
      if (refund.state !== 'manual') throw fail('refund_not_waiting', { state: refund.state });
      tx.audit({ action: 'payments.refund_retried', object: { kind: 'refund', id: refundId }, reason });
      tx.enqueue(SendRefundJob, { refundId });
    });
  }
}
