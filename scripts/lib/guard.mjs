import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Starts the dead-man's switch beside this process.
 *
 * @param {string[]} throwAway folders it removes when it has to act
 * @returns {{ watch: (pid: number | undefined) => void, done: () => void }} watch: the server to stop if we die;
 *   done: everything was stopped in order
 */
export function startGuard(throwAway) {
  const program = fileURLToPath(new URL('./dead-mans-switch.mjs', import.meta.url));
  const guard = spawn(process.execPath, [program, ...throwAway], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  guard.stdin.on('error', () => {}); // it was killed; the server goes on
  /** @type {any} */ (guard.stdin).unref?.();
  return {
    watch: (pid) => void guard.stdin.write(`watch ${pid}\n`),
    done: () => void guard.stdin.end('done\n'),
  };
}
