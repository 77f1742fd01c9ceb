import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { asOwner, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  ActivateSeller,
  AppealSuspension,
  ClaimGiAuthorisation,
  ClearMoratorium,
  CloseShop,
  DebarSeller,
  DecideAppeal,
  DecideGiAuthorisation,
  ImposeMoratorium,
  OpenDealings,
  RejectSeller,
  RequestInformation,
  SellersQuery,
  SettleOverdueSeller,
  SubmitApplication,
  SuspendSeller,
  WatchPapers,
} from '../src/index.js';
import { artisanPapers, type Maker } from './builders/makers.js';
import { openSellers, type OpenSellers } from './builders/open-sellers.js';

const grounds = { incident: 'INC-2027-00001', reason: 'Buyers say the silk is not silk.' };

/** Every wait of a shop: a second before its end nothing happens, at its end and later it does. */
describe('SM-1 the clocks of a seller', () => {
  let app: Booted;
  let make: OpenSellers['make'];
  let opened: OpenSellers;
  beforeAll(async () => {
    opened = await openSellers();
    ({ app, make } = opened);
  });
  beforeEach(() => frozenClock.at(new Date('2027-03-01T10:00:00Z')));
  afterEach(() => frozenClock.thaw());
  afterAll(() => opened.close());

  type Row = { state: string; due_at: Date | null; watch_at: Date | null; escalated_at: Date | null };
  const row = async ({ sellerId }: Maker): Promise<Row> =>
    (
      await asOwner<Row>(`select state, due_at, watch_at, escalated_at from sellers.seller where id = $1`, [sellerId])
    )[0]!;
  const news = async ({ sellerId }: Maker): Promise<string[]> =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where payload ->> 'sellerId' = $1 order by id`,
        [sellerId],
      )
    ).map(({ name }) => name);
  const settles = ({ sellerId }: Maker) => app.asSystem(() => app.get(SettleOverdueSeller).run(sellerId));
  const looks = ({ sellerId }: Maker) => app.asSystem(() => app.get(WatchPapers).run(sellerId));
  const desk = <T>(act: () => Promise<T>) => app.as(personActor({ label: 'incident desk' }), act);
  const officer = async (act: () => Promise<unknown>) => app.as(await make.officerOf('bhagalpur'), act);
  const suspends = ({ sellerId }: Maker) => desk(() => app.get(SuspendSeller).run(sellerId, 'serious', grounds));

  const system = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  const sees = <T>(schema: z.ZodType<T>, select: string, { sellerId }: Maker): Promise<T> =>
    system(async (tx) => (await tx.many(schema, `${select} where seller_id = $1`, [sellerId]))[0]!);
  async function decides(maker: Maker, isAllowed: boolean, reason: string): Promise<void> {
    const row = z.object({ id: z.uuid(), desk_id: z.uuid() });
    const appeal = await sees(row, 'select id, desk_id from sellers.appeal', maker);
    const officer = personActor({ organisationId: appeal.desk_id });
    await app.as(officer, () => app.get(DecideAppeal).run(appeal.id, isAllowed, reason));
  }

  async function submitted(): Promise<Maker> {
    await make.officerOf('bhagalpur');
    const maker = await make.applied();
    await make.withPapers(maker, artisanPapers());
    await make.submitted(maker);
    return maker;
  }
  async function corrected(): Promise<Maker> {
    const maker = await make.underReview();
    await officer(() => app.get(RequestInformation).run(maker.sellerId, 'Which loom?'));
    return maker;
  }
  async function active(): Promise<Maker> {
    const maker = await make.verified();
    await app.asSystem(() => app.get(ActivateSeller).run(maker.sellerId));
    return maker;
  }
  async function suspended(): Promise<Maker> {
    const maker = await active();
    await suspends(maker);
    return maker;
  }
  async function resting(): Promise<Maker> {
    const maker = await active();
    await desk(() => app.get(ImposeMoratorium).run(maker.sellerId, grounds));
    return maker;
  }

  test.each([
    ['automatic checks are done in 15 minutes', submitted, 'submitted', 'under_review', 'sellers.under_review'],
    ['an officer decides in 7 days', () => make.underReview(), 'under_review', 'under_review', 'sellers.escalated'],
    ['a correction is answered in 60 days', corrected, 'needs_correction', 'lapsed', 'sellers.lapsed'],
    ['a suspension lasts 15 days', suspended, 'suspended', 'active', 'sellers.reinstated'],
    ['a moratorium is looked at again after 15 days', resting, 'moratorium', 'moratorium', 'sellers.measure_lasts'],
  ])('%s, to the second', async (_, begins, before, after, told) => {
    for (const seconds of [0, 1]) {
      await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
      const maker = await begins();
      const { due_at } = await row(maker);
      await frozenClock.at(new Date(due_at!.getTime() - 1_000));
      await settles(maker);
      expect([(await row(maker)).state, (await news(maker)).includes(told)]).toEqual([before, false]);
      await frozenClock.at(new Date(due_at!.getTime() + seconds * 1_000));
      await settles(maker);
      expect([(await row(maker)).state, (await news(maker)).includes(told)]).toEqual([after, true]);
      await settles(maker);
      expect((await news(maker)).filter((name) => name === told)).toHaveLength(1);
    }
  });

  test.each([
    ['a minute of a day', '2027-03-01T10:00:00Z', 'submitted', '2027-03-01T10:15:00.000Z'],
    ['whole legal days', '2027-03-01T10:00:00Z', 'under_review', '2027-03-08T18:29:59.000Z'],
    ['60 of them', '2027-03-01T10:00:00Z', 'needs_correction', '2027-04-30T18:29:59.000Z'],
    ['15 for a serious fault', '2027-03-01T10:00:00Z', 'suspended', '2027-03-16T18:29:59.000Z'],
  ])('R-0.5 a term counts in %s', async (_, from, state, due) => {
    await frozenClock.at(new Date(from));
    const begins = { submitted, under_review: () => make.underReview(), needs_correction: corrected, suspended };
    const maker = await begins[state as keyof typeof begins]();
    expect(await row(maker)).toMatchObject({ state, due_at: new Date(due) });
  });

  test.each([-1, 0, 1])('a correction handed in %i s from the end of its time', async (seconds) => {
    const maker = await corrected();
    const { due_at } = await row(maker);
    await frozenClock.at(new Date(due_at!.getTime() + seconds * 1_000));
    const act = app.as(maker.actor, () => app.get(SubmitApplication).run(maker.sellerId, 'en-1'));
    if (seconds < 0) await act;
    else await expect(act).rejects.toMatchObject({ code: 'illegal_transition' });
    expect((await row(maker)).state).toBe(seconds < 0 ? 'submitted' : 'needs_correction');
  });

  test.each([
    ['2027-03-30T18:29:59Z', 'reapply_too_soon'],
    ['2027-03-30T18:30:00Z', null],
    ['2027-03-30T18:30:01Z', null],
  ])('a new application after 30 days, at %s', async (at, code) => {
    const maker = await make.underReview();
    await officer(() => app.get(RejectSeller).run(maker.sellerId, 'The card is another’s.'));
    await frozenClock.at(new Date(at));
    const act = make.applied({ applicant: { ...maker.actor, organisationId: null } });
    if (code === null) await expect(act).resolves.toMatchObject({ sellerId: expect.any(String) });
    else await expect(act).rejects.toMatchObject({ code });
  });

  test.each([
    ['2027-03-31T18:29:59Z', null],
    ['2027-03-31T18:30:00Z', 'appeal_too_late'],
  ])('R-3.18 an appeal within 30 days, at %s', async (at, code) => {
    const maker = await active();
    await desk(() => app.get(SuspendSeller).run(maker.sellerId, 'severe', grounds));
    await frozenClock.at(new Date(at));
    const act = app.as(maker.actor, () => app.get(AppealSuspension).run('It is silk.'));
    if (code === null) await act;
    else await expect(act).rejects.toMatchObject({ code });
  });

  test('R-3.18 a suspension that is over or was followed by a moratorium is appealed against all the same', async () => {
    const appeals = ({ actor }: Maker) => app.as(actor, () => app.get(AppealSuspension).run('It is silk.'));
    const maker = await suspended();
    await frozenClock.at((await row(maker)).due_at!);
    await settles(maker);
    expect((await row(maker)).state).toBe('active');
    await appeals(maker);
    await expect(appeals(maker)).rejects.toMatchObject({ code: 'appeal_made' });
    await decides(maker, true, 'It is silk.');
    const { outcome } = await sees(z.object({ outcome: z.string() }), 'select outcome from sellers.measure', maker);
    expect([outcome, (await row(maker)).state]).toEqual(['appeal', 'active']);
    await desk(() => app.get(ImposeMoratorium).run(maker.sellerId, grounds));
    await expect(appeals(maker)).rejects.toMatchObject({ code: 'appeal_made' });
    await expect(appeals(await active())).rejects.toMatchObject({ code: 'nothing_to_appeal' });
  });

  test('R-3.18 nobody is excluded while her appeal waits', async () => {
    const maker = await active();
    await desk(() => app.get(SuspendSeller).run(maker.sellerId, 'grave', grounds));
    await system((tx) => tx.run(`update sellers.measure set occurrence = 3 where seller_id = $1`, [maker.sellerId]));
    await app.as(maker.actor, () => app.get(AppealSuspension).run('It is silk.'));
    const debars = () => desk(() => app.get(DebarSeller).run(maker.sellerId, 'Once more.'));
    await expect(debars()).rejects.toMatchObject({ code: 'appeal_waits', status: 409 });
    await decides(maker, false, 'It is not.');
    await debars();
    expect((await row(maker)).state).toBe('debarred');
  });

  test('S-28 no officer decides on the shop she applied for or owns with others', async () => {
    const maker = await resting();
    const { personId } = await make.person('Lata Devi');
    await system((tx) =>
      tx.run(`insert into identity.membership (id, person_id, organisation_id, joined_at) values ($1, $2, $3, now())`, [
        newId(),
        personId,
        maker.sellerId,
      ]),
    );
    const office = await make.officeOf('bhagalpur');
    for (const officer of [maker.actor.personId, personId].map((id) =>
      personActor({ personId: id!, organisationId: office }),
    ))
      for (const act of [
        (): Promise<unknown> => app.get(ClearMoratorium).run(maker.sellerId, 'No fault.'),
        () => app.get(DebarSeller).run(maker.sellerId, 'Once more.'),
        () => app.get(SuspendSeller).run(maker.sellerId, 'mild', grounds),
        () => app.get(DecideGiAuthorisation).run(maker.sellerId, newId(), true, 'Part B.'),
      ])
        await expect(app.as(officer, act)).rejects.toMatchObject({ code: 'own_application', status: 403 });
    await desk(() => app.get(ClearMoratorium).run(maker.sellerId, 'No fault was found.'));
  });

  test.each([-1, 0, 1])('R-4.28 papers are looked at %i s from the end of a licence', async (seconds) => {
    const fssai = { kind: 'fssai', number: '20424001000123', expiresOn: '2027-05-31' } as const;
    const maker = await make.verified({}, artisanPapers({ fssai }));
    await app.asSystem(() => app.get(ActivateSeller).run(maker.sellerId));
    await looks(maker);
    const end = new Date('2027-05-30T18:30:00Z');
    await frozenClock.at(new Date(end.getTime() + seconds * 1_000));
    await looks(maker);
    const facts = await app.asSystem(() =>
      app.get(UnitOfWork).run((tx) => app.get(SellersQuery).standing(tx, maker.sellerId)),
    );
    expect(facts).toMatchObject(
      seconds < 0 ? { hidden: [], mayList: true } : { hidden: ['food'], mayList: false, takesOrders: true },
    );
    expect((await news(maker)).includes('sellers.restricted')).toBe(seconds >= 0);
    expect((await row(maker)).watch_at! > end).toBe(seconds >= 0);
  });

  test('R-7.3 she is reminded before her last certificate for a GI ends, to the second, and once', async () => {
    const maker = await active();
    const claims = (validTo: string, number: string) =>
      app.as(maker.actor, () =>
        app
          .get(ClaimGiAuthorisation)
          .run(maker.sellerId, { gi: 'bhagalpur-silk', number, validFrom: '2024-04-01', validTo }),
      );
    const confirms = async (isGenuine: boolean) => {
      const [claim] = await asOwner<{ id: string }>(
        `select id from sellers.gi_authorisation where seller_id = $1 and state = 'claimed'`,
        [maker.sellerId],
      );
      await officer(() => app.get(DecideGiAuthorisation).run(maker.sellerId, claim!.id, isGenuine, 'Part B, line 12.'));
    };
    const reminders = async () => (await news(maker)).filter((name) => name === 'sellers.gi_right_ending').length;
    await claims('2027-06-30', newId());
    expect((await row(maker)).watch_at).not.toEqual(new Date('2027-05-31T04:30:00Z'));
    await confirms(true);
    expect((await row(maker)).watch_at).toEqual(new Date('2027-05-31T04:30:00Z'));
    for (const [at, told] of [
      ['2027-05-31T04:29:59Z', 0],
      ['2027-05-31T04:30:00Z', 1],
      ['2027-05-31T04:30:01Z', 1],
      ['2027-06-23T04:29:59Z', 1],
      ['2027-06-23T04:30:01Z', 2],
    ] as const) {
      await frozenClock.at(new Date(at));
      await looks(maker);
      expect([at, await reminders()]).toEqual([at, told]);
    }
    // One that was not found in the register changes nothing; a newer one that was, takes the place of the old one.
    await claims('2029-06-30', newId());
    await confirms(false);
    expect((await row(maker)).watch_at).toEqual(new Date('2027-06-29T04:30:00Z'));
    await claims('2029-06-30', newId());
    await confirms(true);
    await frozenClock.at(new Date('2027-06-29T04:30:00Z'));
    await looks(maker);
    expect(await reminders()).toBe(2);
  });

  test('what ended while she was suspended or in a moratorium is hidden when she comes back', async () => {
    const maker = await resting();
    await frozenClock.at(new Date('2028-06-01T10:00:00Z'));
    await desk(() => app.get(ClearMoratorium).run(maker.sellerId, 'No fault was found.'));
    expect(await row(maker)).toMatchObject({ state: 'restricted' });
    await suspends(maker);
    await frozenClock.at((await row(maker)).due_at!);
    await settles(maker);
    expect(await row(maker)).toMatchObject({ state: 'restricted' });
  });

  test('a long suspension is looked at once more, and ends on its own day', async () => {
    const maker = await active();
    const suspendsAgain = () => desk(() => app.get(SuspendSeller).run(maker.sellerId, 'grave', grounds));
    await suspendsAgain();
    await frozenClock.at((await row(maker)).due_at!);
    await settles(maker);
    await suspendsAgain(); // from 28 August on, for a year
    await frozenClock.at((await row(maker)).due_at!);
    await settles(maker);
    const due_at = new Date('2028-08-27T18:29:59Z');
    expect(await row(maker)).toMatchObject({ state: 'suspended', due_at });
    await frozenClock.at(due_at);
    await settles(maker);
    expect((await row(maker)).state).not.toBe('suspended');
    expect(await news(maker)).toEqual(expect.arrayContaining(['sellers.measure_lasts', 'sellers.reinstated']));
  });

  /** One refused verb for each state a shop can be in. */
  test('a shop that is closed does nothing more; one that is not approved has nothing to close', async () => {
    const maker = await active();
    const closes = (who: Maker) => app.as(who.actor, () => app.get(CloseShop).run('I stop weaving.'));
    app.get(OpenDealings).askFor('order', async (_tx, id) => (id === maker.sellerId ? ['ODB-2627-0000001'] : []));
    await expect(closes(maker)).rejects.toMatchObject({ code: 'shop_has_open_dealings' });
    app.get(OpenDealings).askFor('order', async () => []);
    await closes(maker);
    for (const act of [
      () => closes(maker),
      () => suspends(maker),
      () => desk(() => app.get(ImposeMoratorium).run(maker.sellerId, grounds)),
      () => desk(() => app.get(ClearMoratorium).run(maker.sellerId, 'x')),
      async () => closes(await submitted()),
      async () => closes(await suspended()),
      async () => suspends(await make.underReview()),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'illegal_transition', status: 409 });
    await expect(desk(() => app.get(SuspendSeller).run(newId(), 'mild', grounds))).rejects.toMatchObject({
      code: 'seller_unknown',
    });
    const own = () => app.get(SuspendSeller).run(maker.sellerId, 'mild', grounds);
    await expect(app.as(maker.actor, own)).rejects.toMatchObject({ code: 'own_application' });
  });
});
