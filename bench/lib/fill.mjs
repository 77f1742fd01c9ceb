// Fills a migrated and seeded database with makers, goods, offers, stock and ratings by COPY, and the shelf with what the code of
// the shelf makes of them: the same rows for the same number of goods, and a checksum that says so.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { copyInto } from './copy-into.mjs';
import { built } from './built.mjs';
import { goodsOf, goodsOfMaker, makerOf } from './goods-of.mjs';
import { readRegister } from './register.mjs';
import { catalogue, sourceOf } from './rows-of.mjs';

/** Tables that are filled by COPY; their indexes and foreign keys are made when everything is in. */
const tables = [...catalogue.map(({ table }) => table), 'shelf', 'shelf_phrase'].map((name) => `catalogue.${name}`);
/** With so many, all are among the best that a search looks at first; of more, the count says which. */
const topGoods = 16_000;
/** The day on which all of it is said to be counted. */
const countedAt = new Date('2026-11-01T06:00:00Z');

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
    await made('goods', () => copyGoods(ownerUrl, register, makers, count));
    for (const statement of statements) {
      await made(/(?:INDEX|constraint) (\S+)/.exec(statement)?.[1] ?? statement, () => client.query(statement));
    }
    await made('statistics', () => client.query(`analyze`));
    await made('words and counts', () => countShelf(client));
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
 * Fills all tables in one go, each through a connection of its own.
 *
 * @param {string} ownerUrl
 * @param {import('./goods-of.mjs').Register} register
 * @param {number} makers
 * @param {number} count
 * @returns {Promise<Filled[]>}
 */
async function copyGoods(ownerUrl, register, makers, count) {
  const { shelfRowOf, phrasesOf } = await built('libs/catalogue/src/data/shelf/shelf-source.js');
  /** @type {pg.Client[]} */
  const clients = [];
  const open = async (/** @type {string} */ table, /** @type {string[]} */ columns) => {
    const client = new pg.Client({ connectionString: ownerUrl });
    clients.push(client);
    await client.connect();
    return copyInto(client, `catalogue.${table}`, columns);
  };
  try {
    const first = goodsOf(register, makers, 0);
    const written = [];
    for (const { table, rowOf } of catalogue) {
      written.push({ copy: await open(table, Object.keys(rowOf(first))), rowOf });
    }
    const columns = Object.keys(shelfRowOf(sourceOf(first)));
    const shelf = await open('shelf', [...columns, 'is_top']);
    /** @type {Set<string>} */
    const phrases = new Set();
    for (let n = 0; n < count; n++) {
      const one = goodsOf(register, makers, n);
      for (const { copy, rowOf } of written) await copy.add(Object.values(rowOf(one)));
      const source = sourceOf(one);
      const row = shelfRowOf(source);
      await shelf.add([...columns.map((column) => row[column]), count <= topGoods]);
      for (const { kind, phrase, sound } of phrasesOf(source)) phrases.add(`${kind}\t${phrase}\t${sound}`);
    }
    const phrase = await open('shelf_phrase', ['kind', 'phrase', 'sound', 'listings']);
    for (const line of [...phrases].sort()) await phrase.add([...line.split('\t'), 1]);
    const filled = [];
    for (const copy of [...written.map((one) => one.copy), shelf, phrase]) filled.push(await copy.end());
    return filled;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** Counts what the clock counts every quarter of an hour, by its own statements. @param {pg.Client} client */
async function countShelf(client) {
  const { CountShelf } = await built('libs/catalogue/src/index.js');
  const run = async (/** @type {string} */ sql, /** @type {unknown[]} */ values) =>
    (await client.query(sql, values)).rowCount;
  const inOne = async (/** @type {(tx: unknown) => Promise<unknown>} */ work) => {
    await client.query('begin');
    await work({ now: countedAt, run });
    await client.query('commit');
  };
  await new CountShelf({ run: inOne }).run();
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
