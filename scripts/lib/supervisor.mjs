import { spawn } from 'node:child_process';
import { pause } from './processes.mjs';

/** A service ends with this code when its settings are wrong, after one sentence per fault on stderr. */
export const SETTINGS_FAULT = 78;

const STOP_LIMIT_MS = 10_000;
/** A crash later than this after the start is bad luck; a row of earlier ones is a cause that stays. */
const QUICK_CRASH_MS = 10_000;
const QUICK_CRASHES = 5;
const BACKOFF_FIRST_MS = 500;
const BACKOFF_LAST_MS = 30_000;

/**
 * `begins`: for a program that may load before it may begin; without it the program begins when it likes.
 *
 * @typedef {{ name: string, program: string, env: NodeJS.ProcessEnv, flags?: readonly string[], begins?: Promise<unknown> }} Service
 */

/**
 * Keeps services running: one that crashes is started again, later each time, until it has crashed too often at once.
 *
 * @param {string} cwd
 * @param {(sentence: string) => void} onGivenUp called once when a service cannot be kept running
 */
export function supervise(cwd, onGivenUp) {
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const running = new Map();
  let stopping = false;

  const run = (/** @type {Service} */ service, quickCrashes = 0) => {
    const startedAt = Date.now();
    const child = spawn(process.execPath, ['--enable-source-maps', ...(service.flags ?? []), service.program], {
      cwd,
      env: service.begins === undefined ? service.env : { ...service.env, BEGIN_WHEN_TOLD: '1' },
      // Its own session: Ctrl-C reaches us alone, and we tell the services in order. The channel tells them of our death.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    running.set(service.name, child);
    child.once('message', () => {
      const begin = () => child.connected && child.send('begin', () => undefined); // it may have just ended
      service.begins?.then(begin, () => undefined); // whoever prepares tells why it failed
    });
    child.once('exit', (code, signal) => {
      running.delete(service.name);
      if (stopping) return;
      if (code === SETTINGS_FAULT) return giveUp(`Set that right and start again.`);
      const quick = Date.now() - startedAt < QUICK_CRASH_MS ? quickCrashes + 1 : 0;
      const how = code === null ? `by signal ${signal}` : `with code ${code}`;
      if (quick >= QUICK_CRASHES) {
        return giveUp(
          `The ${service.name} ended ${quick} times right after its start, last ${how}: its messages above say why; mend that and start again.`,
        );
      }
      const wait = Math.min(BACKOFF_FIRST_MS * 2 ** Math.max(0, quick - 1), BACKOFF_LAST_MS);
      console.error(`The ${service.name} ended ${how}; it is started again in ${wait / 1000} s.`);
      setTimeout(() => {
        if (!stopping) run(service, quick);
      }, wait).unref();
    });
    return child;
  };

  /** @returns {Promise<void>} when the service has loaded and waits to begin, or has ended; at once where it begins when it likes */
  const start = (/** @type {Service} */ service) =>
    new Promise((/** @type {(value: void) => void} */ resolve) => {
      const child = run(service);
      if (service.begins === undefined) return resolve();
      child.once('message', () => resolve());
      child.once('exit', () => resolve());
    });

  const giveUp = (/** @type {string} */ sentence) => {
    if (stopping) return;
    stopping = true; // the others are stopped by whoever hears this
    onGivenUp(sentence);
  };

  /** Asks every service to end and waits; one that does not listen is killed. */
  const stop = async () => {
    stopping = true;
    const deadline = Date.now() + STOP_LIMIT_MS;
    for (const child of running.values()) child.kill('SIGTERM');
    while (running.size > 0 && Date.now() < deadline) await pause(25);
    kill();
    while (running.size > 0) await pause(25);
  };

  /** For the impatient second Ctrl-C. */
  const kill = () => {
    for (const child of running.values()) child.kill('SIGKILL');
  };

  return { start, stop, kill };
}
