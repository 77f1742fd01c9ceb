import { IdentityModule } from '#identity';
import { UnitOfWork } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { asOwner, boot, type Booted, ownDatabase, type TestDatabase } from '#platform/testing';
import { addDays, istDay, startOfIstDay } from '#platform/time';
import {
  ApplyDistrictOrder,
  DecideDistrictOrder,
  DecideOdopEntry,
  DistrictMapQuery,
  DistrictOrders,
  DistrictsQuery,
  ImportOdopList,
  OdopEntriesQuery,
  OdopModule,
  PincodesQuery,
  ProposeDistrictOrder,
  SeedOdop,
  type WantedOrder,
} from '#odop';
import { freezeClock, officesOf, releaseClock } from './builders/offices.js';

const refusal = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });
const today = istDay(new Date());
const yesterday = addDays(today, -1);
const whole = { limit: 2_000, key: null, towards: 'next' as const, wantsCount: false, list: '' };

describe('districts change by order', () => {
  let database: TestDatabase;
  let app: Booted;
  let first: Actor;
  let second: Actor;
  let state: Actor;
  beforeAll(async () => {
    database = await ownDatabase();
    app = await boot([IdentityModule, OdopModule]);
    const by = await officesOf(app, (await district('rajsamand'))!);
    [first, second, state] = [by.national(), by.national(), by.state()];
  });
  afterAll(async () => {
    await releaseClock();
    await app.close();
    await database.drop();
  });

  const district = async (slug: string) => (await app.get(DistrictsQuery).bySlug(slug))!;
  const listed = async (slug: string, on?: string) =>
    app.get(OdopEntriesQuery).page({ district_slug: slug, ...(on === undefined ? {} : { on }) }, whole);
  const pins = (slug: string) =>
    asOwner<{ pincode: string; basis: string }>(
      `select p.pincode, p.basis from odop.pincode p join odop.district d on d.id = p.district_id
        where d.slug = $1 order by 1`,
      [slug],
    );
  const enter = (slug: string, plan: WantedOrder['plan'], more: Partial<WantedOrder> = {}, who = first) =>
    app.as(who, () =>
      app.get(ProposeDistrictOrder).run(slug, {
        plan,
        effectiveFrom: today,
        orderNo: 'REV/2026/118',
        reason: 'Notified by the Revenue Department.',
        ...more,
      }),
    );
  const decide = (id: string, decision: 'confirmed' | 'refused' = 'confirmed', who = second) =>
    app.as(who, () => app.get(DecideDistrictOrder).run(id, decision, 'Checked against the gazette.'));
  const order = async (slug: string, plan: WantedOrder['plan'], more: Partial<WantedOrder> = {}) =>
    decide(await enter(slug, plan, more));
  const child = (name: string, more: object = {}) => ({
    name,
    lgdCode: null,
    point: null,
    pincodes: [],
    entries: [],
    ...more,
  });
  const imported = async (rows: string) =>
    (
      await app.asSystem(() =>
        app.get(ImportOdopList).run(Buffer.from(`State,District,Product,Sector\n${rows}`), {
          list: 'deh',
          source: 'test-list',
          effectiveFrom: today,
          isDryRun: true,
        }),
      )
    ).faults.map((fault) => fault.detail);

  test('R-7.2 a renamed district keeps its id and address, is found by both names, and was called what it was', async () => {
    const before = await district('hathras');
    await order('hathras', { kind: 'rename', name: 'Mahamaya Nagar' });
    expect(await district('hathras')).toMatchObject({
      id: before.id,
      name: 'Mahamaya Nagar',
      aka: expect.arrayContaining(['Hathras']),
    });
    const found = async (text: string) =>
      (await app.get(DistrictsQuery).page({ state_code: 'IN-UP', text }, whole)).map((one) => one.slug);
    expect([await found('mahamaya nagar'), await found('hathras')]).toEqual([['hathras'], ['hathras']]);
    const named = async (on: string) =>
      (await app.get(DistrictsQuery).page({ state_code: 'IN-UP', text: 'hathras', on }, whole))[0]!.name;
    expect([await named(yesterday), await named(today)]).toEqual(['Hathras', 'Mahamaya Nagar']);
    expect((await listed('hathras', yesterday)).every((one) => one.district_name === 'Hathras')).toBe(true);
    expect(await imported('Uttar Pradesh,Hathras,Brass bells,Handicrafts\n')).toEqual([]);
    expect(await app.asSystem(() => app.get(SeedOdop).run())).toBe('nothing new');
    // Back again, a day later: the name that was an alias is the name.
    await order('hathras', { kind: 'rename', name: 'Hathras' }, { effectiveFrom: today }).then(
      () => expect('accepted').toBe('refused'),
      (error: unknown) => expect(error).toEqual(refusal('district_order_too_early', { since: today })),
    );
  });

  test('R-7.2 R-4.26 a divided district gives what the order names to the new one; the rest stays, less sure', async () => {
    const old = await district('moradabad');
    const [entry] = await listed('moradabad');
    const [given, ...kept] = (await pins('moradabad')).filter((pin) => pin.basis === 'agree');
    await order('moradabad', {
      kind: 'split',
      into: [
        child('Pital Nagar', {
          lgdCode: 998,
          point: { latitude: 28.8, longitude: 78.7 },
          pincodes: [given!.pincode],
          entries: [entry!.id],
        }),
      ],
      ends: false,
    });
    expect(await district('pital-nagar')).toMatchObject({
      lgd_code: 998,
      parent_slug: 'moradabad',
      valid_from: today,
      state_code: 'IN-UP',
      latitude_deg: 28.8,
    });
    expect(await district('moradabad')).toMatchObject({ valid_to: null, successors: [] });
    expect(await pins('pital-nagar')).toEqual([{ pincode: given!.pincode, basis: 'order' }]);
    const now = new Map((await pins('moradabad')).map((pin) => [pin.pincode, pin.basis]));
    expect(kept.every((pin) => now.get(pin.pincode) === 'agree_presplit')).toBe(true);
    // The entry is the same, and so is what was listed where on the day before.
    expect((await listed('pital-nagar')).map((one) => one.id)).toEqual([entry!.id]);
    expect((await listed('moradabad')).map((one) => one.id)).not.toContain(entry!.id);
    expect((await listed('moradabad', yesterday)).map((one) => one.id)).toContain(entry!.id);
    expect(await listed('pital-nagar', yesterday)).toEqual([]);
    const pin = app.get(PincodesQuery);
    expect((await pin.pincode(given!.pincode))!.district_slug).toBe('pital-nagar');
    expect(await pin.pincodeOn(given!.pincode, yesterday)).toMatchObject({ district_id: old.id });
    const map = async (on?: string) =>
      JSON.parse(await app.get(DistrictMapQuery).features({ state_code: 'IN-UP', ...(on ? { on } : {}) })) as {
        features: { id: string; properties: { products: number } }[];
      };
    const products = async (on?: string) =>
      Object.fromEntries((await map(on)).features.map((one) => [one.id, one.properties.products]));
    expect(await products()).toMatchObject({ 'pital-nagar': 1 });
    expect(await products(yesterday)).not.toHaveProperty('pital-nagar');
    expect((await products(yesterday)).moradabad).toBe((await products()).moradabad! + 1);
  });

  test('R-7.2 what a merged district had goes on where it went, and a list that still names it is told so', async () => {
    const entries = (await listed('agar-malwa')).length + (await listed('shajapur')).length;
    const [lost, codes] = [await district('agar-malwa'), await pins('agar-malwa')];
    expect(codes.length).toBeGreaterThan(0);
    await order('agar-malwa', { kind: 'merge', into: 'shajapur' });
    expect(await district('agar-malwa')).toMatchObject({
      id: lost.id,
      valid_to: today,
      successors: [{ slug: 'shajapur', name: 'Shajapur' }],
    });
    expect(await listed('shajapur')).toHaveLength(entries);
    expect(await pins('shajapur')).toEqual(expect.arrayContaining(codes));
    expect((await app.get(PincodesQuery).pincodeOn(codes[0]!.pincode, yesterday))!.district_slug).toBe('agar-malwa');
    expect(await imported('Madhya Pradesh,Agar Malwa,Test oranges,Agriculture\n')).toEqual([
      `${lost.name} is no district since ${today}; it is part of Shajapur now.`,
    ]);
    const on = async (day: string) =>
      (await app.get(DistrictsQuery).page({ state_code: 'IN-MP', text: 'agar malwa', on: day }, whole)).map(
        (one) => one.slug,
      );
    expect(await on(yesterday)).toContain('agar-malwa');
    expect(await on(today)).not.toContain('agar-malwa');
    await expect(enter('agar-malwa', { kind: 'rename', name: 'Agar Nagar' })).rejects.toEqual(
      refusal('district_ended'),
    );
  });

  test('SM-2 of two entries for one product that meet in a merger, the one that stays follows the other', async () => {
    const [twin] = await listed('anantapur');
    await asOwner(
      `insert into odop.entry (id, district_id, district_slug, list, slug, product, sector, rank, position, gi_published,
                               takes_listings, state, state_since, effective_from, source)
       select gen_random_uuid(), d.id, d.slug, e.list, e.slug, e.product, e.sector, 'other', 90, e.gi_published, true, 'live',
              now(), '2026-01-01', 'test'
         from odop.entry e, odop.district d where e.id = $1 and d.slug = 'sri-sathya-sai'`,
      [twin!.id],
    );
    const meeting = (await listed('sri-sathya-sai')).find((one) => one.slug === twin!.slug)!;
    await order('sri-sathya-sai', { kind: 'merge', into: 'anantapur' });
    expect(await app.get(OdopEntriesQuery).byId(meeting.id)).toMatchObject({ state: 'retired', effective_to: today });
    expect((await listed('anantapur')).filter((one) => one.slug === twin!.slug).map((one) => one.id)).toEqual([
      twin!.id,
    ]);
    const news = await asOwner<{ payload: object }>(
      `select payload from platform.outbox where name = 'odop.entry_retired' and payload ->> 'entryId' = $1`,
      [meeting.id],
    );
    expect(news.map((one) => one.payload)).toEqual([expect.objectContaining({ successorId: twin!.id })]);
  });

  test('R-7.2 a district that ends by its division leaves everything to its successors', async () => {
    const entries = (await listed('palnadu')).map((one) => one.id);
    await order('palnadu', { kind: 'split', into: [child('Upper Palnadu'), child('Lower Palnadu')], ends: true });
    expect((await district('palnadu')).successors.map((one) => one.slug)).toEqual(['lower-palnadu', 'upper-palnadu']);
    expect((await listed('upper-palnadu')).map((one) => one.id).sort()).toEqual(entries.sort());
    expect(await pins('palnadu')).toEqual([]);
    expect((await pins('upper-palnadu')).every((pin) => pin.basis.endsWith('_presplit'))).toBe(true);
    expect(await imported('Andhra Pradesh,Palnadu,Chillies,Agriculture\n')).toEqual([
      `Palnadu is no district since ${today}; it was divided into Lower Palnadu and Upper Palnadu.`,
    ]);
  });

  test('R-7.2 an order waits for a second officer and for its day, not a second less', async () => {
    const day = addDays(today, 3);
    const id = await enter('udupi', { kind: 'rename', name: 'Rajata Peetha' }, { effectiveFrom: day });
    await expect(enter('udupi', { kind: 'rename', name: 'Other' })).rejects.toEqual(
      refusal('district_order_open', { orderId: id }),
    );
    await expect(decide(id, 'confirmed', first)).rejects.toEqual(refusal('same_officer_twice'));
    await decide(id);
    await expect(decide(id, 'refused')).rejects.toEqual(refusal('district_order_decided', { decision: 'confirmed' }));
    const clock = async (at: Date) => {
      await freezeClock(at);
      return app.asSystem(async () => {
        const due = await app.get(UnitOfWork).run((tx) => app.get(ApplyDistrictOrder).due(tx, 10));
        for (const each of due) await app.get(ApplyDistrictOrder).run(each);
        return due;
      });
    };
    const midnight = startOfIstDay(day);
    expect(await clock(new Date(midnight.getTime() - 1_000))).toEqual([]);
    expect((await district('udupi')).name).toBe('Udupi');
    expect(await clock(midnight)).toEqual([id]);
    expect((await district('udupi')).name).toBe('Rajata Peetha');
    expect(await clock(new Date(midnight.getTime() + 1_000))).toEqual([]);
    await releaseClock();
  });

  test('R-7.2 a refused order changes nothing and stands in nobody’s way', async () => {
    const id = await enter('kolar', { kind: 'rename', name: 'Golden Kolar' });
    await decide(id, 'refused');
    expect((await district('kolar')).name).toBe('Kolar');
    await decide(await enter('kolar', { kind: 'rename', name: 'Kolar Nagar' }), 'refused', first);
    const all = await app.asSystem(() =>
      app.get(UnitOfWork).run((tx) => app.get(DistrictOrders).page(tx, { ...whole, limit: 2 })),
    );
    expect(all.slice(0, 2).map((one) => [one.district_slug, one.decision])).toEqual([
      ['kolar', 'refused'],
      ['kolar', 'refused'],
    ]);
  });

  test('R-7.2 an order that does not fit any more is taken back by another officer, and stands in nobody’s way', async () => {
    const id = await enter(
      'tumakuru',
      { kind: 'rename', name: 'Kalpataru Nadu' },
      { effectiveFrom: addDays(today, 2) },
    );
    await decide(id);
    // Meanwhile another district takes the name.
    await order('gadag', { kind: 'rename', name: 'Kalpataru Nadu' });
    await freezeClock(startOfIstDay(addDays(today, 2)));
    await expect(app.asSystem(() => app.get(ApplyDistrictOrder).run(id))).rejects.toEqual(
      refusal('district_name_taken'),
    );
    await releaseClock();
    await expect(decide(id, 'refused')).rejects.toEqual(refusal('district_order_decided'));
    await expect(decide(id, 'confirmed', first)).rejects.toEqual(refusal('district_order_decided'));
    await decide(id, 'refused', first);
    await expect(decide(id, 'refused', first)).rejects.toEqual(refusal('district_order_decided'));
    expect(
      await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(DistrictOrders).one(tx, id))),
    ).toMatchObject({ decision: 'refused', decision_reason: 'Checked against the gazette.', applied_at: null });
    await order('tumakuru', { kind: 'rename', name: 'Kalpavriksha' });
    expect((await district('tumakuru')).name).toBe('Kalpavriksha');
    await expect(
      decide(await enter('gadag', { kind: 'rename', name: 'Gadag' }, { effectiveFrom: addDays(today, 1) })),
    ).resolves.toBeUndefined();
  });

  test('R-7.2 an entry that was followed by another since the order was entered goes on in it; a closed one is left out', async () => {
    const copy = async (of: string, product: string, state: string, succeeds: string | null = null) => {
      const [made] = await asOwner<{ id: string }>(
        `insert into odop.entry (id, district_id, district_slug, list, slug, product, sector, rank, position, gi_published,
                                 takes_listings, state, state_since, effective_from, source, succeeds_id)
         select gen_random_uuid(), d.id, d.slug, 'deh', $2, $2, 'others', 'other', 90, false, true, $3, now(), '2026-01-01',
                'test', $4
           from odop.district d where d.slug = $1 returning id`,
        [of, product, state, succeeds],
      );
      return made!.id;
    };
    const [followed, closed] = [await copy('raichur', 'test-one', 'live'), await copy('raichur', 'test-two', 'live')];
    const id = await enter('raichur', {
      kind: 'split',
      into: [child('Upper Raichur', { entries: [followed, closed] })],
      ends: false,
    });
    await asOwner(`update odop.entry set state = 'retired', effective_to = '2026-02-01' where id = any($1)`, [
      [followed, closed],
    ]);
    const next = await copy('raichur', 'test-one', 'live', followed);
    await decide(id);
    expect((await listed('upper-raichur')).map((one) => one.id)).toEqual([next]);
  });

  const wrongs: [string, string, WantedOrder['plan'], string][] = [
    ['a name of another district', 'kolar', { kind: 'rename', name: 'Mysuru' }, 'district_name_taken'],
    ['another name of one', 'kolar', { kind: 'rename', name: 'MYSORE' }, 'district_name_taken'],
    ['its own name', 'kolar', { kind: 'split', into: [child('Kolar')], ends: false }, 'district_name_taken'],
    [
      'a name for two',
      'kolar',
      { kind: 'split', into: [child('New Kolar'), child('new kolar')], ends: false },
      'district_name_taken',
    ],
    [
      'the LGD code of another',
      'kolar',
      { kind: 'split', into: [child('New Kolar', { lgdCode: 187 })], ends: false },
      'district_lgd_taken',
    ],
    [
      'a PIN code of another',
      'kolar',
      { kind: 'split', into: [child('New Kolar', { pincodes: ['221001'] })], ends: false },
      'pincode_not_of_district',
    ],
    [
      'an entry of another',
      'kolar',
      { kind: 'split', into: [child('New Kolar', { entries: ['0192aaaa-0000-7000-8000-000000000001'] })], ends: false },
      'entry_not_of_district',
    ],
    ['a district that is none', 'kolar', { kind: 'merge', into: 'nowhere' }, 'district_not_listed'],
    ['itself', 'kolar', { kind: 'merge', into: 'kolar' }, 'district_not_listed'],
    ['a district of another State', 'kolar', { kind: 'merge', into: 'varanasi' }, 'merge_into_other_state'],
    ['no district', 'nowhere', { kind: 'rename', name: 'Somewhere' }, 'district_not_listed'],
  ];
  test.each(wrongs)('R-4.29a an order that names %s is refused', async (_, slug, plan, code) => {
    await expect(enter(slug, plan)).rejects.toEqual(refusal(code));
  });

  test('R-7.2 only the programme desk enters and confirms orders; there is no other', async () => {
    await expect(enter('rajsamand', { kind: 'rename', name: 'X Nagar' }, {}, state)).rejects.toEqual(
      refusal('outside_your_desk', { step: 'change_district' }),
    );
    await expect(decide('0192aaaa-0000-7000-8000-000000000001')).rejects.toEqual(refusal('district_order_not_found'));
  });

  test('SM-2 an entry that moved is still decided by the office of its place', async () => {
    const [entry] = await listed('pital-nagar');
    expect(
      await app.as(first, () => app.get(DecideOdopEntry).run(entry!.id, 'suspend', { reason: 'Looked at.' })),
    ).toBe('suspended');
  });
});
