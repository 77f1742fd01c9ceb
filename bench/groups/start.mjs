// How long a newcomer waits: `npm start` in a fresh copy whose packages are installed, until it is ready, and once more
// when it finds its build and its data.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { pause } from '../../scripts/lib/processes.mjs';

const goal_s = 10;
const limit_s = 180;

/** @returns {Promise<import('../lib/report.mjs').Row[]>} */
export async function measureStart() {
  const copy = freshCopy();
  try {
    const first_s = await secondsToReady(copy);
    const second_s = await secondsToReady(copy);
    return [
      row('npm start in a fresh copy until ready', first_s, goal_s),
      row('npm start again until ready', second_s, null),
    ];
  } finally {
    rmSync(dirname(copy), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} name @param {number} seconds @param {number | null} goal @returns {import('../lib/report.mjs').Row} */
const row = (name, seconds, goal) => ({
  name,
  value: Math.round(seconds * 10) / 10,
  unit: 's',
  ratio: null,
  goal,
  direction: 'min',
});

/** What git knows of, with the installed packages and neither build nor data. */
function freshCopy() {
  const room = mkdtempSync(join(tmpdir(), 'odop-bench-'));
  chmodSync(room, 0o755); // the embedded database's own user passes through it
  const copy = join(room, 'bazaar');
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' });
  for (const path of files.split('\0').filter((each) => each !== '')) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(projectRoot, path), join(copy, path));
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/**
 * Starts, waits for the first good answer, stops.
 *
 * @param {string} copy
 */
async function secondsToReady(copy) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: copy,
    env: { ...process.env, PORT: String(port), DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // with what npm starts it is one group, which a Ctrl-C reaches as a whole
    shell: process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'close');
  try {
    while (!(await isReady(port))) {
      const waited_s = (performance.now() - begun) / 1_000;
      if (child.exitCode !== null || waited_s > limit_s) throw new Error(`npm start did not become ready:\n${said}`);
      await pause(20);
    }
    return (performance.now() - begun) / 1_000;
  } finally {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await ended;
  }
}

/** @param {number} port */
async function isReady(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { headers: { connection: 'close' } }).catch(
    () => null,
  );
  await answer?.body?.cancel();
  return answer?.ok === true;
}
