// Orders while ten thousand messages wait: checkouts at a fixed rate with the real worker beside them, and the same while it sends
// what was queued at once to the simulated gateway. How much longer the slowest of a hundred take is the figure.
// npm run bench -- notices
import { freePort } from '../../scripts/lib/ports.mjs';
import { PlainFault } from '../../scripts/lib/fault.mjs';
import { pause } from '../../scripts/lib/processes.mjs';
import { built } from '../lib/built.mjs';
import { filledDatabase, openFilled, withOwner } from '../lib/filled.mjs';
import { startService } from '../lib/service.mjs';
import { openOutside, openShop, plentyOf } from './checkout.mjs';

const notices = 10_000;
const readers = 50;
/** Orders due a second, whatever becomes of those before; for how long while nothing waits, and at most while messages do. */
const rate = 8;
const quiet_s = 45;
const busy_s = 90;
const pairs = 2;
/** Of the time within which 99 of 100 orders are placed. */
const goal_ratio = 1.2;
const patience_s = 240;
const copy = 'bench_notices';

/** @typedef {import('../lib/report.mjs').Row} Row */

/** @returns {Promise<Row[]>} */
export async function measureNotices() {
  const { postgres } = await openFilled('10k');
  const outside = await openOutside();
  try {
    await postgres.dropDatabase(copy);
    const { appUrl, ownerUrl } = await postgres.createDatabase(copy, { template: filledDatabase });
    Object.assign(process.env, { DATABASE_URL: appUrl, LOG_LEVEL: 'error', ...outside.env });
    const { databaseConfig } = await built('libs/platform/database/src/index.js');
    if (databaseConfig().DATABASE_URL !== appUrl)
      throw new PlainFault('The goods were filled just now, in this process: measure once more.');
    const offers = await plentyOf(ownerUrl, 1_000);
    const shop = await openShop(offers);
    outside.tell = shop.notice;
    const worker = await startWorker(outside.env.STRIPE_API_BASE);
    try {
      const persons = await registered(shop.app);
      await paced(shop.buys, lasting(5));
      await drained(ownerUrl);
      /** @type {{ quiet: number[], busy: number[], sent: number[] }} */
      const took = { quiet: [], busy: [], sent: [] };
      for (let pair = 0; pair < pairs; pair++) {
        took.quiet.push(...(await paced(shop.buys, lasting(quiet_s))));
        await drained(ownerUrl);
        await queued(ownerUrl, persons);
        const begun = performance.now();
        let isOver = false;
        const sending = drained(ownerUrl).then(() => {
          isOver = true;
          return (performance.now() - begun) / 1_000;
        });
        const goesOn = lasting(busy_s);
        took.busy.push(...(await paced(shop.buys, () => !isOver && goesOn())));
        took.sent.push(notices / (await sending));
      }
      return rowsOf(took);
    } finally {
      await worker.stop();
      await shop.close();
    }
  } finally {
    await outside.close();
    await postgres.dropDatabase(copy);
    await postgres.stop();
  }
}

/** @param {{ quiet: number[], busy: number[], sent: number[] }} took @returns {Row[]} */
function rowsOf({ quiet, busy, sent }) {
  const at = (/** @type {number[]} */ times, /** @type {number} */ share) => {
    const sorted = [...times].sort((a, b) => a - b);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  };
  /** @type {(name: string, share: number, goal: number | null) => Row[]} */
  const beside = (name, share, goal) => [
    { name: `orders, ${name}`, value: at(quiet, share), unit: 'ms', ratio: null, goal: null, direction: 'min' },
    {
      name: `orders while messages wait, ${name}`,
      value: at(busy, share),
      unit: 'ms',
      ratio: Math.round((at(busy, share) / at(quiet, share)) * 100) / 100,
      ...{ goal, direction: 'min' },
    },
  ];
  const perSecond = Math.round(sent.reduce((sum, one) => sum + one, 0) / sent.length);
  return [
    ...beside('half within', 0.5, null),
    ...beside('99 of 100 within', 0.99, goal_ratio),
    { name: 'messages sent meanwhile', value: perSecond, unit: '1/s', ratio: null, goal: null, direction: 'max' },
  ];
}

/** Everything the real one does, its messages to the simulated gateway. @param {string} outsideUrl */
async function startWorker(outsideUrl) {
  const inner = await freePort();
  const env = {
    ...process.env,
    METRICS_PORT: String(inner),
    MESSAGES_URL: `${outsideUrl}/messages`,
    MESSAGES_KEY: 'sk_test_simulated',
  };
  return startService('dist/apps/worker/src/main.js', env, { port: inner, path: '/health/ready' });
}

/** People who are written to. @param {any} app @returns {Promise<string[]>} */
async function registered(app) {
  const { MakeDemoAccount } = await built('libs/identity/src/index.js');
  /** @type {string[]} */
  const ids = [];
  for (let n = 0; n < readers; n++) {
    const account = { name: 'Farah Test', signIn: `reader-${n}@bench.invalid`, secondFactor: false };
    ids.push((await app.asSystem(() => app.get(MakeDemoAccount).run(account))).personId);
  }
  return ids;
}

/** News of which each is a message, committed at once. @param {string} ownerUrl @param {string[]} persons */
function queued(ownerUrl, persons) {
  return withOwner(ownerUrl, (client) =>
    client.query(
      `insert into platform.outbox (id, kind, name, payload, request_id, at)
       select uuidv7(), 'event', 'identity.password_changed',
              jsonb_build_object('personId', ($2::uuid[])[1 + n % cardinality($2::uuid[])]), 'bench', now()
         from generate_series(1, $1) as n`,
      [notices, persons],
    ),
  );
}

/** @param {number} seconds */
function lasting(seconds) {
  const end = performance.now() + seconds * 1_000;
  return () => performance.now() < end;
}

/** @param {string} ownerUrl */
const drained = (ownerUrl) =>
  until(
    ownerUrl,
    `select not exists (select from platform.outbox) and not exists (select from platform.inbox where dead_at is null)
            and not exists (select from notifications.message where state = 'queued' and channel <> 'in_app') as done`,
    [],
  );

/** @param {string} ownerUrl @param {string} sql @param {unknown[]} values */
function until(ownerUrl, sql, values) {
  return withOwner(ownerUrl, async (client) => {
    await client.query(`select set_config('odop.scope', 'system', false)`);
    for (const end = performance.now() + patience_s * 1_000; performance.now() < end; await pause(500)) {
      const { rows } = await client.query(sql, values);
      if (rows[0].done === true) return;
    }
    throw new PlainFault(`The worker was not done within ${patience_s} s.`);
  });
}

/**
 * Orders that are due at the rate whatever the others do, each timed from when it was due.
 *
 * @param {(n: number) => Promise<unknown>} act
 * @param {() => boolean} goesOn
 * @returns {Promise<number[]>} milliseconds of each
 */
async function paced(act, goesOn) {
  const start = performance.now();
  /** @type {Promise<number>[]} */
  const all = [];
  for (let n = 0; goesOn(); n++) {
    const due = start + (n / rate) * 1_000;
    await pause(Math.max(0, due - performance.now()));
    all.push(act(placed++).then(() => performance.now() - due));
  }
  return Promise.all(all);
}
let placed = 3;
