import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn, type Paise } from '#platform/money';
import { chart, type Account } from '../domain/chart.js';
import { statementOrder } from '../domain/transfer.js';

const line = z.object({
  /** Its place in the statement, from 1. */
  n: z.coerce.number(),
  id: z.uuid(),
  why: z.enum(statementOrder),
  cause: z.string(),
  /** On the account's normal side: what came is positive, what went negative. */
  amount_paise: paiseColumn,
  /** What stood on the account after it. */
  balance_paise: paiseColumn,
  posted_at: z.date(),
});
export type StatementLine = z.infer<typeof line>;

const sumRow = z.object({ why: z.enum(statementOrder), count: z.number(), amount_paise: paiseColumn });
const opening = z.object({ opening_paise: paiseColumn });

/** An account between two instants: what stood on it, what moved and why, what is left. Amounts on its normal side. */
export interface Statement {
  opening_paise: Paise;
  sums: z.infer<typeof sumRow>[];
  closing_paise: Paise;
}

/** The account's movements in a span, signed on its debit side: $1 code, $2 owner, $3 from, $4 before. */
const moved = `
  select id, why, cause, posted_at, amount_paise from ledger.transfer
   where debit_code = $1 and debit_owner = $2 and posted_at >= $3 and posted_at < $4
   union all
  select id, why, cause, posted_at, -amount_paise from ledger.transfer
   where credit_code = $1 and credit_owner = $2 and posted_at >= $3 and posted_at < $4`;

/** The sort key of a statement's lines. */
export const statementKey = z.tuple([z.number()]);

@Injectable()
export class StatementQuery {
  /** Balances at both ends of a span, and the sum of each reason between. @param before  not part of it @rule S-1 */
  async of(tx: Tx, account: Account, from: Date, before: Date): Promise<Statement> {
    const sign = signOf(account);
    const sums = await tx.many(
      sumRow,
      `select why, count(*)::int as count, (sum(amount_paise) * ${sign})::bigint as amount_paise
         from (${moved}) m group by why order by array_position($5::text[], why)`,
      [account.code, account.owner, from, before, statementOrder],
    );
    const start = await tx.maybe(
      opening,
      `select (coalesce(sum(amount_paise), 0) * ${sign})::bigint as opening_paise from (${moved}) m`,
      [account.code, account.owner, new Date(0), from],
    );
    const opening_paise = start?.opening_paise ?? 0n;
    const closing_paise = sums.reduce((balance, sum) => balance + sum.amount_paise, opening_paise);
    return { opening_paise, sums, closing_paise };
  }

  /**
   * Lines of a span with the balance after each, in the order of time; what moved in one transaction stands together: first
   * what came, then what was kept of it. A span that is over never changes.
   * @rule S-1
   */
  async lines(
    tx: Tx,
    account: Account,
    span: { from: Date; before: Date; opening_paise: Paise },
    request: PageRequest<z.infer<typeof statementKey>>,
  ): Promise<StatementLine[]> {
    const sign = signOf(account);
    const page = keyset(request, ['n'], 'asc', 7);
    return tx.many(
      line,
      `select n, id, why, cause, amount_paise, balance_paise, posted_at from (
         select row_number() over w as n, id, why, cause, (amount_paise * ${sign})::bigint as amount_paise,
                ($6::bigint + sum(amount_paise * ${sign}) over w)::bigint as balance_paise, posted_at
           from (${moved}) m
         window w as (order by posted_at, cause, array_position($5::text[], why), id)) told
        where true ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      [
        ...[account.code, account.owner, span.from, span.before, statementOrder, span.opening_paise.toString()],
        ...page.values,
      ],
    );
  }
}

const signOf = (account: Account): 1 | -1 => (chart[account.code].normal === 'debit' ? 1 : -1);
