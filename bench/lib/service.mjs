import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { PlainFault } from '../../scripts/lib/fault.mjs';
import { projectRoot } from '../../scripts/lib/paths.mjs';
import { pause } from '../../scripts/lib/processes.mjs';

/**
 * @typedef {object} Service a program under measurement
 * @property {number} pid
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a program of this project and waits until it answers.
 *
 * @param {string} program relative to the project
 * @param {NodeJS.ProcessEnv} env
 * @param {{ port: number, path: string }} ready what answers, and not with a fault of its own, when it is up
 * @returns {Promise<Service>}
 */
export async function startService(program, env, { port, path }) {
  const child = spawn(process.execPath, [program], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => (said += chunk));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new PlainFault(`${program} does not start:\n${said}`);
    if (await isUp(url + path)) return { pid: child.pid ?? 0, url, stop };
    await pause(100);
  }
  await stop();
  throw new PlainFault(`${program} did not become ready within a minute:\n${said}`);
}

/** @param {string} url */
async function isUp(url) {
  const answer = await fetch(url, { headers: { connection: 'close' } }).catch(() => null);
  await answer?.body?.cancel();
  return answer !== null && answer.status < 500;
}

/**
 * Runs a command of the operator's, for example `migrate`.
 *
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 */
export function bazaar(command, env) {
  execFileSync(process.execPath, ['dist/apps/cli/src/main.js', ...command], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/**
 * @param {number} pid
 * @returns {number | null} seconds of processor time it has used so far; null where the system does not tell (not Linux)
 */
export function processorTime_s(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

/**
 * @param {number} pid
 * @returns {number} memory it holds now (resident set)
 */
export function memory_mb(pid) {
  const text = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(text) / 1024);
}
