import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { PlainFault } from './fault.mjs';
import { greeting } from './greeting.mjs';
import { ensureInstalled } from './install.mjs';
import { dataFolder, projectRoot } from './paths.mjs';
import { pause } from './processes.mjs';
import { runStep } from './run-step.mjs';
import { bringsDatabase, choosePorts } from './settings.mjs';
import { takeStartLock } from './start-lock.mjs';
import { workerFlags } from './worker-flags.mjs';
import { supervise } from './supervisor.mjs';
import { whenAskedToStop } from './stop-signals.mjs';

const READY_LIMIT_MS = 120_000;

/**
 * The whole of `npm start`: prepares, starts, waits until it is asked to stop, and stops in the opposite order.
 *
 * @returns {Promise<number>} exit code
 */
export async function startServices() {
  const stop = whenAskedToStop();
  /** @type {(() => unknown)[]} what is undone at the end, last first */
  const undo = [];
  try {
    const ownDatabase = bringsDatabase(process.env);
    undo.push(takeStartLock(await plannedUrl()));
    const ports = await choosePorts(process.env);
    ensureInstalled();
    const built = ensureBuilt();
    built.catch(() => undefined); // told below, once there is a database to stop
    const env = await databaseEnvironment(ownDatabase, undo, stop.now);
    await built;
    await serve(ports, env, undo, stop);
    const reason = await stop.asked;
    if (reason !== null) throw new PlainFault(reason);
    return 0;
  } finally {
    if (undo.length > 1) console.log('Stopping …');
    for (const step of undo.reverse()) await step();
  }
}

/** Said in the lock before the port is known to be free: a second start in this clone should hear of the first, not of its port. */
async function plannedUrl() {
  return `http://localhost:${process.env['PORT'] || 3000}`;
}

/**
 * @param {boolean} ownDatabase
 * @param {(() => unknown)[]} undo
 * @param {(reason: string) => void} stopNow
 * @returns {Promise<NodeJS.ProcessEnv>} this environment with a database in it
 */
async function databaseEnvironment(ownDatabase, undo, stopNow) {
  if (ownDatabase) return { ...process.env };
  console.log('Starting the database …');
  // Loaded only now: it needs an installed package.
  const { startPostgres } = await import('./postgres.mjs');
  const onLost = (/** @type {unknown} */ error) => stopNow(error instanceof Error ? error.message : String(error));
  const postgres = await startPostgres({ dataDir: join(dataFolder, 'postgres'), onLost });
  undo.push(postgres.stop);
  if (!postgres.folder.startsWith(dataFolder)) {
    console.log(`Its files are in ${postgres.folder}: the database's own user may not enter this folder.`);
  }
  return { ...process.env, DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
async function prepare(env, signal) {
  console.log('Bringing the database up to date and loading the reference data …');
  await runStep(env['NODE_ENV'] === 'production' ? ['prepare'] : ['prepare', '--demo'], env, signal);
}

/**
 * The api and the preparation of its database start together: it loads meanwhile and begins when that is done.
 *
 * @param {import('./settings.mjs').Ports} ports
 * @param {NodeJS.ProcessEnv} env
 * @param {(() => unknown)[]} undo
 * @param {import('./stop-signals.mjs').StopSignals} stop
 */
async function serve(ports, env, undo, stop) {
  const prepared = prepare(env, stop.signal);
  const services = servicesFor(ports, env, prepared);
  const supervisor = supervise(projectRoot, stop.now);
  stop.onImpatience(supervisor.kill);
  undo.push(supervisor.stop);
  startInTurn(services, supervisor, prepared, stop.signal).catch(() => undefined); // told by whoever waits for `prepared`
  await prepared;
  if (stop.signal.aborted) return;
  if (!(await becomesReady(ports.http, env, stop.signal))) {
    if (stop.signal.aborted) return;
    return stop.now(
      `The api does not become ready at http://127.0.0.1:${ports.http}/health/ready: its messages above say why.`,
    );
  }
  const simulators = services.some((service) => service.name === 'simulators');
  console.log(greeting(ports, { databaseUrl: env['DATABASE_URL'] ?? '', simulators }));
  if (env['NODE_ENV'] !== 'production') undo.push(fillShelves(env, stop.signal));
}

/**
 * The demo's goods come once everything serves: nobody waits for them. What fails there is told, and the services go on; a run
 * that is cut short is finished by the next start.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {() => Promise<void>} ends it
 */
function fillShelves(env, signal) {
  const ended = new AbortController();
  const run = runStep(['demo', 'goods'], env, AbortSignal.any([signal, ended.signal])).catch((error) =>
    console.log(error instanceof Error ? error.message : String(error)),
  );
  return () => {
    ended.abort();
    return run;
  };
}

/**
 * The preparation, for which all wait, and its database have work for more than one processor, so that only the api loads beside
 * them. The others load one after the other while the api makes its routes.
 *
 * @param {import('./supervisor.mjs').Service[]} services
 * @param {{ start: (service: import('./supervisor.mjs').Service) => Promise<void> }} supervisor
 * @param {Promise<void>} prepared
 * @param {AbortSignal} signal
 */
async function startInTurn(services, supervisor, prepared, signal) {
  const [first, ...others] = services;
  if (first !== undefined) await Promise.race([supervisor.start(first), prepared]);
  await prepared;
  for (const service of others) {
    if (signal.aborted) return;
    await supervisor.start(service);
  }
}

/**
 * @param {import('./settings.mjs').Ports} ports
 * @param {NodeJS.ProcessEnv} env
 * @param {Promise<void>} prepared
 * @returns {import('./supervisor.mjs').Service[]}
 */
function servicesFor(ports, env, prepared) {
  const program = (/** @type {string} */ app) => join(projectRoot, 'dist', 'apps', app, 'src', 'main.js');
  const simulated = env['NODE_ENV'] !== 'production' && existsSync(program('simulators'));
  const common = {
    ...env,
    DATABASE_OWNER_URL: undefined, // the services own nothing
    PORT: String(ports.http),
    ...(simulated ? { SIMULATORS_PORT: String(ports.simulators) } : {}),
  };
  const service = (/** @type {string} */ name, /** @type {number} */ inner) => ({
    name,
    program: program(name),
    env: { ...common, METRICS_PORT: String(inner) },
    begins: prepared,
  });
  return [
    service('api', ports.apiInner),
    ...(simulated ? [{ ...service('simulators', 0), begins: undefined }] : []),
    { ...service('worker', ports.workerInner), flags: workerFlags },
  ];
}

/**
 * @param {number} port
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal ends the waiting early
 * @returns {Promise<boolean>}
 */
async function becomesReady(port, env, signal) {
  const host = ['', '0.0.0.0', '::'].includes(env['HOST'] ?? '') ? '127.0.0.1' : String(env['HOST']);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/health/ready`;
  const deadline = Date.now() + READY_LIMIT_MS;
  while (!signal.aborted && Date.now() < deadline) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return true;
    await pause(100);
  }
  return false;
}
