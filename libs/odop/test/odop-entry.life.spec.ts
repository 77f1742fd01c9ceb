import { IdentityModule } from '#identity';
import { UnitOfWork } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { asOwner, boot, type Booted, ownDatabase, type TestDatabase } from '#platform/testing';
import { startOfIstDay, istDay, addDays } from '#platform/time';
import {
  AskWithdrawal,
  CorrectGiFlag,
  DecideOdopEntry,
  DistrictsQuery,
  DossiersQuery,
  EditDossier,
  KeepEntry,
  OdopEntriesQuery,
  OdopModule,
  ProposeOdopChange,
  ProposeOdopEntry,
  SettleOdopEntry,
  type Decision,
  type DecisionWords,
  type OdopProposal,
} from '#odop';
import { freezeClock, officesOf, paperOf, releaseClock, storyOf } from './builders/offices.js';

const refusal = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });
const firstPage = { limit: 20, key: null, towards: 'next' as const, wantsCount: false, list: '' };
const seconds = (at: Date, n: number) => new Date(at.getTime() + 1_000 * n);

describe('the life of an ODOP entry', () => {
  let database: TestDatabase;
  let app: Booted;
  let by: Awaited<ReturnType<typeof officesOf>>;
  let counter = 0;
  const wrong: Actor[] = [];
  beforeAll(async () => {
    database = await ownDatabase();
    app = await boot([IdentityModule, OdopModule]);
    const districts = app.get(DistrictsQuery);
    by = await officesOf(app, (await districts.bySlug('rajsamand'))!);
    const elsewhere = await officesOf(app, (await districts.bySlug('gwalior'))!);
    wrong.push(elsewhere.district(), elsewhere.state());
  });
  afterAll(async () => {
    await releaseClock();
    await app.close();
    await database.drop();
  });

  const proposal = (more: Partial<OdopProposal> = {}): OdopProposal => ({
    district: 'rajsamand',
    list: 'dpiit_odop',
    product: `Test pottery ${++counter}`,
    sector: 'handicrafts',
    rank: 'other',
    reason: 'The district committee asks for it.',
    ...more,
  });
  const whole = () => proposal({ hsn: ['6913'], stories: [storyOf()], evidence: [paperOf()] });
  const propose = (given: OdopProposal, who = by.district()) => app.as(who, () => app.get(ProposeOdopEntry).run(given));
  const decide = (id: string, step: Decision, who: Actor, words: Partial<DecisionWords> = {}) =>
    app.as(who, () => app.get(DecideOdopEntry).run(id, step, { reason: 'Decided.', ...words }));
  const settle = (id: string) => app.asSystem(() => app.get(SettleOdopEntry).run(id));
  const read = (id: string) => app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(DossiersQuery).one(tx, id)));
  const state = async (id: string) => (await read(id)).state;
  const news = async (id: string) =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where payload ->> 'entryId' = $1 order by at, id`,
        [id],
      )
    ).map((row) => row.name);

  /** Walks a whole proposal to a state by the real steps. */
  async function driven(to: string, given = whole()): Promise<string> {
    const id = await propose(given);
    const road: [string, () => Promise<unknown>][] = [
      ['district_reviewed', () => decide(id, 'complete_dossier', by.district())],
      ['state_approved', () => decide(id, 'approve', by.state())],
      ['confirmed', () => decide(id, 'confirm', by.national())],
      ['live', () => settle(id)],
    ];
    for (const [reached, step] of to === 'proposed' ? [] : road) {
      await step();
      if (reached === to) break;
    }
    expect(await state(id)).toBe(to);
    return id;
  }

  test('SM-2 from proposal to the public list, every step with who, why and when', async () => {
    const id = await driven('live', whole());
    const dossier = await read(id);
    expect(dossier.history.map((line) => [line.event, line.to_state, line.actor])).toEqual([
      ['propose', 'proposed', 'district officer'],
      ['complete_dossier', 'district_reviewed', 'district officer'],
      ['approve', 'state_approved', 'State officer'],
      ['confirm', 'confirmed', 'programme officer'],
      ['publish', 'live', 'test'],
    ]);
    expect(dossier.history.every((line) => line.reason !== '' && line.at instanceof Date)).toBe(true);
    expect(dossier).toMatchObject({ effective_from: istDay(new Date()), takes_listings: true, hsn: ['6913'] });
    expect(dossier.evidence).toHaveLength(1);
    expect(dossier.stories).toHaveLength(1);
    expect(await app.get(OdopEntriesQuery).byId(id)).toMatchObject({ state: 'live' });
    expect(await news(id)).toEqual([
      'odop.entry_proposed',
      'odop.entry_handed_on',
      'odop.entry_handed_on',
      'odop.entry_handed_on',
      'odop.entry_live',
    ]);
  });

  const turns: [string, Decision, string, () => Actor][] = [
    ['proposed', 'reject', 'rejected', () => by.state()],
    ['district_reviewed', 'return', 'proposed', () => by.state()],
    ['district_reviewed', 'reject', 'rejected', () => by.state()],
    ['state_approved', 'query', 'district_reviewed', () => by.national()],
    ['live', 'suspend', 'suspended', () => by.state()],
  ];
  test.each(turns)('SM-2 %s --%s--> %s', async (from, step, to, who) => {
    const id = await driven(from);
    expect(await decide(id, step, who())).toBe(to);
  });

  const ask = (id: string, who = by.state()) => app.as(who, () => app.get(AskWithdrawal).run(id, 'Nobody makes it.'));
  const keep = (id: string) => app.as(by.national(), () => app.get(KeepEntry).run(id, 'Two families do.'));
  const withdrawn = async (id: string) => {
    await ask(id);
    return decide(id, 'withdraw', by.national());
  };

  test('SM-2 live --withdraw--> retired: the State asks, the programme desk decides', async () => {
    const id = await driven('live');
    await expect(decide(id, 'withdraw', by.national())).rejects.toEqual(refusal('withdrawal_not_asked'));
    await expect(keep(id)).rejects.toEqual(refusal('withdrawal_not_asked'));
    await expect(ask(id, by.district())).rejects.toEqual(refusal('outside_your_desk'));
    await ask(id);
    await expect(ask(id)).rejects.toEqual(refusal('withdrawal_asked_already'));
    const { due_at } = await read(id);
    expect(due_at).not.toBeNull();
    const desk = await app.as(by.national(), () =>
      app.get(UnitOfWork).run((tx) => app.get(DossiersQuery).onDesk(tx, 'live', firstPage, true)),
    );
    expect(desk.map((one) => one.id)).toEqual([id]);
    await keep(id);
    expect(await read(id)).toMatchObject({ state: 'live', withdrawal_asked_at: null, due_at: null });
    await ask(id);
    expect(await decide(id, 'withdraw', by.national())).toBe('retired');
    expect(await read(id)).toMatchObject({ withdrawal_asked_at: null, effective_to: istDay(new Date()) });
    expect(await news(id)).toEqual(expect.arrayContaining(['odop.withdrawal_asked', 'odop.entry_retired']));
    await expect(ask(id)).rejects.toEqual(refusal('illegal_transition'));
  });

  test('SM-2 a suspended entry takes no new goods until it is resumed', async () => {
    const id = await driven('live');
    await decide(id, 'suspend', by.national(), { reason: 'Under dispute.' });
    expect(await news(id)).toContain('odop.entry_suspended');
    expect(await decide(id, 'resume', by.state())).toBe('live');
  });

  const refused: [string, Decision, () => Actor][] = [
    ['proposed', 'approve', () => by.state()],
    ['district_reviewed', 'confirm', () => by.national()],
    ['state_approved', 'approve', () => by.state()],
    ['confirmed', 'withdraw', () => by.national()],
    ['live', 'reject', () => by.state()],
  ];
  test.each(refused)('SM-2 %s refuses %s', async (from, step, who) => {
    const id = await driven(from);
    await expect(decide(id, step, who())).rejects.toEqual(refusal('illegal_transition', { state: from, event: step }));
  });

  test('SM-2 what is suspended, retired or rejected refuses what is not its step', async () => {
    const suspended = await driven('live');
    await decide(suspended, 'suspend', by.state());
    await expect(decide(suspended, 'withdraw', by.national())).rejects.toEqual(refusal('illegal_transition'));
    const retired = await driven('live');
    await withdrawn(retired);
    await expect(decide(retired, 'resume', by.state())).rejects.toEqual(refusal('illegal_transition'));
    const rejected = await propose(whole());
    await decide(rejected, 'reject', by.state());
    await expect(decide(rejected, 'complete_dossier', by.district())).rejects.toEqual(refusal('illegal_transition'));
  });

  test('SM-2 an incomplete dossier does not reach the State, nor pass it', async () => {
    const id = await propose(proposal());
    await expect(decide(id, 'complete_dossier', by.district())).rejects.toEqual(
      refusal('dossier_incomplete', {
        missing: ['at least one HSN code', 'a paper that it rests on', 'a story of 300 to 1,200 characters'],
      }),
    );
    const edit = (version: number) =>
      app.as(by.district(), () =>
        app
          .get(EditDossier)
          .run(id, { hsn: ['6913', '691310'], stories: [storyOf(), storyOf('hi')], evidence: [paperOf()] }, (seen) =>
            expect(seen).toBe(version),
          ),
      );
    await edit(1);
    expect(await decide(id, 'complete_dossier', by.district())).toBe('district_reviewed');
    await expect(edit(3)).rejects.toEqual(refusal('illegal_transition'));
  });

  test('SM-2 a change is a new version; the old one stays live until the new one is, and is kept', async () => {
    const old = await driven('live');
    const changed = app.as(by.district(), () =>
      app.get(ProposeOdopChange).run(old, { product: 'Test pottery, glazed' }, 'Glazed ware is made too.'),
    );
    const next = await changed;
    expect([await state(old), await state(next)]).toEqual(['live', 'proposed']);
    await expect(app.as(by.district(), () => app.get(ProposeOdopChange).run(old, {}, 'Again.'))).rejects.toEqual(
      refusal('change_already_proposed', { changeId: next }),
    );
    await app.as(by.district(), () => app.get(EditDossier).run(next, { evidence: [paperOf()] }, () => undefined));
    await decide(next, 'complete_dossier', by.district());
    await decide(next, 'approve', by.state());
    const day = addDays(istDay(new Date()), 3);
    await decide(next, 'confirm', by.national(), { effectiveFrom: day, decisionNo: 'DPIIT/12' });
    await settle(next);
    expect([await state(old), await state(next)]).toEqual(['live', 'confirmed']);
    // The limit: the first instant of its first legal day.
    await freezeClock(seconds(startOfIstDay(day), -1));
    await settle(next);
    expect(await state(next)).toBe('confirmed');
    await freezeClock(startOfIstDay(day));
    await settle(next);
    expect([await state(old), await state(next)]).toEqual(['retired', 'live']);
    expect(await read(old)).toMatchObject({ effective_to: day, product: expect.not.stringContaining('glazed') });
    expect(await news(old)).toContain('odop.entry_retired');
    await freezeClock(seconds(startOfIstDay(day), 1));
    await settle(next);
    expect(await state(next)).toBe('live');
    await releaseClock();
  });

  test.each([
    ['proposed', 30],
    ['district_reviewed', 30],
    ['state_approved', 30],
    ['suspended', 90],
  ])('SM-2 who leaves an entry %s for %i days is told on, not a second earlier, and once', async (at, days) => {
    const id = await driven(at === 'suspended' ? 'live' : at);
    if (at === 'suspended') await decide(id, 'suspend', by.state());
    const { due_at, state_since } = await read(id);
    expect(due_at).toEqual(new Date(startOfIstDay(addDays(istDay(state_since), days + 1)).getTime() - 1_000));
    await freezeClock(seconds(due_at!, -1));
    await settle(id);
    expect(await news(id)).not.toContain('odop.entry_overdue');
    await freezeClock(due_at!);
    await settle(id);
    await freezeClock(seconds(due_at!, 1));
    await settle(id);
    expect((await news(id)).filter((name) => name === 'odop.entry_overdue')).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: at, due_at: null, alarmed_at: due_at });
    await releaseClock();
  });

  test('R-7.2 each office decides its own step, for its own place', async () => {
    await expect(propose(whole(), wrong[0])).rejects.toEqual(refusal('outside_your_desk'));
    const id = await driven('district_reviewed');
    for (const who of [by.district(), by.national(), ...wrong]) {
      await expect(decide(id, 'approve', who)).rejects.toEqual(refusal('outside_your_desk', { step: 'approve' }));
    }
    await decide(id, 'approve', by.state());
    await expect(decide(id, 'confirm', by.state())).rejects.toEqual(refusal('outside_your_desk'));
  });

  test('R-7.2 two people look: who completed a dossier does not approve it', async () => {
    const officer = by.state();
    const id = await propose(whole(), officer);
    await decide(id, 'complete_dossier', officer);
    await expect(decide(id, 'approve', officer)).rejects.toEqual(refusal('same_officer_twice'));
    expect(await decide(id, 'approve', by.state())).toBe('state_approved');
  });

  test('SM-2 of two officers at once one decides, the other finds it decided', async () => {
    const id = await driven('district_reviewed');
    const both = await Promise.allSettled([decide(id, 'approve', by.state()), decide(id, 'reject', by.state())]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'illegal_transition' } });
  });

  test('R-7.2 a product is proposed once, for a district that exists, with GIs of the register', async () => {
    const given = whole();
    await propose(given);
    await expect(propose(given)).rejects.toEqual(refusal('entry_already_listed'));
    await expect(propose(proposal({ district: 'atlantis' }))).rejects.toEqual(refusal('district_not_listed'));
    await expect(propose(proposal({ giSlugs: ['atlantis-amphora'] }))).rejects.toEqual(refusal('gi_unknown'));
    await asOwner(`update odop.district set valid_to = '2026-01-01' where slug = 'rajsamand'`);
    await expect(propose(proposal())).rejects.toEqual(refusal('district_ended', { ended_on: '2026-01-01' }));
    await asOwner(`update odop.district set valid_to = null where slug = 'rajsamand'`);
    await expect(decide('00000000-0000-8000-8000-000000000000', 'approve', by.state())).rejects.toEqual(
      refusal('odop_entry_not_found'),
    );
  });

  test('SM-2 an entry takes effect today or later', async () => {
    const id = await driven('state_approved');
    const yesterday = addDays(istDay(new Date()), -1);
    await expect(decide(id, 'confirm', by.national(), { effectiveFrom: yesterday })).rejects.toEqual(
      refusal('effective_day_passed', { day: yesterday }),
    );
  });

  test('R-7.3 an officer sets the published GI flag right, with a reason, and back', async () => {
    const [entry] = await app.get(OdopEntriesQuery).page(
      { district_slug: 'moradabad' },
      {
        limit: 1,
        key: null,
        towards: 'next',
        wantsCount: false,
        list: '',
      },
    );
    const correct = (gi: boolean | null, who: Actor) =>
      app.as(who, () => app.get(CorrectGiFlag).run(entry!.id, gi, 'The register lists it.'));
    await expect(correct(true, by.state())).rejects.toEqual(refusal('outside_your_desk'));
    await correct(true, by.national());
    expect(await read(entry!.id)).toMatchObject({ gi: true, gi_override_reason: 'The register lists it.' });
    await correct(null, by.national());
    expect(await read(entry!.id)).toMatchObject({ gi: false, gi_override_reason: null });
  });

  test('S-42 a desk shows its own area, the longest waiting first', async () => {
    const id = await driven('proposed');
    const page = { limit: 100, key: null, towards: 'next' as const, wantsCount: false, list: '' };
    const desk = (who: Actor) =>
      app.as(who, () => app.get(UnitOfWork).run((tx) => app.get(DossiersQuery).onDesk(tx, 'proposed', page)));
    for (const who of [by.district(), by.state(), by.national()]) {
      const rows = await desk(who);
      expect(rows.map((row) => row.id)).toContain(id);
      expect(rows.map((row) => row.since_key)).toEqual(rows.map((row) => row.since_key).sort());
    }
    for (const who of wrong) expect((await desk(who)).map((row) => row.id)).not.toContain(id);
    const next = await app.as(by.national(), () =>
      app
        .get(UnitOfWork)
        .run((tx) => app.get(DossiersQuery).onDesk(tx, 'proposed', { ...page, key: ['2020-01-01', id] })),
    );
    expect(next.map((row) => row.id)).toContain(id);
  });
});
