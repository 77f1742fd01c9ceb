// Runs beside a launcher, in a session of its own, and holds the reading end of a pipe. When the launcher dies, by
// whatever signal, the pipe closes and the server it started (PostgreSQL, or Redis in tests) is stopped: no orphan is ever
// left serving.
//
// Lines on stdin: "watch <pid>" the server to stop (a restarted server has a new one), "done" all was stopped in order.
// Arguments: folders to remove afterwards (throw-away databases).
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ORPHAN_STOPS } from './orphan-stops.mjs';
import { pause, processMark } from './processes.mjs';

/** @type {{ pid: number, mark: string } | null} */
let watched = null;
let done = false;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [word, pid] = line.split(' ');
  if (word === 'done') done = true;
  if (word === 'watch') watched = { pid: Number(pid), mark: processMark(Number(pid)) ?? 'gone' };
}
if (!done) {
  await stopWatched();
  for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function stopWatched() {
  if (watched === null) return;
  const { pid, mark } = watched;
  const runs = () => processMark(pid) === mark;
  const since = Date.now();
  for (const stop of ORPHAN_STOPS) {
    while (runs() && Date.now() - since < stop.after_ms) await pause(50);
    signal(pid, runs, stop.signal);
  }
}

/**
 * @param {number} pid
 * @param {() => boolean} runs
 * @param {NodeJS.Signals} name
 */
function signal(pid, runs, name) {
  try {
    if (runs()) process.kill(pid, name);
  } catch {
    // It ended between the question and the signal.
  }
}
