import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork } from '#platform/database';

/** Registrations nobody finished, with the key that sealed them. */
const unfinished_hours = 24;
/** Codes are kept for the limits per day; guesses until they are forgotten; ended sign-ins for the law's log year. */
const codes_days = 2;
const sessions_days = 366;

@Injectable()
export class PurgeStale {
  constructor(
    private readonly work: UnitOfWork,
    private readonly subjects: SubjectKeys,
  ) {}

  /** Keeps no more than is needed. Run by a clock, in small bites. @returns rows removed @rule S-66 */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      const stale = await tx.many(
        z.object({ person_id: z.uuid() }),
        `delete from identity.registration where id in (
           select id from identity.registration where asked_at < $1::timestamptz - make_interval(hours => $2) order by asked_at limit 500)
         returning person_id`,
        [tx.now, unfinished_hours],
      );
      for (const { person_id } of stale) await this.subjects.forget(tx, person_id);
      const codes = await tx.run(
        `delete from identity.challenge where id in (
           select id from identity.challenge where made_at < clock_timestamp() - make_interval(days => $1) order by made_at limit 1000)`,
        [codes_days],
      );
      const guesses = await tx.run(
        `delete from identity.guess where key in (
           select key from identity.guess where last_at < clock_timestamp() - make_interval(days => $1) order by last_at limit 1000)`,
        [codes_days],
      );
      const sessions = await tx.run(
        `delete from identity.session where id in (
           select id from identity.session where expires_at < clock_timestamp() - make_interval(days => $1) limit 1000)`,
        [sessions_days],
      );
      return stale.length + codes + guesses + sessions;
    });
  }
}
