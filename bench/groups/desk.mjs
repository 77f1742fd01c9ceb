// The seller's desk: a sheet of 100,000 rows read, checked and written by a process of its own, whose memory is watched; and the
// pieces and prices of 10,000 variants by one request each.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/lib/paths.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { workerFlags } from '../../scripts/lib/worker-flags.mjs';
import { built } from '../lib/built.mjs';
import { fill } from '../lib/fill.mjs';
import { withOwner } from '../lib/filled.mjs';
import { bazaar } from '../lib/service.mjs';

const sheetRows = 100_000;
/** Goods that are there already: statements are planned as they are in a shop that runs. */
const shopGoods = 10_000;
const bulkRows = 10_000;
/** MB above what the process held before (S-60). */
const memoryGoal_mb = 150;

/** @typedef {import('../lib/report.mjs').Row} Row */

/** @returns {Promise<Row[]>} */
export async function measureDesk() {
  const postgres = await startPostgres({ durable: true, database: 'bench_desk' });
  const media = mkdtempSync(join(tmpdir(), 'odop-bench-desk-'));
  const settings = { DATABASE_URL: postgres.appUrl, STORAGE_URL: `file:${media}`, LOG_LEVEL: 'error' };
  const env = { ...process.env, ...settings, DATABASE_OWNER_URL: postgres.ownerUrl };
  try {
    bazaar(['migrate'], env);
    bazaar(['seed'], env);
    await fill(postgres.ownerUrl, shopGoods, () => undefined);
    const like = await withOwner(postgres.ownerUrl, goodsToCopy);
    Object.assign(process.env, settings);
    return await measure(like, env);
  } finally {
    rmSync(media, { recursive: true, force: true });
    await postgres.stop();
  }
}

/** @param {any} like @param {NodeJS.ProcessEnv} env @returns {Promise<Row[]>} */
async function measure(like, env) {
  const { boot, personActor } = await built('libs/platform/testing/src/index.js');
  const { CatalogueModule, ChangePrices, SetStocks, StartImport } = await built('libs/catalogue/src/index.js');
  const app = await boot([CatalogueModule]);
  try {
    const maker = personActor({ organisationId: like.seller_id });
    const act = (/** @type {() => Promise<any>} */ work) => app.as(maker, work);
    const sheet = sheetOf(like);
    const { importId } = await act(() => app.get(StartImport).run(sheet));
    const told = await importing(importId, env);
    const name = `sheet of ${sheetRows.toLocaleString('en')} rows`;
    const skus = Array.from({ length: bulkRows }, (_, n) => skuOf(n));
    const counts = skus.map((sku) => ({ sku, onHand: 7 }));
    const prices = skus.map((sku) => ({ sku, price_paise: 140_000n }));
    return [
      seconds(`${name}, read and checked`, told.check_s),
      seconds(`${name}, written as drafts`, told.write_s),
      seconds(`${name}, processor time of both`, told.cpu_s),
      { ...seconds(`${name}, memory above idle`, told.above_mb), unit: 'MB', goal: memoryGoal_mb },
      seconds('pieces of 10,000 variants', await timed(() => act(() => app.get(SetStocks).run(counts, false)))),
      seconds('prices of 10,000 variants', await timed(() => act(() => app.get(ChangePrices).run(prices, false)))),
    ];
  } finally {
    await app.close();
  }
}

/** @param {string} name @param {number} value @returns {Row} */
const seconds = (name, value) => ({
  ...{ name, value: Math.round(value * 10) / 10, unit: 's', ratio: null, goal: null, direction: 'min' },
});

/** @param {() => Promise<{ changed: number }>} work @returns {Promise<number>} seconds */
async function timed(work) {
  const start = performance.now();
  const { changed } = await work();
  if (changed !== bulkRows) throw new Error(`only ${changed} variants were changed`);
  return (performance.now() - start) / 1_000;
}

/** What the worker does, in a process that does nothing else. @param {string} importId @param {NodeJS.ProcessEnv} env */
async function importing(importId, env) {
  const child = spawn(process.execPath, [...workerFlags, 'bench/lib/import-sheet.mjs', importId], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  await once(child, 'close');
  /** @type {{ check_s: number, write_s: number, cpu_s: number, above_mb: number, written: number }} */
  const told = JSON.parse(said);
  if (told.written !== sheetRows) throw new Error(`only ${told.written} goods were written`);
  return told;
}

const skuOf = (/** @type {number} */ n) => `B-${n}`;

/** Goods of which a sheet is made. @param {import('pg').Client} client */
async function goodsToCopy(client) {
  const { rows } = await client.query(`
    select l.seller_id, l.odop_entry_id, c.slug as category, l.hsn, l.gst_rate_key, l.handmade
      from catalogue.listing l join catalogue.category c on c.id = l.category_id
      join odop.v_entry e on e.id = l.odop_entry_id and e.district_id = l.district_id and e.takes_listings
     where l.food is null order by l.id limit 1`);
  return rows[0];
}

/** Each row goods of their own. @param {any} like @returns {Buffer} */
function sheetOf({ odop_entry_id, category, hsn, gst_rate_key, handmade }) {
  const names =
    'sku,label,price,mrp,stock,lead_days,title,description,common_name,hsn,gst_rate_key,unit,net_quantity,net_unit,handmade,weight_g,odop_entry,category';
  const lines = Array.from(
    { length: sheetRows },
    (_, n) =>
      `${skuOf(n)},natural,1450.00,1650,3,5,Goods ${n} of the loom,"Hand-made, natural dye.",goods,${hsn},${gst_rate_key},piece,1,piece,${handmade},250,${odop_entry_id},${category}`,
  );
  return Buffer.from([names, ...lines].join('\n'));
}
