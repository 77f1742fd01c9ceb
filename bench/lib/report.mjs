import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/lib/paths.mjs';

/**
 * One figure.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {number | null} ratio to what stands beside it in the same run; null when it stands alone
 * @property {number | null} goal of the ratio when there is one, else of the value
 * @property {'min' | 'max'} direction which way is better
 */

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Whether the row's goal is met; null when it has none. @param {Row} row */
export function isMet({ value, ratio, goal, direction }) {
  if (goal === null) return null;
  const measured = ratio ?? value;
  return direction === 'max' ? measured >= goal : measured <= goal;
}

/** @param {readonly Row[]} rows @returns {string} */
export function table(rows) {
  const goal = (/** @type {Row} */ row) => {
    if (row.goal === null) return '';
    return `${row.direction === 'max' ? '≥' : '≤'} ${row.goal} ${isMet(row) === true ? 'met' : 'MISSED'}`;
  };
  const cells = rows.map((row) => [row.name, `${row.value} ${row.unit}`, String(row.ratio ?? ''), goal(row)]);
  const lines = [['', 'value', 'ratio', 'goal'], ...cells];
  const width = [0, 1, 2].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map(([name = '', value = '', ratio = '', met = '']) =>
      `${name.padEnd(width[0] ?? 0)}  ${value.padStart(width[1] ?? 0)}  ${ratio.padStart(width[2] ?? 0)}  ${met}`.trimEnd(),
    )
    .join('\n');
}

/**
 * Keeps a run in bench/results/: what was measured, on what machine, with which versions, of which commit.
 *
 * @param {readonly Row[]} rows
 * @returns {string} the file
 */
export function keep(rows) {
  const commit = commitNow();
  const folder = join(projectRoot, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().slice(0, 10)}-${commit}.json`);
  const machine = {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory_mb: Math.round(totalmem() / 2 ** 20),
    platform: `${process.platform} ${process.arch}`,
  };
  const versions = {
    node: process.version,
    ...packageVersions(['fastify', '@nestjs/core', 'pg', 'typeorm', 'bullmq']),
  };
  writeFileSync(file, `${JSON.stringify({ machine, versions, commit, rows }, null, 2)}\n`);
  return file;
}

/** The short commit, with `-changed` when the tree holds more than it. */
function commitNow() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '-uno') === '' ? '' : '-changed');
  } catch {
    return 'no-commit'; // a copy without its history
  }
}

/** @param {readonly string[]} names @returns {Record<string, string>} */
function packageVersions(names) {
  const versionOf = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8')).version;
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]));
}
