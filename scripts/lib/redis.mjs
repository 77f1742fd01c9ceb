import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuard } from './guard.mjs';
import { freePort } from './ports.mjs';
import { pause } from './processes.mjs';

/** @returns {boolean} whether redis-server is on PATH */
export function hasRedis() {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * A throw-away Redis on loopback that writes nothing to disk.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'odop-redis-'));
  const port = await freePort();
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const nothingKept = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const child = spawn('redis-server', [...where, ...nothingKept], { stdio: 'ignore' });
  const guard = startGuard([folder]);
  guard.watch(child.pid);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && !(await answers(port))) await pause(50);
  if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
    guard.done();
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answers(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => socket.end('PING\r\n'));
    socket.once('data', (data) => resolve(data.toString().startsWith('+PONG')));
    socket.once('error', () => resolve(false));
  });
}
