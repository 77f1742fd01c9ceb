import { execFileSync } from 'node:child_process';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { joinPackages } from './packages.mjs';

/**
 * Before any test: a throw-away PostgreSQL with one migrated and seeded template database, and a clone for each worker.
 *
 * @param {{ maxWorkers: number }} run
 */
export default async function globalSetup(run) {
  await Promise.all([ensureBuilt(), joinPackages()]);
  const postgres = await startPostgres({ durable: false, database: 't_template' });
  globalThis.__postgres = postgres;
  process.env.NODE_ENV = 'test';
  process.env.LOG_LEVEL ??= 'silent';
  process.env.TEST_DATABASES = JSON.stringify(postgres.urls('{name}'));
  const env = { ...process.env, DATABASE_OWNER_URL: postgres.ownerUrl, DATABASE_URL: postgres.appUrl };
  for (const command of ['migrate', 'seed']) {
    execFileSync(process.execPath, ['dist/apps/cli/src/main.js', command], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const ports = await Promise.all(Array.from({ length: run.maxWorkers }, () => freePort()));
  process.env.TEST_SIMULATORS_PORTS = ports.join();
  for (let worker = 1; worker <= run.maxWorkers; worker++) {
    await postgres.createDatabase(`t_${worker}`, { template: 't_template' });
  }
}
