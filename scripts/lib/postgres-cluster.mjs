import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { truncateSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { fileFault, PlainFault } from './fault.mjs';
import { freePort, isPortFree } from './ports.mjs';
import { pause } from './processes.mjs';

/**
 * @typedef {object} Cluster a PostgreSQL data directory and the programs that serve it
 * @property {string} folder the data directory (PGDATA)
 * @property {{ initdb: string, pg_ctl: string, postgres: string }} bin
 * @property {import('./postgres-binaries.mjs').RunAs} runAs
 * @property {boolean} durable false: nothing survives a power cut, for tests only
 */

const START_LIMIT_MS = 15_000;
const START_RETRY_MS = 250;
const LOG_LIMIT_BYTES = 10_000_000;

/** The language and time zone of the machine must not leak into the database. */
function serverEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG$|LANGUAGE$)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/** @param {Cluster} cluster */
function spawnOptions(cluster) {
  // "nobody" may not be allowed into the current folder.
  return { ...cluster.runAs, env: serverEnvironment(), cwd: parse(cluster.folder).root };
}

/**
 * Makes an empty cluster unless there is one.
 *
 * @param {Cluster} cluster
 * @param {string} password of the superuser `postgres`
 */
export function initCluster(cluster, password) {
  const { folder, runAs } = cluster;
  if (existsSync(join(folder, 'PG_VERSION')) && existsSync(join(folder, 'odop.ready'))) return;
  const passwordFile = `${folder}.first-password`;
  try {
    rmSync(folder, { recursive: true, force: true }); // what a killed initdb left half made
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (runAs.uid !== undefined && runAs.gid !== undefined) {
      chownSync(folder, runAs.uid, runAs.gid);
      chownSync(passwordFile, runAs.uid, runAs.gid);
    }
  } catch (error) {
    throw fileFault(error, 'write into', folder);
  }
  const flags = ['-D', folder, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const made = spawnSync(cluster.bin.initdb, [...flags, ...locale, '--no-sync', '--no-instructions'], {
    ...spawnOptions(cluster),
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    throw new PlainFault(
      `PostgreSQL could not make its data folder ${folder}: ${lastLines(made.stderr ?? String(made.error))}`,
    );
  }
  const owned = (/** @type {string} */ name, /** @type {string} */ text) => {
    writeFileSync(join(folder, name), text);
    if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(join(folder, name), runAs.uid, runAs.gid);
    chmodSync(join(folder, name), 0o600);
  };
  owned('pg_hba.conf', 'host all all 127.0.0.1/32 scram-sha-256\n');
  owned('postgresql.conf', `${readFileSync(join(folder, 'postgresql.conf'), 'utf8')}\ninclude 'odop.conf'\n`);
  owned('odop.conf', '');
  owned('odop.ready', 'initdb has finished\n');
}

/**
 * @param {boolean} durable
 * @param {number} port
 * @returns {string} settings on top of PostgreSQL's own defaults
 */
function settings(durable, port) {
  const rows = [
    `port = ${port}`,
    `listen_addresses = '127.0.0.1'`,
    `unix_socket_directories = ''`,
    `max_connections = 200`,
    `shared_buffers = 256MB`,
    `jit = off`,
    // A single node: nobody streams from it. A cluster needs wal_level = replica.
    `wal_level = minimal`,
    `max_wal_senders = 0`,
    `timezone = 'UTC'`,
    `log_timezone = 'UTC'`,
    ...(durable ? [] : ['fsync = off', 'full_page_writes = off', 'synchronous_commit = off']),
    // Tests sign in to the database thousands of times, with a password that lives as long as they do.
    ...(durable ? [] : ['scram_iterations = 1']),
  ];
  return `# Written at every start by scripts/lib/postgres-cluster.mjs\n${rows.join('\n')}\n`;
}

/**
 * Starts the server and waits until it takes connections. A server that was killed leaves a lock that PostgreSQL itself
 * clears once the dead process is gone, hence the patience; the lock file is never deleted by hand.
 *
 * @param {Cluster} cluster
 * @param {number} wishedPort taken when it is free
 * @param {() => boolean} [givenUp] given when the server must come back on the very same port, as others know it
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, port: number }>}
 */
export async function startServer(cluster, wishedPort, givenUp) {
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const port = givenUp === undefined ? await choosePort(wishedPort) : wishedPort;
    writeFileSync(join(cluster.folder, 'odop.conf'), settings(cluster.durable, port));
    const child = launch(cluster);
    if (await becomesReady(cluster, child, deadline)) return { child, port };
    if (Date.now() > deadline || givenUp?.() === true) {
      throw new PlainFault(`PostgreSQL does not start in ${cluster.folder}: ${lastLines(readLog(cluster))}`);
    }
    await pause(START_RETRY_MS);
  }
}

/** @param {number} wished */
async function choosePort(wished) {
  return wished > 0 && (await isPortFree(wished, '127.0.0.1')) ? wished : freePort();
}

/** @param {Cluster} cluster */
function launch(cluster) {
  const log = logFile(cluster);
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) truncateSync(log);
  const out = openSync(log, 'a', 0o600);
  try {
    // Its own session: Ctrl-C in the terminal must reach the services first and the database last.
    return spawn(cluster.bin.postgres, ['-D', cluster.folder], {
      ...spawnOptions(cluster),
      detached: true,
      stdio: ['ignore', out, out],
    });
  } finally {
    closeSync(out);
  }
}

/**
 * @param {Cluster} cluster
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} deadline
 * @returns {Promise<boolean>} false when the server ended instead
 */
async function becomesReady(cluster, child, deadline) {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  while (!ended && Date.now() <= deadline) {
    const lines = postmasterLines(cluster);
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true;
    await pause(20);
  }
  if (!ended) stopServer(cluster);
  return false;
}

/**
 * @param {Cluster} cluster
 * @returns {string[]} lines of postmaster.pid: process, folder, start, port, socket folder, address, shared memory, status
 */
function postmasterLines(cluster) {
  try {
    return readFileSync(join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * @param {Cluster} cluster
 * @returns {number | null} the port of a server that runs on this cluster
 */
export function runningPort(cluster) {
  const status = spawnSync(cluster.bin.pg_ctl, ['status', '-D', cluster.folder], {
    ...spawnOptions(cluster),
    stdio: 'ignore',
  });
  const port = Number(postmasterLines(cluster)[3]);
  return status.status === 0 && port > 0 ? port : null;
}

/**
 * Fast stop: open transactions are rolled back, what was committed is written out.
 *
 * @param {Cluster} cluster
 */
export function stopServer(cluster) {
  const stop = ['stop', '-D', cluster.folder, '-w', '-t', '30', '-m'];
  const options = /** @type {const} */ ({ ...spawnOptions(cluster), stdio: 'ignore' });
  if (spawnSync(cluster.bin.pg_ctl, [...stop, 'fast'], options).status !== 0 && runningPort(cluster) !== null) {
    spawnSync(cluster.bin.pg_ctl, [...stop, 'immediate'], options);
  }
}

/** @param {Cluster} cluster */
function logFile(cluster) {
  return join(cluster.folder, '..', 'server.log');
}

/** @param {Cluster} cluster */
function readLog(cluster) {
  return existsSync(logFile(cluster)) ? readFileSync(logFile(cluster), 'utf8') : 'there is no log';
}

/** @param {string} text */
function lastLines(text) {
  return text.trim().split('\n').slice(-3).join(' | ');
}
