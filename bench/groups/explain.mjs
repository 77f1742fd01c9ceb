// How PostgreSQL runs every statement of lists and searches among a million goods: npm run bench -- explain --scale 1m
// writes the shape of each plan into bench/explain/<scale>/, and fails on one that reads or sorts a whole table.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFault } from '../../scripts/lib/fault.mjs';
import { projectRoot } from '../../scripts/lib/paths.mjs';
import { askedScales, openFilled, withOwner } from '../lib/filled.mjs';
import { shelfStatements, whatIsKnown } from '../lib/shelf-statements.mjs';

/** A sort of so many rows or more is not that of a page, nor of what a search ranks. */
const sorted_max = 25_000;
/** A table of so few rows is read whole for good reason. */
const scanned_max = 20_000;
/** Tables that are small however many goods there are. */
const small = /^(shelf_count|category|district|state|entry|seller)$/;

/** @param {string[]} words @returns {Promise<import('../lib/report.mjs').Row[]>} */
export async function explainShelf(words) {
  /** @type {import('../lib/report.mjs').Row[]} */
  const rows = [];
  for (const scale of askedScales(words, ['1m'])) {
    const { postgres } = await openFilled(scale);
    try {
      const faults = await withOwner(postgres.appUrl, (client) => explainAll(client, scale));
      if (faults.length > 0) throw new PlainFault(`Not every plan is what it should be:\n  ${faults.join('\n  ')}`);
      rows.push({
        name: `plans at ${scale} that read or sort a table`,
        value: 0,
        unit: '',
        ratio: null,
        goal: 0,
        direction: 'min',
      });
    } finally {
      await postgres.stop();
    }
  }
  return rows;
}

/** @param {import('pg').Client} client @param {string} scale @returns {Promise<string[]>} what is wrong */
async function explainAll(client, scale) {
  const folder = join(projectRoot, 'bench', 'explain', scale);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const statements = await shelfStatements(await whatIsKnown(client));
  /** @type {string[]} */
  const faults = [];
  for (const [name, { sql, values }] of Object.entries(statements)) {
    const { rows } = await client.query(`explain (analyze, timing off, buffers off, format json) ${sql}`, values);
    const plan = rows[0]['QUERY PLAN'][0];
    faults.push(...faultsOf(plan.Plan).map((fault) => `${name}: ${fault}`));
    const shape = (await client.query(`explain (costs off) ${sql}`, values)).rows.map((row) => row['QUERY PLAN']);
    const text = `${name}\n\n${sql.trim()}\n\n${shape.map(plain).join('\n')}\n`;
    writeFileSync(join(folder, `${name.replace(/[^a-z0-9]+/gi, '-')}.txt`), text);
    console.error(`  ${plan['Execution Time'].toFixed(1).padStart(8)} ms  ${name}`);
  }
  return faults;
}

/** A line of a plan without the values of this run. @param {string} line */
const plain = (line) => line.replace(/'[^']*'::(uuid|timestamp with time zone|bigint)/g, '…::$1');

/** Sequential scans of tables that grow, and sorts of more than a page or a search needs. @param {any} node @returns {string[]} */
function faultsOf(node) {
  const rows = Number(node['Actual Rows']) * Number(node['Actual Loops']);
  const own = [];
  if (
    node['Node Type'] === 'Seq Scan' &&
    rows + Number(node['Rows Removed by Filter'] ?? 0) > scanned_max &&
    !small.test(node['Relation Name'])
  ) {
    own.push(`reads all of ${node['Relation Name']}`);
  }
  if (node['Node Type'].endsWith('Sort')) {
    const below = node.Plans?.[0];
    const sorted = below === undefined ? 0 : Number(below['Actual Rows']) * Number(below['Actual Loops']);
    if (sorted > sorted_max) own.push(`sorts ${Math.round(sorted)} rows by ${node['Sort Key'].join(', ')}`);
  }
  return [...own, ...(node.Plans ?? []).flatMap(faultsOf)];
}
