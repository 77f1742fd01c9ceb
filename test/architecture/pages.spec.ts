import { dirname, join } from 'node:path';
import { filesBelow, isThere, read } from './tree.js';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'libs', 'apps'].flatMap((folder) => filesBelow(folder, (path) => path.endsWith('.md'))),
];

test('links between pages and files lead somewhere', () => {
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, to]) => to!.replace(/#.*$/, ''))
      .filter((to) => to !== '' && !/^[a-z]+:/.test(to))
      .filter((to) => !isThere(join(dirname(page), to)))
      .map((to) => `${page} → ${to}`),
  );
  expect(dead).toEqual([]);
});

test('the commands the pages name are scripts of package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm run ([a-z][a-z:-]*[a-z])/g)].map(([, name]) => name!),
  );
  expect(named.length).toBeGreaterThan(10);
  expect([...new Set(named)].filter((name) => scripts[name] === undefined)).toEqual([]);
  const files = Object.values(scripts).map((script) => /^node (\S+)/.exec(script)![1]!);
  expect(files.filter((file) => !isThere(file))).toEqual([]);
});

test('the guide says on its first page that every person is invented', () => {
  expect(read('docs/guide/README.md')).toContain('Every person in these pages is invented');
});
