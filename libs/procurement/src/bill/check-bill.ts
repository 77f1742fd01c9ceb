import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { nextRailCheck } from '../rail-checks.js';
import { SendBillJob } from '../procurement.events.js';

@Injectable()
export class CheckBill {
  constructor(private readonly work: UnitOfWork) {}

  /** The payer has had a bill for a while: a job asks what became of it, under the same key. By the clock. @rule S-7 */
  run(billId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const [due] = await tx.many(
        z.object({ attempt: z.number() }),
        `update procurement.bill set check_at = $2
          where id = $1 and state = 'sent' and check_at <= $3 returning payment_attempt as attempt`,
        [billId, nextRailCheck(tx.now), tx.now],
      );
      if (due) tx.enqueue(SendBillJob, { billId, attempt: due.attempt, check: tx.now.getTime() });
    });
  }
}
