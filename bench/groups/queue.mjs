// How fast news travels: outbox → relay → queue store → reaction, on PostgreSQL and (where redis-server is on PATH) on
// Redis, each beside its ceiling in the same run.
import pg from 'pg';
import { z } from 'zod';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { pause } from '../../scripts/lib/processes.mjs';
import { hasRedis, startRedis } from '../../scripts/lib/redis.mjs';
import { built } from '../lib/built.mjs';
import { bazaar } from '../lib/service.mjs';

const news = 5_000;
const runs = 3;
const concurrency = 8;
const queueName = 'bench.news';

/** @typedef {import('../lib/report.mjs').Row} Row */

/** @returns {Promise<Row[]>} */
export async function measureQueue() {
  const postgres = await startPostgres({ durable: true, database: 'bench_queue' });
  const redis = hasRedis() ? await startRedis() : null;
  try {
    bazaar(['migrate'], { ...process.env, DATABASE_OWNER_URL: postgres.ownerUrl, DATABASE_URL: postgres.appUrl });
    Object.assign(process.env, { DATABASE_URL: postgres.appUrl, LOG_LEVEL: 'error' });
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
  const pool = new pg.Pool({ connectionString: databaseUrl, max: concurrency });
  pool.on('error', () => undefined); // the server stops before the last of them
  const openStores = {
    postgres: () => postgresStore(databaseUrl, 1),
    ...(redisUrl ? { redis: () => redisStore(redisUrl, 'bench') } : {}),
  };

  /** @type {Record<string, number[]>} */
  const speeds = {};
  const note = (/** @type {string} */ name, /** @type {number} */ speed) => (speeds[name] ??= []).push(speed);
  for (let run = 0; run < runs; run++) {
    for (const [kind, open] of Object.entries(openStores)) {
      const store = await open();
      await store.prepare([queueName, 'bench.bare']);
      note(`relay, ${kind}`, await relayAll(store, databaseUrl, pool));
      note(`reactions, ${kind}`, await reactToAll(store, app.get(UnitOfWork), pool));
      note(`addBulk alone, ${kind}`, await addBare(store, run));
      await store.close();
    }
    note('claims by bare pg', await perSecond(() => claimBare(pool)));
  }
  await pool.end();
  await app.close();
  return asRows(speeds, Object.keys(openStores));
}

/**
 * @param {Record<string, number[]>} speeds
 * @param {string[]} kinds
 * @returns {Row[]}
 */
function asRows(speeds, kinds) {
  const best = (/** @type {string} */ name) => Math.max(...(speeds[name] ?? [0]));
  /** @type {(name: string, beside: string | null, goal: number | null) => Row} */
  const row = (name, beside, goal) => {
    const ratio = beside === null ? null : Math.round((best(name) / best(beside)) * 100) / 100;
    return { name, value: Math.round(best(name)), unit: '1/s', ratio, goal, direction: 'max' };
  };
  return [
    row('claims by bare pg', null, null),
    ...kinds.flatMap((kind) => [
      row(`addBulk alone, ${kind}`, null, null),
      row(`relay, ${kind}`, `addBulk alone, ${kind}`, 0.3),
      row(`reactions, ${kind}`, 'claims by bare pg', 0.2),
    ]),
  ];
}

/** @param {() => Promise<void>} work */
async function perSecond(work) {
  const start = performance.now();
  await work();
  return (news / (performance.now() - start)) * 1_000;
}

/** @param {pg.Pool} pool @param {'outbox' | 'inbox'} table */
async function emptied(pool, table) {
  while ((await pool.query(`select 1 from platform.${table} limit 1`)).rowCount !== 0) await pause(5);
}

/** One piece of news that nothing follows from. */
async function noConsequences() {
  const { event } = await built('libs/platform/kernel/src/index.js');
  const { call, when } = await built('libs/platform/queue/src/index.js');
  const { Handlers } = await built('libs/platform/queue/src/handlers.js');
  class Nothing {
    run() {}
  }
  const happened = event('bench.happened', z.strictObject({ n: z.int() }));
  const nothing = when(happened, { 'nothing follows': call(Nothing, (/** @type {Nothing} */ verb) => verb.run()) });
  return new Handlers([nothing], [], () => new Nothing());
}

/** Outbox → inbox and queue store. @param {any} store @param {string} databaseUrl @param {pg.Pool} pool */
async function relayAll(store, databaseUrl, pool) {
  const { Relay } = await built('libs/platform/queue/src/relay.js');
  await pool.query(
    `insert into platform.outbox (id, kind, name, payload, request_id, at)
     select gen_random_uuid(), 'event', 'bench.happened', jsonb_build_object('n', n), 'bench', now()
       from generate_series(1, $1) as n`,
    [news],
  );
  const relay = new Relay(store, await noConsequences(), { databaseUrl, poll_ms: 50, rehand_ms: 45_000 });
  return perSecond(async () => {
    relay.start();
    await emptied(pool, 'outbox');
    await relay.stop();
  });
}

/** Queue store → reactions, each a transaction. @param {any} store @param {unknown} work @param {pg.Pool} pool */
async function reactToAll(store, work, pool) {
  const { JobHost } = await built('libs/platform/queue/src/job-host.js');
  const settings = { concurrency: 2 * concurrency, lock_ms: 30_000, transactions: concurrency };
  const host = new JobHost(store, await noConsequences(), work, () => undefined, settings);
  const speed = await perSecond(async () => {
    await host.start();
    await emptied(pool, 'inbox');
  });
  await host.stop(5_000);
  return speed;
}

/** BullMQ alone, in batches as large as the relay's. @param {any} store @param {number} run */
async function addBare(store, run) {
  const queue = store.queue('bench.bare');
  const jobs = Array.from({ length: news }, (_, n) => ({
    name: 'bare',
    data: { requestId: 'bench' },
    opts: { jobId: `b-${run}-${n}`, removeOnComplete: true },
  }));
  const speed = await perSecond(async () => {
    for (let i = 0; i < news; i += 500) await queue.addBulk(jobs.slice(i, i + 500));
  });
  await queue.drain();
  await queue.close();
  return speed;
}

/**
 * The statements of one reaction, by as many bare connections as the job host runs at once.
 *
 * @param {pg.Pool} pool
 */
async function claimBare(pool) {
  const { rows } = await pool.query(
    `insert into platform.inbox (id, handler, key, event_id, name, payload, request_id, at, hand_at)
     select id, 'bench', id::text, id, 'bench.happened', '{}', 'bench', now(), now() + interval '1 day'
       from (select gen_random_uuid() as id from generate_series(1, $1)) as made returning id`,
    [news],
  );
  const ids = rows.map((row) => row.id);
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      const client = await pool.connect();
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
        await client.query('begin');
        await client.query(`select set_config('odop.scope', 'system', true), platform.now()`);
        await client.query(`delete from platform.inbox where id = $1 and dead_at is null returning payload`, [id]);
        await client.query('commit');
      }
      client.release();
    }),
  );
}
