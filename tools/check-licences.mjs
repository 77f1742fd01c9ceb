// Part of `npm run check`: every package in the lock may be used and passed on (S-86).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Permissive licences: use, change and distribution with attribution, nothing more. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0', // data of caniuse-lite
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1', // fonts, put into the printable panels
  'Python-2.0', // argparse
]);

/** Packages whose manifest states no licence in today's form; what they say instead was read by a person. */
const READ_BY_HAND = new Map([
  ['node_modules/passport-strategy', 'MIT'],
  ['node_modules/png-js', 'MIT'],
  ['node_modules/slick', 'MIT'], // says it in words of its own
]);

/**
 * Shared libraries that are loaded as they come from their makers and can be replaced by another build of the same: the
 * LGPL asks no more (docs/decisions/0045).
 */
const LOADED_UNCHANGED = new Map([['node_modules/@img/sharp-', 'LGPL-3.0-or-later']]);

/** @param {string} path @param {string} licence @returns {string} what is left to look at */
function withoutLoaded(path, licence) {
  for (const [start, name] of LOADED_UNCHANGED) if (path.startsWith(start)) return licence.replace(name, 'MIT');
  return licence;
}

/** @param {string} licence an SPDX expression of names, AND and OR @returns {boolean} */
function isAllowed(licence) {
  const choices = licence.replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((name) => ALLOWED.has(name)));
}

/** @type {Record<string, { license?: string, os?: string[], optional?: boolean, cpu?: string[] }>} */
const packages = JSON.parse(
  readFileSync(fileURLToPath(new URL('../package-lock.json', import.meta.url)), 'utf8'),
).packages;
for (const [path, { license: stated, cpu, optional }] of Object.entries(packages)) {
  const license = READ_BY_HAND.get(path) ?? stated;
  // A platform's binary that could not be had where the lock was written: the package that asks for it was checked.
  const isUnseenBinary = license === undefined && optional === true && cpu !== undefined;
  if (path === '' || isUnseenBinary || (license !== undefined && isAllowed(withoutLoaded(path, license)))) continue;
  console.error(`${path}: licence ${license ?? 'not stated'} is not on the list in tools/check-licences.mjs`);
  process.exitCode = 1;
}
