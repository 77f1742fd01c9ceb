import { asOwner } from '#platform/testing';
import { moduleMap, read, schemaOf } from './tree.js';

const page = 'docs/personal-data.md';
/** What can hold words or bytes; ids, amounts and times say nothing about a person by themselves. */
const wordy = ['bytea', 'text', 'text[]', 'json', 'jsonb', 'inet', 'cidr', 'character varying'];

/** `schema.table.column` of each row of the table below a heading of the page; `*` stands for all. */
function listed(heading: string): string[] {
  const [, chapter] = read(page).split(`\n## ${heading}\n`) as [string, string];
  return chapter
    .split('\n## ')[0]!
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, table, columns]) =>
      table?.startsWith('`')
        ? [...columns!.matchAll(/`([^`]+)`/g)].map(([, column]) => `${table.replaceAll('`', '')}.${column}`)
        : [],
    );
}

describe('The map of personal data', () => {
  const mapped = listed('The map');
  const notPersonal = listed('Not personal');
  let columns: { name: string; table: string; sealed: boolean }[];
  beforeAll(async () => {
    const schemas = [...new Set(Object.keys(await moduleMap()).map(schemaOf))];
    columns = await asOwner(
      `select c.oid::regclass::text as "table", c.oid::regclass::text || '.' || a.attname as name,
              a.attname ~ '(_sealed|_lookup|_hash)$' as sealed
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and n.nspname = any($1) and format_type(a.atttypid, null) = any($2)
        order by 1, a.attnum`,
      [schemas, wordy],
    );
  });

  test('S-66 every column that can hold words or bytes is on the map, or said not to be personal', () => {
    expect(columns.length).toBeGreaterThan(200);
    const known = new Set([...mapped, ...notPersonal]);
    const missing = columns.filter(({ name, table }) => !known.has(name) && !known.has(`${table}.*`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  test('S-63 S-66 what is sealed or looked up by hash is on the map itself', () => {
    expect(columns.filter(({ name, sealed }) => sealed && !mapped.includes(name)).map(({ name }) => name)).toEqual([]);
  });

  test('S-66 the map names only columns there are, each once', () => {
    const there = new Set(columns.flatMap(({ name, table }) => [name, `${table}.*`]));
    const all = [...mapped, ...notPersonal];
    expect(all.filter((name) => !there.has(name))).toEqual([]);
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
  });

  test('S-66 each row says what for, how it is kept, how long, and who clears it', () => {
    const rows = read(page)
      .split('\n## The map\n')[1]!
      .split('\n## ')[0]!
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const unsaid = rows.filter((row) =>
      row
        .split('|')
        .slice(1, -1)
        .some((cell) => cell.trim() === ''),
    );
    expect(unsaid).toEqual([]);
  });
});
