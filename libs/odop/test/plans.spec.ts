import pg from 'pg';
import { UnitOfWork } from '#platform/database';
import { boot, type Booted, ownDatabase, type TestDatabase } from '#platform/testing';
import { OdopModule } from '#odop';
import { entryPage, type OdopEntryFilter } from '../src/data/odop-entries.query.js';
import { pincodeStatement } from '../src/data/pincodes.query.js';
import { gatherStatistics } from '../src/data/statistics.js';

/** How PostgreSQL would run the statements as they are sent: a lost index shows here, not in a slow week. */
describe('plans of hot reads', () => {
  let database: TestDatabase;
  let app: Booted;
  let client: pg.Client;
  beforeAll(async () => {
    database = await ownDatabase();
    app = await boot([OdopModule]);
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    // Many times what there is: the register of today is small enough to be read whole.
    await client.query(`
      insert into odop.entry (id, district_id, district_slug, list, slug, product, sector, rank, position, gi_published,
                              takes_listings, state, state_since, effective_from, source, search)
      select gen_random_uuid(), d.id, d.slug, 'dpiit_odop', 'bulk-' || n, 'Bulk ' || n, 'others', 'other', 10 + n, false, true,
             'live', now(), '2026-01-01', 'test', ' ' || md5(d.slug || n) || ' bulk '
        from odop.district d, generate_series(1, 40) n`);
    // As the seed and every import end: by the service, which owns no table.
    await app.asSystem(() => app.get(UnitOfWork).run((tx) => gatherStatistics(tx)));
  });
  afterAll(async () => {
    await client.end();
    await app.close();
    await database.drop();
  });

  const planOf = async ({ sql, values }: { sql: string; values: readonly unknown[] }) =>
    (await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, [...values])).rows
      .map((row) => row['QUERY PLAN'])
      .join('\n');
  const page = (filter: OdopEntryFilter, key: [string, number, string] | null = null) =>
    entryPage(filter, { limit: 20, key, towards: 'next', wantsCount: false, list: '' });

  test.each<[string, OdopEntryFilter, [string, number, string] | null]>([
    ['the whole list', {}, null],
    ['its next page', {}, ['varanasi', 1, '00000000-0000-8000-8000-000000000000']],
  ])('%s comes in the order of its index, unsorted', async (_, filter, key) => {
    const plan = await planOf(page(filter, key));
    expect(plan).toContain('entry_public_order');
    expect(plan).not.toMatch(/Sort/);
  });

  test('a search goes through the trigrams, exact and near', async () => {
    const plan = await planOf(page({ text: 'banarasi sari' }));
    expect(plan.match(/Bitmap Index Scan on entry_search/g)).toHaveLength(2);
  });

  test('a PIN code is one look into each key', async () => {
    const plan = await planOf({ sql: pincodeStatement, values: ['221001'] });
    expect(plan).toContain('pincode_pkey');
    expect(plan).toContain('district_pkey');
    expect(plan).not.toMatch(/Seq Scan/);
  });
});
