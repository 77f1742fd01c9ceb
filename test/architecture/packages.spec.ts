import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, root } from './tree.js';

/** Runs a tool of the project; `says` is what it complained about. */
function tool(name: string, ...args: readonly string[]): { code: number | null; says: string } {
  const done = spawnSync(process.execPath, [join(root, 'tools', name), ...args], { encoding: 'utf8' });
  return { code: done.status, says: done.stderr };
}

describe('S-86 packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'odop-sbom-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('run no install scripts, and have licences of the list', () => {
    expect(tool('check-install-scripts.mjs')).toEqual({ code: 0, says: '' });
    expect(tool('check-licences.mjs')).toEqual({ code: 0, says: '' });
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  });

  test('what is shipped stands in a bill of materials', () => {
    const file = join(folder, 'sbom.json');
    execFileSync(process.execPath, [join(root, 'tools/sbom.mjs'), file], { stdio: 'pipe' });
    const bill = JSON.parse(readFileSync(file, 'utf8')) as { bomFormat: string; components: { name: string }[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = new Set(bill.components.map(({ name }) => name));
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    expect(Object.keys(dependencies).filter((name) => !names.has(name))).toEqual([]);
    expect(['jest', 'oxlint', 'prettier', 'rolldown'].filter((name) => names.has(name))).toEqual([]);
  });
});

test('S-89 nothing under version control looks like a secret', () => {
  expect(tool('scan-secrets.mjs')).toEqual({ code: 0, says: '' });
});
