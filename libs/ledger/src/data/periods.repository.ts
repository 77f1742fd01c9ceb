import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn } from '#platform/money';
import { chart, type AccountCode } from '../domain/chart.js';
import { keptTrial, readTrial, sealOf, spanOf, trialOf, type TrialLine } from '../domain/period.js';
import { fail } from '../domain/ledger.errors.js';
import { PeriodEntity } from './period.entity.js';

const text = z.string();
const kept = z.object({
  ...{ code: text, opening_paise: text, debits_paise: text, credits_paise: text, closing_paise: text },
});
const row = z.object({
  month: z.string(),
  before_at: z.date(),
  asked_by: z.uuid().nullable(),
  asked_at: z.date(),
  closed_by: z.uuid().nullable(),
  closed_at: z.date().nullable(),
  transfers: z.coerce.number().nullable(),
  trial: z
    .array(kept)
    .transform((lines): TrialLine[] => readTrial(lines))
    .nullable(),
  digest: z.string().nullable(),
});
/** A month of the books: asked to be closed, or closed with what was kept of it. */
export type Period = z.infer<typeof row>;

/** A closed one, with everything that was kept of it. */
export type ClosedPeriod = Period & { trial: TrialLine[]; digest: string; transfers: number };

const columns = `month, before_at, asked_by, asked_at, closed_by, closed_at, transfers, trial, digest`;
const movedRow = z.object({
  code: z.enum(Object.keys(chart) as [AccountCode]),
  debits_paise: paiseColumn,
  credits_paise: paiseColumn,
});
const digestRow = z.object({ transfers: z.coerce.number(), digest: z.string() });

/** What is kept of a month when it is closed. */
export type Closing = Record<'transfers', number> & Record<'digest', string> & Record<'trial', TrialLine[]>;

/** The sort key of a list of months, the latest first. */
export const periodKey = z.tuple([z.string()]);

@Injectable()
export class Periods {
  /** A month, held until commit; null when nobody asked for it. */
  lock(tx: Tx, month: string): Promise<Period | null> {
    return tx.maybe(row, `select ${columns} from ledger.period where month = $1 for update`, [month]);
  }

  async ask(tx: Tx, month: string): Promise<void> {
    await tx.insert(PeriodEntity, {
      ...{ month, before_at: spanOf(month).before, asked_by: tx.actor.personId, asked_at: tx.now },
      ...{ closed_by: null, closed_at: null, transfers: null, trial: null, digest: null },
    });
  }

  async close(tx: Tx, month: string, closing: Closing): Promise<void> {
    await tx.run(
      `update ledger.period set closed_by = $2, closed_at = $3, transfers = $4, trial = $5, digest = $6 where month = $1`,
      [
        ...[month, tx.actor.personId, tx.now],
        ...[closing.transfers, JSON.stringify(keptTrial(closing.trial)), closing.digest],
      ],
    );
  }

  /** The last month that is closed; null while none is. */
  last(tx: Tx): Promise<Period | null> {
    return tx.maybe(
      row,
      `select ${columns} from ledger.period where closed_at is not null order by month desc limit 1`,
    );
  }

  /** A month that is closed. @throws period_not_closed (404) */
  async closedOf(tx: Tx, month: string): Promise<ClosedPeriod> {
    const found = await tx.maybe(row, `select ${columns} from ledger.period where month = $1`, [month]);
    const { trial, digest, transfers } = found ?? { trial: null, digest: null, transfers: null };
    if (!found || !trial || digest === null || transfers === null) throw fail('period_not_closed', { month });
    return { ...found, trial, digest, transfers };
  }

  /** Months that were closed, the first of them first. */
  closed(tx: Tx): Promise<Period[]> {
    return tx.many(row, `select ${columns} from ledger.period where closed_at is not null order by month`);
  }

  page(tx: Tx, request: PageRequest<z.infer<typeof periodKey>>): Promise<Period[]> {
    const page = keyset(request, ['month'], 'desc', 1);
    const sql = `select ${columns} from ledger.period where true ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(row, sql, page.values);
  }

  /** Nobody posts until this transaction ends; who is posting has ended before this returns. */
  async stopPosting(tx: Tx): Promise<void> {
    await tx.run(`select ledger.stop_posting()`);
  }

  /**
   * A month as it stands in the books: its trial balance, on top of the month before, and its seal. The first month has in it
   * everything that was posted before.
   */
  async read(tx: Tx, month: string, before: Pick<Period, 'trial' | 'digest'> | null): Promise<Closing> {
    const span = spanOf(month);
    const values = [before === null ? new Date(0) : span.from, span.before];
    const moved = await tx.many(
      movedRow,
      `select code, coalesce(sum(amount_paise) filter (where amount_paise > 0), 0)::bigint as debits_paise,
              coalesce(-sum(amount_paise) filter (where amount_paise < 0), 0)::bigint as credits_paise
         from ledger.v_entry where posted_at >= $1 and posted_at < $2 group by code`,
      values,
    );
    // Day by day, so that no text grows with the month.
    const rows = await tx.maybe(
      digestRow,
      `select coalesce(sum(transfers), 0) as transfers,
              encode(sha256(convert_to(coalesce(string_agg(day || ' ' || digest, E'\\n' order by day), ''), 'UTF8')), 'hex') as digest
         from (select (posted_at at time zone 'Asia/Kolkata')::date::text as day, count(*) as transfers,
                      encode(sha256(convert_to(string_agg(
                        concat_ws('|', id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause,
                                  extract(epoch from posted_at)), E'\\n' order by id), 'UTF8')), 'hex') as digest
                 from ledger.transfer where posted_at >= $1 and posted_at < $2 group by 1) d`,
      values,
    );
    const trial = trialOf(before?.trial ?? [], moved);
    return { transfers: rows!.transfers, trial, digest: sealOf(before?.digest ?? '', month, rows!.digest, trial) };
  }
}
