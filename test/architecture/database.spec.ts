import 'reflect-metadata';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ownerConfig } from '#platform/database';
import { asOwner } from '#platform/testing';
import { filesBelow, moduleMap, root, schemaOf } from './tree.js';

/** Every class of every `*.entity.ts`. */
async function entities(): Promise<(new () => object)[]> {
  const paths = filesBelow('libs', (path) => path.endsWith('.entity.ts'));
  const files = await Promise.all(
    paths.map(async (path) => (await import(join(root, path))) as Record<string, new () => object>),
  );
  return files.flatMap((file) =>
    Object.entries(file).flatMap(([name, value]) => (name.endsWith('Entity') ? [value] : [])),
  );
}

const lines = async (sql: string, values: unknown[] = []): Promise<string[]> =>
  (await asOwner<{ line: string }>(sql, values)).map(({ line }) => line);

/** Schemas of the service; the queue's own is BullMQ's. */
let schemas: string[];
let map: Awaited<ReturnType<typeof moduleMap>>;
beforeAll(async () => {
  map = await moduleMap();
  schemas = [...new Set(Object.keys(map).map(schemaOf))];
});

describe('the database', () => {
  test('entities mirror the tables: TypeORM would change nothing', async () => {
    const source = new DataSource({
      type: 'postgres',
      url: ownerConfig().DATABASE_OWNER_URL,
      entities: await entities(),
      installExtensions: false,
      extra: { max: 1 },
    });
    await source.initialize();
    try {
      const pending = await source.driver.createSchemaBuilder().log();
      expect(pending.upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  test('foreign keys point down: to the module’s own tables or to those of modules it may use', async () => {
    const keys = await asOwner<{ from: string; to: string; name: string }>(
      `select n.nspname as "from", fn.nspname as "to", c.conname as name
         from pg_constraint c
         join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
         join pg_class ft on ft.oid = c.confrelid join pg_namespace fn on fn.oid = ft.relnamespace
        where c.contype = 'f' and n.nspname = any($1)`,
      [schemas],
    );
    expect(keys.length).toBeGreaterThan(0);
    const upward = keys.filter(({ from, to }) => from !== to && !(map[from]?.uses ?? []).map(schemaOf).includes(to));
    expect(upward).toEqual([]);
  });

  test('R-0.2 money is whole paise: bigint, and so named', async () => {
    expect(
      await lines(
        `select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as line
           from information_schema.columns
          where table_schema = any($1)
            and ((column_name like '%\\_paise' and data_type <> 'bigint') or data_type in ('money', 'real')
              or (data_type in ('numeric', 'double precision') and column_name ~ '(price|amount|total|fee|tax|paise)'))`,
        [schemas],
      ),
    ).toEqual([]);
  });

  test('R-0.5 instants know their zone, and what ends in _at is one', async () => {
    expect(
      await lines(
        `select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as line
           from information_schema.columns
          where table_schema = any($1)
            and (data_type in ('timestamp without time zone', 'time without time zone')
              or (column_name like '%\\_at' and data_type <> 'timestamp with time zone'))`,
        [schemas],
      ),
    ).toEqual([]);
  });

  test('every table and every constraint has a name of ours, in lower snake case', async () => {
    expect(
      await lines(
        `select n.nspname || '.' || c.conname as line
           from pg_constraint c join pg_namespace n on n.oid = c.connamespace
          where n.nspname = any($1) and c.conname !~ '^[a-z][a-z0-9_]*$'`,
        [schemas],
      ),
    ).toEqual([]);
  });

  test('S-43 private tables are walled for their owner too, and views over them see with the caller’s eyes', async () => {
    const unforced = await lines(
      `select c.oid::regclass::text as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any($1) and c.relrowsecurity and not c.relforcerowsecurity`,
      [schemas],
    );
    const seeingAll = await lines(
      `select distinct v.oid::regclass::text || ' over ' || t.oid::regclass::text as line
         from pg_class v
         join pg_rewrite r on r.ev_class = v.oid
         join pg_depend d on d.objid = r.oid and d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
         join pg_class t on t.oid = d.refobjid and t.relrowsecurity
         join pg_namespace n on n.oid = v.relnamespace
        where n.nspname = any($1) and v.relkind = 'v'
          and not coalesce(v.reloptions, '{}') @> array['security_invoker=true']`,
      [schemas],
    );
    expect({ unforced, seeingAll }).toEqual({ unforced: [], seeingAll: [] });
  });

  test('S-57 the service role owns nothing, and cannot change what is written once', async () => {
    const owned = await lines(
      `select c.oid::regclass::text as line from pg_class c join pg_roles r on r.oid = c.relowner
        where r.rolname = 'odop_app'`,
    );
    expect(owned).toEqual([]);
    const rights = await lines(
      `select table_name || ' ' || privilege_type as line from information_schema.role_table_grants
        where grantee = 'odop_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
          and (table_schema, table_name) in (('ledger', 'transfer'), ('platform', 'audit'), ('fulfilment', 'tracking_notice'))`,
    );
    expect(rights).toEqual([]);
  });
});
