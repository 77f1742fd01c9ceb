import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { minutesAfter } from '#platform/time';
import { Refunds } from '../data/refunds.repository.js';
import { check_minutes } from '../domain/check-minutes.js';
import { SendRefundJob } from '../domain/payment.events.js';

@Injectable()
export class CheckRefund {
  constructor(
    private readonly work: UnitOfWork,
    private readonly refunds: Refunds,
  ) {}

  /** The provider has had a refund for a while, or its next try is due: a job sees to it. Called by the clock. @rule SM-6 */
  run(refundId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const refund = await this.refunds.lock(tx, refundId);
      if (refund.check_at === null || refund.check_at > tx.now) return;
      const later = minutesAfter(tx.now, check_minutes);
      const triesAnew = refund.provider_id === null;
      // Her bank was asked about the payment meanwhile: nothing leaves until it has decided.
      if (triesAnew && refund.payment_state === 'disputed') {
        return this.refunds.note(tx, { ...refund, check_at: later });
      }
      // With a provider's id the job asks; without one it tries anew, which a later moment would forbid.
      await this.refunds.note(tx, { ...refund, check_at: triesAnew ? null : later });
      tx.enqueue(SendRefundJob, { refundId });
    });
  }
}
