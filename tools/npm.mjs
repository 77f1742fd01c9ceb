import { spawnSync } from 'node:child_process';
import { PlainFault } from '../scripts/lib/fault.mjs';
import { projectRoot } from '../scripts/lib/paths.mjs';

/**
 * Runs npm in the project's folder.
 * @param {string[]} args
 * @returns {{ code: number, out: string, faults: string }}
 */
export function npm(args) {
  const own = process.env['npm_execpath'] ?? '';
  const [program, first] = own.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
  const done = spawnSync(program, [...first, ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (done.error) throw new PlainFault(`npm cannot be run: ${done.error.message}.`);
  return { code: done.status ?? 1, out: done.stdout, faults: done.stderr };
}
