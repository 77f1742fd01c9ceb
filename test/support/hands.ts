import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, type EventOf, type EventType, type JobType } from '#platform/kernel';
import { asOwner, type Booted } from '#platform/testing';
import { jobs } from '../../apps/worker/src/jobs.js';
import { schedules } from '../../apps/worker/src/schedules.js';
import { subscriptions } from '../../apps/worker/src/subscriptions.js';

type Waiting = EventOf<never>;

/** The worker's tables, carried out by hand: one piece of news, one job or one deadline at a time, when a test says so. */
export interface Hands {
  /**
   * Does what the tables say of the news or jobs of one kind that wait in the outbox, oldest first. What fails stays there.
   * @param about  part of their payload, so that nobody else's are done
   * @throws when none waits
   */
  does(kind: Pick<EventType | JobType, 'name'>, about: object): Promise<void>;
  /** Lets time pass until the row is due, and the schedule of this name act on it. @throws when the schedule does not find it */
  strikes(schedule: string, row: { table: string; id: string; key?: string; due?: string }): Promise<void>;
  /** The one row a question of a test has, as the worker sees it: everybody's. @throws when there is none */
  sees<T>(sql: string, values: readonly unknown[]): Promise<T>;
}

/** @param app  any booted application that holds the use-cases of the tables, with no worker beside it */
export function hands(app: Booted): Hands {
  const inTx = <T>(act: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(act));

  async function sees<T>(sql: string, values: readonly unknown[]): Promise<T> {
    const row = await inTx((tx) => tx.maybe(z.custom<T>(), sql, values));
    assert(row !== null, `there is a row: ${sql}`);
    return row;
  }

  async function handle(row: Waiting): Promise<void> {
    for (const { event, reactions } of subscriptions) {
      if (event.name !== row.name) continue;
      for (const reaction of Object.values(reactions))
        await inTx(async () => reaction.act(app.get(reaction.verb), row.payload, row));
    }
    for (const { job, does } of jobs)
      if (job.name === row.name) await app.asSystem(async () => does.act(app.get(does.verb), row.payload, row));
  }

  return {
    sees,

    async does({ name }, about) {
      const rows = await waiting(name, about);
      assert(rows.length > 0, `${name} waits in the outbox for ${JSON.stringify(about)}`);
      for (const row of rows) {
        await handle(row);
        await asOwner('delete from platform.outbox where id = $1', [row.id]);
      }
    },

    async strikes(name, { table, id, key = 'id', due = 'due_at' }) {
      const schedule = schedules.find((each) => each.name === name);
      assert(schedule?.kind === 'sweep', `${name} is a sweep of the schedules table`);
      const { at } = await sees<{ at: Date }>(`select ${due} as at from ${table} where ${key} = $1`, [id]);
      await asOwner(
        `insert into platform.clock (base_at) values (greatest(platform.now(), $1::timestamptz + interval '1 second'))
         on conflict (one) do update set base_at = excluded.base_at, real_at = clock_timestamp()`,
        [at],
      );
      const found = await inTx((tx) => schedule.due.act(app.get(schedule.due.verb), tx, 100_000));
      assert(found.includes(id), `${name} finds ${table} ${id} when it is due`);
      await inTx(async () => schedule.act.act(app.get(schedule.act.verb), id));
    },
  };
}

/** A notice from outside may still be on its way to us: asked for a while before the answer is none. */
async function waiting(name: string, about: object): Promise<Waiting[]> {
  const tries = 50;
  for (let i = 0; ; i++) {
    const rows = await asOwner<Waiting>(
      'select id, name, at, payload from platform.outbox where name = $1 and payload @> $2::jsonb order by id',
      [name, JSON.stringify(about)],
    );
    if (rows.length > 0 || i === tries) return rows;
    await sleep(100);
  }
}
