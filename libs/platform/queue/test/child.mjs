// A process of the crash tests: `writer` places orders, `worker` does what follows. Runs the built code, as in earnest.
// Environment: DATABASE_URL, REDIS_URL, TRIAL_PREFIX (of the keys in Redis), DIE (where to end itself by SIGKILL, once).
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { event, job, newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import * as queue from '#platform/queue';
import { boot } from '#platform/testing';

const { call, clock, dailyAt, handle, postgresStore, redisStore, startWork, sweep, when, workSettings } = queue;

const order = z.strictObject({ order: z.uuid() });
const Ordered = event('trial.ordered', order);
const SendMail = job('trial.send-mail', { payload: order, key: (p) => p.order });
/** @type {import('#platform/queue').WorkTerms} */
const mailTerms = {
  queue: 'trial.jobs',
  attempts: 8,
  backoff_ms: 100,
  priority: 'now',
  owner: 'platform_operator',
  whenDead: 'Open the post office.',
};

const app = await boot([]);
const work = app.get(UnitOfWork);

/** @param {string} line */
const tell = (line) => process.stdout.write(`${line}\n`);

/** @param {string} where */
function mayDie(where) {
  if (process.env['DIE'] === where) process.kill(process.pid, 'SIGKILL');
}

class Trial {
  /** @param {string} what @param {string} of */
  react(what, of) {
    return work.run(async (tx) => {
      await tx.run(`insert into trial.effect (what, of) values ($1, $2)`, [what, of]);
      if (what === 'pack') mayDie('in-reaction');
    });
  }

  /** @param {string} of */
  async mail(of) {
    await work.run((tx) =>
      tx.run(`insert into trial.effect (what, of, key) values ('mail', $1, $1) on conflict do nothing`, [of]),
    );
    mayDie('in-job');
  }

  /** @param {Date} slot */
  strike(slot) {
    return work.run(async (tx) => {
      await tx.run(`insert into trial.stroke (slot) values ($1)`, [slot]);
      mayDie('in-clock');
    });
  }

  /** @param {import('#platform/database').Tx} tx @param {number} limit */
  async due(tx, limit) {
    const rows = await tx.many(
      z.object({ id: z.string() }),
      `select id from trial.deadline where state = 'open' and due_at <= platform.now() order by due_at limit $1`,
      [limit],
    );
    return rows.map((row) => row.id);
  }

  /** @param {string} id */
  lapse(id) {
    return work.run(async (tx) => {
      const row = await tx.maybe(
        z.object({ state: z.string(), poison: z.boolean() }),
        `select state, poison from trial.deadline where id = $1 for update`,
        [id],
      );
      if (row?.poison) throw new Error('this one never lapses');
      if (row?.state !== 'open') return;
      await tx.run(`update trial.deadline set state = 'lapsed', times = times + 1 where id = $1`, [id]);
      mayDie('in-sweep');
    });
  }
}

const trial = new Trial();
const tables = {
  subscriptions: [
    when(Ordered, {
      'pack the parcel': call(Trial, (verb, e) => verb.react('pack', e.order)),
      'thank the buyer': call(Trial, (verb, e) => verb.react('thank', e.order)),
    }),
  ],
  jobs: [
    handle(
      SendMail,
      call(Trial, (verb, p) => verb.mail(p.order)),
      mailTerms,
    ),
  ],
  schedules: [
    clock(
      'trial.nightly',
      dailyAt('02:30'),
      call(Trial, (verb, slot) => verb.strike(slot)),
    ),
    sweep('trial.lapse', {
      every_ms: 200,
      due: call(Trial, (verb, tx, limit) => verb.due(tx, limit)),
      act: call(Trial, (verb, id) => verb.lapse(id)),
    }),
  ],
};

/** The store as it is, but dying where it matters. @param {import('#platform/queue').QueueStore} store */
function deadly(store) {
  return {
    ...store,
    queue: (/** @type {string} */ name) => {
      const queue = store.queue(name);
      const add = queue.addBulk.bind(queue);
      queue.addBulk = async (jobs) => {
        mayDie('before-add');
        const added = await add(jobs);
        mayDie('after-add');
        return added;
      };
      return queue;
    },
    worker: (/** @type {string} */ name, /** @type {any} */ processor, /** @type {any} */ settings) =>
      store.worker(
        name,
        async (job, token) => {
          await processor(job, token);
          mayDie('before-finish');
        },
        settings,
      ),
  };
}

async function beWorker() {
  const settings = { ...workSettings(), redisPrefix: process.env['TRIAL_PREFIX'] ?? 'odop-trial' };
  const store = settings.redisUrl
    ? await redisStore(settings.redisUrl, settings.redisPrefix)
    : await postgresStore(settings.databaseUrl, 2);
  const find = (/** @type {any} */ token) => (token === Trial ? trial : app.get(token, { strict: false }));
  const running = await startWork({ get: find }, tables, settings, deadly(store));
  process.once('SIGTERM', () => void running.stop(10_000).then(() => process.exit(0)));
  tell('ready');
}

/** Places orders and tells each one the database acknowledged; one in ten it thinks better of. */
async function beWriter() {
  for (let i = 0; ; i++) {
    const id = newId();
    const regrets = Math.random() < 0.1;
    await runAsSystem('writer', id, () =>
      work.run(async (tx) => {
        await tx.run(`insert into trial.effect (what, of) values ('ordered', $1)`, [id]);
        tx.emit(Ordered, { order: id });
        tx.enqueue(SendMail, { order: id });
        if (regrets) throw new Error('changed my mind');
      }),
    ).then(
      () => tell(`placed ${id}`),
      (/** @type {Error} */ error) => {
        if (error.message !== 'changed my mind') throw error;
      },
    );
    // A slow machine must find work left for the worker that is to die last, and not a mountain of it.
    await sleep(i < 100 ? 50 : 250);
  }
}

/** Places so many orders, a hundred per transaction, and ends. */
async function beCrowd() {
  const orders = Number(process.env['TRIAL_ORDERS']);
  for (let placed = 0; placed < orders; placed += 100)
    await runAsSystem('crowd', newId(), () =>
      work.run(async (tx) => {
        for (let i = placed; i < Math.min(orders, placed + 100); i++) {
          const id = newId();
          await tx.run(`insert into trial.effect (what, of) values ('ordered', $1)`, [id]);
          tx.emit(Ordered, { order: id });
          tx.enqueue(SendMail, { order: id });
        }
      }),
    );
  process.exit(0);
}

setInterval(() => undefined, 60_000); // until it is killed
await { writer: beWriter, worker: beWorker, crowd: beCrowd }[
  /** @type {'writer' | 'worker' | 'crowd'} */ (process.argv[2])
]();
