import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './clone.js';

jest.setTimeout(900_000);

/** A copy of the project to write into; its packages are ours. */
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'odop-generated-'));
  chmodSync(copy, 0o755); // the user of the tests' database passes through it
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  for (const path of listed.split('\0'))
    if (path !== '' && existsSync(join(projectRoot, path))) cpSync(join(projectRoot, path), join(copy, path));
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true, maxRetries: 5 }));

/** Runs a script of the copy. Settings of the tests around it do not leak in. */
function run(...args: readonly string[]): { code: number | null; said: string } {
  const { PATH, HOME, TMPDIR } = process.env;
  const done = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env: { PATH, HOME, TMPDIR } });
  return { code: done.status, said: done.stdout + done.stderr };
}
const read = (path: string): string => readFileSync(join(copy, path), 'utf8');
const fine = { code: 0, said: expect.any(String) as string };

describe('What the generators write', () => {
  const verb = 'libs/haats/src/use-cases/open-stall.ts';
  const stage = 'libs/ledger/src/audit/count-cash.ts';
  const made = ['libs/haats', 'docs/rules/haats.md', verb, stage, 'libs/ledger/test/count-cash.spec.ts'];

  /** Answers of the generators, in the order they were asked. */
  let answers: ReturnType<typeof run>[];
  beforeAll(() => {
    answers = [
      run('tools/new-module.mjs', 'haats', '--layer', '5', '--uses', 'policy,catalogue', 'open-stall'),
      run('tools/new-use-case.mjs', 'haats', 'close-stall'),
      run('tools/new-use-case.mjs', 'ledger', 'audit/count-cash'),
    ];
  });

  it('is there, in the module map and in its picture', () => {
    expect(answers).toEqual([fine, fine, fine]);
    expect(made.filter((path) => !existsSync(join(copy, path)))).toEqual([]);
    expect(read('modules.mjs')).toContain("\n  haats: { layer: 5, uses: ['platform', 'policy', 'catalogue'] },\n};\n");
    expect(read('docs/ARCHITECTURE.md')).toContain('haats --> catalogue');
    expect(read('libs/haats/src/index.ts')).toContain("export { OpenStall } from './use-cases/open-stall.js';");
    expect(read('libs/ledger/src/index.ts')).toContain("export { CountCash } from './audit/count-cash.js';");
  });

  it('passes the checks: format, lint with types, module boundaries, types', () => {
    const files = ['libs/haats', 'libs/ledger', 'modules.mjs'];
    writeFileSync(
      join(copy, 'tsconfig.made.json'),
      '{ "extends": "./tsconfig.json", "compilerOptions": { "noEmit": true, "incremental": false, "tsBuildInfoFile": null }, "include": ["libs/haats", "libs/ledger"] }',
    );
    expect(run('node_modules/prettier/bin/prettier.cjs', '--check', ...files)).toEqual(fine);
    expect(run('node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', 'libs/haats', stage)).toEqual(fine);
    const cruise = ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs'];
    expect(run(...cruise, 'libs/haats', 'libs/ledger')).toEqual(fine);
    expect(run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.made.json')).toEqual(fine);
  });

  it('passes its own tests and those of the modules’ architecture', () => {
    const specs = ['libs/haats', 'libs/ledger/test/count-cash', 'test/architecture/modules'];
    const { code, said } = run('node_modules/jest/bin/jest.js', ...specs);
    expect(said).toMatch(/Test Suites: 5 passed, 5 total/);
    expect(code).toBe(0);
  });
});

describe('What a generator is asked wrongly, it says in one sentence and writes nothing', () => {
  it.each([
    [['tools/new-module.mjs', 'orders', '--layer', '4'], 'There is a module orders already.'],
    [['tools/new-module.mjs', 'Big-Fairs', '--layer', '4'], '"Big-Fairs" is no name for a module'],
    [['tools/new-module.mjs', 'fairs'], 'Say the layer, 1 (registers) to 5 (reactors)'],
    [
      ['tools/new-module.mjs', 'fairs', '--layer', '2', '--uses', 'orders'],
      'may not use orders (layer 4): calls go down',
    ],
    [['tools/new-use-case.mjs', 'orders'], 'Say which module and which verb'],
    [['tools/new-use-case.mjs', 'fairies', 'fly'], 'There is no module fairies'],
    [['tools/new-use-case.mjs', 'orders', 'PlaceOrder'], '"PlaceOrder" is no name for a use-case'],
    [['tools/new-use-case.mjs', 'orders', 'place-order'], 'libs/orders/src/use-cases/place-order.ts is there already'],
  ])('%j', (args, says) => {
    const { code, said } = run(...args);
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual([expect.stringContaining(says)]);
    expect(existsSync(join(copy, 'libs/fairs'))).toBe(false);
  });
});
