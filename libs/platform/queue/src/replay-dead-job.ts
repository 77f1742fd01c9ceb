import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { fail } from './errors.js';

const replayed = z.object({ handler: z.string(), reason: z.string() });

@Injectable()
export class ReplayDeadJob {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Gives a dead job all its attempts again; the relay takes it up within a second. Audited.
   * @param why  the operator's reason, if any
   * @throws dead_job_unknown
   * @rule S-14
   */
  run(id: string, why?: string): Promise<{ handler: string }> {
    return this.work.run(async (tx) => {
      const row = await tx.maybe(
        replayed,
        `with dead as (select id, reason from platform.inbox where id = $1 and dead_at is not null for update)
         update platform.inbox i set dead_at = null, failures = 0, reason = null, hand_at = clock_timestamp()
           from dead where i.id = dead.id
         returning i.handler, dead.reason`,
        [id],
      );
      if (!row) throw fail('dead_job_unknown', { id });
      tx.audit({
        action: 'platform.dead_job_replayed',
        object: { kind: 'job', id },
        before: { handler: row.handler, reason: row.reason },
        ...(why ? { reason: why } : {}),
      });
      return { handler: row.handler };
    });
  }
}
