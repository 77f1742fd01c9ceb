import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileFault, PlainFault } from './fault.mjs';
import { projectRoot } from './paths.mjs';

const SOURCE_FOLDERS = ['apps', 'libs'];
/** Tests are run from their sources; READMEs are for people. */
const NOT_SHIPPED = /(^|\/)(test|tests|__snapshots__)\/|(^|\/)README\.md$/;

/** Compiles apps/ and libs/ into dist/ and copies their data files beside them, unless dist/ is up to date. */
export async function ensureBuilt() {
  const files = SOURCE_FOLDERS.flatMap((folder) => filesBelow(join(projectRoot, folder)))
    .map((path) => relative(projectRoot, path).split(sep).join('/'))
    .filter((path) => !NOT_SHIPPED.test(path))
    .sort();
  const wanted = sourceHash(files);
  const dist = join(projectRoot, 'dist');
  const mark = join(dist, '.odop-build');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  try {
    console.error('Building …');
    const fresh = join(projectRoot, `dist.${process.pid}`);
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh);
    if (files.some((path) => path.endsWith('.ts'))) await compile(fresh);
    for (const path of files) if (!path.endsWith('.ts')) copy(path, fresh);
    writeFileSync(join(fresh, '.odop-build'), wanted);
    swapIn(fresh, dist);
  } catch (error) {
    throw fileFault(error, 'build into', dist);
  }
}

/**
 * Puts a finished build in the old one's place in one step: a build that fails or is killed leaves the old one whole, and
 * two builds at once do not mix.
 *
 * @param {string} fresh
 * @param {string} dist
 */
function swapIn(fresh, dist) {
  const old = `${fresh}.old`;
  for (let tries = 0; ; tries++) {
    try {
      if (existsSync(dist)) renameSync(dist, old);
      renameSync(fresh, dist);
      break;
    } catch (error) {
      if (tries === 3) throw error; // another build came between every time
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

/**
 * @param {string[]} files relative to the project
 * @returns {string}
 */
function sourceHash(files) {
  const hash = createHash('sha256').update(process.version);
  for (const path of ['scripts/lib/bundle.mjs', 'package-lock.json', ...files]) {
    const full = join(projectRoot, path);
    hash.update(path).update('\0');
    if (existsSync(full)) hash.update(readFileSync(full));
  }
  return hash.digest('hex');
}

/** @param {string} target */
async function compile(target) {
  const child = spawn(process.execPath, [join(projectRoot, 'scripts', 'lib', 'bundle.mjs'), target], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {Buffer[]} */
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status === 0) return;
  rmSync(target, { recursive: true, force: true });
  throw new PlainFault(`The sources do not compile:\n${Buffer.concat(said).toString()}`);
}

/**
 * @param {string} path
 * @param {string} target
 */
function copy(path, target) {
  const to = join(target, path);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(join(projectRoot, path), to);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
