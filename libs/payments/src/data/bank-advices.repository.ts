import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { paiseColumn, type Paise } from '#platform/money';
import type { Rail, ResponseLine } from '../domain/bank-file.js';

export const adviceStatuses = ['waiting', 'filed', 'paid', 'failed', 'returned', 'called_back'] as const;

const row = z.object({
  key: z.uuid(),
  beneficiary_id: z.uuid(),
  amount_paise: paiseColumn,
  rail: z.enum(['neft', 'upi']),
  narration: z.string(),
  status: z.enum(adviceStatuses),
  file_id: z.uuid().nullable(),
  row_no: z.number().nullable(),
  utr: z.string().nullable(),
  failure: z.string().nullable(),
  changed_at: z.date(),
});
/** What the bank is told of one payout, and what it answered. */
export type Advice = z.infer<typeof row>;

const columns = `key, beneficiary_id, amount_paise, rail, narration, status, file_id, row_no, utr, failure, changed_at`;

/** Real time, no finer than we read it: pages go on after the last row. */
const real = `date_trunc('milliseconds', clock_timestamp())`;

/** A file holds at most so many payouts; the next ones go into the next. */
export const fileRows_max = 1_000;

@Injectable()
export class BankAdvices {
  /** Puts a payout among those that wait for a file; the same key again changes nothing. @returns how it stands */
  async add(
    tx: Tx,
    advice: { key: string; beneficiaryId: string; amount_paise: Paise; rail: Rail; narration: string },
  ): Promise<Advice> {
    const { key, beneficiaryId, amount_paise, rail, narration } = advice;
    await tx.run(
      `insert into payments.bank_advice (key, beneficiary_id, owner_id, amount_paise, rail, narration, status, made_at,
                                         changed_at)
       select $1, id, owner_id, $3, $4, $5, 'waiting', $6, ${real} from payments.beneficiary where id = $2
       on conflict (key) do nothing`,
      [key, beneficiaryId, amount_paise.toString(), rail, narration, tx.now],
    );
    return (await this.find(tx, key))!;
  }

  find(tx: Tx, key: string): Promise<Advice | null> {
    return tx.maybe(row, `select ${columns} from payments.bank_advice where key = $1`, [key]);
  }

  /** The same, its row held. */
  lock(tx: Tx, key: string): Promise<Advice | null> {
    return tx.maybe(row, `select ${columns} from payments.bank_advice where key = $1 for update`, [key]);
  }

  /** What waits for a file, the oldest first, rows held; not what belongs to makers whose payouts are held. @rule */
  waiting(tx: Tx): Promise<Advice[]> {
    return tx.many(
      row,
      `select ${columns} from payments.bank_advice a
        where status = 'waiting'
          and not exists (select from payments.payout_clock c where c.seller_id = a.owner_id and c.held_at is not null)
        order by made_at, key limit $1 for update of a`,
      [fileRows_max],
    );
  }

  /** Rows of a file in their order; to answer them, rows held. */
  ofFile(tx: Tx, fileId: string, isHeld = false): Promise<Advice[]> {
    const sql = `select ${columns} from payments.bank_advice where file_id = $1 order by row_no`;
    return tx.many(row, isHeld ? `${sql} for update` : sql, [fileId]);
  }

  async file(tx: Tx, fileId: string, keys: readonly string[]): Promise<void> {
    await tx.run(
      `update payments.bank_advice a set status = 'filed', file_id = $1, row_no = k.n, changed_at = ${real}
         from unnest($2::uuid[]) with ordinality as k(key, n) where a.key = k.key and a.status = 'waiting'`,
      [fileId, keys],
    );
  }

  async note(
    tx: Tx,
    key: string,
    to: Pick<ResponseLine, 'utr'> & { status: Advice['status']; failure: string | null },
  ): Promise<void> {
    await tx.run(
      `update payments.bank_advice set status = $2, utr = $3, failure = $4, changed_at = ${real} where key = $1`,
      [key, to.status, to.utr, to.failure],
    );
  }

  /** What changed since, the oldest first; the next page goes on after the last row. */
  changedSince(tx: Tx, since: Date, after: Advice | null): Promise<Advice[]> {
    return tx.many(
      row,
      `select ${columns} from payments.bank_advice
        where changed_at >= $1 and ($2::timestamptz is null or (changed_at, key) > ($2, $3::uuid))
        order by changed_at, key limit 200`,
      [since, after?.changed_at ?? null, after?.key ?? null],
    );
  }
}
