import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { nextRailCheck } from '../rail-checks.js';
import { BlockFundsJob } from '../procurement.events.js';

@Injectable()
export class CheckFunds {
  constructor(private readonly work: UnitOfWork) {}

  /** The payer was asked for money a while ago and nothing is known: a job asks again, under the same key. By the clock. @rule S-7 */
  run(demandId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const [due] = await tx.many(
        z.object({ attempt: z.number() }),
        `update procurement.demand set check_at = $2
          where id = $1 and state = 'funds_pending' and check_at <= $3 returning funds_attempt as attempt`,
        [demandId, nextRailCheck(tx.now), tx.now],
      );
      if (due) tx.enqueue(BlockFundsJob, { demandId, attempt: due.attempt, check: tx.now.getTime() });
    });
  }
}
