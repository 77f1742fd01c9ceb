import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { minutesAfter } from '#platform/time';
import { check_minutes } from '../domain/check-minutes.js';
import { SendPayoutJob } from '../domain/payment.events.js';

@Injectable()
export class CheckPayout {
  constructor(private readonly work: UnitOfWork) {}

  /** The bank has had a payout for a while: a job asks what became of it. Called by the clock. @rule */
  run(payoutId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const next = minutesAfter(tx.now, check_minutes);
      const sql = `update payments.payout set check_at = $2, checks = checks + 1 where id = $1 and check_at <= $3 returning checks`;
      const [due] = await tx.many(z.object({ checks: z.number() }), sql, [payoutId, next, tx.now]);
      if (due) tx.enqueue(SendPayoutJob, { payoutId, check: due.checks });
    });
  }
}
