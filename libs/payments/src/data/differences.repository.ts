import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { newId } from '#platform/kernel';
import { paiseColumn } from '#platform/money';
import {
  differenceAbouts,
  differenceKinds,
  differenceStatuses,
  lookSince,
  type Difference,
  type LookKind,
} from '../domain/difference.js';
import { fail } from '../domain/payment.errors.js';

const row = z.object({
  id: z.uuid(),
  about: z.enum(differenceAbouts),
  kind: z.enum(differenceKinds),
  provider: z.string(),
  provider_id: z.string(),
  our_id: z.uuid().nullable(),
  ours_paise: paiseColumn.nullable(),
  theirs_paise: paiseColumn.nullable(),
  says: z.string(),
  status: z.enum(differenceStatuses),
  how: z.string().nullable(),
  reason: z.string().nullable(),
  found_at: z.date(),
  settled_at: z.date().nullable(),
});
/** A difference as the payments desk reads it. */
export type DifferenceRow = z.infer<typeof row>;

const columns = `id, about, kind, provider, provider_id, our_id, ours_paise, theirs_paise, says, status, how, reason,
                 found_at, settled_at`;

/** Where a page of differences ends. */
export const differenceKey = z.tuple([z.uuid()]);

/** One look at the provider's lists: what it reads, by the provider's time and by ours. */
export interface Look {
  runId: string;
  kind: LookKind;
  /** Real time, as the provider counts it. */
  since: Date;
  /** The same span by the business clock, which runs ahead in a training installation. */
  oursSince: Date;
}

@Injectable()
export class Differences {
  /**
   * Begins a look and writes it down, unless it is only to be tried. What a clock that ran ahead says of the last one is not
   * believed: nobody has read what happened until then.
   */
  async begin(tx: Tx, kind: LookKind, given: { since?: Date; isTrial: boolean }): Promise<Look> {
    const times = await tx.maybe(
      z.object({ now: z.date(), last: z.date().nullable() }),
      `select clock_timestamp() as now,
              (select began_at from payments.reconciliation
                where ended_at is not null and began_at <= clock_timestamp() order by ended_at desc limit 1) as last`,
      [],
    );
    const { now, last } = times!;
    const since = given.since ?? lookSince(kind, now, last);
    const look = {
      runId: newId(),
      kind,
      since,
      oursSince: new Date(tx.now.getTime() - (now.getTime() - since.getTime())),
    };
    if (!given.isTrial) {
      await tx.run(`insert into payments.reconciliation (id, kind, since_at, began_at) values ($1, $2, $3, $4)`, [
        look.runId,
        kind,
        since,
        now,
      ]);
    }
    return look;
  }

  async end(tx: Tx, runId: string, counts: object): Promise<void> {
    const sql = `update payments.reconciliation set ended_at = clock_timestamp(), counts = $2 where id = $1`;
    await tx.run(sql, [runId, JSON.stringify(counts)]);
  }

  /** Writes a difference down; one that is known stays as it is, unless it was open and is repaired now, or is there again. @returns whether it is new for the desk */
  async note(tx: Tx, runId: string, found: Difference): Promise<boolean> {
    const isRepaired = found.how !== null;
    const noted = await tx.maybe(
      z.object({ is_new: z.boolean() }),
      `insert into payments.difference as d (id, run_id, about, kind, provider, provider_id, our_id, ours_paise,
              theirs_paise, says, status, how, found_at, settled_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (provider, about, provider_id, kind) do update
              set status = excluded.status, how = excluded.how, settled_at = excluded.settled_at
            where (d.status, excluded.status) in (('open', 'repaired'), ('repaired', 'open'))
       returning status = 'open' as is_new`,
      [
        newId(),
        runId,
        found.about,
        found.kind,
        found.provider,
        found.providerId,
        found.ourId,
        found.ours_paise?.toString() ?? null,
        found.theirs_paise?.toString() ?? null,
        found.says,
        isRepaired ? 'repaired' : 'open',
        found.how,
        tx.now,
        isRepaired ? tx.now : null,
      ],
    );
    return noted?.is_new ?? false;
  }

  /** Differences that were open and are none any more: both sides agree now. @returns how many */
  agree(tx: Tx, about: Difference['about'], providerIds: readonly string[]): Promise<number> {
    return tx.run(
      `update payments.difference set status = 'repaired', how = 'agreed', settled_at = $3
        where status = 'open' and about = $1 and provider_id = any($2::text[])`,
      [about, providerIds, tx.now],
    );
  }

  /** Differences, the latest first. */
  page(
    tx: Tx,
    status: DifferenceRow['status'] | null,
    request: PageRequest<z.infer<typeof differenceKey>>,
  ): Promise<DifferenceRow[]> {
    const page = keyset(request, ['id'], 'desc', 2);
    const sql = `select ${columns} from payments.difference
                  where ($1::text is null or status = $1) ${page.where} order by ${page.orderBy} limit ${page.limit}`;
    return tx.many(row, sql, [status, ...page.values]);
  }

  /** How many wait for the payments desk. */
  async open(tx: Tx): Promise<number> {
    const sql = `select count(*)::int as n from payments.difference where status = 'open'`;
    return (await tx.maybe(z.object({ n: z.number() }), sql, []))!.n;
  }

  /** One of them, its row held. @throws difference_unknown */
  async lock(tx: Tx, id: string): Promise<DifferenceRow> {
    const found = await tx.maybe(row, `select ${columns} from payments.difference where id = $1 for update`, [id]);
    if (!found) throw fail('difference_unknown');
    return found;
  }
}
