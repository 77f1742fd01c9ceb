import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/lib/paths.mjs';

/**
 * Packages of hundreds of small files that nearly every test file loads. Jest loads each file anew for each test file, and
 * spends more on finding it than on running it: so these are joined into a few files once, before the tests.
 */
const packages = [
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/platform-fastify',
  '@nestjs/testing',
  '@nestjs/typeorm',
  'jose',
  'typeorm',
  'zod',
];
export const joinedPackages = `^(${packages.join('|')})$`;
/** Another folder for other packages, so that a run never meets those of an earlier installation. */
const folder = join(projectRoot, 'node_modules', '.cache', 'odop-tests', mark());
/** Where Jest finds them. */
export const joinedPackage = join(folder, '$1.cjs');

/** Joins them, unless an earlier run has done it. */
export async function joinPackages() {
  if (existsSync(folder)) return;
  // The configuration reads this file too, and has no need of it.
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    cwd: projectRoot,
    input: Object.fromEntries(packages.map((name) => [name, name])),
    platform: 'node',
    external: (id) => !/^[./\0]/.test(id) && !isJoined(id),
  });
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  await bundle.write({
    dir: fresh,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    exports: 'named',
    dynamicImportInCjs: false, // Jest has no `import()`
    keepNames: true,
  });
  await bundle.close();
  try {
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another run was faster
  }
}

/** @param {string} id */
function isJoined(id) {
  return packages.some((name) => id === name || id.startsWith(`${name}/`));
}

function mark() {
  const hash = createHash('sha256')
    .update(process.version)
    .update(readFileSync(import.meta.filename));
  return hash
    .update(readFileSync(join(projectRoot, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);
}
