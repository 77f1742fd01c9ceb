const PARENT_CHECK_MS = 1_000;

/** npm and the terminal may both pass on one Ctrl-C; a second one this much later is a person's. */
const ECHO_MS = 1_000;

/**
 * @typedef {object} StopSignals
 * @property {Promise<string | null>} asked resolves with a sentence when a fault is the reason, with null when a person is
 * @property {AbortSignal} signal aborted at the same moment
 * @property {(reason: string) => void} now stops because of a fault
 * @property {(then: () => void) => void} onImpatience what a second Ctrl-C does
 */

/**
 * Listens for the ways a start is asked to stop: Ctrl-C, a signal, the end of the npm that started it, a fault.
 *
 * @returns {StopSignals}
 */
export function whenAskedToStop() {
  const abort = new AbortController();
  let impatience = () => {};
  /** @type {(reason: string | null) => void} */
  let resolve = () => {};
  /** @type {Promise<string | null>} */
  const asked = new Promise((done) => (resolve = done));
  const stop = (/** @type {string | null} */ reason) => {
    abort.abort();
    resolve(reason);
  };
  let firstAt = 0;
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => {
      if (firstAt === 0) {
        firstAt = Date.now();
        stop(null);
      } else if (Date.now() - firstAt > ECHO_MS) impatience();
    });
  }
  watchNpm(() => stop(null));
  return { asked, signal: abort.signal, now: stop, onImpatience: (then) => (impatience = then) };
}

/**
 * Ending npm does not end what npm started: the shell between them dies and tells nobody. Started by npm, we therefore
 * stop when our parent is gone.
 *
 * @param {() => void} then
 */
function watchNpm(then) {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, PARENT_CHECK_MS);
  timer.unref();
}
