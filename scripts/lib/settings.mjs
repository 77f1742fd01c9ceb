import { createServer } from 'node:net';
import { PlainFault } from './fault.mjs';
import { freePort, isPortFree } from './ports.mjs';

/**
 * The ports of one installation. Inner ports serve metrics and the queue dashboard and listen on loopback.
 *
 * @typedef {{ http: number, apiInner: number, workerInner: number, simulators: number }} Ports
 */

/**
 * Reads the ports and makes sure they can be had. A port that was only derived moves aside when it is taken, so that two
 * clones run side by side; one that was asked for is a fault.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Ports>}
 */
export async function choosePorts(env) {
  const http = portSetting(env, 'PORT') ?? 3000;
  await mustBeFree('PORT', http, env['HOST'] || '0.0.0.0');
  const taken = new Set([http]);
  const inner = async (/** @type {string | null} */ name, /** @type {number} */ fallback) => {
    const asked = name === null ? undefined : portSetting(env, name);
    if (name !== null && asked !== undefined) await mustBeFree(name, asked, '127.0.0.1');
    let port = asked ?? fallback;
    while (asked === undefined && (port > 65535 || taken.has(port) || !(await isPortFree(port, '127.0.0.1')))) {
      port = await freePort();
    }
    taken.add(port);
    return port;
  };
  const apiInner = await inner('METRICS_PORT', http + 1);
  // What was asked for comes first: the rest moves aside.
  const simulators = await inner('SIMULATORS_PORT', http + 3);
  const workerInner = await inner(null, apiInner + 1);
  return { http, apiInner, workerInner, simulators };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @returns {number | undefined} undefined when it is not set
 */
function portSetting(env, name) {
  const given = env[name];
  if (given === undefined || given === '') return undefined;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new PlainFault(
    `Setting ${name} is wrong: a port is a whole number from 1 to 65535; set it right or leave it out.`,
  );
}

/**
 * @param {string} name
 * @param {number} port
 * @param {string} host
 */
async function mustBeFree(name, port, host) {
  const code = await listenError(port, host);
  if (code === null) return;
  if (code === 'EACCES') {
    throw new PlainFault(
      `Port ${port} (setting ${name}) may not be used by this user: choose one above 1023, for example ${name}=3000.`,
    );
  }
  if (code !== 'EADDRINUSE') {
    throw new PlainFault(
      `Setting HOST is wrong: this machine cannot listen there (${code}); set HOST to one of its own addresses or leave it out.`,
    );
  }
  throw new PlainFault(
    `Port ${port} (setting ${name}) is taken by another program: stop that one, or choose a free port, for example ${name}=${await suggestion(port)}.`,
  );
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>} the system's code, null when it works
 */
function listenError(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? 'unknown'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** @param {number} taken */
async function suggestion(taken) {
  for (let port = taken + 10; port < 65530; port += 10) if (await isPortFree(port)) return port;
  return freePort();
}

/**
 * Databases come as a pair: the service's address and the owner's, for migrations.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} whether the operator brings a database
 */
export function bringsDatabase(env) {
  const missing = ['DATABASE_URL', 'DATABASE_OWNER_URL'].filter((name) => !env[name]);
  if (missing.length === 2) return false;
  if (missing.length === 0) return true;
  const given = missing[0] === 'DATABASE_URL' ? 'DATABASE_OWNER_URL' : 'DATABASE_URL';
  throw new PlainFault(
    `Setting ${missing[0]} is missing: ${given} is set, and a database of your own needs both (role odop_app serves, role odop_owner migrates); set both, or neither for the embedded one.`,
  );
}
