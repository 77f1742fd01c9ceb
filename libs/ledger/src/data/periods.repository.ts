import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { paiseColumn } from '#platform/money';
import { addDays, istDay, startOfIstDay } from '#platform/time';
import { chart, type AccountCode } from '../domain/chart.js';
import { keptTrial, readTrial, spanOf, type TrialLine } from '../domain/period.js';
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
  /** From when on it takes nothing. */
  closing_at: z.date().nullable(),
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

const columns = `month, before_at, asked_by, asked_at, closing_at, closed_by, closed_at, transfers, trial, digest`;
const movedRow = z.object({
  code: z.enum(Object.keys(chart) as [AccountCode]),
  debits_paise: paiseColumn,
  credits_paise: paiseColumn,
});
const digestRow = z.object({ transfers: z.coerce.number(), digest: z.string() });

/** What is kept of a month when it is closed. */
export type Closing = Record<'transfers', number> & Record<'digest', string> & Record<'trial', TrialLine[]>;

/** A day of the books; without transfers its digest is empty. */
export type DayRead = z.infer<typeof digestRow> & { day: string; moved: z.infer<typeof movedRow>[] };

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
      ...{ closing_at: null, closed_by: null, closed_at: null, transfers: null, trial: null, digest: null },
    });
  }

  /** From now on it takes nothing; what it is made of is read after that. */
  async shut(tx: Tx, month: string): Promise<void> {
    const sql = `update ledger.period set closing_at = coalesce(closing_at, $3), closed_by = $2 where month = $1`;
    await tx.run(sql, [month, tx.actor.personId, tx.now]);
  }

  async close(tx: Tx, month: string, closing: Closing): Promise<void> {
    await tx.run(`update ledger.period set closed_at = $2, transfers = $3, trial = $4, digest = $5 where month = $1`, [
      ...[month, tx.now],
      ...[closing.transfers, JSON.stringify(keptTrial(closing.trial)), closing.digest],
    ]);
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

  /** The day of the first transfer there is, in India's time; null while nothing was posted. */
  async firstDay(tx: Tx): Promise<string | null> {
    const sql = `select min(posted_at) as at from ledger.transfer`;
    const { at } = (await tx.maybe(z.object({ at: z.date().nullable() }), sql))!;
    return at === null ? null : istDay(at);
  }

  /** What moved on a day, and the digest of its transfers. @param day  `2026-10-31`, in India's time */
  async day(tx: Tx, day: string): Promise<DayRead> {
    const values = [startOfIstDay(day), startOfIstDay(addDays(day, 1))];
    const moved = await tx.many(
      movedRow,
      `select code, coalesce(sum(amount_paise) filter (where amount_paise > 0), 0)::bigint as debits_paise,
              coalesce(-sum(amount_paise) filter (where amount_paise < 0), 0)::bigint as credits_paise
         from ledger.v_entry where posted_at >= $1 and posted_at < $2 group by code`,
      values,
    );
    const rows = await tx.maybe(
      digestRow,
      `select count(*) as transfers,
              coalesce(encode(sha256(convert_to(string_agg(
                concat_ws('|', id, debit_code, debit_owner, credit_code, credit_owner, amount_paise, why, cause,
                          extract(epoch from posted_at)), E'\\n' order by id), 'UTF8')), 'hex'), '') as digest
         from ledger.transfer where posted_at >= $1 and posted_at < $2`,
      values,
    );
    return { day, moved, ...rows! };
  }
}
