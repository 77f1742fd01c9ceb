import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { hoursAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { EarningHolds } from '../data/earning-holds.repository.js';
import { Earnings } from '../data/earnings.repository.js';
import { PayoutClocks } from '../data/payout-clocks.repository.js';
import { Payouts } from '../data/payouts.repository.js';

@Injectable()
export class RunPayouts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policy: PolicyQuery,
    private readonly clocks: PayoutClocks,
    private readonly payouts: Payouts,
    private readonly earnings: Earnings,
    private readonly holds: EarningHolds,
  ) {}

  /** A maker's turn has come. Called by the clock. @rule */
  run(sellerId: string): Promise<void> {
    return this.work.run(async (tx) => void (await this.inside(tx, sellerId)));
  }

  /**
   * Her shop is closed: whatever is still owed to her is paid, however little it is and whenever she was paid last; while the desk
   * holds her payouts, when it lets them go. What comes back or is credited to her later is paid in the same way.
   * @rule SM-1
   */
  last(sellerId: string): Promise<void> {
    return this.work.run(async (tx) => void (await this.inside(tx, sellerId, true)));
  }

  /** Makers whose turn it is. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.clocks.dueNow(tx, limit);
  }

  /**
   * Sets what is owed to a maker on its way to her, in one payout: at once when she was paid no run since a cycle ago, else
   * when the cycle is over. Less than the minimum waits for more; while the desk holds her payouts nothing is set on its
   * way; what she owes is made up for first; a sale that waits for a
   * decision is not among it.
   * @param isLast  no run comes after it: neither the minimum nor the cycle is waited for
   * @returns the payout's id; null when nothing is paid now
   * @rule S-9
   */
  async inside(tx: Tx, sellerId: string, isLast = false): Promise<string | null> {
    const known = await this.clocks.lock(tx, sellerId);
    const clock = { ...known, is_last: known.is_last || isLast };
    const next = clock.is_last ? tx.now : this.nextRun(clock.ran_at, tx.now);
    if (clock.held_at !== null || next > tx.now) {
      await this.clocks.note(tx, { ...clock, due_at: next });
      return null;
    }
    const amount_paise = (await this.clocks.due(tx, sellerId)) - (await this.holds.ofSeller(tx, sellerId));
    const least_paise = clock.is_last ? 1n : this.policy.at('payout.min', tx.now);
    if (amount_paise <= 0n || amount_paise < least_paise) {
      await this.clocks.note(tx, { ...clock, due_at: null });
      return null;
    }
    const id = newId();
    await this.payouts.add(tx, { id, cause: { kind: 'payout_run', id }, sellerId, amount_paise });
    await this.earnings.paidBy(tx, sellerId, id);
    await this.clocks.note(tx, { ...clock, ran_at: tx.now, due_at: null });
    return id;
  }

  /** A clock that was turned back makes nobody wait for the day it showed. */
  private nextRun(ran_at: Date | null, now: Date): Date {
    if (ran_at === null || ran_at > now) return now;
    const next = hoursAfter(ran_at, 24 * this.policy.at('payout.cycle_days', now));
    return next > now ? next : now;
  }
}
