import { z } from 'zod';
import { DatabaseModule, ReadClient } from '#platform/database';
import { asOwner, boot, type Booted } from '#platform/testing';
import { moduleMap, schemaOf } from './tree.js';

/**
 * Tables that name a person or an organisation and are readable by every part of the service, each with the reason.
 * Nothing is added here without one.
 */
const openToAll: Readonly<Record<string, string>> = {
  'catalogue.listing': 'goods are for everybody to see; drafts are scoped by their queries (S-42)',
  'catalogue.offer': 'prices and stock of those goods',
  'catalogue.media': 'their pictures; served only once the goods are live',
  'catalogue.price_change': 'what was asked for goods, with the id of who asked it',
  'catalogue.shelf': 'what lists and searches show of goods on sale',
  'catalogue.listing_history': 'ids of who reviewed goods, no names',
  'catalogue.stock_movement': 'counts of pieces, with the id of who moved them',
  'identity.post': 'chairs of public offices: a title, a rank, an id',
  'odop.entry_evidence': 'papers of public officers about a district’s product',
  'odop.entry_history': 'acts of public officers',
  'promotions.promotion': 'reductions are offered to everybody; a code is looked up, never listed to shoppers',
  'platform.audit': 'ids and masked values, only added to; read by scoped queries and the auditor',
  'sellers.gi_authorisation': 'Part B of the GI register is public: who may carry which name',
  'sellers.maker_entry': 'what a maker makes is what her shop shows',
  'sellers.seller': 'buyers have a right to know from whom they buy; the address line is sealed with her key',
};

/** A column with one of these names says whose a row is; sealed columns hold what only they may read. */
const partyColumn = `
  column_name ~ '(^|_)(person|organisation|seller|buyer|payer|maker|applicant|recipient|delegate|shopper|holder_person|made_by|owner)_id$'
  or column_name ~ '_sealed$'`;

/** The second wall, read from the catalogue of the database: a new private table without it fails here (S-43). */
describe('The second wall', () => {
  let schemas: string[];
  let app: Booted;
  beforeAll(async () => {
    schemas = [...new Set(Object.keys(await moduleMap()).map(schemaOf))];
    app = await boot([DatabaseModule]);
  });
  afterAll(() => app.close());

  const walled = async (): Promise<string[]> =>
    (
      await asOwner<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = any($1) and c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity order by 1`,
        [schemas],
      )
    ).map(({ name }) => name);

  test('S-43 S-63 every table that names a person or an organisation, or seals something, is behind it', async () => {
    const naming = await asOwner<{ name: string; columns: string }>(
      `select format('%I.%I', table_schema, table_name) as name, string_agg(column_name, ', ' order by column_name) as columns
         from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where table_schema = any($1) and t.table_type = 'BASE TABLE' and (${partyColumn})
        group by 1 order by 1`,
      [schemas],
    );
    expect(naming.length).toBeGreaterThan(20);
    const behind = await walled();
    const open = naming.filter(({ name }) => !behind.includes(name) && !(name in openToAll));
    expect(open.map(({ name, columns }) => `${name}: ${columns}`)).toEqual([]);
    const stale = Object.keys(openToAll).filter(
      (name) => behind.includes(name) || !naming.some((each) => each.name === name),
    );
    expect(stale).toEqual([]);
  });

  test('S-43 a query without a scope finds no row in any of them, nor can it write one', async () => {
    const tables = await walled();
    expect(tables.length).toBeGreaterThan(20);
    const count = z.object({ n: z.coerce.number() });
    for (const table of tables) {
      expect([table, await app.get(ReadClient).many(count, `select count(*) as n from ${table}`)]).toEqual([
        table,
        [{ n: 0 }],
      ]);
    }
  });

  test('S-43 who may see a row is decided by the parties of the transaction, and by nothing else', async () => {
    const rules = await asOwner<{ name: string; rule: string; checks: string | null }>(
      `select polrelid::regclass::text as name, pg_get_expr(polqual, polrelid) as rule,
              pg_get_expr(polwithcheck, polrelid) as checks
         from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any($1) order by 1`,
      [schemas],
    );
    expect([...new Set(rules.map(({ name }) => name))].sort()).toEqual((await walled()).sort());
    const strange = rules.filter(({ rule }) => !rule.includes('platform.may_see('));
    expect(strange.map(({ name, rule }) => `${name}: ${rule}`)).toEqual([]);
    const [unscoped] = await app
      .get(ReadClient)
      .many(z.object({ sees: z.boolean() }), `select platform.may_see(gen_random_uuid()) as sees`);
    expect(unscoped).toEqual({ sees: false });
  });
});
