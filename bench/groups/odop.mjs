// The register's hot reads beside the same statements through bare node:http and pg, in turns.
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { built } from '../lib/built.mjs';
import { bazaar, startService } from '../lib/service.mjs';
import { compare, startApi } from './http.mjs';

const list = '/v1/public/odop-entries';
const search = '/v1/public/odop-entries?text=banarasi%20sari';
const pincode = '/v1/public/pincodes/221001';
const map = '/v1/public/districts';
const goal = 0.6;

/** @returns {Promise<import('../lib/report.mjs').Row[]>} */
export async function measureOdop() {
  const postgres = await startPostgres({ durable: true, database: 'bench_odop' });
  const env = { ...process.env, DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl };
  /** @type {import('../lib/service.mjs').Service[]} */
  const services = [];
  try {
    bazaar(['migrate'], env);
    bazaar(['seed'], env);
    const port = await freePort();
    const settings = { ...env, PORT: String(port), STATEMENTS: JSON.stringify(await statements()) };
    const bare = await startService('bench/lib/bare-statements.mjs', settings, { port, path: '/' });
    services.push(bare);
    const ours = await startApi(env);
    services.push(ours);
    const beside = 'bare node:http and pg';
    const rows = [];
    for (const path of [list, search, pincode]) rows.push(...(await compare(path, ours, bare, { goal, beside })));
    rows.push(...(await compare(map, ours, bare, { goal, beside, accept: 'application/geo+json' })));
    return rows;
  } finally {
    await Promise.all(services.map((service) => service.stop()));
    await postgres.stop();
  }
}

/** What the queries send for each address, taken from the queries themselves. */
async function statements() {
  const { DistrictMapQuery, OdopEntriesQuery, PincodesQuery } = await built('libs/odop/src/index.js');
  /** @type {{ sql: string, values: unknown[] }[]} */
  const asked = [];
  const note = (/** @type {string} */ sql, /** @type {unknown[]} */ values) => asked.push({ sql, values });
  const listener = {
    many: async (/** @type {unknown} */ _row, /** @type {string} */ sql, /** @type {unknown[]} */ values) => (
      note(sql, values),
      []
    ),
    maybe: async (/** @type {unknown} */ _row, /** @type {string} */ sql, /** @type {unknown[]} */ values) => (
      note(sql, values),
      { text: '' }
    ),
  };
  const page = { limit: 20, key: null, towards: 'next', wantsCount: false, list: '' };
  const entries = new OdopEntriesQuery(listener);
  await entries.page({}, page);
  await entries.page({ text: 'banarasi sari' }, page);
  await new PincodesQuery(listener).pincode('221001');
  await new DistrictMapQuery(listener).features({});
  return Object.fromEntries(
    [list, search, pincode, map].map((path, i) => [path, { ...asked[i], isText: path === map }]),
  );
}
