import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PlainFault } from './fault.mjs';
import { projectRoot } from './paths.mjs';
import { SETTINGS_FAULT } from './supervisor.mjs';

/**
 * Runs one operator's command to its end.
 *
 * @param {string[]} args for example ['migrate']
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal ends it early, which is not a fault
 */
export async function runStep(args, env, signal) {
  const cli = join(projectRoot, 'dist', 'apps', 'cli', 'src', 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', cli, ...args], {
    cwd: projectRoot,
    env: { LOG_LEVEL: 'warn', ...env },
    detached: true, // Ctrl-C reaches us alone
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  signal.removeEventListener('abort', end);
  if (signal.aborted || code === 0) return;
  if (code === SETTINGS_FAULT) throw new PlainFault('Set that right and start again.');
  throw new PlainFault(`"bazaar ${args.join(' ')}" has failed, see above: mend that and start again.`);
}
