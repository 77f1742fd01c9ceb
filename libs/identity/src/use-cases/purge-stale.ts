import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { session_days } from '../domain/sign-in.js';

/** Registrations nobody finished, with the key that sealed them. */
const unfinished_hours = 24;
/** Codes are kept for the limits per day; guesses until they are forgotten; ended sign-ins for the law's log year. */
const codes_days = 2;
const sessions_days = 366;
/** Guests whose time is over: who never ordered at once, where one who did is reached a year later. */
const guests_days = 2;
const reached_days = 366;
/** A refresh token says something only while its sign-in can live; a device is known for as long as the log of it. */
const tokens_days = session_days + 1;
const devices_days = 366;

/** Table, the time that counts, days it is kept, rows gone at a time. */
const old: readonly (readonly [table: string, time: string, days: number, at_most: number])[] = [
  ['challenge', 'made_at', codes_days, 1_000],
  ['guess', 'last_at', codes_days, 1_000],
  ['refresh_token', 'issued_at', tokens_days, 10_000],
  ['device', 'last_seen_at', devices_days, 1_000],
  ['session', 'expires_at', sessions_days, 1_000],
];

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
      let removed = stale.length + (await this.guests(tx));
      for (const [table, time, days, at_most] of old) removed += await this.forget(tx, table, time, days, at_most);
      return removed;
    });
  }

  /** The key of one who ordered stays: it seals where her parcels went, as long as the books. */
  private async guests(tx: Tx): Promise<number> {
    const gone = await tx.many(
      z.object({ id: z.uuid(), ordered: z.boolean() }),
      `delete from identity.guest where id in (
         select id from identity.guest
          where ends_at < $1::timestamptz - make_interval(days => case when name_sealed is null then $2::integer else $3::integer end)
          order by ends_at limit 500 for update skip locked)
       returning id, name_sealed is not null as ordered`,
      [tx.now, guests_days, reached_days],
    );
    for (const { id, ordered } of gone) if (!ordered) await this.subjects.forget(tx, id);
    return gone.length;
  }

  /** Real time: a moved demo clock must not sign anybody out. */
  private forget(tx: Tx, table: string, time: string, days: number, at_most: number): Promise<number> {
    return tx.run(
      `delete from identity.${table} where ctid = any (array(
         select ctid from identity.${table}
          where ${time} < clock_timestamp() - make_interval(days => $1) order by ${time} limit ${at_most}))`,
      [days],
    );
  }
}
