// Databases full of goods, kept between runs in bench/data/<scale>: filling a million takes minutes, measuring seconds.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PlainFault } from '../../scripts/lib/fault.mjs';
import { projectRoot } from '../../scripts/lib/paths.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { fill } from './fill.mjs';
import { bazaar } from './service.mjs';

/** @typedef {'10k' | '100k' | '1m'} Scale */
/** @type {Record<Scale, number>} */
export const scales = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };
export const filledDatabase = 'bench_goods';

/** @param {readonly string[]} words of the command line @param {readonly Scale[]} otherwise @returns {Scale[]} */
export function askedScales(words, otherwise) {
  const named = words.flatMap((word, i) => (word === '--scale' ? (words[i + 1] ?? '').split(',') : []));
  const unknown = named.find((name) => !(name in scales));
  if (unknown !== undefined)
    throw new PlainFault(`There is no scale "${unknown}"; there are ${Object.keys(scales).join(', ')}.`);
  return named.length > 0 ? /** @type {Scale[]} */ (named) : [...otherwise];
}

/**
 * A running PostgreSQL with so many goods, filled when it is not yet, or when what fills it has changed.
 *
 * @param {Scale} scale
 * @param {{ again?: boolean }} [options] again: filled anew whatever there is
 */
export async function openFilled(scale, { again = false } = {}) {
  const dataDir = join(projectRoot, 'bench', 'data', scale);
  const mark = markOf(scale);
  const kept = again ? null : await openKept(dataDir, mark);
  if (kept !== null) return kept;
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  console.error(`Filling ${dataDir} with ${scales[scale].toLocaleString('en')} goods …`);
  const start = performance.now();
  // Nothing is lost when the power fails meanwhile: it is simply filled again.
  const postgres = await startPostgres({ dataDir, durable: false, database: filledDatabase });
  let checksum = '';
  try {
    const env = { ...process.env, DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl };
    bazaar(['migrate'], env);
    bazaar(['seed'], env);
    ({ checksum } = await fill(postgres.ownerUrl, scales[scale], (line) => console.error(`  ${line}`)));
    await withOwner(postgres.ownerUrl, async (client) => {
      await client.query(`vacuum analyze`);
      await client.query(
        `create table public.bench_filled as select $1::text as mark, $2::text as checksum, $3::float8 as took_s`,
        [mark, checksum, (performance.now() - start) / 1_000],
      );
    });
  } finally {
    await postgres.stop();
  }
  const filled = await openKept(dataDir, mark);
  if (filled === null) throw new Error('what was just filled is not there');
  return filled;
}

/** @param {string} dataDir @param {string} mark */
async function openKept(dataDir, mark) {
  try {
    readFileSync(join(dataDir, 'passwords.json'));
  } catch {
    return null;
  }
  const postgres = await startPostgres({ dataDir, durable: true, database: filledDatabase });
  const found = await withOwner(postgres.ownerUrl, async (client) => {
    const { rows } = await client.query(`select to_regclass('public.bench_filled') is not null as is_filled`);
    if (!rows[0].is_filled) return null;
    return (await client.query(`select mark, checksum, took_s from public.bench_filled`)).rows[0];
  });
  if (found?.mark === mark) return { postgres, checksum: String(found.checksum), took_s: Number(found.took_s) };
  await postgres.stop();
  return null;
}

/** @template T @param {string} url @param {(client: pg.Client) => Promise<T>} work */
export async function withOwner(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Changes with whatever decides the rows: the migrations, the seeds, the code of the shelf and these files. @param {Scale} scale */
function markOf(scale) {
  const hash = createHash('sha256').update(scale);
  const roots = ['libs', 'bench/lib'];
  const decides =
    /\/migrations\/.*\.ts$|\/seed\/|\/data\/shelf\/shelf-source\.ts$|\/domain\/shelf\/|bench\/lib\/(fill|copy-part|goods-of|copy-into|register|rows-of)\.mjs$/;
  for (const root of roots) {
    const files = readdirSync(join(projectRoot, root), { recursive: true }).map((name) => `${root}/${String(name)}`);
    for (const file of files.sort()) {
      if (!decides.test(file) || !/\.[a-z]+$/.test(file)) continue;
      hash.update(file).update(readFileSync(join(projectRoot, file)));
    }
  }
  return hash.digest('hex');
}
