import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assertFreshSecondFactor, newId } from '#platform/kernel';
import { Payouts } from '../data/payouts.repository.js';
import { SendPayoutJob } from '../domain/payment.events.js';
import { payoutStates } from '../domain/payment.states.js';

@Injectable()
export class RetryPayout {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payouts: Payouts,
  ) {}

  /**
   * The desk has a failed payout sent again, to the account its maker has by then; the bank gets a new key, as a refused
   * one is over there for ever.
   * @throws payout_unknown (404), illegal_transition (409), second_factor_needed (403)
   * @rule SM-6 S-28
   */
  run(payoutId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      await seeingAll(tx, () => this.again(tx, payoutId, reason));
    });
  }

  private async again(tx: Tx, payoutId: string, reason: string): Promise<void> {
    const payout = await this.payouts.lock(tx, payoutId);
    const state = payoutStates.next(payout.state, 'retry');
    await tx.run(
      `update payments.payout set state = $2, key = $3, failure = null, tries = tries + 1, checks = checks + 1 where id = $1`,
      [payoutId, state, newId()],
    );
    const object = { kind: 'payout', id: payoutId };
    const [before, after] = [{ state: payout.state }, { state }];
    tx.audit({ action: 'payments.payout_retried', object, before, after, reason });
    tx.enqueue(SendPayoutJob, { payoutId, check: payout.checks + 1 });
  }
}
