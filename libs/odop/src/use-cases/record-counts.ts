import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

/** How many makers sell there and how many goods are on sale. */
export interface Counted {
  id: string;
  makers: number;
  listings: number;
}

@Injectable()
export class RecordCounts {
  /**
   * Notes what the catalogue counted, of everything at once: what is not named has none. Rows that stay as they were are
   * not written.
   * @rule
   */
  async inside(tx: Tx, counts: { districts: readonly Counted[]; entries: readonly Counted[] }): Promise<void> {
    await record(tx, 'district', counts.districts);
    await record(tx, 'entry', counts.entries);
  }
}

async function record(tx: Tx, what: 'district' | 'entry', counts: readonly Counted[]): Promise<void> {
  const [table, key] = [`odop.${what}_counts`, `${what}_id`];
  await tx.run(
    `insert into ${table} as c (${key}, makers, listings, counted_at)
     select r.id, r.makers, r.listings, $2 from jsonb_to_recordset($1::jsonb) as r(id uuid, makers integer, listings integer)
     on conflict (${key}) do update
        set makers = excluded.makers, listings = excluded.listings, counted_at = excluded.counted_at
      where (c.makers, c.listings) <> (excluded.makers, excluded.listings)`,
    [JSON.stringify(counts), tx.now],
  );
  await tx.run(
    `update ${table} set makers = 0, listings = 0, counted_at = $2
      where (makers, listings) <> (0, 0) and ${key} <> all($1)`,
    [counts.map(({ id }) => id), tx.now],
  );
}
