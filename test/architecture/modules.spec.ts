import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { filesBelow, isThere, moduleMap, moduleOf, read, root, schemaOf, sources, textsOf } from './tree.js';

let map: Awaited<ReturnType<typeof moduleMap>>;
beforeAll(async () => {
  map = await moduleMap();
});

const inLibs = (path: string): boolean => path.startsWith('libs/');

/** What a module may name, itself among it; `platform` stands for all of it. */
const mayUse = (module: string): string[] => [schemaOf(module), ...(map[module]?.uses ?? []).map(schemaOf)];

describe('the modules', () => {
  test('every folder of libs is a row of modules.mjs, with a page and a public API', () => {
    const folders = [...new Set(sources().filter(inLibs).map(moduleOf))];
    expect(folders.filter((module) => map[module] === undefined)).toEqual([]);
    expect(folders.filter((module) => !isThere(`libs/${module}/src/index.ts`))).toEqual([]);
    expect(folders.filter((module) => !isThere(`libs/${schemaOf(module)}/README.md`))).toEqual([]);
  });

  test('calls go down: a module uses lower layers, or earlier lines of its own', () => {
    const names = Object.keys(map);
    const upward = Object.entries(map).flatMap(([module, { layer, uses }], line) =>
      uses
        .filter((used) => used !== 'platform')
        .filter((used) => map[used] === undefined || map[used].layer > layer || names.indexOf(used) >= line)
        .map((used) => `${module} → ${used}`),
    );
    expect(upward).toEqual([]);
    expect(map['orders']?.uses).not.toContain('procurement');
    expect(map['procurement']?.uses).not.toContain('orders');
  });

  test('public APIs name what they offer; nothing is glued by forwardRef', () => {
    const code = sources().map((path) => ({ path, text: read(path) }));
    expect(code.filter(({ text }) => /^export \*/m.test(text)).map(({ path }) => path)).toEqual([]);
    expect(code.filter(({ text }) => /\bforwardRef\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('no relative import leaves its module', () => {
    const leaving = sources()
      .filter(inLibs)
      .flatMap((path) =>
        [...read(path).matchAll(/from '(\.[^']+)'/g)]
          .map(([, to]) => new URL(to!, `file:///${path}`).pathname.slice(1))
          .filter((to) => moduleOf(to) !== moduleOf(path))
          .map((to) => `${path} → ${to}`),
      );
    expect(leaving).toEqual([]);
  });

  test('no module has a package.json of its own', () => {
    expect(filesBelow('libs', (path) => path.endsWith('package.json'))).toEqual([]);
  });
});

describe('SQL', () => {
  const statement = /\b(select|insert into|update|delete from|from|join|grant|create|alter)\b/i;
  /** What each module may call of the platform in SQL, besides its published views. */
  const platformWords = new Set(['now', 'may_see']);

  /** `schema.name` in the SQL of a file, outside quotes. */
  const namesIn = (path: string) =>
    textsOf(path)
      .filter(({ text }) => statement.test(text))
      .flatMap(({ line, text }) =>
        [...text.matchAll(/\b([a-z]+)\."?([a-z_]+)/g)]
          // 'odop.scope', 'orders.placed': settings and names of news stand in quotes.
          .filter(({ index }) => text[index - 1] !== "'")
          .map(({ index, 1: schema, 2: name }) => ({
            where: `${path}:${line}`,
            isForeignKey: /\breferences\s+$/i.test(text.slice(Math.max(0, index - 20), index)),
            schema: schema!,
            name: name!,
          })),
      );

  test('names only its own schema and the published views of modules it may use', () => {
    const schemas = new Set(Object.keys(map).map(schemaOf));
    const faults = sources()
      .filter(inLibs)
      .flatMap((path) => {
        const own = schemaOf(moduleOf(path));
        return namesIn(path)
          .filter(({ schema }) => schemas.has(schema) && schema !== own)
          .filter(({ isForeignKey }) => !isForeignKey)
          .filter(({ schema, name }) =>
            schema === 'platform'
              ? !platformWords.has(name) && !name.startsWith('v_')
              : !name.startsWith('v_') || !mayUse(moduleOf(path)).includes(schema),
          )
          .map(({ where, schema, name }) => `${where} ${schema}.${name}`);
      });
    expect(faults).toEqual([]);
  });

  test('stays in the modules: the apps have none; the operator’s tools look at the platform’s tables only', () => {
    const schemas = new Set(Object.keys(map).map(schemaOf));
    const inApps = sources()
      .filter((path) => !inLibs(path))
      .flatMap(namesIn)
      .filter(({ schema, name }) => schema !== 'platform' && schemas.has(schema) && name !== 'ts')
      .map(({ where, schema, name }) => `${where} ${schema}.${name}`);
    expect(inApps).toEqual([]);
  });
});

describe('docs/ARCHITECTURE.md', () => {
  test('shows the modules as they are', () => {
    execFileSync(process.execPath, [join(root, 'tools/draw-modules.mjs'), '--check'], { stdio: 'pipe' });
    expect(read('docs/ARCHITECTURE.md')).toContain('grievances --> orders');
  });
});
