import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';

const row = z.object({
  action: z.string(),
  object_kind: z.string(),
  times: z.coerce.number(),
  first_at: z.date(),
  last_at: z.date(),
  object_ids: z.array(z.string()),
});
export type AffectedRow = z.infer<typeof row>;

export interface Suspicion {
  from: Date;
  to: Date;
  /** Who did it, also in the name of somebody else. */
  by?: string;
  /** From where. */
  address?: string;
}

/** What somebody did in a span of time, and to whom or what: for the report of a breach. */
@Injectable()
export class AffectedQuery {
  constructor(private readonly db: ReadClient) {}

  /** One row per kind of act with all ids it touched; most frequent first. @rule S-67 */
  list({ from, to, by, address }: Suspicion): Promise<AffectedRow[]> {
    return this.db.many(
      row,
      `select action, object_kind, count(*) as times, min(at) as first_at, max(at) as last_at,
              array_agg(distinct object_id) as object_ids
         from platform.audit
        where at >= $1 and at < $2 and ($3::uuid is null or person_id = $3 or delegate_id = $3)
          and ($4::text is null or address = $4)
        group by action, object_kind order by times desc, action`,
      [from, to, by ?? null, address ?? null],
    );
  }
}
