// Fills a migrated and seeded database with makers, goods, offers, stock and ratings by COPY, and the shelf with what the code of
// the shelf makes of them: the same rows for the same number of goods, and a checksum that says so.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { copyInto } from './copy-into.mjs';
import { built } from './built.mjs';
import { goodsOfMaker, makerOf } from './goods-of.mjs';
import { readRegister } from './register.mjs';
import { catalogue } from './rows-of.mjs';

/** Tables that are filled by COPY; their indexes and foreign keys are made when everything is in. */
const tables = [...catalogue.map(({ table }) => table), 'shelf', 'shelf_phrase'].map((name) => `catalogue.${name}`);
/** The best so many are what a search looks at first, and then. */
const best = { is_top: 16_000, is_upper: 128_000 };

/** @typedef {{ table: string, rows: number, checksum: string }} Filled */
/** @typedef {(what: string, make: () => Promise<Filled[] | unknown>) => Promise<void>} Made */

/**
 * @param {string} ownerUrl
 * @param {number} count of goods
 * @param {(line: string) => void} tell
 * @returns {Promise<{ checksum: string }>} of every row that was copied
 */
export async function fill(ownerUrl, count, tell) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const hash = createHash('sha256');
  /** @type {Made} */
  const made = async (what, make) => {
    const start = performance.now();
    const filled = await make();
    tell(`${what} (${((performance.now() - start) / 1_000).toFixed(1)} s)`);
    if (!Array.isArray(filled)) return;
    for (const { table, rows, checksum } of filled) {
      hash.update(checksum);
      tell(`  ${table}: ${rows}`);
    }
  };
  try {
    await client.query(`set maintenance_work_mem = '1GB'`);
    await client.query(`set odop.scope = 'system'`);
    const register = await readRegister(client);
    const makers = Math.max(register.districts.length, Math.ceil(count / goodsOfMaker));
    await makeMakers(client, register, makers, made);
    const statements = await takeIndexes(client);
    await client.query(`alter table catalogue.shelf disable trigger user`); // all of it is counted in the end
    await made('goods', () => copyGoods({ ownerUrl, register, makers, count }));
    await made('marks of the best', () => markBest(client));
    for (const statement of statements) {
      await made(/(?:INDEX|constraint) (\S+)/.exec(statement)?.[1] ?? statement, () => client.query(statement));
    }
    await made('statistics', () => client.query(`analyze`));
    await client.query(`alter table catalogue.shelf enable trigger user`);
    await made('words and counts', () => countShelf(ownerUrl));
    await made('vacuum', () => client.query(`vacuum analyze`));
  } finally {
    await client.end();
  }
  return { checksum: hash.digest('hex') };
}

/**
 * @param {pg.Client} client
 * @param {import('./goods-of.mjs').Register} register
 * @param {number} makers
 * @param {Made} made
 */
async function makeMakers(client, register, makers, made) {
  const at = '2026-01-01';
  const all = Array.from({ length: makers }, (_, m) => makerOf(register, m));
  /** @param {string} table @param {Record<string, unknown>[]} rows */
  const fillWith = async (table, rows) => {
    const copy = await copyInto(client, table, Object.keys(rows[0] ?? {}));
    for (const row of rows) await copy.add(Object.values(row));
    return [await copy.end()];
  };
  await made('organisations', () =>
    fillWith(
      'identity.organisation',
      all.map(({ id, name }) => ({ id, kind: 'seller', name, state: 'active', created_at: at })),
    ),
  );
  await client.query(`create temporary table maker (like sellers.seller including defaults)`);
  await made('makers', () =>
    fillWith(
      'maker',
      all.map(({ id, name, class: kind, place, district }) => ({
        id,
        applicant_id: id,
        class: kind,
        name,
        district_id: district.id,
        state_code: district.state_code,
        pincode: district.pin,
        place,
        address_sealed: '\\x00',
        state: 'active',
        state_since: at,
        gst_status: 'exempt',
        manufacturer_key: id,
        verified_at: at,
        created_at: at,
      })),
    ),
  );
  // Through their walls: COPY does not pass one.
  await client.query(`insert into sellers.seller select * from maker`);
  await client.query(
    `insert into catalogue.stock_location (id, seller_id, name, pincode, district_id, made_at)
     select id, id, 'Workshop', pincode, district_id, created_at from maker`,
  );
}

/**
 * Fills the tables of the goods in two threads, as the shelf is as much work as all the others.
 *
 * @param {Omit<import('./copy-part.mjs').Part, 'half'>} part
 * @returns {Promise<Filled[]>}
 */
async function copyGoods(part) {
  const halves = await Promise.all(
    ['catalogue', 'shelf'].map(async (half) => {
      const worker = new Worker(new URL('./copy-part.mjs', import.meta.url), { workerData: { ...part, half } });
      const ended = once(worker, 'exit'); // rejects when the thread fails
      const [filled] = await Promise.race([once(worker, 'message'), ended]);
      await ended;
      return filled;
    }),
  );
  return halves.flat();
}

/** The best of the shelf bear their marks before there are indexes into which they would be written. @param {pg.Client} client */
async function markBest(client) {
  for (const [mark, most] of Object.entries(best)) {
    await client.query(
      `update catalogue.shelf set ${mark} = true
        where standing >= coalesce((select standing from catalogue.shelf order by standing desc offset $1 limit 1), 0)`,
      [most],
    );
  }
}

/** Counts as the clock does at night. @param {string} ownerUrl */
async function countShelf(ownerUrl) {
  Object.assign(process.env, { DATABASE_URL: ownerUrl, LOG_LEVEL: 'error' });
  const { boot } = await built('libs/platform/testing/src/index.js');
  const { CountShelf, ShelfModule } = await built('libs/catalogue/src/index.js');
  const app = await boot([ShelfModule]);
  try {
    await app.asSystem(() => app.get(CountShelf).run());
  } finally {
    await app.close();
  }
}

/** Takes indexes and foreign keys off the tables. @param {pg.Client} client @returns {Promise<string[]>} what puts them back */
async function takeIndexes(client) {
  const { rows: keys } = await client.query(
    `select c.conrelid::regclass as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c where c.contype = 'f' and c.conrelid = any($1::regclass[]) order by 1, 2`,
    [tables],
  );
  const { rows: indexes } = await client.query(
    `select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = any($1::regclass[])
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid) order by 1`,
    [tables],
  );
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return [
    ...indexes.map(({ definition }) => definition),
    ...keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
  ];
}
