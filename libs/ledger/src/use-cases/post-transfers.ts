import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert, causeText } from '#platform/kernel';
import { assertTransfer, type Transfer } from '../domain/transfer.js';

@Injectable()
export class PostTransfers {
  /**
   * Moves money, all or nothing, inside the caller's transaction. A transfer already posted under its id is left as it is;
   * the same id with another amount or account is a broken invariant.
   * A clock that was turned back into a closed month stops no money: it stands at the first instant of the open one.
   * @rule S-1
   */
  async inside(tx: Tx, transfers: readonly Transfer[]): Promise<void> {
    if (transfers.length === 0) return;
    transfers.forEach(assertTransfer);
    const rows = transfers.map((t) => ({
      id: t.id,
      debit_code: t.debit.code,
      debit_owner: t.debit.owner,
      credit_code: t.credit.code,
      credit_owner: t.credit.owner,
      amount_paise: t.amount_paise.toString(),
      why: t.why,
      cause: causeText(t.cause),
    }));
    const posted = await tx.run(
      `insert into ledger.transfer (id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause, posted_at)
       select r.*, greatest($2::timestamptz, (select max(before_at) from ledger.period where closed_at is not null or closing_at is not null))
         from jsonb_to_recordset($1::jsonb) as r(id uuid, debit_code text, debit_owner uuid, credit_code text, credit_owner uuid,
                                                 amount_paise bigint, why text, cause text)
       on conflict (id) do nothing`,
      [JSON.stringify(rows), tx.now],
    );
    if (posted < rows.length) await this.assertSame(tx, JSON.stringify(rows));
  }

  private async assertSame(tx: Tx, rows: string): Promise<void> {
    const different = await tx.many(
      z.object({ id: z.uuid() }),
      `select r.id
         from jsonb_to_recordset($1::jsonb) as r(id uuid, debit_code text, debit_owner uuid, credit_code text, credit_owner uuid,
                                                 amount_paise bigint, why text, cause text)
         left join ledger.transfer t using (id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause)
        where t.posted_at is null`,
      [rows],
    );
    assert(different.length === 0, 'a transfer id names one movement for ever');
  }
}
