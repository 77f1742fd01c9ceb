// Jobs end to end: what happened is committed → its effect is committed. Through outbox, relay and reaction, beside a program
// that commits the same rows and uses BullMQ by itself on the same store: it loses news when it dies between the two.
import pg from 'pg';
import { z } from 'zod';
import { PlainFault } from '../../scripts/lib/fault.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { pause } from '../../scripts/lib/processes.mjs';
import { hasRedis, startRedis } from '../../scripts/lib/redis.mjs';
import { built } from '../lib/built.mjs';
import { withOwner } from '../lib/filled.mjs';
import { median } from '../lib/report.mjs';
import { bazaar } from '../lib/service.mjs';

const jobs = 3_000;
const runs = 3;
/** Who commits at once, and who works at once: each holds a connection. */
const writers = 8;
const workers = 8;
const goal_ratio = 0.5;
const patience_ms = 60_000;
const queueName = 'bench.news';

/** @typedef {import('../lib/report.mjs').Row} Row */
/** @typedef {{ app: any, work: any, pool: pg.Pool, databaseUrl: string }} World */

/** @returns {Promise<Row[]>} */
export async function measureJobs() {
  const postgres = await startPostgres({ durable: true, database: 'bench_jobs' });
  const redis = hasRedis() ? await startRedis() : null;
  try {
    bazaar(['migrate'], { ...process.env, DATABASE_OWNER_URL: postgres.ownerUrl, DATABASE_URL: postgres.appUrl });
    Object.assign(process.env, { DATABASE_URL: postgres.appUrl, LOG_LEVEL: 'error' });
    await withOwner(postgres.ownerUrl, async (client) => {
      for (const table of ['bench_cause', 'bench_effect']) {
        await client.query(
          `create table public.${table} (run text not null, n integer not null, primary key (run, n))`,
        );
        await client.query(`grant select, insert on public.${table} to odop_app`);
      }
    });
    return await measure(postgres.appUrl, redis?.url);
  } finally {
    await redis?.stop();
    await postgres.stop();
  }
}

/**
 * @param {string} databaseUrl
 * @param {string | undefined} redisUrl
 * @returns {Promise<Row[]>}
 */
async function measure(databaseUrl, redisUrl) {
  const { UnitOfWork } = await built('libs/platform/database/src/index.js');
  const { postgresStore, redisStore } = await built('libs/platform/queue/src/index.js');
  const { boot } = await built('libs/platform/testing/src/index.js');
  const app = await boot([]);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: writers + workers });
  pool.on('error', () => undefined); // the server stops before the last of them
  const world = { app, work: app.get(UnitOfWork), pool, databaseUrl };
  /** @type {Record<string, () => Promise<any>>} */
  const openStores = {
    postgres: () => postgresStore(databaseUrl, 1),
    ...(redisUrl ? { redis: () => redisStore(redisUrl, 'bench') } : {}),
  };
  try {
    /** @type {Row[]} */
    const rows = [];
    for (const [kind, open] of Object.entries(openStores)) {
      /** @type {{ ours: number, bare: number }[]} */
      const pairs = [];
      for (let run = 0; run < runs; run++) {
        const store = await open();
        await store.prepare([queueName, 'bench.plain']);
        pairs.push({
          bare: await bareJobs(store, world, `bare ${kind} ${run}`),
          ours: await ourJobs(store, world, `ours ${kind} ${run}`),
        });
        await store.close();
      }
      rows.push(...rowsOf(kind, pairs));
    }
    return rows;
  } finally {
    await pool.end();
    await app.close();
  }
}

/**
 * @param {string} kind
 * @param {{ ours: number, bare: number }[]} pairs
 * @returns {Row[]}
 */
function rowsOf(kind, pairs) {
  const round = (/** @type {number} */ value) => Math.round(value * 100) / 100;
  const bare = Math.round(median(pairs.map((pair) => pair.bare)));
  const ours = Math.round(median(pairs.map((pair) => pair.ours)));
  const ratio = round(median(pairs.map((pair) => pair.ours / pair.bare)));
  return [
    { name: `jobs by BullMQ itself, ${kind}`, value: bare, unit: '1/s', ratio: null, goal: null, direction: 'max' },
    { name: `jobs end to end, ${kind}`, value: ours, unit: '1/s', ratio, goal: goal_ratio, direction: 'max' },
  ];
}

/**
 * Per second from the first commit until every effect is there, each once.
 *
 * @param {World} world
 * @param {string} run
 * @param {(n: number) => Promise<unknown>} write
 */
async function untilDone({ pool }, run, write) {
  const start = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let n = next++; n < jobs; n = next++) await write(n);
    }),
  );
  for (;;) {
    const { rows } = await pool.query(`select count(*)::integer as done from public.bench_effect where run = $1`, [
      run,
    ]);
    if (rows[0].done === jobs) break;
    if (performance.now() - start > patience_ms)
      throw new PlainFault(`${run}: ${rows[0].done} of ${jobs} effects are there, and no more come.`);
    await pause(10);
  }
  return (jobs / (performance.now() - start)) * 1_000;
}

/** @param {any} store @param {World} world @param {string} run */
async function ourJobs(store, world, run) {
  const { call, when } = await built('libs/platform/queue/src/index.js');
  const { Handlers } = await built('libs/platform/queue/src/handlers.js');
  const { JobHost } = await built('libs/platform/queue/src/job-host.js');
  const { Relay } = await built('libs/platform/queue/src/relay.js');
  const told = await toldEvent();
  class Note {
    /** @param {number} n */
    run(n) {
      return world.work.run((/** @type {any} */ tx) =>
        tx.run(`insert into public.bench_effect (run, n) values ($1, $2)`, [run, n]),
      );
    }
  }
  const reaction = call(Note, (/** @type {Note} */ note, /** @type {{ n: number }} */ { n }) => note.run(n));
  const handlers = new Handlers([when(told, { 'note it': reaction })], [], () => new Note());
  const relay = new Relay(store, handlers, { databaseUrl: world.databaseUrl, poll_ms: 50, rehand_ms: 45_000 });
  const settings = { concurrency: 2 * workers, lock_ms: 30_000, transactions: workers };
  const host = new JobHost(store, handlers, world.work, () => relay.nudge(), settings);
  await host.start();
  relay.start();
  const speed = await world.app.asSystem(() =>
    untilDone(world, run, async (n) => {
      await world.work.run(async (/** @type {any} */ tx) => {
        await tx.run(`insert into public.bench_cause (run, n) values ($1, $2)`, [run, n]);
        tx.emit(told, { n });
      });
      relay.nudge();
    }),
  );
  await relay.stop();
  await host.stop(5_000);
  return speed;
}

/** One kind of news; made once, as names are. */
async function toldEvent() {
  const { event } = await built('libs/platform/kernel/src/index.js');
  return (made ??= event('bench.told', z.strictObject({ n: z.int() })));
}
/** @type {unknown} */
let made;

/** @param {any} store @param {World} world @param {string} run */
async function bareJobs(store, world, run) {
  const queue = store.queue('bench.plain');
  const commits = (/** @type {string} */ table, /** @type {number} */ n) =>
    inTransaction(world.pool, (client) =>
      client.query(`insert into public.${table} (run, n) values ($1, $2)`, [run, n]),
    );
  const worker = store.worker(
    'bench.plain',
    (/** @type {{ data: { n: number } }} */ job) => commits('bench_effect', job.data.n),
    { concurrency: workers, lockDuration: 30_000 },
  );
  worker.on('failed', (/** @type {unknown} */ _, /** @type {Error} */ error) => console.error(error.message));
  await worker.waitUntilReady();
  const speed = await untilDone(world, run, async (n) => {
    await commits('bench_cause', n);
    await queue.add('plain', { n }, { jobId: `${run.replaceAll(' ', '-')}-${n}`, removeOnComplete: true });
  });
  await worker.close();
  await queue.close();
  return speed;
}

/** @param {pg.Pool} pool @param {(client: pg.PoolClient) => Promise<unknown>} act */
async function inTransaction(pool, act) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await act(client);
    await client.query('commit');
  } finally {
    client.release();
  }
}
