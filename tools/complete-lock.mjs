// npm run lock: run after every change of package-lock.json.
//
// Packages with native parts list one optional package per platform. Where the lock is written, those of some other
// platforms cannot always be had; npm then leaves them out of the lock without a word, and `npm ci` refuses that lock on
// every machine ("Missing: … from lock file"). This adds the entries; what they are for is read from their names.
// `--check` changes nothing and fails when an entry is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const lockFile = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'sunos', 'win32', 'windows'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** @typedef {{ version?: string, optionalDependencies?: Record<string, string>, dev?: boolean, optional?: boolean }} Entry */

/**
 * @param {Record<string, Entry>} packages the lock's `packages`
 * @returns {{ name: string, version: string, askedBy: string }[]} optional dependencies without an entry
 */
function missingEntries(packages) {
  return Object.entries(packages).flatMap(([askedBy, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isFound(packages, askedBy, name))
      .map(([name, version]) => ({ name, version, askedBy })),
  );
}

/**
 * Whether Node would find the package from there: beside it or in any folder above.
 *
 * @param {Record<string, Entry>} packages
 * @param {string} from
 * @param {string} name
 */
function isFound(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '' || !at.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined;
  }
}

/**
 * @param {{ name: string, version: string, askedBy: string }} missing
 * @param {Entry | undefined} parent
 * @returns {Entry & Record<string, unknown>}
 */
function entryFor({ name, version }, parent) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const isForOne = cpu === 'wasm32' || (os !== undefined && cpu !== undefined); // WebAssembly runs on every system
  if (!isForOne || !/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(`${name}@${version} is no package for one platform: install it by hand, then run this again.`);
  }
  return {
    version,
    cpu: [cpu],
    ...(parent?.dev ? { dev: true } : {}),
    ...(words.includes('musl') || words.includes('musleabihf') ? { libc: ['musl'] } : {}),
    optional: true,
    ...(os === undefined ? {} : { os: [os === 'windows' ? 'win32' : os] }),
  };
}

const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const missing = missingEntries(lock.packages);
if (process.argv.includes('--check')) {
  for (const { name, version } of missing) console.error(`package-lock.json lacks ${name}@${version}: npm run lock`);
  process.exitCode = missing.length > 0 ? 1 : 0;
} else {
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = entryFor(one, lock.packages[one.askedBy]);
  const byName = (/** @type {[string, unknown]} */ [a], /** @type {[string, unknown]} */ [b]) =>
    a.localeCompare(b, 'en');
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byName));
  if (missing.length > 0) writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(missing.length === 0 ? 'The lock is complete.' : `Added ${missing.length} entries to package-lock.json.`);
}
