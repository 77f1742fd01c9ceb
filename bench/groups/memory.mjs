// What each process holds when nobody asks it anything: started on an empty bazaar, then half a minute of rest.
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { pause } from '../../scripts/lib/processes.mjs';
import { bazaar, memory_mb, startService } from '../lib/service.mjs';

const rest_s = 30;

/** Goals in MB. @type {Record<string, number | null>} */
const goals = { api: 200, worker: null, simulators: null };

/** @returns {Promise<import('../lib/report.mjs').Row[]>} */
export async function measureMemory() {
  const postgres = await startPostgres({ durable: true, database: 'bench_memory' });
  const env = { ...process.env, DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl };
  /** @type {Record<string, import('../lib/service.mjs').Service>} */
  const services = {};
  try {
    bazaar(['migrate'], env);
    bazaar(['seed'], env);
    for (const name of Object.keys(goals)) services[name] = await start(name, env);
    await pause(rest_s * 1_000);
    return Object.entries(services).map(([name, { pid }]) => ({
      name: `memory of the ${name} at rest`,
      value: memory_mb(pid),
      unit: 'MB',
      ratio: null,
      goal: goals[name] ?? null,
      direction: 'min',
    }));
  } finally {
    await Promise.all(Object.values(services).map((service) => service.stop()));
    await postgres.stop();
  }
}

/** The worker answers on its inner port only. @param {string} name @param {NodeJS.ProcessEnv} env */
async function start(name, env) {
  const [port, inner] = [await freePort(), await freePort()];
  const settings = { ...env, PORT: String(port), SIMULATORS_PORT: String(port), METRICS_PORT: String(inner) };
  const ready = name === 'simulators' ? { port, path: '/' } : { port: inner, path: '/health/ready' };
  return startService(`dist/apps/${name}/src/main.js`, settings, ready);
}
