import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Operations } from '#platform/http';
import { asOwner, boot, type Booted, ownDatabase, personActor, type TestDatabase } from '#platform/testing';
import { addDays, istDay } from '#platform/time';
import { ImportListJob, ImportOdopList, OdopEntriesQuery, OdopModule, SettleOdopEntry, type ListToImport } from '#odop';
import { freezeClock, releaseClock } from './builders/offices.js';
import { workbookOf } from '../../platform/sheets/test/builders/workbook.js';

const header = 'State/UT,District,Product,Sector,GI Tagged,Rank,LGD Code';
const csv = (...rows: string[]) => Buffer.from([header, ...rows].join('\n'));
const today = istDay(new Date());

describe('importing a list', () => {
  let database: TestDatabase;
  let app: Booted;
  beforeAll(async () => {
    database = await ownDatabase();
    app = await boot([OdopModule]);
    await asOwner(`update odop.district set valid_to = '2026-02-01', merged_into_id =
                     (select id from odop.district where slug = 'hisar') where slug = 'hansi'`);
  });
  afterAll(async () => {
    await releaseClock();
    await app.close();
    await database.drop();
  });

  const wanted = (more: Partial<ListToImport> = {}): ListToImport => ({
    list: 'dpiit_odop',
    source: 'odop-v32',
    effectiveFrom: today,
    isDryRun: false,
    ...more,
  });
  const run = (content: Buffer, more: Partial<ListToImport> = {}, onRow?: (rows: number) => void) =>
    app.asSystem(() => app.get(ImportOdopList).run(content, wanted(more), onRow));
  const of = (district_slug: string) =>
    app
      .get(OdopEntriesQuery)
      .page({ district_slug }, { limit: 100, key: null, towards: 'next', wantsCount: false, list: '' });

  test('S-60 adds what is new, makes a new version of what differs, leaves the rest; again it changes nothing', async () => {
    const list = csv(
      'Uttar Pradesh,Varanasi,Silk Products,Textiles,Y,Primary,187',
      'U.P.,VARANASI,Toys,Handicraft,Y,,', // another GI flag, no rank: a new version
      'Uttar Pradesh,Varanasi,Banarasi Paan,Agriculture,yes,Other,187',
    );
    const dry = await run(list, { isDryRun: true });
    expect(dry).toMatchObject({ state: 'done', dryRun: true, added: 1, changed: 1, unchanged: 1, faulty: 0 });
    expect(await of('varanasi')).toHaveLength(4);
    const before = (await of('varanasi')).find((entry) => entry.product === 'Toys')!;
    expect(await run(list)).toMatchObject({ added: 1, changed: 1, unchanged: 1, faulty: 0 });
    const after = await of('varanasi');
    expect(after.map((entry) => entry.product)).toEqual([
      'Silk Products',
      'Pink Enamel (Gulaabi Minakari)',
      'Wooden Lacquer Ware',
      'Toys',
      'Banarasi Paan',
    ]);
    expect(after.find((entry) => entry.product === 'Toys')).toMatchObject({
      gi: true,
      rank: 'other',
      source: 'odop-v32',
    });
    expect(await app.get(OdopEntriesQuery).byId(before.id)).toMatchObject({ state: 'retired', effective_to: today });
    expect(await run(list)).toMatchObject({ added: 0, changed: 0, unchanged: 3, faulty: 0 });
    const told = await asOwner<{ event: string; reason: string }>(
      `select h.event, h.reason from odop.entry_history h join odop.entry e on e.id = h.entry_id
        where e.district_slug = 'varanasi' and h.reason like '%odop-v32%' order by 1, 2`,
    );
    expect(told).toEqual([
      { event: 'publish', reason: 'Listed by odop-v32.' },
      { event: 'publish', reason: 'Listed by odop-v32.' },
      { event: 'succeed', reason: 'Followed by what odop-v32 lists.' },
    ]);
    const found = await app.get(OdopEntriesQuery).count({ text: 'बनारसी पान' });
    expect(found).toBeGreaterThan(0);
  });

  test.each([
    ['Atlantis,Varanasi,Silk,Textiles,,,', 'state_unknown', /no State or Union Territory "Atlantis"/],
    ['Uttar Pradesh,Atlantis,Silk,Textiles,,,', 'district_unknown', /has no district "Atlantis"\.$/],
    ['Uttar Pradesh,Varansi,Silk,Textiles,,,', 'district_unknown', /Did you mean Varanasi\?/],
    ['Bihar,Varanasi,Silk,Textiles,,,', 'district_in_other_state', /is a district of Uttar Pradesh, not of Bihar/],
    ['Haryana,Hansi,Silk,Textiles,,,', 'district_ended', /no district since 2026-02-01; it is part of Hisar now/],
    ['Uttar Pradesh,Varanasi,Silk,Textiles,,,77', 'lgd_code_wrong', /LGD code of Varanasi is 187, not 77/],
    ['Uttar Pradesh,Varanasi,Silk,Textiles,,,abc', 'lgd_unreadable', /no LGD code/],
    ['Uttar Pradesh,Varanasi,,Textiles,,,', 'product_missing', /no name/],
    [`Uttar Pradesh,Varanasi,${'x'.repeat(161)},Textiles,,,`, 'product_too_long', /160/],
    ['Uttar Pradesh,Varanasi,Silk,Magic,,,', 'sector_unknown', /"Magic" is no sector; known are agriculture/],
    ['Uttar Pradesh,Varanasi,Silk,Textiles,perhaps,,', 'gi_unclear', /neither yes nor no/],
    ['Uttar Pradesh,Varanasi,Silk,Textiles,,Best,', 'rank_unknown', /no rank; known are primary/],
    ['Uttar Pradesh,Varanasi,2341 2341 2346,Textiles,,,', 'aadhaar', /never needed and never kept/],
    [`Uttar Pradesh,Varanasi,${'x'.repeat(2_001)},Textiles,,,`, 'cell_too_long', /2000/],
    ['Rajasthan,Rajsamand,Molela Clay Work,Handicrafts,Y,,', 'entry_undecided', /is under way/],
  ])('R-4.29a S-60 the row %s is refused: %s', async (row, code, words) => {
    const outcome = await run(csv(row), { isDryRun: true });
    expect(outcome).toMatchObject({ added: 0, changed: 0, faulty: 1 });
    expect(outcome.faults).toContainEqual({ row: 2, code, detail: expect.stringMatching(words) });
  });

  test('S-60 every fault of a row is told at once, a good row beside it is taken, a product named twice is told', async () => {
    const outcome = await run(
      csv('Goa,Atlantis,,Magic,,,', 'Goa,North Goa,Kunbi Saree,Handloom,Y,,', 'Goa,North Goa,KUNBI SAREE,Handloom,Y,,'),
    );
    expect(outcome).toMatchObject({ added: 1, faulty: 2 });
    expect(outcome.faults.map(({ row, code }) => [row, code])).toEqual([
      [2, 'district_unknown'],
      [2, 'product_missing'],
      [2, 'sector_unknown'],
      [4, 'named_twice'],
    ]);
    expect(outcome.faults.at(-1)!.detail).toContain('row 3');
  });

  test('S-60 a workbook is read like CSV; a cell with a formula is refused', async () => {
    const outcome = await run(
      workbookOf([
        ['State', 'District', 'Product', 'Sector', 'LGD code'],
        ['Assam', 'Sivasagar', 'Test bell metal', 'Handicrafts', 300],
        ['Assam', 'Sivasagar', { formula: 'A1' }, 'Handicrafts', ''],
      ]),
      { isDryRun: true },
    );
    expect(outcome.faults.map(({ code }) => code)).toContain('formula');
  });

  test('a file that names no columns is refused whole, in words', async () => {
    expect(await run(Buffer.from('a,b\n1,2'))).toMatchObject({
      state: 'failed',
      faults: [{ row: 1, code: 'file_unreadable', detail: expect.stringMatching(/state, district, product, sector/) }],
    });
    expect(await run(Buffer.from(''))).toMatchObject({ state: 'failed' });
  });

  test('SM-2 a list of a later day waits, and the clock puts it in force; an older one changes nothing', async () => {
    const day = addDays(today, 10);
    const row = 'Kerala,Kollam,Test Cashew Craft,Handicrafts,N,Other,';
    expect(await run(csv(row), { effectiveFrom: day, source: 'odop-v33' })).toMatchObject({ added: 1 });
    expect(await run(csv(row), { effectiveFrom: day, source: 'odop-v33' })).toMatchObject({ added: 0, unchanged: 1 });
    const [waiting] = await asOwner<{ id: string; state: string; due_at: Date }>(
      `select id, state, due_at from odop.entry where product = 'Test Cashew Craft'`,
    );
    expect(waiting!.state).toBe('confirmed');
    await freezeClock(waiting!.due_at);
    await app.asSystem(() => app.get(SettleOdopEntry).run(waiting!.id));
    await releaseClock();
    expect((await of('kollam')).map((entry) => entry.product)).toContain('Test Cashew Craft');
    const older = await run(csv('Kerala,Kollam,Test Cashew Craft,Handicrafts,Y,Other,'), { source: 'odop-v31b' });
    expect(older.faults).toMatchObject([{ code: 'list_is_older' }]);
    await asOwner(`update odop.entry set state = 'suspended' where id = $1`, [waiting!.id]);
    const held = await run(csv('Kerala,Kollam,Test Cashew Craft,Handicrafts,Y,Other,'), { source: 'odop-v31c' });
    expect(held.faults).toMatchObject([{ code: 'entry_suspended' }]);
  });

  test('STD-1.8 an upload is an operation: read by a job, told row by row, once', async () => {
    const officer = personActor({ label: 'programme officer' });
    const list = csv('Sikkim,Namchi,Test Carpet,Handicrafts,N,Other,', 'Sikkim,Namchi,Test Carpet,Magic,N,Other,');
    const upload = () => app.as(officer, () => app.get(ImportOdopList).upload(list, wanted({ source: 'odop-up' })));
    const operationId = await upload();
    await expect(upload()).rejects.toMatchObject({ code: 'list_import_running' });
    const [job] = await asOwner<{ payload: { importId: string } }>(
      `select payload from platform.outbox where name = $1 order by at desc limit 1`,
      [ImportListJob.name],
    );
    for (let times = 0; times < 2; times++) {
      await app.asSystem(() => app.get(ImportOdopList).read(job!.payload.importId));
    }
    const operation = await app.as(officer, () => app.get(Operations).byId(operationId));
    expect(operation).toMatchObject({
      kind: 'odop.import',
      state: 'done',
      progress: 100,
      errors: [{ row: 3, code: 'sector_unknown' }],
      result: { added: 1, faulty: 1, dryRun: false },
    });
    expect((await asOwner(`select 1 from odop.list_import where content is not null`)).length).toBe(0);
  });

  describe('S-60 long lists, by the command line', () => {
    let folder: string;
    const file = () => join(folder, 'list.csv');
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'odop-import-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    async function listOf(length: number): Promise<void> {
      const places = await asOwner<{ name: string; state: string }>(
        `select d.name, s.name as state from odop.district d join odop.state s on s.code = d.state_code
          where d.valid_to is null order by d.slug`,
      );
      const rows = Array.from({ length }, (_, i) => {
        const place = places[i % places.length]!;
        return `"${place.state}","${place.name}",Bulk product ${i},Others,N,Other,`;
      });
      await writeFile(file(), csv(...rows));
    }
    /** With a heap that could not hold what a whole list makes. */
    const start = (...more: string[]) =>
      spawn(
        process.execPath,
        [
          ...['--max-old-space-size=160', 'dist/apps/cli/src/main.js', 'odop', 'import', file()],
          ...['--source', 'bulk-1', '--from', today, '--json', ...more],
        ],
        { env: { ...process.env, LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'inherit'] },
      );
    async function outcomeOf(child: ReturnType<typeof start>): Promise<unknown> {
      let said = '';
      child.stdout.on('data', (text: Buffer) => (said += text.toString()));
      const [code] = (await once(child, 'close')) as [number];
      return { code, ...(JSON.parse(said) as object) };
    }

    test('S-60 100,000 rows are read in bounded memory', async () => {
      await listOf(100_000);
      expect(await outcomeOf(start('--dry-run'))).toMatchObject({ code: 0, state: 'done', added: 100_000, faulty: 0 });
    }, 300_000);

    test('S-60 an import that was killed half-way goes on where it stopped: nothing twice', async () => {
      await listOf(6_000);
      const reached = async () =>
        (
          await asOwner<{ next_row: number }>(
            `select next_row from odop.list_import where source = 'bulk-1' and not is_dry_run`,
          )
        )[0]?.next_row ?? 0;
      const cut = start();
      while ((await reached()) < 1_500) await sleep(20);
      cut.kill('SIGKILL');
      await once(cut, 'close');
      expect(await reached()).toBeLessThan(6_000);
      expect(await outcomeOf(start())).toMatchObject({ code: 0, state: 'done', added: 6_000, faulty: 0 });
      const [count] = await asOwner<{ all: number; products: number }>(
        `select count(*)::int as all, count(distinct product)::int as products from odop.entry where source = 'bulk-1'`,
      );
      expect(count).toEqual({ all: 6_000, products: 6_000 });
    }, 300_000);
  });

  test('SM-2 S-60 what a list leaves out is retired only when that is asked, with its reason; a dry run says how many', async () => {
    const list = { list: 'state_odop' as const, source: 'state-list-1' };
    const rows = [
      'Goa,North Goa,Test kokum,Agriculture',
      'Goa,North Goa,Test feni,Others',
      'Goa,South Goa,Test crochet,Handicrafts',
    ];
    expect(await run(csv(...rows), list)).toMatchObject({ added: 3, retired: 0 });
    const shorter = csv(rows[0]!);
    const next = { list: 'state_odop' as const, source: 'state-list-2' };
    expect(await run(shorter, next)).toMatchObject({ unchanged: 1, retired: 0 });
    expect(await run(shorter, { ...next, retiresAbsent: true, isDryRun: true })).toMatchObject({ retired: 2 });
    const open = () =>
      asOwner<{ slug: string; state: string; reason: string }>(
        `select e.slug, e.state, (select h.reason from odop.entry_history h where h.entry_id = e.id order by seq desc limit 1)
           as reason from odop.entry e where e.list = 'state_odop' order by 1`,
      );
    expect((await open()).map((entry) => entry.state)).toEqual(['live', 'live', 'live']);
    await expect(run(shorter, { ...next, retiresAbsent: true, effectiveFrom: addDays(today, 2) })).rejects.toEqual(
      expect.objectContaining({ code: 'list_not_in_force' }),
    );
    const broken = csv(rows[0]!, 'Goa,Nowhere,Test feni,Others');
    const held = await run(broken, { ...next, retiresAbsent: true });
    expect(held).toMatchObject({ retired: 0, faulty: 1 });
    expect(held.faults.map((fault) => fault.code)).toEqual(['nothing_retired', 'district_unknown']);
    expect(await run(shorter, { ...next, retiresAbsent: true })).toMatchObject({ unchanged: 1, retired: 2 });
    expect(await open()).toEqual([
      { slug: 'test-crochet', state: 'retired', reason: 'state-list-2 does not list it any more.' },
      { slug: 'test-feni', state: 'retired', reason: 'state-list-2 does not list it any more.' },
      { slug: 'test-kokum', state: 'live', reason: 'Listed by state-list-1.' },
    ]);
    expect(await run(shorter, { ...next, retiresAbsent: true })).toMatchObject({ retired: 0 });
    expect(await asOwner('select from odop.list_import_named')).toEqual([]);
  });

  test('S-60 what took effect after the list’s day, or has a change under way, is not retired', async () => {
    const list = { list: 'pmfme_odop' as const, source: 'pm-list-1', effectiveFrom: addDays(today, -9) };
    const [kept, later, open, gone] = ['kept', 'later', 'open', 'gone'].map(
      (name) => `Goa,North Goa,Test ${name},Agriculture`,
    );
    await run(csv(kept!, open!, gone!), list);
    await run(csv(later!), { ...list, source: 'pm-list-2', effectiveFrom: today });
    await asOwner(
      `insert into odop.entry (id, district_id, district_slug, list, slug, product, sector, rank, position, gi_published,
                               takes_listings, state, state_since, source, succeeds_id)
       select gen_random_uuid(), district_id, district_slug, list, slug, product, sector, rank, 99, false, true, 'proposed',
              now(), 'test', id from odop.entry where list = 'pmfme_odop' and slug = 'test-open'`,
    );
    const next = { ...list, source: 'pm-list-3', effectiveFrom: addDays(today, -5), retiresAbsent: true };
    expect(await run(csv(kept!), next)).toMatchObject({ unchanged: 1, retired: 1, faults: [] });
    const live = await asOwner<{ slug: string }>(
      `select slug from odop.entry where list = 'pmfme_odop' and state = 'live' order by 1`,
    );
    expect(live.map(({ slug }) => slug)).toEqual(['test-kept', 'test-later', 'test-open']);
  });

  test('S-60 a list that leaves out more than a fifth retires nothing, unless that is asked for', async () => {
    const rows = (count: number) =>
      csv(...Array.from({ length: count }, (_, i) => `Goa,South Goa,Fifth product ${i},Others`));
    await asOwner(
      `update odop.entry set state = 'retired', effective_to = effective_from where list = 'state_odop' and state = 'live'`,
    );
    const list = { list: 'state_odop' as const, source: 'fifth-1' };
    await run(rows(30), list);
    const next = { ...list, source: 'fifth-2', retiresAbsent: true };
    const told = {
      row: 1,
      code: 'too_many_retired',
      detail: expect.stringMatching(/leaves out 7 of 30 entries, more than 20 %.*--retire-many/),
    };
    expect(await run(rows(23), { ...next, isDryRun: true })).toMatchObject({ retired: 7, faults: [told] });
    expect(await run(rows(23), next)).toMatchObject({ state: 'done', retired: 0, faults: [told] });
    expect(await run(rows(23), { ...next, retiresMany: true })).toMatchObject({ retired: 7, faults: [] });
    expect(await run(rows(17), next)).toMatchObject({ retired: 0, faults: [{ code: 'too_many_retired' }] });
    expect(await run(rows(19), next)).toMatchObject({ retired: 4, faults: [] });
  });
});
