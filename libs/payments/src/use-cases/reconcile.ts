import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Differences, type Look } from '../data/differences.repository.js';
import type { Compared } from '../domain/compared.js';
import type { Difference, LookKind } from '../domain/difference.js';
import { DifferencesFound, ReconcileJob } from '../domain/payment.events.js';
import { CompareCash } from './compare-cash.js';
import { ComparePayments } from './compare-payments.js';
import { ComparePayouts } from './compare-payouts.js';
import { CompareRefunds } from './compare-refunds.js';
import { PostProviderFees } from './post-provider-fees.js';
import { TakeMissedNotices } from './take-missed-notices.js';
import { TakeSettlements } from './take-settlements.js';

/** A notice younger than this may still be on its way. */
const patience_s = 120;

/** What a look found. */
export interface Reconciled {
  since: Date;
  /** How many of each list were looked at. */
  looked: Record<Difference['about'], number>;
  differences: Difference[];
  /** How many wait for the payments desk, those of earlier looks among them. */
  open: number;
}

@Injectable()
export class Reconcile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly differences: Differences,
    private readonly comparePayments: ComparePayments,
    private readonly compareRefunds: CompareRefunds,
    private readonly comparePayouts: ComparePayouts,
    private readonly compareCash: CompareCash,
    private readonly postProviderFees: PostProviderFees,
    private readonly takeMissedNotices: TakeMissedNotices,
    private readonly takeSettlements: TakeSettlements,
  ) {}

  /** Lets a worker look. Called by the clock. @rule S-8 */
  ask(kind: 'hourly' | 'daily', slot: Date): Promise<void> {
    return this.work.run(async (tx) => tx.enqueue(ReconcileJob, { kind, slot: slot.toISOString() }));
  }

  /** Lets a worker look because the payments desk wants to know; asked twice in a minute it looks once. @rule S-8 */
  askNow(): Promise<void> {
    return this.work.run(async (tx) => {
      const slot = new Date(Math.floor(tx.now.getTime() / 60_000) * 60_000);
      tx.audit({ action: 'payments.reconciliation_asked', object: { kind: 'reconciliation', id: slot.toISOString() } });
      tx.enqueue(ReconcileJob, { kind: 'asked' as const, slot: slot.toISOString() });
    });
  }

  /**
   * Holds our books against the provider's lists: payments, refunds, payouts, fees, notices and what it sent to our bank. What we missed is made
   * good by the roads there are, fees and what has come to our bank are posted, and what stays different is written down and
   * told to the payments desk.
   * No transaction is open while a provider is asked; run again, it finds the same and does nothing twice.
   *
   * @param given.since  real time; from the last look on when it is left out
   * @param given.isTrial  only looks: nothing is repaired, posted or written
   * @rule S-8 S-19 S-6
   */
  async run(kind: LookKind, given: { since?: Date; isTrial?: boolean; patience_s?: number } = {}): Promise<Reconciled> {
    const isTrial = given.isTrial ?? false;
    const look = await this.work.run((tx) => this.differences.begin(tx, kind, { ...given, isTrial }));
    // Notices last: what the other lists have put right is no missed news any more for anybody but the record; what is settled rests on all of them.
    const compared = {
      payment: await this.comparePayments.run(look, isTrial),
      refund: await this.compareRefunds.run(look, isTrial),
      payout: await this.comparePayouts.run(look, isTrial),
      cash: await this.compareCash.run(),
      fee: await this.postProviderFees.run(look, isTrial),
      notice: await this.takeMissedNotices.run(look, isTrial, given.patience_s ?? patience_s),
      settlement: await this.takeSettlements.run(look, isTrial),
    };
    const looked = {
      payment: compared.payment.looked,
      refund: compared.refund.looked,
      fee: compared.fee.looked,
      payout: compared.payout.looked,
      notice: compared.notice.looked,
      cash: compared.cash.looked,
      settlement: compared.settlement.looked,
    };
    const differences = Object.values(compared).flatMap((one) => one.found);
    const open = isTrial
      ? differences.filter((found) => found.how === null).length
      : await this.keep(look, compared, looked);
    return { since: look.since, looked, differences, open };
  }

  private keep(look: Look, compared: Record<Difference['about'], Compared>, looked: object): Promise<number> {
    return this.work.run(async (tx) => {
      let news = 0;
      for (const [about, { found, agreeing }] of Object.entries(compared)) {
        for (const one of found) {
          const isNew = await this.differences.note(tx, look.runId, one);
          if (isNew && one.how === null) news++;
        }
        await this.differences.agree(tx, about as Difference['about'], agreeing);
      }
      const open = await this.differences.open(tx);
      await this.differences.end(tx, look.runId, { looked, found: news, open });
      if (news > 0) tx.emit(DifferencesFound, { runId: look.runId, found: news, open });
      return open;
    });
  }
}
