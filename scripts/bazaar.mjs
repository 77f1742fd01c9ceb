// npm run bazaar -- <command>: the operator's command line, on the database of your settings or on this clone's own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { runMain } from './lib/fault.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { requireNode } from './lib/node-version.mjs';
import { dataFolder, projectRoot } from './lib/paths.mjs';
import { bringsDatabase } from './lib/settings.mjs';

requireNode();
void runMain(async () => {
  ensureInstalled();
  await ensureBuilt();
  const args = process.argv.slice(2);
  const needsDatabase = !args.includes('--help') && args.length > 0 && args[0] !== 'help';
  const database =
    needsDatabase && !bringsDatabase(process.env) ? await embeddedDatabase() : { env: {}, stop: async () => {} };
  try {
    return await run(args, { LOG_LEVEL: 'warn', ...process.env, ...database.env });
  } finally {
    await database.stop();
  }
});

/** Joins the database of a running `npm start`, or starts it for this one command. */
async function embeddedDatabase() {
  const { startPostgres } = await import('./lib/postgres.mjs');
  const postgres = await startPostgres({ dataDir: join(dataFolder, 'postgres') });
  return { env: { DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl }, stop: postgres.stop };
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run(args, env) {
  const cli = join(projectRoot, 'dist', 'apps', 'cli', 'src', 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', cli, ...args], { env, stdio: 'inherit' });
  // The terminal's Ctrl-C reaches the command itself; the database is stopped after it.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
