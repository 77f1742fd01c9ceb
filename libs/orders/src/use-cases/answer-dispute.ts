import { Injectable } from '@nestjs/common';
import { DisputesQuery, SubmitEvidence, type DisputeEvidence } from '#payments';
import { seeingAll, UnitOfWork } from '#platform/database';
import { DisputedOrdersQuery } from '../data/disputed-orders.query.js';
import { evidenceOf } from '../domain/dispute-evidence.js';

@Injectable()
export class AnswerDispute {
  constructor(
    private readonly work: UnitOfWork,
    private readonly disputes: DisputesQuery,
    private readonly orders: DisputedOrdersQuery,
    private readonly submitEvidence: SubmitEvidence,
  ) {}

  /**
   * The payments desk answers a bank that asks about a checkout, with what is known of its orders and parcels.
   * @param note  the officer's own words; null: none
   * @throws dispute_unknown · dispute_is_over · evidence_handed_in · payment_provider_unavailable
   * @rule SM-6
   */
  async run(disputeId: string, note: string | null): Promise<void> {
    await this.submitEvidence.run(disputeId, await this.evidence(disputeId, note));
  }

  /** What would be handed in. @throws dispute_unknown */
  evidence(disputeId: string, note: string | null): Promise<DisputeEvidence> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const { cause } = await this.disputes.byId(tx, disputeId);
        const orders = cause.kind === 'checkout' ? await this.orders.of(tx, cause.id) : [];
        return evidenceOf(orders, note);
      }),
    );
  }
}
