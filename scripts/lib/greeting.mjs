import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './paths.mjs';

/**
 * What a person who has just started the project wants to know.
 *
 * @param {import('./settings.mjs').Ports} ports
 * @param {{ databaseUrl: string, simulators: boolean }} facts databaseUrl is shown without its password
 * @returns {string}
 */
export function greeting(ports, { databaseUrl, simulators }) {
  const base = `http://localhost:${ports.http}`;
  const rows = [
    ['Open in a browser', `${base}/docs`],
    ['Address for programs', base],
    ['Health', `${base}/health/ready`],
    [
      'Inside (this machine only)',
      `api http://127.0.0.1:${ports.apiInner}, worker http://127.0.0.1:${ports.workerInner}`,
    ],
    ...(simulators ? [['Payment simulator', `http://127.0.0.1:${ports.simulators}`]] : []),
    ['Database', withoutPassword(databaseUrl)],
  ];
  return [
    '',
    'ODOP Bazaar runs.',
    table(rows),
    ...demoLines(),
    '',
    'Ctrl-C stops everything; the data stays.',
    '',
  ].join('\n');
}

/** @returns {string[]} the sign-ins of the demo bazaar, when it was loaded */
function demoLines() {
  const accounts = demoAccounts();
  if (accounts.length === 0) return [];
  const rows = accounts.map((account) => [account.name, account.role, account.signIn, account.password]);
  return ['', 'Demo accounts', table([['name', 'role', 'sign in as', 'password'], ...rows])];
}

/** @returns {{ name: string, role: string, signIn: string, password: string }[]} */
function demoAccounts() {
  try {
    return JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8'));
  } catch {
    return [];
  }
}

/**
 * @param {string[][]} rows
 * @returns {string} two spaces in, columns aligned
 */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

/** @param {string} address */
function withoutPassword(address) {
  try {
    const url = new URL(address);
    url.password = '';
    return url.href;
  } catch {
    return 'as set in DATABASE_URL';
  }
}
