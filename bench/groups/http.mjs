// What the api's conventions cost: its answers per second beside bare Fastify giving the same bodies, from the same
// statements through the same kind of connection. Both run all the time; the load goes to one after the other, in turns.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { bazaar, processorTime_s, startService } from '../lib/service.mjs';
import { built } from '../lib/built.mjs';
import { median } from '../lib/report.mjs';

const connections = 32;
const warmUp_s = 2;
const run_s = 4;
const runs = 5;
/** Above this share of one processor, the generator may be what limits the answers. */
const generatorShareMax = 0.9;
const paths = ['/health/live', '/v1/public/pincodes/560001', '/v1/public/states'];

/** @typedef {import('../lib/report.mjs').Row} Row */
/** @typedef {import('../lib/service.mjs').Service} Service */
/** @typedef {{ perSecond: number, cpu_us: number | null, generatorShare: number, p50_ms: number, p99_ms: number }} Sample */

/** @returns {Promise<Row[]>} */
export async function measureHttp() {
  const postgres = await startPostgres({ durable: true, database: 'bench_http' });
  const env = { ...process.env, DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl };
  /** @type {Service[]} */
  const services = [];
  try {
    bazaar(['migrate'], env);
    bazaar(['seed'], env);
    const bare = await startBare(env);
    services.push(bare);
    const ours = await startApi(env);
    services.push(ours);
    const rows = [];
    for (const path of paths) rows.push(...(await compare(path, ours, bare)));
    return rows;
  } finally {
    await Promise.all(services.map((service) => service.stop()));
    await postgres.stop();
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function startBare(env) {
  const port = await freePort();
  const STATEMENTS = JSON.stringify(await statements());
  const settings = { ...env, PORT: String(port), STATEMENTS };
  return startService('bench/lib/bare-server.mjs', settings, { port, path: '/health/live' });
}

/** @param {NodeJS.ProcessEnv} env */
export async function startApi(env) {
  const port = await freePort();
  // A caller as busy as this one would be told to wait; everything else is as it is delivered.
  const settings = {
    ...env,
    PORT: String(port),
    METRICS_PORT: '0',
    RATE_LIMITS: 'default=999999999/60,search=999999999/60',
  };
  return startService('dist/apps/api/src/main.js', settings, { port, path: '/health/ready' });
}

/** The statements of the two lists, taken from the queries themselves so that both servers always run the same. */
async function statements() {
  const { DistrictsQuery, PincodesQuery } = await built('libs/odop/src/index.js');
  /** @type {string[]} */
  const asked = [];
  const listener = {
    many: async (/** @type {unknown} */ _row, /** @type {string} */ sql) => (asked.push(sql), []),
    maybe: async (/** @type {unknown} */ _row, /** @type {string} */ sql) => (asked.push(sql), null),
  };
  await new PincodesQuery(listener).pincode('560001');
  await new DistrictsQuery(listener).states();
  return { pincode: asked[0], states: asked[1] };
}

/**
 * @param {string} path
 * @param {Service} ours
 * @param {Service} bare
 * @param {{ goal?: number, beside?: string, accept?: string }} [options]
 * @returns {Promise<Row[]>}
 */
export async function compare(path, ours, bare, { goal = 0.5, beside = 'bare Fastify', accept = '*/*' } = {}) {
  for (const service of [bare, ours]) await load(service, path, warmUp_s, accept);
  /** @type {{ bare: Sample[], ours: Sample[] }} */
  const samples = { bare: [], ours: [] };
  for (let run = 0; run < runs; run++) {
    samples.bare.push(await load(bare, path, run_s, accept));
    samples.ours.push(await load(ours, path, run_s, accept));
  }
  return rowsOf(`GET ${path}`, samples, goal, beside);
}

/**
 * @param {string} name
 * @param {{ bare: Sample[], ours: Sample[] }} samples
 * @param {number} goal
 * @param {string} beside
 * @returns {Row[]}
 */
function rowsOf(name, { bare, ours }, goal, beside) {
  const ratio = (/** @type {(sample: Sample) => number} */ of) =>
    round(median(ours.map((sample, run) => of(sample) / of(/** @type {Sample} */ (bare[run])))));
  const speed = (/** @type {Sample[]} */ samples) => Math.round(median(samples.map((sample) => sample.perSecond)));
  const cpu = (/** @type {Sample[]} */ samples) => Math.round(median(samples.map((sample) => sample.cpu_us ?? 0)));
  const busiest = Math.max(...[...bare, ...ours].map((sample) => sample.generatorShare));
  /** @type {Row[]} */
  const rows = [
    { name: `${name}, ${beside}`, value: speed(bare), unit: '1/s', ratio: null, goal: null, direction: 'max' },
    {
      name: `${name}, api`,
      value: speed(ours),
      unit: '1/s',
      ratio: ratio((sample) => sample.perSecond),
      goal,
      direction: 'max',
    },
  ];
  if (ours[0]?.cpu_us !== null) {
    const value = cpu(ours);
    rows.push({
      name: `${name}, api, processor time of an answer`,
      value,
      unit: 'µs',
      ratio: ratio((sample) => sample.cpu_us ?? 0),
      goal: null,
      direction: 'min',
    });
  }
  if (busiest > generatorShareMax) {
    console.error(
      `${name}: the load generator was busy ${Math.round(busiest * 100)} % of the time; it may be the limit.`,
    );
  }
  return rows;
}

/**
 * @param {Service} service
 * @param {string} path
 * @param {number} seconds
 * @param {string} accept
 * @param {number} [rate] requests a second that are due whatever the server does; without it the connections are kept busy
 * @returns {Promise<Sample>}
 */
export async function load({ pid, url }, path, seconds, accept, rate = 0) {
  const before = processorTime_s(pid);
  const parameters = [new URL(url).port, path, String(seconds), String(connections), accept, String(rate)];
  const child = spawn(process.execPath, [new URL('../lib/load.mjs', import.meta.url).pathname, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  await once(child, 'close');
  const { answers, others, took_s, cpu_s, p50_ms, p99_ms } = JSON.parse(said);
  if (others > 0 || answers === 0) throw new Error(`${path}: ${others} answers were not 200, ${answers} were`);
  const after = processorTime_s(pid);
  const cpu_us = before === null || after === null ? null : ((after - before) / answers) * 1e6;
  return { perSecond: answers / took_s, cpu_us, generatorShare: cpu_s / took_s, p50_ms, p99_ms };
}

const round = (/** @type {number} */ ratio) => Math.round(ratio * 100) / 100;
