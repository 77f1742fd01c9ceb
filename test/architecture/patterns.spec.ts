import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';
import { read, root, sources } from './tree.js';

interface Pattern {
  source: string;
  flags: string;
  where: string;
}

/** Every regular expression literal of the code that is shipped. */
const literals = (): Pattern[] =>
  sources().flatMap((path) => {
    const found: Pattern[] = [];
    const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2023, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), where: `${path}:${line}` });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });

/** Every pattern the description holds callers to; those of libraries are among them. */
function described(): Pattern[] {
  const found = new Map<string, Pattern>();
  const walk = (node: unknown, where: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, child] of Object.entries(node)) {
      if (name === 'pattern' && typeof child === 'string') found.set(child, { source: child, flags: 'u', where });
      else walk(child, `${where}/${name}`);
    }
  };
  walk(JSON.parse(readFileSync(join(root, 'docs/api/openapi.json'), 'utf8')), '#');
  return [...found.values()];
}

/** Where a text can be made on which the pattern takes more than a time proportional to its length. */
function isSlow({ source, flags }: Pattern): boolean {
  const { reports } = analyse({ source, flags });
  return reports.length > 0;
}

describe('S-54 patterns', () => {
  test('S-54 what a slow pattern is, is known', () => {
    for (const source of ['^(a+)+$', 'a+$', String.raw`^\s*\S*\s*\S*x$`]) {
      expect([source, isSlow({ source, flags: '', where: '' })]).toEqual([source, true]);
    }
    expect(isSlow({ source: '^[a-z]{1,20}$', flags: '', where: '' })).toBe(false);
  });

  test('S-54 no pattern can be made slow by the text it looks at', () => {
    const all = [...literals(), ...described()];
    expect(all.length).toBeGreaterThan(100);
    // Tests and the simulated world read what they wrote themselves.
    const slow = all.filter((each) => !/^libs\/platform\/(testing|simulators)\//.test(each.where) && isSlow(each));
    expect(slow.map(({ source, where }) => `${where} /${source}/`)).toEqual([]);
  });

  test('S-54 no pattern is made of what a caller sends', () => {
    // Of names written in the code: what logs mask. Of our own schemas: their examples. The simulated world and the
    // command line are not spoken to by strangers.
    const own =
      /^(libs\/platform\/(testing|simulators|observability\/src\/mask|http\/src\/openapi)|apps\/(cli|simulators))/;
    const made = sources().filter((path) => /new RegExp\(/.test(read(path)) && !own.test(path));
    expect(made).toEqual([]);
  });
});
