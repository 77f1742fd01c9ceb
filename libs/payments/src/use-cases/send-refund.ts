import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { minutesAfter } from '#platform/time';
import { Refunds, type Refund } from '../data/refunds.repository.js';
import { check_minutes } from '../domain/check-minutes.js';
import { refundStates } from '../domain/payment.states.js';
import { refundKey } from '../domain/refund-key.js';
import type { PaymentProvider, ProviderRefund } from '../ports/payment-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';
import { FollowRefund } from './follow-refund.js';
import { PayOutRefund } from './pay-out-refund.js';

@Injectable()
export class SendRefund {
  constructor(
    private readonly work: UnitOfWork,
    private readonly refunds: Refunds,
    private readonly followRefund: FollowRefund,
    private readonly payOut: PayOutRefund,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * Claim, call, settle: the provider's key is the refund's id, so a repeat finds the first call. A refund the provider is
   * working on is only asked about; one it refuses waits for the payments desk. Cash paid at the door goes back by a payout.
   * @rule S-7 S-9
   */
  async run({ refundId }: { refundId: string }): Promise<void> {
    const claimed = await this.claim(refundId);
    if (claimed !== null) await this.followRefund.run(refundId, await this.ask(claimed.refund, claimed.triedBefore));
  }

  /** @returns null when there is nothing to do now: it has succeeded, its next try is not due, the money is in dispute, or the settings name another provider meanwhile */
  private claim(refundId: string): Promise<{ refund: Refund; triedBefore: boolean } | null> {
    return this.work.run(async (tx) => {
      const refund = await this.refunds.lock(tx, refundId);
      if (refundStates.isFinal(refund.state)) return null;
      // Promised before her bank asked: who wins or loses the dispute sees to it. What is under way there is asked about.
      if (refund.state !== 'initiated' && refund.payment_state === 'disputed') return null;
      if (refund.provider_id === null && refund.check_at !== null && refund.check_at > tx.now) return null;
      if (refund.method === 'cash_on_delivery' && !(await this.payOut.isOurs(tx, refund))) {
        // Another provider was asked for it, and the settings will name that one again.
        await this.refunds.note(tx, { ...refund, check_at: minutesAfter(tx.now, check_minutes) });
        return null;
      }
      const triedBefore = refund.state === 'initiated';
      const state = triedBefore ? refund.state : refundStates.next(refund.state, 'initiate');
      await this.refunds.note(tx, { ...refund, state, check_at: null });
      return { refund, triedBefore };
    });
  }

  private async ask(refund: Refund, triedBefore: boolean): Promise<ProviderRefund | ProviderRefused> {
    if (refund.method === 'cash_on_delivery') return this.payOut.run(refund);
    // A question that is refused says nothing of the money: the job fails, and nobody takes it for a refund that failed.
    if (refund.provider_id !== null) return this.provider.retrieveRefund(refund.provider_id);
    try {
      return await this.provider.refund({
        refundId: refundKey(refund),
        providerPaymentId: refund.provider_payment_id!,
        amount_paise: refund.amount_paise,
        triedBefore,
      });
    } catch (error) {
      if (error instanceof ProviderRefused) return error;
      throw error;
    }
  }
}
