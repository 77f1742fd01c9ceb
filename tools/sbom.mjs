// npm run sbom [FILE]: the software bill of materials of what is shipped, as CycloneDX JSON (S-86). From the lock alone:
// no network, and the same lock gives the same list. Default file: dist/sbom.cdx.json. Made for every release.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainFault, runMain } from '../scripts/lib/fault.mjs';
import { projectRoot } from '../scripts/lib/paths.mjs';
import { npm } from './npm.mjs';

void runMain(async () => {
  const file = process.argv[2] ?? join(projectRoot, 'dist/sbom.cdx.json');
  const { code, out, faults } = npm([
    'sbom',
    '--sbom-format=cyclonedx',
    '--package-lock-only',
    '--sbom-type=application',
  ]);
  if (code !== 0) throw new PlainFault(`npm sbom failed: ${faults.trim()}`);
  const bill = JSON.parse(out);
  leaveOutDevelopment(bill);
  bill.metadata.component.name = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).name;
  bill.serialNumber = serialOf(bill.components);
  delete bill.metadata.timestamp; // when somebody asked for it says nothing about what is in it
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${bill.components.length} packages in ${file}`);
  return 0;
});

/** @typedef {{ 'bom-ref': string, properties: { name: string }[] }} Component */

/**
 * What only builds and tests need is not shipped. npm's own `--omit dev` also loses packages that are shipped.
 * @param {{ components: Component[], dependencies: { ref: string, dependsOn: string[] }[] }} bill
 */
function leaveOutDevelopment(bill) {
  const isShipped = (/** @type {Component} */ { properties }) =>
    !properties.some(({ name }) => name === 'cdx:npm:package:development');
  const left = new Set(bill.components.filter((one) => !isShipped(one)).map((one) => one['bom-ref']));
  bill.components = bill.components.filter(isShipped);
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => !left.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((used) => !left.has(used)) }));
}

/** A name made from the content, so that two bills of one lock are one. @param {unknown} components @returns {string} */
function serialOf(components) {
  const hash = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
