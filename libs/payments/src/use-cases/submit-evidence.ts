import { Inject, Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { assertFreshSecondFactor, namedId } from '#platform/kernel';
import { DisputesQuery } from '../data/disputes.query.js';
import { fail } from '../domain/payment.errors.js';
import type { DisputeEvidence, PaymentProvider } from '../ports/payment-provider.js';
import { ProviderRefused, ProviderUnavailable } from '../ports/provider-errors.js';
import { PAYMENT_PROVIDER } from '../ports/tokens.js';

@Injectable()
export class SubmitEvidence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly disputes: DisputesQuery,
    @Inject(PAYMENT_PROVIDER) private readonly provider: PaymentProvider,
  ) {}

  /**
   * Hands what proves a sale to the shopper's bank, once: claim, call, settle. What was begun and not answered is handed in
   * again by a second try.
   * @throws dispute_unknown (404) · dispute_is_over · evidence_handed_in (409) · payment_provider_unavailable (503)
   * @rule SM-6 S-7
   */
  async run(disputeId: string, evidence: DisputeEvidence): Promise<void> {
    await this.claim(disputeId, evidence);
    await this.call(disputeId, evidence);
    await this.work.run((tx) =>
      seeingAll(tx, async () => {
        await tx.run(`update payments.dispute set evidence_at = $2 where provider_id = $1`, [disputeId, tx.now]);
        const object = { kind: 'dispute', id: namedId('dispute', disputeId) };
        tx.audit({ action: 'payments.evidence_handed_in', object, after: { dispute: disputeId, ...evidence } });
      }),
    );
  }

  private claim(disputeId: string, evidence: DisputeEvidence): Promise<void> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        assertFreshSecondFactor(tx.actor, new Date());
        await tx.run(`select 1 from payments.dispute where provider_id = $1 for update`, [disputeId]);
        const dispute = await this.disputes.byId(tx, disputeId);
        const isOver = dispute.status !== 'open' || (dispute.respond_by !== null && dispute.respond_by <= new Date());
        if (isOver) throw fail('dispute_is_over', { status: dispute.status });
        if (dispute.evidence_at !== null) throw fail('evidence_handed_in');
        const sql = `update payments.dispute set evidence = $2, evidence_by = $3 where provider_id = $1`;
        await tx.run(sql, [disputeId, JSON.stringify(evidence), tx.actor.personId]);
      }),
    );
  }

  private async call(disputeId: string, evidence: DisputeEvidence): Promise<void> {
    const key = namedId('evidence', disputeId, JSON.stringify(evidence));
    try {
      await this.provider.submitEvidence({ providerId: disputeId, key, evidence });
    } catch (error) {
      if (error instanceof ProviderRefused) throw fail('dispute_is_over', { status: error.code });
      if (error instanceof ProviderUnavailable) {
        throw fail('payment_provider_unavailable', { retryAfter_s: error.retryAfter_s });
      }
      throw error;
    }
  }
}
