// npm run check: everything that can be said about the code without running it. All checks run, all are reported.
// `npm run check -- lint types` runs only those.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PlainFault, runMain } from './lib/fault.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { projectRoot } from './lib/paths.mjs';

const packaged = (/** @type {string} */ path) => join(projectRoot, 'node_modules', path);

/** @type {Record<string, { says: string, args: string[] }>} each is run by this Node */
const CHECKS = {
  lock: { says: 'the lock is complete for every platform', args: ['tools/complete-lock.mjs', '--check'] },
  licences: { says: 'licences', args: ['tools/check-licences.mjs'] },
  installs: { says: 'no install scripts', args: ['tools/check-install-scripts.mjs'] },
  secrets: { says: 'no secrets', args: ['tools/scan-secrets.mjs'] },
  format: {
    says: 'format (prettier)',
    args: [packaged('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  },
  lint: { says: 'lint (oxlint, with types)', args: [packaged('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
  modules: {
    says: 'module boundaries (dependency-cruiser)',
    args: [
      packaged('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.mjs', 'apps', 'libs', 'test', 'scripts', 'tools'],
    ],
  },
  types: { says: 'types (tsc)', args: [packaged('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  scripts: {
    says: 'types of the scripts (tsc)',
    args: [packaged('typescript/bin/tsc'), '-p', 'tsconfig.scripts.json'],
  },
};

requireNode();
void runMain(async () => {
  ensureInstalled();
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(CHECKS);
  let failed = 0;
  for (const name of wanted) {
    const check = CHECKS[name];
    if (check === undefined)
      throw new PlainFault(`There is no check "${name}"; there are ${Object.keys(CHECKS).join(', ')}.`);
    const { code, output } = await run(check.args);
    if (code !== 0) failed++;
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${check.says}`);
    if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, '        '));
  }
  console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${wanted.length} checks failed.`);
  return failed === 0 ? 0 : 1;
});

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
