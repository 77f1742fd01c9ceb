import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { sealedColumns, sealedRow } from '../link.js';

const bytes = z.custom<Buffer>((value) => Buffer.isBuffer(value));
const keptHead = z.object({ links: z.coerce.number(), head: bytes, mac: bytes });
export type KeptHead = z.infer<typeof keptHead>;

const sealedLink = z.object({
  sequence: z.coerce.number(),
  audit_id: z.uuid(),
  digest: bytes,
  row: sealedRow.nullable(),
});
export type SealedLink = z.infer<typeof sealedLink>;
/** `object_kind` of the rows in which checks are noted. */
export const checkedKind = 'audit_day';
const dayRow = z.object({ day: z.string() });

/** The trail and its chain as they stand in the database, whoever touched them. */
@Injectable()
export class TrailQuery {
  constructor(private readonly db: ReadClient) {}

  /** Days that have links, or had: oldest first. */
  async days(): Promise<string[]> {
    const rows = await this.db.many(
      dayRow,
      `with recursive days as (
         (select day from platform.audit_seal order by day limit 1)
         union all
         select (select s.day from platform.audit_seal s where s.day > d.day order by s.day limit 1)
           from days d where d.day is not null)
       select to_char(day, 'YYYY-MM-DD') as day from days where day is not null
       union select to_char(day, 'YYYY-MM-DD') from platform.audit_day order by 1`,
    );
    return rows.map((row) => row.day);
  }

  keptHead(day: string): Promise<KeptHead | null> {
    return this.db.maybe(keptHead, `select links, head, mac from platform.audit_day where day = $1`, [day]);
  }

  /** The last kept head before a day: what its first link builds on. */
  headBefore(day: string): Promise<KeptHead | null> {
    return this.db.maybe(
      keptHead,
      `select links, head, mac from platform.audit_day where day < $1 order by day desc limit 1`,
      [day],
    );
  }

  /** Links of a day in their order, each with its row, or with null when the row is gone. */
  links(day: string, after: number, limit: number): Promise<SealedLink[]> {
    return this.db.many(
      sealedLink,
      `select s.sequence, s.audit_id, s.digest, r.row
         from (select * from platform.audit_seal where day = $1 and sequence > $2 order by sequence limit $3) s
         left join lateral (
           select to_jsonb(f) as row from (select ${sealedColumns} from platform.audit a where a.id = s.audit_id) f) r on true
        order by s.sequence`,
      [day, after, limit],
    );
  }

  /** A row of that time (by its own) that has no seal and does not wait for one: nobody of ours wrote it. */
  stranger(from: Date | null, to: Date | null): Promise<{ id: string; day: string } | null> {
    return this.db.maybe(
      z.object({ id: z.uuid(), day: z.string() }),
      `select a.id, to_char(a.at at time zone 'Asia/Kolkata', 'YYYY-MM-DD') as day
         from platform.audit a
        where a.at >= coalesce($1, '-infinity'::timestamptz) and a.at < coalesce($2, 'infinity'::timestamptz)
          and not exists (select from platform.audit_seal s where s.audit_id = a.id)
          and not exists (select from platform.audit_unsealed u where u.audit_id = a.id)
        order by a.id limit 1`,
      [from, to],
    );
  }

  /** Rows not sealed yet, and since when the oldest waits, in real seconds. */
  async waiting(): Promise<{ rows: number; age_seconds: number }> {
    const row = await this.db.maybe(
      z.object({ rows: z.number(), age_seconds: z.number() }),
      `select count(*)::int as rows,
              coalesce(extract(epoch from clock_timestamp() - min(a.at)), 0)::float8 as age_seconds
         from platform.audit_unsealed u join platform.audit a on a.id = u.audit_id`,
    );
    return row!;
  }

  /** What the last check by the clock has found, and when; null before the first. */
  lastCheck(): Promise<{ at: Date; day: string; is_intact: boolean } | null> {
    return this.db.maybe(
      z.object({ at: z.date(), day: z.string(), is_intact: z.boolean() }),
      `select at, object_id as day, coalesce(jsonb_typeof(after->'fault'), 'null') = 'null' as is_intact
         from platform.audit where object_kind = $1 order by object_id desc, id desc limit 1`,
      [checkedKind],
    );
  }
}
