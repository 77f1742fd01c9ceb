import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn, type Paise } from '#platform/money';
import { chart, type Account } from '../domain/chart.js';

const sum = z.object({ balance_paise: paiseColumn });
const line = z.object({ code: z.enum(Object.keys(chart) as [keyof typeof chart]), balance_paise: paiseColumn });

@Injectable()
export class BalanceQuery {
  /** What stands on an account, on its normal side: positive is healthy. Balances are read, never written. @rule S-1 */
  async of(tx: Tx, account: Account): Promise<Paise> {
    const row = await tx.maybe(
      sum,
      `select coalesce((select sum(amount_paise) from ledger.transfer where debit_code = $1 and debit_owner = $2), 0)
            - coalesce((select sum(amount_paise) from ledger.transfer where credit_code = $1 and credit_owner = $2), 0)
              as balance_paise`,
      [account.code, account.owner],
    );
    const debits = row?.balance_paise ?? 0n;
    return chart[account.code].normal === 'debit' ? debits : -debits;
  }

  /** What stands on an account and is held for nothing that would take it away. @rule S-2 */
  async available(tx: Tx, account: Account): Promise<Paise> {
    const side = chart[account.code].normal === 'debit' ? 'credit' : 'debit';
    const held = await tx.maybe(
      sum,
      `select coalesce(sum(amount_paise), 0)::bigint as balance_paise from ledger.hold
        where status = 'pending' and ${side}_code = $1 and ${side}_owner = $2`,
      [account.code, account.owner],
    );
    return (await this.of(tx, account)) - (held?.balance_paise ?? 0n);
  }

  /** Every account code with its debits minus credits: the sum over all is 0. @rule S-1 */
  async trial(tx: Tx): Promise<z.infer<typeof line>[]> {
    return tx.many(
      line,
      `select code, sum(amount_paise) as balance_paise from ledger.v_entry group by code order by code`,
    );
  }
}
