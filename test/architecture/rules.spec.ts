import { join } from 'node:path';
import { problemCatalogue } from '#platform/kernel';
import { refusalsWithoutTest, rulesWithoutTest } from './not-yet.js';
import { filesBelow, isThere, moduleMap, read, root, sources } from './tree.js';

const id = /^(?:R|SM|S|STD)-[0-9]+(?:\.[0-9]+)?[a-z]?$/;

/** Rules named after `@rule` in the sources, with the file. */
const keptRules = (): { rule: string; path: string }[] =>
  sources().flatMap((path) =>
    [...read(path).matchAll(/@rule\s+([^*\n]+)/g)].flatMap(([, text]) =>
      text!
        .split(/[^\w.-]+/)
        .filter((word) => id.test(word))
        .map((rule) => ({ rule, path })),
    ),
  );

/** Rules with a row in docs/rules. */
const writtenRules = (): { rule: string; cells: string[]; where: string }[] =>
  filesBelow('docs/rules', (path) => path.endsWith('.md')).flatMap((path) =>
    read(path)
      .split('\n')
      .map((line, i) => ({ cells: line.split('|').map((cell) => cell.trim()), where: `${path}:${i + 1}` }))
      .filter(({ cells }) => id.test(cells[1] ?? ''))
      .map(({ cells, where }) => ({ rule: cells[1]!, cells: cells.slice(2, 6), where })),
  );

const specs = (): string[] =>
  ['libs', 'apps', 'test'].flatMap((folder) => filesBelow(folder, (path) => path.endsWith('spec.ts')));

describe('rules', () => {
  test('every rule that code keeps has a sentence in docs/rules', () => {
    const written = new Set(writtenRules().map(({ rule }) => rule));
    const missing = keptRules().filter(({ rule }) => !written.has(rule));
    expect([...new Set(missing.map(({ rule, path }) => `${rule} ${path}`))].sort()).toEqual([]);
  });

  test('every sentence names its source, since when it holds, and its owner', () => {
    expect(writtenRules().filter(({ cells }) => cells.length < 4 || cells.includes(''))).toEqual([]);
  });

  test('every rule that is written down is kept by code', () => {
    const kept = new Set(keptRules().map(({ rule }) => rule));
    expect(
      writtenRules()
        .filter(({ rule }) => !kept.has(rule))
        .map(({ rule, where }) => `${rule} ${where}`),
    ).toEqual([]);
  });

  test('every rule that is written down has a test named after it', () => {
    const tests = specs().map(read).join('\n');
    const untested = [...new Set(writtenRules().map(({ rule }) => rule))].filter(
      (rule) => !new RegExp(`['"\`][^'"\`\\n]*\\b${rule.replaceAll('.', '\\.')}\\b(?![.\\d])`).test(tests),
    );
    expect(untested.filter((rule) => !rulesWithoutTest.includes(rule))).toEqual([]);
  });
});

describe('refusals', () => {
  test('every code a module declares is met in a test', async () => {
    for (const module of Object.keys(await moduleMap())) {
      const index = `libs/${module}/src/index.ts`;
      if (isThere(index)) await import(join(root, index));
    }
    const tests = specs()
      .filter((path) => !path.includes('architecture/'))
      .map(read)
      .join('\n');
    const unmet = [...problemCatalogue.values()].filter(({ code }) => !new RegExp(`\\b${code}\\b`).test(tests));
    const named = unmet.map(({ module, code }) => `${module} ${code}`);
    expect(named.filter((name) => !refusalsWithoutTest.includes(name))).toEqual([]);
  });
});
