import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { DomainError, newId } from '#platform/kernel';
import { asOwner, boot, type Booted } from '#platform/testing';
import {
  call,
  handle,
  JobsQuery,
  QueueModule,
  ReplayDeadJob,
  startWork,
  when,
  workSettings,
  type Work,
  type WorkSettings,
} from '../src/index.js';
import { dropTrialTables, mailTerms, makeTrialTables, Ordered, SendMail, Trial, TrialModule } from './effects.js';
import { stores } from './stores.js';
import { openWire } from './wire.js';

const tables = {
  subscriptions: [
    when(Ordered, {
      'pack the parcel': call(Trial, (trial, e) => trial.react('pack', e.order)),
      'thank the buyer': call(Trial, (trial, e) => trial.react('thank', e.order)),
    }),
  ],
  jobs: [
    handle(
      SendMail,
      call(Trial, (trial, p) => trial.mail(p.order)),
      mailTerms,
    ),
  ],
  schedules: [],
};

const effectsOf = (order: string) =>
  asOwner<{ what: string; times: number }>(
    `select what, count(*)::int as times from trial.effect where of = $1 group by what order by what`,
    [order],
  );
const undone = async (): Promise<string[]> =>
  (
    await asOwner<{ name: string }>(
      `select handler as name from platform.inbox where dead_at is null union all select name from platform.outbox`,
    )
  ).map((row) => row.name);

const once = ['mail', 'ordered', 'pack', 'thank'].map((what) => ({ what, times: 1 }));

async function until(done: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 800; i++) {
    if (await done()) return;
    await sleep(25);
  }
  throw new Error(`waited 20 s in vain; not done: ${(await undone()).join(', ')}`);
}
const allDone = (): Promise<void> => until(async () => (await undone()).length === 0);

describe.each(stores)('work on $name', ({ redisUrl }) => {
  let app: Booted;
  let trial: Trial;
  let work: Work;
  const start = (elsewhere: Partial<WorkSettings> = {}): Promise<Work> =>
    startWork(app, tables, {
      ...workSettings(),
      redisUrl,
      redisPrefix: `odop-test-${process.pid}`,
      rehand_ms: 1_000,
      lock_ms: 3_000,
      ...elsewhere,
    });
  beforeAll(async () => {
    await makeTrialTables();
    await asOwner('truncate platform.outbox, platform.inbox');
    app = await boot([TrialModule, QueueModule]);
    trial = app.get(Trial);
    work = await start();
  });
  afterAll(async () => {
    await work.stop(5_000);
    await app.close();
    await dropTrialTables();
  });
  beforeEach(() => (trial.mood = () => undefined));

  const place = async (): Promise<string> => {
    const order = newId();
    await app.asSystem(() => trial.place(order));
    return order;
  };

  test('S-13 every reaction and job happens once', async () => {
    const orders = await Promise.all(Array.from({ length: 40 }, place));
    await allDone();
    for (const order of orders) expect(await effectsOf(order)).toEqual(once);
  });

  test('S-13 a job asked for twice while it waits is one job, in its last form', async () => {
    let calls = 0;
    trial.mood = () => void calls++;
    const order = newId();
    await app.asSystem(() => trial.askForMail(order, 5));
    await allDone();
    expect(calls).toBe(1);
    expect(await effectsOf(order)).toEqual([{ what: 'mail', times: 1 }]);
  });

  test('S-12 what this build does not know waits for one that does; news without a reaction is gone', async () => {
    await app.asSystem(() => trial.tell());
    await asOwner(
      `insert into platform.outbox (id, kind, name, payload, request_id, at)
       values ($1, 'job', 'future.job', '{}', 'r', now()), ($2, 'event', 'future.happened', '{}', 'r', now())`,
      [newId(), newId()],
    );
    await place();
    await until(async () => (await undone()).every((name) => name.startsWith('future.')));
    expect((await undone()).sort()).toEqual(['future.happened', 'future.job']);
    await asOwner(`delete from platform.outbox`);
  });

  test('S-14 a payload that does not fit is dead at once: it will not fit the next time', async () => {
    const id = newId();
    await asOwner(
      `insert into platform.outbox (id, kind, name, payload, request_id, at)
       values ($1, 'event', 'trial.ordered', '{"order": 7}', 'r', now())`,
      [id],
    );
    await allDone();
    const dead = await asOwner<{ failures: number; reason: string }>(
      `delete from platform.inbox where event_id = $1 returning failures, reason`,
      [id],
    );
    expect(dead.map((row) => [row.failures, row.reason.includes('ZodError')])).toEqual([
      [1, true],
      [1, true],
    ]);
  });

  test('S-14 a failed reaction leaves nothing and is tried again', async () => {
    let failures = 0;
    trial.mood = (what) => {
      if (what === 'pack' && failures++ < 2) throw new Error('out of paper');
    };
    const order = await place();
    await allDone();
    expect(failures).toBe(3);
    expect(await effectsOf(order)).toEqual(once);
  });

  test('S-14 a poison job dies with its reason, holds up nobody, and is replayed by an operator', async () => {
    const [poison, ...others] = await Promise.all(
      Array.from({ length: 30 }, async (_, i) => {
        const order = newId();
        if (i === 0) trial.mood = (what, of) => refuse(what === 'mail' && of === order);
        await app.asSystem(() => trial.place(order));
        return order;
      }),
    );
    await allDone();
    for (const order of others) expect(await effectsOf(order)).toEqual(once);
    expect(await effectsOf(poison!)).toEqual(once.filter((row) => row.what !== 'mail'));

    const dead = (await app.get(JobsQuery).dead(10)).filter((row) => row.handler === SendMail.name);
    expect(dead).toMatchObject([
      { payload: { order: poison }, failures: mailTerms.attempts, reason: 'Error: the post office is closed' },
    ]);

    trial.mood = () => undefined;
    await app.asSystem(() => app.get(ReplayDeadJob).run(dead[0]!.id, 'the post office has opened'));
    await allDone();
    expect(await effectsOf(poison!)).toEqual(once);
    const audit = await asOwner(`select action, reason from platform.audit where object_id = $1`, [dead[0]!.id]);
    expect(audit).toEqual([{ action: 'platform.dead_job_replayed', reason: 'the post office has opened' }]);
    const again = app.asSystem(() => app.get(ReplayDeadJob).run(dead[0]!.id));
    await expect(again).rejects.toMatchObject({ code: 'dead_job_unknown', status: 404 } satisfies Partial<DomainError>);
  });

  test('S-12 work is handed over again when the queue store was emptied', async () => {
    let held = true;
    trial.mood = async (what) => {
      // Holds the first attempts back until the store has forgotten them; refusing makes them wait in the store.
      if (held && what !== 'mail') throw new Error('not yet');
    };
    const orders = await Promise.all(Array.from({ length: 10 }, place));
    await until(async () => (await asOwner(`select 1 from platform.inbox where failures > 0`)).length > 0);
    if (redisUrl) for (const queue of work.queues) await queue.obliterate({ force: true });
    else await asOwner('truncate bullmq.job cascade');
    held = false;
    await allDone();
    for (const order of orders) expect(await effectsOf(order)).toEqual(once);
  });

  test('S-81 a provider that does not answer holds up only its own jobs', async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    trial.mood = (what) => (what === 'mail' ? answered : undefined);
    const orders = await Promise.all(Array.from({ length: 20 }, place));
    await until(async () => (await undone()).every((name) => name === SendMail.name));
    for (const order of orders) expect(await effectsOf(order)).toEqual(once.filter((row) => row.what !== 'mail'));
    answer();
    await allDone();
  });

  test('S-77 S-78 orders go on while the store is cut off or silent, and their effects come when it is back', async () => {
    const wire = await openWire(redisUrl ?? workSettings().databaseUrl);
    await work.stop(5_000);
    work = await start(redisUrl ? { redisUrl: wire.url } : { databaseUrl: wire.url });
    const orders = await Promise.all(Array.from({ length: 5 }, place));
    await allDone();
    for (const fault of ['cut', 'swallow'] as const) {
      wire[fault]();
      orders.push(...(await Promise.all(Array.from({ length: 10 }, place))));
      await sleep(1_500);
      expect(await undone()).not.toEqual([]);
      wire.mend();
      await allDone();
    }
    for (const order of orders) expect(await effectsOf(order)).toEqual(once);
    await work.stop(5_000);
    wire.close();
    work = await start();
  });

  test('S-17 a stop lets running work finish and loses none', async () => {
    let begun = 0;
    trial.mood = async (what) => {
      if (what !== 'pack') return;
      begun++;
      await sleep(300);
    };
    const orders = await Promise.all(Array.from({ length: 30 }, place));
    await until(() => begun > 0);
    await work.stop(10_000);
    const finished = (await asOwner(`select 1 from trial.effect where what = 'pack' and of = any($1)`, [orders]))
      .length;
    expect(finished).toBe(begun);
    work = await start();
    await allDone();
    for (const order of orders) expect(await effectsOf(order)).toEqual(once);
  });

  test('S-75 work goes on by itself when the database drops every connection', async () => {
    const dropAll = (): Promise<unknown> => app.get(ReadClient).many(z.unknown(), dropOthers);
    // A pool hands out connections that were dropped until it has met each: who is refused places another order.
    const placed = async (orders: string[]): Promise<void> =>
      until(() =>
        place().then(
          (order) => orders.push(order) > 0,
          () => false,
        ),
      );
    const orders: string[] = [];
    for (let i = 0; i < 3; i++) {
      await Promise.all(Array.from({ length: 10 }, () => placed(orders)));
      await dropAll();
      await placed(orders);
    }
    await allDone();
    for (const order of orders) expect(await effectsOf(order)).toEqual(once);
  });
});

function refuse(really: boolean): void {
  if (really) throw new Error('the post office is closed');
}

const dropOthers = `select pg_terminate_backend(pid, 5000) from pg_stat_activity
                     where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`;
