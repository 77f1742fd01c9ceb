import { Injectable } from '@nestjs/common';
import { platformOwner, PostTransfers } from '#ledger';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, namedId } from '#platform/kernel';
import { minutesAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { Refunds, type Refund } from '../data/refunds.repository.js';
import { check_minutes } from '../domain/check-minutes.js';
import { PaymentRefunded } from '../domain/payment.events.js';
import { refundStates } from '../domain/payment.states.js';
import { refundKey } from '../domain/refund-key.js';
import type { ProviderRefund } from '../ports/payment-provider.js';
import { ProviderRefused } from '../ports/provider-errors.js';
import { BearLoss } from './bear-loss.js';

@Injectable()
export class FollowRefund {
  constructor(
    private readonly work: UnitOfWork,
    private readonly refunds: Refunds,
    private readonly postTransfers: PostTransfers,
    private readonly bearLoss: BearLoss,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Writes down what the provider said of a refund: done, still at it, not possible this time (tried again after a while,
   * so often and no more), or refused (the payments desk looks at it). What the shopper has from her bank already is not
   * tried again.
   * @rule SM-6 S-9
   */
  run(refundId: string, said: ProviderRefund | ProviderRefused): Promise<void> {
    return this.work.run(async (tx) => {
      const refund = await this.refunds.lock(tx, refundId);
      if (said instanceof ProviderRefused) return this.giveUp(tx, { ...refund, tries: refund.tries + 1 }, said.code);
      assert(said.amount_paise === refund.amount_paise, 'the provider sends back exactly what was promised');
      // What is heard of an earlier try is old news.
      if (said.refundId !== refundKey(refund)) return;
      switch (said.status) {
        case 'succeeded':
          return this.succeed(tx, refund, said.providerId);
        case 'pending':
          return this.wait(tx, refund, said.providerId);
        case 'failed':
        case 'cancelled':
          return this.tryAgain(tx, refund, said.failure ?? said.status);
      }
    });
  }

  private async succeed(tx: Tx, refund: Refund, provider_id: string): Promise<void> {
    if (refund.state === 'succeeded') return;
    const before = refund.state === 'initiated' ? refund.state : refundStates.next(refund.state, 'initiate');
    const state = refundStates.next(before, 'succeed');
    await this.refunds.note(tx, { ...refund, state, provider_id, check_at: null, settled_at: tx.now });
    await this.postTransfers.inside(tx, [
      {
        id: namedId('refund', refund.id),
        debit: { code: 'buyer_escrow', owner: refund.cause.id },
        credit: { code: refund.method === 'online' ? 'gateway_clearing' : 'bank', owner: platformOwner },
        amount_paise: refund.amount_paise,
        why: 'refund',
        cause: refund.cause,
      },
    ]);
    this.audit(tx, refund, state);
    const { id: refundId, payment_id: paymentId, payer_id: payerId, cause } = refund;
    tx.emit(PaymentRefunded, { refundId, paymentId, payerId, cause, amount_paise: Number(refund.amount_paise) });
  }

  private async wait(tx: Tx, refund: Refund, provider_id: string): Promise<void> {
    if (refund.state !== 'initiated') return;
    await this.refunds.note(tx, { ...refund, provider_id, check_at: minutesAfter(tx.now, check_minutes) });
  }

  private async tryAgain(tx: Tx, refund: Refund, failure: string): Promise<void> {
    assert(refund.state !== 'succeeded', 'money that went back stays there');
    if (refund.state !== 'initiated') return;
    if (await this.bearLoss.late(tx, refund)) return;
    const tries = refund.tries + 1;
    if (tries > this.policy.at('refund.retries', tx.now)) return this.giveUp(tx, { ...refund, tries }, failure);
    const check_at = this.policy.deadline('refund.retry_hours', tx.now);
    await this.refunds.note(tx, { ...refund, tries, failure, provider_id: null, check_at });
  }

  private async giveUp(tx: Tx, refund: Refund, failure: string): Promise<void> {
    if (refund.state !== 'initiated') return;
    if (await this.bearLoss.late(tx, refund)) return;
    const state = refundStates.next(refund.state, 'give_up');
    await this.refunds.note(tx, { ...refund, state, failure, provider_id: null, check_at: null });
    this.audit(tx, refund, state, failure);
  }

  private audit(tx: Tx, refund: Refund, state: string, why?: string): void {
    const object = { kind: 'refund', id: refund.id };
    tx.audit({ action: 'payments.refund', object, before: { state: refund.state }, after: { state }, reason: why });
  }
}
