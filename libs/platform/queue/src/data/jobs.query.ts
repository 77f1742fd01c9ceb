import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';

const deadJob = z.object({
  id: z.uuid(),
  handler: z.string(),
  name: z.string(),
  payload: z.unknown(),
  request_id: z.string(),
  failures: z.number(),
  reason: z.string(),
  dead_at: z.date(),
});
export type DeadJob = z.infer<typeof deadJob>;

const backlog = z.object({
  handler: z.string(),
  waiting: z.number(),
  failing: z.number(),
  dead: z.number(),
  oldest_at: z.date(),
});
export type Backlog = z.infer<typeof backlog>;

const lateJob = z.object({
  id: z.uuid(),
  handler: z.string(),
  payload: z.unknown(),
  failures: z.number(),
  reason: z.string().nullable(),
  received_at: z.date(),
  dead_at: z.date().nullable(),
});
export type LateJob = z.infer<typeof lateJob>;

/** Which handlers are looked at. */
interface Chosen {
  only?: readonly string[] | null;
  except?: readonly string[];
}

/** What is not done yet, from PostgreSQL, whichever store the queues live in. Times here are real, not business time. */
@Injectable()
export class JobsQuery {
  constructor(private readonly db: ReadClient) {}

  /** Work not done, per handler. */
  backlog(): Promise<Backlog[]> {
    return this.db.many(
      backlog,
      `select handler,
              count(*) filter (where dead_at is null and failures = 0)::int as waiting,
              count(*) filter (where dead_at is null and failures > 0)::int as failing,
              count(*) filter (where dead_at is not null)::int as dead,
              min(received_at) as oldest_at
         from platform.inbox group by handler order by handler limit 1000`,
    );
  }

  /**
   * Work that is dead, or is not done since `before` (real time), the oldest first.
   * @param handlers  of these jobs only, and of none of `except`
   * @rule S-14
   */
  late(before: Date, limit: number, { only = null, except = [] }: Chosen = {}): Promise<LateJob[]> {
    return this.db.many(
      lateJob,
      `select id, handler, payload, failures, reason, received_at, dead_at
         from platform.inbox
        where (dead_at is not null or received_at <= $1)
          and ($2::text[] is null or handler = any($2)) and handler <> all($3::text[])
        order by received_at, id limit $4`,
      [before, only, except, limit],
    );
  }

  /** Rows the relay has not opened yet. */
  async unopened(): Promise<number> {
    const row = await this.db.maybe(
      z.object({ rows: z.number() }),
      `select count(*)::int as rows from platform.outbox`,
    );
    return row!.rows;
  }

  /**
   * Dead jobs in the order in which their news came.
   * @param beyond  id of the row beyond which the page lies: after it towards `next`, before it (newest first) towards `prev`
   */
  dead(limit: number, beyond: string | null = null, towards: 'next' | 'prev' = 'next'): Promise<DeadJob[]> {
    const [compare, order] = towards === 'next' ? ['>', 'asc'] : ['<', 'desc'];
    return this.db.many(
      deadJob,
      `select id, handler, name, payload, request_id, failures, reason, dead_at
         from platform.inbox
        where dead_at is not null and ($2::uuid is null or id ${compare} $2)
        order by id ${order} limit $1`,
      [limit, beyond],
    );
  }
}
