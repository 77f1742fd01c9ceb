import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { paiseColumn, type Paise } from '#platform/money';
import { BalanceQuery } from './balance.query.js';
import { MonthReader } from './month-reader.js';
import { Periods } from './periods.repository.js';

const account = z.object({ owner: z.uuid(), balance_paise: paiseColumn });

/** The books as a whole: what an operator looks at after a restore. */
export interface Books {
  transfers: number;
  lastPostedAt: Date | null;
  /** Debits minus credits of every account code; the sum over all is 0. */
  trial: { code: string; balance_paise: Paise }[];
  /** Checkouts from which more has left than was paid, and by how much. */
  overdrawn: { owner: string; balance_paise: Paise }[];
  /** Closed months, and whether each still says what was sealed then. */
  periods: { month: string; holds: boolean }[];
}

/** At most so many are named. */
const overdrawn_max = 100;

@Injectable()
export class BooksQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly balances: BalanceQuery,
    private readonly months: Periods,
    private readonly reader: MonthReader,
  ) {}

  /** Reads every transfer: for a quiet hour. @rule S-1 */
  async read(): Promise<Books> {
    const books = await this.work.run(async (tx) => {
      const count = await tx.maybe(
        z.object({ transfers: z.number(), last_posted_at: z.date().nullable() }),
        `select count(*)::int as transfers, max(posted_at) as last_posted_at from ledger.transfer`,
      );
      const overdrawn = await tx.many(
        account,
        `select owner, sum(amount_paise) as balance_paise from ledger.v_entry where code = 'buyer_escrow'
          group by owner having sum(amount_paise) > 0 order by owner limit $1`,
        [overdrawn_max],
      );
      const trial = await this.balances.trial(tx);
      return { transfers: count!.transfers, lastPostedAt: count!.last_posted_at, trial, overdrawn };
    });
    return { ...books, periods: await this.periods() };
  }

  /** Every closed month is read again, on top of what was kept of the one before. */
  private async periods(): Promise<Books['periods']> {
    const closed = await this.work.run((tx) => this.months.closed(tx));
    const checked: Books['periods'] = [];
    for (const [i, period] of closed.entries()) {
      const { digest } = await this.reader.read(period.month, closed[i - 1] ?? null);
      checked.push({ month: period.month, holds: digest === period.digest });
    }
    return checked;
  }
}
