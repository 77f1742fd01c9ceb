import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Refunds } from '../data/refunds.repository.js';
import type { PaymentProvider } from '../ports/payment-provider.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { FollowRefund } from './follow-refund.js';

@Injectable()
export class SettleRefund {
  constructor(
    private readonly work: UnitOfWork,
    private readonly refunds: Refunds,
    private readonly followRefund: FollowRefund,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /** A notice spoke of a refund: asks how it stands. One we did not order is reconciliation's (S-8). @rule S-19 */
  async run({ providerRefundId }: { providerRefundId: string }): Promise<void> {
    const theirs = await this.provider.retrieveRefund(providerRefundId);
    const refundId = await this.work.run((tx) => this.refunds.known(tx, theirs));
    if (refundId !== null) await this.followRefund.run(refundId, theirs);
  }
}
