import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, type Tx } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { newId } from '#platform/kernel';
import { fail } from '../domain/listing.errors.js';
import { reportReasons, reportStates, type EarlierReports, type ReportReason } from '../domain/report.rules.js';
import { ReportEntity } from './report.entity.js';

const reportRow = z.object({
  id: z.uuid(),
  listing_id: z.uuid(),
  seller_id: z.uuid(),
  reporter_id: z.uuid(),
  reason: z.enum(reportReasons),
  words: z.string(),
  state: z.enum(reportStates),
  desk_id: z.uuid().nullable(),
  above_desk_id: z.uuid().nullable(),
  made_at: z.date(),
  due_at: z.date().nullable(),
  escalated_at: z.date().nullable(),
  decided_at: z.date().nullable(),
  decided_by: z.uuid().nullable(),
  answer: z.string().nullable(),
});
export type Report = z.infer<typeof reportRow>;
const columns = Object.keys(reportRow.shape)
  .map((name) => `r.${name}`)
  .join(', ');

const lineRow = reportRow.extend({ title: z.string(), seller_name: z.string(), made_key: z.string() });
/** A report on a desk, with the goods it is about. */
export type ReportLine = z.infer<typeof lineRow>;
export const reportKey = z.tuple([z.string(), z.uuid()]);

/** On the caller's desk: hers, or one below that was silent too long. @rule S-42 */
const onDesk = `(r.desk_id = $1 or (r.above_desk_id = $1 and r.escalated_at is not null))`;

/** Reports against goods. Read and written under the lock of their listing. */
@Injectable()
export class Reports {
  /** What the caller reported so far. Her reports wait for each other here, so that many at once are counted too. */
  async ofReporter(tx: Tx, personId: string, listingId: string): Promise<EarlierReports> {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('catalogue.report ' || $1, 0))`, [personId]);
    const row = await tx.maybe(
      z.object({ same: z.number(), waiting: z.number(), today: z.number() }),
      `select count(*) filter (where state = 'waiting' and listing_id = $2)::integer as same,
              count(*) filter (where state = 'waiting')::integer as waiting,
              count(*) filter (where made_at > $3::timestamptz - interval '24 hours')::integer as today
         from catalogue.report where reporter_id = $1`,
      [personId, listingId, tx.now],
    );
    return row!;
  }

  async add(
    tx: Tx,
    report: Pick<
      ReportEntity,
      'listing_id' | 'seller_id' | 'reporter_id' | 'reason' | 'words' | 'desk_id' | 'above_desk_id' | 'due_at'
    >,
  ): Promise<string> {
    const id = newId();
    await tx.insert(ReportEntity, {
      ...report,
      id,
      state: 'waiting',
      made_at: tx.now,
      escalated_at: null,
      decided_at: null,
      decided_by: null,
      answer: null,
    });
    return id;
  }

  /** One on the caller's desk. @throws report_unknown (404) @rule S-42 */
  async findOnDesk(tx: Tx, id: string): Promise<Report> {
    const report = await tx.maybe(
      reportRow,
      `select ${columns} from catalogue.report r where ${onDesk} and r.id = $2`,
      [tx.actor.organisationId, id],
    );
    if (!report) throw fail('report_unknown');
    return report;
  }

  /** The same, held until the transaction ends; for the system any. */
  async lock(tx: Tx, id: string): Promise<Report> {
    const report = await tx.maybe(reportRow, `select ${columns} from catalogue.report r where r.id = $1 for update`, [
      id,
    ]);
    if (!report) throw fail('report_unknown');
    return report;
  }

  async decide(tx: Tx, id: string, state: 'upheld' | 'dismissed', answer: string): Promise<void> {
    await tx.run(
      `update catalogue.report set state = $2, decided_at = $3, decided_by = $4, answer = $5, due_at = null where id = $1`,
      [id, state, tx.now, tx.actor.personId, answer],
    );
  }

  async escalate(tx: Tx, id: string): Promise<void> {
    await tx.run(`update catalogue.report set escalated_at = $2, due_at = null where id = $1`, [id, tx.now]);
  }

  /** Goods of a maker with an upheld report that they copy what belongs to others. @rule */
  ipOffences(tx: Tx, sellerId: string): Promise<number> {
    return seeingAll(tx, async () => {
      const row = await tx.maybe(
        z.object({ goods: z.number() }),
        `select count(distinct listing_id)::integer as goods from catalogue.report
          where seller_id = $1 and reason = 'ip' and state = 'upheld'`,
        [sellerId],
      );
      return row?.goods ?? 0;
    });
  }

  /** The upheld report goods are blocked for now, the newest. */
  upheldOf(tx: Tx, listingId: string): Promise<Report | null> {
    return seeingAll(tx, () =>
      tx.maybe(
        reportRow,
        `select ${columns} from catalogue.report r where r.listing_id = $1 and r.state = 'upheld'
          order by r.decided_at desc, r.id desc limit 1`,
        [listingId],
      ),
    );
  }

  /** Reports that wait on the caller's desk, the longest waiting first. @rule S-42 */
  onDesk(tx: Tx, reason: ReportReason | null, request: PageRequest<z.infer<typeof reportKey>>): Promise<ReportLine[]> {
    const part = keyset(request, ['r.made_at', 'r.id'], 'asc', 3);
    return tx.many(
      lineRow,
      `select ${columns}, l.title, s.name as seller_name, r.made_at::text as made_key
         from catalogue.report r join catalogue.listing l on l.id = r.listing_id
         join sellers.v_seller s on s.seller_id = r.seller_id
        where ${onDesk} and r.state = 'waiting' and ($2::text is null or r.reason = $2) ${part.where}
        order by ${part.orderBy} limit ${part.limit}`,
      [tx.actor.organisationId, reason, ...part.values],
    );
  }

  /** What the caller reported, newest first. @rule S-42 */
  mine(tx: Tx): Promise<ReportLine[]> {
    return tx.many(
      lineRow,
      `select ${columns}, l.title, s.name as seller_name, r.made_at::text as made_key
         from catalogue.report r join catalogue.listing l on l.id = r.listing_id
         join sellers.v_seller s on s.seller_id = r.seller_id
        where r.reporter_id = $1 order by r.made_at desc, r.id desc limit 100`,
      [tx.actor.personId],
    );
  }

  /** Reports nobody decided on in time, the longest first, for the sweep. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `select id from catalogue.report where due_at <= $1 order by due_at limit $2`,
      [tx.now, limit],
    );
    return rows.map((row) => row.id);
  }
}
