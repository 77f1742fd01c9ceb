import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { newId } from '#platform/kernel';
import { paiseColumn, type Paise } from '#platform/money';
import { fail } from '../domain/payment.errors.js';

const row = z.object({
  id: z.uuid(),
  n: z.number(),
  rows: z.number(),
  total_paise: paiseColumn,
  storage_key: z.string().nullable(),
  digest: z.string().nullable(),
  made_at: z.date(),
  made_by: z.uuid().nullable(),
  released_at: z.date().nullable(),
  released_by: z.uuid().nullable(),
  paid: z.number(),
  failed: z.number(),
  returned: z.number(),
});
/** A file for the bank, and what it has answered so far. */
export type PayoutFile = z.infer<typeof row>;

const countOf = (status: string): string =>
  `(select count(*)::int from payments.bank_advice a where a.file_id = f.id and a.status = '${status}') as ${status}`;
const columns = `id, n, rows, total_paise, storage_key, digest, made_at, made_by, released_at, released_by,
                 ${countOf('paid')}, ${countOf('failed')}, ${countOf('returned')}`;

const counts = z.object({ paid: z.number(), failed: z.number(), returned: z.number(), unchanged: z.number() });
/** What an answer of the bank changed. */
export type ResponseCounts = z.infer<typeof counts>;

@Injectable()
export class PayoutFiles {
  /** Nobody draws up a file while another does. Ends with the transaction. */
  async takeTurns(tx: Tx): Promise<void> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('payments.payout_file', 0))`);
  }

  /** The oldest whose rows are chosen and which was never written out: whoever began it died. */
  unwritten(tx: Tx): Promise<PayoutFile | null> {
    return tx.maybe(
      row,
      `select ${columns} from payments.payout_file f where storage_key is null order by n limit 1`,
      [],
    );
  }

  async add(tx: Tx, file: { rows: number; total_paise: Paise }): Promise<PayoutFile> {
    const id = newId();
    await tx.run(
      `insert into payments.payout_file (id, n, rows, total_paise, made_at, made_by)
       select $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5 from payments.payout_file`,
      [id, file.rows, file.total_paise.toString(), tx.now, tx.actor.personId],
    );
    return this.lock(tx, id);
  }

  /** One file, its row held. @throws payout_file_unknown (404) */
  async lock(tx: Tx, id: string): Promise<PayoutFile> {
    const found = await tx.maybe(row, `select ${columns} from payments.payout_file f where id = $1 for update`, [id]);
    if (!found) throw fail('payout_file_unknown');
    return found;
  }

  /** The file of that running number, its row held. @throws payout_file_unknown (404) */
  async lockByNumber(tx: Tx, n: number): Promise<PayoutFile> {
    const found = await tx.maybe(row, `select ${columns} from payments.payout_file f where n = $1 for update`, [n]);
    if (!found) throw fail('payout_file_unknown');
    return found;
  }

  /** @returns false when somebody else has written it out meanwhile */
  async written(tx: Tx, id: string, storageKey: string, digest: string): Promise<boolean> {
    const sql = `update payments.payout_file set storage_key = $2, digest = $3 where id = $1 and storage_key is null`;
    return (await tx.run(sql, [id, storageKey, digest])) === 1;
  }

  async release(tx: Tx, id: string): Promise<void> {
    const sql = `update payments.payout_file set released_at = $2, released_by = $3 where id = $1`;
    await tx.run(sql, [id, tx.now, tx.actor.personId]);
  }

  /** Files, the latest first. */
  page(tx: Tx, request: PageRequest<[string]>): Promise<PayoutFile[]> {
    const page = keyset(request, ['id'], 'desc', 1);
    const sql = `select ${columns} from payments.payout_file f
                  where true ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(row, sql, page.values);
  }

  /** What came of an answer that was taken before; null for a new one. */
  async answered(tx: Tx, digest: string): Promise<ResponseCounts | null> {
    const sql = `select counts from payments.bank_response where digest = $1`;
    return (await tx.maybe(z.object({ counts }), sql, [digest]))?.counts ?? null;
  }

  async addAnswer(tx: Tx, answer: { digest: string; fileId: string; counts: ResponseCounts }): Promise<void> {
    await tx.run(
      `insert into payments.bank_response (digest, file_id, counts, taken_at, taken_by) values ($1, $2, $3, $4, $5)`,
      [answer.digest, answer.fileId, JSON.stringify(answer.counts), tx.now, tx.actor.personId],
    );
  }
}
