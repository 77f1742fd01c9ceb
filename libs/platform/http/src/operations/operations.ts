import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { fail } from '../errors.js';

/** What went wrong with one row of the input. */
export interface RowError {
  row: number;
  code: string;
  detail: string;
}

/** The list of errors stays readable: the rest is only counted by the operation's own result. */
export const operation_errors_max = 1_000;
/** Whoever started it has looked by then. */
const keep_days = 30;

const operationRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  progress: z.number(),
  errors: z.array(z.object({ row: z.number(), code: z.string(), detail: z.string() })),
  result: z.record(z.string(), z.unknown()).nullable(),
  started_at: z.date(),
  ended_at: z.date().nullable(),
});
export type OperationRow = z.infer<typeof operationRow>;

/**
 * Work that outlives its request: it is started with a row and a job in one transaction, answered with
 * `accepted(id)`, moved on by the job, and read at /v1/operations/{id} by who started it. @rule STD-1.8
 */
@Injectable()
export class Operations {
  constructor(private readonly work: UnitOfWork) {}

  /** @param kind  what it does, in the officer's words: `catalogue.import` */
  async start(tx: Tx, kind: string): Promise<string> {
    assert(tx.actor.personId, 'an operation is started by somebody');
    const id = newId();
    await tx.run(
      `insert into platform.operation (id, kind, person_id, organisation_id, state, started_at)
       values ($1, $2, $3, $4, 'running', $5)`,
      [id, kind, tx.actor.personId, tx.actor.organisationId, tx.now],
    );
    return id;
  }

  /** @param progress  0 to 100; errors are added to those noted before */
  async advance(tx: Tx, id: string, progress: number, errors: readonly RowError[] = []): Promise<void> {
    const changed = await tx.run(
      `update platform.operation
          set progress = $2,
              errors = errors || (select coalesce(jsonb_agg(e.error order by e.at), '[]')
                                    from jsonb_array_elements($3::jsonb) with ordinality as e(error, at)
                                   where jsonb_array_length(errors) + e.at <= ${operation_errors_max})
        where id = $1 and state = 'running'`,
      [id, Math.floor(progress), JSON.stringify(errors.slice(0, operation_errors_max))],
    );
    assert(changed === 1, 'only a running operation advances');
  }

  /** Ends it; ending it again changes nothing, so that a repeated job is harmless. */
  async end(tx: Tx, id: string, state: 'done' | 'failed', result: Record<string, unknown>): Promise<void> {
    await tx.run(
      `update platform.operation
          set state = $2, result = $3, ended_at = $4, progress = case $2 when 'done' then 100 else progress end
        where id = $1 and state = 'running'`,
      [id, state, JSON.stringify(result), tx.now],
    );
  }

  /** @throws not_found (404), also when it is another's */
  async byId(id: string): Promise<OperationRow> {
    const found = await this.work.run((tx) =>
      tx.maybe(
        operationRow,
        `select id, kind, state, progress, errors, result, started_at, ended_at from platform.operation where id = $1`,
        [id],
      ),
    );
    if (!found) throw fail('not_found');
    return found;
  }

  /** Forgets what ended more than 30 days ago, in bites; for the scheduler, every hour. @returns how many */
  purge(): Promise<number> {
    return this.work.run((tx) =>
      tx.run(
        `delete from platform.operation where id = any (array(
           select id from platform.operation
            where ended_at < $1::timestamptz - make_interval(days => $2) order by ended_at limit 10000))`,
        [tx.now, keep_days],
      ),
    );
  }
}
