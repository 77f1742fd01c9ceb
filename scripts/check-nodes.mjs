// npm run check:nodes: starts the project under every supported Node version, from a copy, and asks it something.
// `npm run check:nodes -- 24` tries only that one. Needs the package registry: the Node versions come from there.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { PlainFault, runMain } from './lib/fault.mjs';
import { requireNode } from './lib/node-version.mjs';
import { projectRoot } from './lib/paths.mjs';
import { freePort } from './lib/ports.mjs';
import { pause } from './lib/processes.mjs';

const VERSIONS = ['20', '22', '24'];
const READY_LIMIT_MS = 600_000;
const ROUTES = ['/health/ready', '/openapi.json'];

requireNode();
void runMain(async () => {
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : VERSIONS;
  let failed = 0;
  for (const version of wanted) {
    const folder = mkdtempSync(join(tmpdir(), `odop-node-${version}-`));
    chmodSync(folder, 0o755); // the database's own user has to pass through it
    try {
      const node = installNode(version, join(folder, 'node'));
      copyProject(join(folder, 'clone'));
      await tryOut(node, join(folder, 'clone'));
      console.log(`Node ${version}: ok (${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()})`);
    } catch (error) {
      failed++;
      console.log(`Node ${version}: failed: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return failed === 0 ? 0 : 1;
});

/**
 * @param {string} version major
 * @param {string} folder
 * @returns {string} path of its `node`
 */
function installNode(version, folder) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync('npm', ['install', `${name}@${version}`, ...flags], { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new PlainFault(`${name}@${version} cannot be had: ${done.stderr.trim().split('\n')[0]}`);
  return join(folder, 'node_modules', name, 'bin', 'node');
}

/** @param {string} target what git would know of this folder, changes that are not committed included */
function copyProject(target) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
  });
  for (const path of listed.toString().split('\0')) {
    if (path === '' || !existsSync(join(projectRoot, path))) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(projectRoot, path), join(target, path));
  }
}

/**
 * @param {string} node
 * @param {string} clone
 */
async function tryOut(node, clone) {
  const port = await freePort();
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env['PATH']}`, PORT: String(port) };
  for (const name of ['npm_execpath', 'npm_lifecycle_event', 'DATABASE_URL', 'DATABASE_OWNER_URL'])
    Reflect.deleteProperty(env, name);
  const child = spawn(node, ['scripts/start.mjs'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await becomesReady(port, child, () => said);
    for (const route of ROUTES) {
      const answer = await fetch(`http://127.0.0.1:${port}${route}`);
      if (answer.status !== 200) throw new PlainFault(`GET ${route} answers ${answer.status}`);
    }
  } finally {
    child.kill('SIGINT');
  }
  const code = await ended;
  if (code !== 0) throw new PlainFault(`it does not stop cleanly (${code}):\n${said}`);
}

/**
 * @param {number} port
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} said
 */
async function becomesReady(port, child, said) {
  const deadline = Date.now() + READY_LIMIT_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}${ROUTES[0]}`).catch(() => null);
    if (answer?.ok) return;
    await pause(250);
  }
  throw new PlainFault(`it does not become ready:\n${said()}`);
}
