import type pg from 'pg';

export interface OutboxState {
  rows: number;
  age_seconds: number;
}

export interface InboxState {
  handler: string;
  waiting: number;
  failing: number;
  dead: number;
  /** Of the oldest row that is not dead; null when there is none. */
  age_seconds: number | null;
}

/** The first 48 bits of a version 7 UUID are the real time in ms at which it was made; `at` is business time. */
const madeAt_ms = `('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint`;

export async function outboxState(pool: pg.Pool): Promise<OutboxState> {
  const { rows } = await pool.query<OutboxState>(
    `select count(*)::int as rows,
            greatest(0, coalesce(extract(epoch from clock_timestamp()) - min(${madeAt_ms}) / 1000.0, 0))::float8 as age_seconds
       from platform.outbox`,
  );
  return rows[0]!;
}

export async function inboxState(pool: pg.Pool): Promise<InboxState[]> {
  const { rows } = await pool.query<InboxState>(
    `select handler,
            count(*) filter (where dead_at is null and failures = 0)::int as waiting,
            count(*) filter (where dead_at is null and failures > 0)::int as failing,
            count(*) filter (where dead_at is not null)::int as dead,
            extract(epoch from clock_timestamp() - min(received_at) filter (where dead_at is null))::float8 as age_seconds
       from platform.inbox group by handler`,
  );
  return rows;
}
