import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileFault, PlainFault } from './fault.mjs';
import { projectRoot } from './paths.mjs';

/** Installs exactly what the lock says, unless that was done already with this lock and this Node. */
export function ensureInstalled() {
  const modules = join(projectRoot, 'node_modules');
  // A link to packages somebody else keeps: `npm ci` would empty them for everybody.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return;
  const mark = join(modules, '.odop-install');
  const wanted = lockHash();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  console.error('Installing packages (once, about a minute) …');
  // Install scripts stay off: nothing here needs one, and they are the easiest way to smuggle code in.
  runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  try {
    writeFileSync(mark, wanted);
  } catch (error) {
    throw fileFault(error, 'write into', modules);
  }
}

/** @returns {string} changes with the lock, the Node version and the platform */
function lockHash() {
  const lock = readFileSync(join(projectRoot, 'package-lock.json'));
  const node = `${process.version} ${process.platform} ${process.arch}`;
  return createHash('sha256').update(lock).update(node).digest('hex');
}

/** @param {string[]} args */
function runNpm(args) {
  const viaNpm = process.env['npm_execpath'] ?? '';
  // npm hands over its own program file; run by hand, npm is looked up on PATH.
  const [program, first] = viaNpm.endsWith('npm-cli.js') ? [process.execPath, [viaNpm]] : ['npm', []];
  const done = spawnSync(program, [...first, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && program === 'npm',
    // The builder and the test runner are development packages.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (done.error)
    throw new PlainFault(
      `npm cannot be run (${done.error.message}): it comes with Node, so reinstall Node or add npm to PATH.`,
    );
  if (done.status !== 0)
    throw new PlainFault(
      'npm ci has failed, see above: check the connection to the package registry and that this folder may be written, then start again.',
    );
}
