// One order's statements as a script of PostgreSQL's own pgbench: the least that running them can cost a client.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isName, names } from './retold.mjs';

const require = createRequire(import.meta.url);
/** As the driver writes a value for the wire. @type {(value: unknown) => string | Buffer | null} */
const prepareValue = require('pg/lib/utils').prepareValue;

/** Whether there is one on this machine: it comes with the distribution's PostgreSQL, not with the packages. */
export const hasPgbench = () => spawnSync('pgbench', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * How often a second it runs the statements, each time for another order.
 *
 * @param {string} url
 * @param {string} script
 * @param {{ clients: number, seconds: number }} crowd
 * @returns {number}
 */
export function pgbenchPerSecond(url, script, { clients, seconds }) {
  const folder = mkdtempSync(join(tmpdir(), 'odop-pgbench-'));
  const file = join(folder, 'order.sql');
  try {
    writeFileSync(file, script);
    const how = ['--no-vacuum', '--protocol=prepared', `--client=${clients}`, '--jobs=1', `--time=${seconds}`];
    const said = execFileSync('pgbench', [...how, `--file=${file}`, url], { encoding: 'utf8' });
    const tps = /^tps = ([0-9.]+)/m.exec(said)?.[1];
    if (tps === undefined) throw new Error(`pgbench said no figure: ${said}`);
    return Number(tps);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The statements, with new names for whatever this order made; what was there before keeps its own. One statement more makes the
 * names, and one the values, so that all of them travel beside the text as they do from a driver.
 *
 * @param {string} url of the database they are said to
 * @param {readonly import('./retold.mjs').Said[]} said
 * @param {ReadonlySet<string>} known ids that were there before
 * @param {{ name: string, choice: string }} other a name that was there, and the SQL that chooses another in its place
 */
export async function pgbenchScript(url, said, known, other) {
  const types = await typesOf(url, said);
  /** SQL of each new name, and of each other value. @type {[Map<string, string>, Map<string, string>]} */
  const [made, composed] = [new Map(), new Map()];
  const place = (/** @type {Map<string, string>} */ list, /** @type {string} */ letter, /** @type {string} */ sql) => {
    const found = list.get(sql) ?? `${letter}${list.size}`;
    list.set(sql, found);
    return `:${found}`;
  };
  /** @type {Map<string, string>} */
  const newNames = new Map();
  const nameOf = (/** @type {string} */ old) => {
    const seen = newNames.get(old);
    if (seen !== undefined) return seen;
    // The comment makes two names of one kind two expressions.
    const fresh = place(made, 'n', `${old === other.name ? other.choice : later(old)} /* ${newNames.size} */`);
    newNames.set(old, fresh);
    return fresh;
  };
  const valueOf = (/** @type {unknown} */ value) => {
    const written = prepareValue(value);
    if (written === null) return 'null';
    const text = Buffer.isBuffer(written) ? `\\x${written.toString('hex')}` : written;
    const parts = text.split(names).filter((part) => part !== '');
    const isNew = (/** @type {string} */ part) => isName(part) && (part === other.name || !known.has(part));
    if (parts.length === 1 && isNew(text)) return nameOf(text);
    const pieces = parts.map((part) => (isNew(part) ? `${nameOf(part)}::text` : `${literal(part)}::text`));
    if (pieces.length === 0) pieces.push(`''`);
    return place(composed, 'v', pieces.join(' || '));
  };
  const statements = said.map(({ text, values }) => {
    // pgbench counts a value that stands in two places as two, so each place is told its type.
    const told = values.map((value, i) => `${valueOf(value)}::${types.get(text)?.[i] ?? 'text'}`);
    return `${text.replace(/\$(\d+)/g, (_, n) => told[Number(n) - 1] ?? 'null')};`;
  });
  const asked = (/** @type {Map<string, string>} */ list) =>
    list.size === 0 ? [] : [`select ${[...list].map(([sql, name]) => `${sql} as ${name}`).join(',\n  ')} \\gset`];
  return [...asked(made), ...asked(composed), ...statements, ''].join('\n');
}

/**
 * What PostgreSQL takes the values of each statement for.
 *
 * @param {string} url
 * @param {readonly import('./retold.mjs').Said[]} said
 * @returns {Promise<Map<string, string[]>>}
 */
async function typesOf(url, said) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    /** @type {Map<string, string[]>} */
    const types = new Map();
    for (const { text, values } of said) {
      if (values.length === 0 || types.has(text)) continue;
      await client.query(`prepare one as ${text}`);
      const { rows } = await client.query(`select parameter_types::text[] as types from pg_prepared_statements`);
      await client.query('deallocate one');
      types.set(text, rows[0].types);
    }
    return types;
  } finally {
    await client.end();
  }
}

/** SQL for a name of the kind of the old one. @param {string} old */
function later(old) {
  if (!/^[0-9a-f]{8}-/.test(old)) return `${literal(old.slice(0, 6))} || upper(substr(md5(random()::text), 1, 20))`;
  return old[14] === '7' ? 'uuidv7()' : 'gen_random_uuid()';
}

/** Text as SQL; a colon would begin a variable of pgbench's. @param {string} text */
function literal(text) {
  const quoted = pg.escapeLiteral(text).trim();
  if (!quoted.includes(':')) return quoted;
  return (quoted.startsWith('E') ? quoted : `E${quoted}`).replaceAll(':', String.raw`\x3a`);
}
