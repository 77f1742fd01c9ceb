import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, assertFreshSecondFactor } from '#platform/kernel';
import { sumPaise } from '#platform/money';
import { MonthReader } from '../data/month-reader.js';
import { Periods, type Period } from '../data/periods.repository.js';
import { fail } from '../domain/ledger.errors.js';
import { monthAfter, spanOf } from '../domain/period.js';

@Injectable()
export class ClosePeriod {
  constructor(
    private readonly work: UnitOfWork,
    private readonly periods: Periods,
    private readonly reader: MonthReader,
  ) {}

  /**
   * Asks that a month's books be closed; another person closes them. Months are closed one after the other: the first that is
   * closed has in it everything before.
   * @param month  `2026-10`
   * @throws period_not_over (422), period_out_of_order (409), period_closed (409), second_factor_needed (403)
   * @rule S-1 S-28
   */
  ask(month: string, reason?: string): Promise<Period> {
    return this.work.run(async (tx) => {
      assertFreshSecondFactor(tx.actor, new Date());
      const asked = await this.periods.lock(tx, month);
      if (asked?.closed_at) throw fail('period_closed', { month });
      if (asked) return asked;
      if (spanOf(month).before > tx.now) throw fail('period_not_over', { month });
      const last = await this.periods.last(tx);
      if (last && monthAfter(last.month) !== month) {
        throw fail('period_out_of_order', { next: monthAfter(last.month) });
      }
      await this.periods.ask(tx, month);
      this.tell(tx, month, 'ledger.period_asked', { reason });
      return (await this.periods.lock(tx, month))!;
    });
  }

  /**
   * Closes a month another person asked to be closed: nothing is posted into it any more; what stands on every account and a
   * seal over every transfer are kept; a correction is posted in the open month. Posting stops for the moment in which the month
   * is shut, not while it is read: a day at a time. Who dies over it, or is cut off, asks again and it goes on.
   * @throws period_not_asked (404), period_closed (409), own_period (403), period_not_over (422), period_out_of_order (409),
   *         second_factor_needed (403)
   * @rule S-1 S-28
   */
  async close(month: string, reason?: string): Promise<Period> {
    const before = await this.work.run((tx) => this.shut(tx, month));
    const closing = await this.reader.read(month, before);
    assert(sumPaise(closing.trial.map((line) => line.closing_paise)) === 0n, 'what stands on all accounts is nothing');
    return this.work.run(async (tx) => {
      const shut = (await this.periods.lock(tx, month))!;
      if (shut.closed_at) throw fail('period_closed', { month }); // another was faster
      await this.periods.close(tx, month, closing);
      this.tell(tx, month, 'ledger.period_closed', { reason, digest: closing.digest, transfers: closing.transfers });
      return (await this.periods.lock(tx, month))!;
    });
  }

  /** From its commit on nothing is posted into the month; who is posting has ended before. @returns the month before it; null: none */
  private async shut(tx: Tx, month: string): Promise<Period | null> {
    assertFreshSecondFactor(tx.actor, new Date());
    const asked = await this.periods.lock(tx, month);
    if (!asked) throw fail('period_not_asked', { month });
    if (asked.closed_at) throw fail('period_closed', { month });
    if (asked.asked_by === tx.actor.personId) throw fail('own_period');
    // The clock was turned back since: what is posted today would stand in a month that takes nothing.
    if (spanOf(month).before > tx.now) throw fail('period_not_over', { month });
    await this.periods.stopPosting(tx);
    // Asked for while another month was the next one: somebody has closed others since.
    const last = await this.periods.last(tx);
    if (last && monthAfter(last.month) !== month) {
      throw fail('period_out_of_order', { next: monthAfter(last.month) });
    }
    await this.periods.shut(tx, month);
    return last;
  }

  private tell(
    tx: Tx,
    month: string,
    action: string,
    { reason, ...after }: Record<string, unknown> & { reason?: string },
  ) {
    tx.audit({ action, object: { kind: 'ledger_period', id: month }, after, ...(reason && { reason }) });
  }
}
