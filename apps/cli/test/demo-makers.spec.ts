import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { findAadhaar } from '#platform/identifiers';
import { RegistriesSimulator } from '#platform/simulators';
import { asOwner, boot, freshDatabase, type Booted, type TestDatabase } from '#platform/testing';
import { sellerClasses } from '#sellers';
import { DemoMakersModule } from '../src/demo/makers/demo-makers.module.js';
import { makers_default } from '../src/demo/makers/how-many.js';
import { inventedMakers } from '../src/demo/makers/invented-makers.js';
import { inventedPapers } from '../src/demo/makers/invented-papers.js';
import { SeedDemoMakers } from '../src/demo/makers/seed-demo-makers.js';
import { bazaar, bazaarHere } from './cli.js';

/** Enough for every State and class; the whole bazaar differs only in its number. */
const some = 80;

jest.setTimeout(300_000);

describe('the demo’s makers', () => {
  let database: TestDatabase;
  let app: Booted;
  let folder: string;
  const registries = new RegistriesSimulator();
  beforeAll(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'odop-makers-'));
    await registries.start({ secretKey: 'sk_test_simulated' });
    Object.assign(process.env, {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      REGISTRIES_URL: registries.url,
    });
    app = await boot([DemoMakersModule]);
  });
  afterAll(async () => {
    await app.close();
    await registries.stop();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const file = (): string => join(folder, 'officers.json');
  const seed = (count: number) => app.asSystem(() => app.get(SeedDemoMakers).run(count, file()));
  /** As the system sees them: private rows hide even from the owner of the tables. */
  const rows = <T extends object>(sql: string) =>
    app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.many(z.custom<T>(), sql, [])));
  const number = async (from: string): Promise<number> =>
    (await rows<{ count: number }>(`select count(*)::integer as count from ${from}`))[0]!.count;

  test('a run that stopped half-way is finished by the next, and one more changes nothing', async () => {
    await seed(40);
    const [half] = await rows<{ id: string }>(`select id from sellers.seller order by id limit 1`);
    const first = await rows(`select id, name, district_id, class from sellers.seller order by id`);
    expect(first).toHaveLength(40);
    // As a kill between two steps leaves her: approved by nobody yet.
    await asOwner(
      `update sellers.seller set state = 'under_review', verified_at = null where id = $1`,
      [half!.id],
      database.ownerUrl,
    );
    expect(await seed(some)).toMatch(/^80, 41 of them new, and 7 shoppers: every person .* is invented/);
    expect(
      await rows(`select id, name, district_id, class from sellers.seller where id = any
      ('{${first.map((row) => (row as { id: string }).id).join(',')}}') order by id`),
    ).toEqual(first);
    const tables = [
      'sellers.seller',
      'sellers.evidence',
      'sellers.seller_history',
      'sellers.maker_entry',
      'identity.person',
    ];
    const tally = () => Promise.all([...tables, 'identity.role_grant', 'platform.outbox'].map(number));
    const before = await tally();
    const listed = readFileSync(file(), 'utf8');
    rmSync(file());
    expect(await seed(some)).toContain('80, 0 of them new');
    expect(await tally()).toEqual(before);
    // As after a kill before the file was written: who decided in earlier runs is listed too.
    expect(readFileSync(file(), 'utf8')).toBe(listed);
  });

  test('R-4.1 they are of every class and of every State and Union Territory, and all approved', async () => {
    const of = async (column: string): Promise<number[]> =>
      (
        await rows<{ count: number }>(
          `select count(*)::integer as count from sellers.seller where state = 'verified' group by ${column}`,
        )
      ).map((row) => row.count);
    const states = await of('state_code');
    expect(states).toHaveLength(36);
    expect(Math.min(...states)).toBe(2);
    const classes = await of('class');
    expect(classes).toHaveLength(sellerClasses.length);
    expect(Math.min(...classes)).toBeGreaterThanOrEqual(9);
    const all = inventedMakers(
      makers_default,
      Array.from({ length: 36 }, (_, i) => `IN-${i}`),
    );
    const ofClass = (sellerClass: string) => all.filter((maker) => maker.class === sellerClass).length;
    expect(Math.min(...sellerClasses.map(ofClass))).toBeGreaterThanOrEqual(10);
    const everywhere = new Set(all.map((maker) => `${maker.stateCode} ${maker.class}`));
    expect([all.length >= 300, everywhere.size]).toEqual([true, 36 * sellerClasses.length]);
    expect(await number(`sellers.seller where name not like '% Invented %'`)).toBe(0);
  });

  test('SM-1 S-28 each went every step, the last one decided by an officer of her desk', async () => {
    const steps = await rows<{ events: string; count: number }>(
      `select events, count(*)::integer as count from (
         select string_agg(event, ' ' order by seq) as events from sellers.seller_history group by seller_id) as h group by 1 order by 1`,
    );
    // The one whose approval was taken back was approved once more.
    expect(steps).toEqual([
      { events: 'apply submit auto_checks_pass approve', count: some - 1 },
      { events: 'apply submit auto_checks_pass approve approve', count: 1 },
    ]);
    const strangers = `sellers.seller_history h join sellers.seller s on s.id = h.seller_id
      where h.event = 'approve' and not exists (
        select 1 from identity.role_grant g
         where g.person_id = h.person_id and g.organisation_id = s.desk_id and g.state = 'active' and g.ended_at is null)`;
    expect(await number(strangers)).toBe(0);
    const officers = JSON.parse(readFileSync(file(), 'utf8')) as { role: string }[];
    expect(new Set(officers.map((each) => each.role))).toEqual(
      new Set(['district_officer', 'state_officer', 'platform_reviewer']),
    );
  });

  test('R-7.2 each makes a product of her own district', async () => {
    const tied = `sellers.maker_entry m join sellers.seller s on s.id = m.seller_id join odop.entry e on e.id = m.entry_id`;
    expect(await number(`${tied} where e.district_id = s.district_id and e.state = 'live'`)).toBe(some);
    expect(await number(`sellers.duplicate_flag`)).toBe(0);
  });

  test('R-4.30 the same makers always, with papers that belong to nobody and no Aadhaar number', () => {
    const states = ['IN-BR', 'IN-KA', 'IN-TN'];
    expect(inventedMakers(60, states)).toEqual(inventedMakers(60, states));
    expect(inventedMakers(60, states)[7]).toMatchObject({ owner: { mobile: '9000100008' }, class: 'fpo_company' });
    const home = { slug: 'bhagalpur', district: 'Bhagalpur', stateCode: 'IN-BR', gstCode: '10' };
    const papers = inventedMakers(2000, states).map((maker) => JSON.stringify(inventedPapers(maker, home)));
    expect(new Set(papers).size).toBe(2000);
    expect(papers.filter((paper) => findAadhaar(paper).length > 0)).toEqual([]);
  });

  test('production refuses invented people before it touches anything', async () => {
    const before = await number('sellers.seller');
    const refused = await bazaar('seed --demo --makers 3', { NODE_ENV: 'production' });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(/not made in production: nothing was seeded/);
    expect(await number('sellers.seller')).toBe(before);
  });

  test('says plainly how many there may be', async () => {
    expect((await bazaarHere('seed --makers 2001')).err).toMatch(/a number from 1 to 2000/);
    expect((await bazaarHere('seed --makers --dry-run')).err).toMatch(/--dry-run is for the reference data/);
  });
});
