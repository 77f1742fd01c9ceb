import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileFault, PlainFault } from './fault.mjs';
import { startGuard } from './guard.mjs';
import { canReach, postgresBinaries, serverUser } from './postgres-binaries.mjs';
import { initCluster, runningPort, startServer, stopServer } from './postgres-cluster.mjs';
import { ensureRoles, makeDatabase, removeDatabase } from './postgres-roles.mjs';
import { roomFor } from './postgres-room.mjs';
import { isSameProcess, thisProcess } from './processes.mjs';

/**
 * @typedef {object} Postgres a running embedded PostgreSQL 18, reachable over loopback only
 * @property {number} port
 * @property {string} folder its data directory
 * @property {string} ownerUrl the database of the start option, as `odop_owner`: migrations
 * @property {string} appUrl the same database as `odop_app`: the services
 * @property {(database: string) => { ownerUrl: string, appUrl: string }} urls of another database of this server
 * @property {(name: string, options?: { template?: string }) => Promise<{ ownerUrl: string, appUrl: string }>} createDatabase
 *   owned by `odop_owner`, with the extensions; an existing one is left as it is
 * @property {(name: string) => Promise<void>} dropDatabase ends its connections
 * @property {() => Promise<void>} stop fast stop; a throw-away server's folder goes with it
 */

/**
 * Starts PostgreSQL, or joins the one another living process already runs in the same folder (whose `stop` then leaves
 * it alone). A server that crashes is started again on the same port; one whose launcher was killed stops by itself.
 *
 * @param {object} options
 * @param {string} [options.dataDir] kept between starts; without it a throw-away folder is used and removed by `stop`
 * @param {boolean} [options.durable] false: no fsync, for tests; the owner may then create databases too
 * @param {string | null} [options.database] made when missing; null makes none
 * @param {(error: unknown) => void} [options.onLost] the server crashed and could not be started again
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, durable = true, database = 'odop_bazaar', onLost = console.error }) {
  const home = makeHome(dataDir);
  const { cluster, rooms } = placeCluster(home, durable);
  const passwords = readPasswords(home, existsSync(join(cluster.folder, 'odop.ready')));
  initCluster(cluster, passwords.superuser);

  const launcherFile = join(home, 'launcher.json');
  const joined = runningPort(cluster);
  let port;
  let stop = async () => {};
  if (joined !== null && isSameProcess(readJson(launcherFile))) {
    port = joined;
  } else {
    if (joined !== null) stopServer(cluster); // its launcher was killed
    const throwAway = dataDir === undefined ? [...new Set([home, ...rooms])] : [];
    const server = await serve(cluster, readJson(launcherFile)?.port ?? 0, throwAway, onLost);
    port = server.port;
    stop = server.stop;
    writeFileSync(launcherFile, JSON.stringify({ ...thisProcess(), port }));
  }

  const urls = (/** @type {string} */ name) => ({
    ownerUrl: `postgres://odop_owner:${passwords.owner}@127.0.0.1:${port}/${name}`,
    appUrl: `postgres://odop_app:${passwords.app}@127.0.0.1:${port}/${name}`,
  });
  const createDatabase = async (/** @type {string} */ name, /** @type {{ template?: string }} */ { template } = {}) => {
    await makeDatabase(port, passwords, name, template);
    return urls(name);
  };
  try {
    await ensureRoles(port, passwords, !durable);
    if (database !== null) await createDatabase(database);
  } catch (error) {
    await stop();
    throw error;
  }
  const dropDatabase = (/** @type {string} */ name) => removeDatabase(port, passwords, name);
  return { port, folder: cluster.folder, ...urls(database ?? 'postgres'), urls, createDatabase, dropDatabase, stop };
}

/**
 * @param {string | undefined} dataDir
 * @returns {string}
 */
function makeHome(dataDir) {
  const home = dataDir === undefined ? join(tmpdir(), 'odop-postgres-') : resolve(dataDir);
  try {
    if (dataDir === undefined) {
      const made = mkdtempSync(home);
      chmodSync(made, 0o755);
      return made;
    }
    // Separately from the 0700 data folder below it, which only the server's user may enter.
    mkdirSync(home, { recursive: true });
    return home;
  } catch (error) {
    throw fileFault(error, 'write into', home);
  }
}

/**
 * @param {string} home
 * @param {boolean} durable
 * @returns {{ cluster: import('./postgres-cluster.mjs').Cluster, rooms: string[] }} rooms: folders outside home
 */
function placeCluster(home, durable) {
  const runAs = serverUser();
  const bin = postgresBinaries(runAs);
  const inside = join(home, 'cluster');
  if (canReach(inside, runAs)) return { cluster: { folder: inside, bin, runAs, durable }, rooms: [] };
  const room = roomFor(home);
  return { cluster: { folder: join(room, 'cluster'), bin, runAs, durable }, rooms: [room] };
}

/**
 * @param {string} home
 * @param {boolean} clusterExists
 * @returns {import('./postgres-roles.mjs').Passwords}
 */
function readPasswords(home, clusterExists) {
  const file = join(home, 'passwords.json');
  const kept = readJson(file);
  if (kept !== null) return kept;
  if (clusterExists) {
    throw new PlainFault(
      `${file} is missing, so nobody can sign in to the database beside it: put the file back, or remove ${home} to start with an empty database.`,
    );
  }
  const made = { superuser: password(), owner: password(), app: password() };
  try {
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  } catch (error) {
    throw fileFault(error, 'write into', home);
  }
  return made;
}

function password() {
  return randomBytes(24).toString('hex');
}

/**
 * @param {string} file
 * @returns {any} null when it is missing or torn
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Runs the server with its dead-man's switch and starts it again when it crashes.
 *
 * @param {import('./postgres-cluster.mjs').Cluster} cluster
 * @param {number} wishedPort
 * @param {string[]} throwAway folders to remove in the end
 * @param {(error: unknown) => void} onLost
 */
async function serve(cluster, wishedPort, throwAway, onLost) {
  const guard = startGuard(throwAway);
  let stopping = false;
  let restarting = Promise.resolve();

  const watch = (/** @type {import('node:child_process').ChildProcess} */ child) => {
    guard.watch(child.pid);
    child.unref();
    child.once('exit', () => {
      if (!stopping) restarting = restart();
    });
  };
  const restart = async () => {
    try {
      watch((await startServer(cluster, port, () => stopping)).child);
    } catch (error) {
      if (!stopping) onLost(error);
    }
  };

  const { child, port } = await startServer(cluster, wishedPort).catch((error) => {
    guard.done();
    throw error;
  });
  watch(child);
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await restarting;
    stopServer(cluster);
    for (const folder of throwAway) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    guard.done();
  };
  return { port, stop };
}
