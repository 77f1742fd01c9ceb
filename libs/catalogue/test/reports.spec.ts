import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { asOwner, frozenClock, personActor, type Booted } from '#platform/testing';
import { ActivateSeller, DecideRenewal, RenewPaper, ReviewDesksQuery, WatchPapers } from '#sellers';
import { artisanPapers } from '../../sellers/test/builders/makers.js';
import {
  AppealBlock,
  BlockAppeals,
  DecideBlockAppeal,
  DecideReport,
  EscalateReport,
  FollowLicence,
  ListingsQuery,
  OwnListingsQuery,
  PauseListing,
  ReportListing,
  Reports,
  RetireListing,
  ReviseListing,
} from '../src/index.js';
import { assertMayReport, isRepeatOffence } from '../src/domain/report.rules.js';
import type { Goods, GoodsWish } from './builders/goods.js';
import { codeOf } from './builders/pictures.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string, status = 409) => expect.objectContaining({ code, status });
const food = { isVegetarian: true, ingredients: 'makhana', allergens: 'none', bestBefore_days: 180 };
const makhana: GoodsWish = { title: 'Makhana', hsn: '0802', gstRateKey: 'dry_fruit', handmade: 'none', food };
const firstPage = { limit: 100, key: null, towards: 'next', wantsCount: false, list: '' } as const;

describe('R-9.3 who may report', () => {
  it.each([
    ['nothing so far', { same: 0, waiting: 0, today: 0 }, 'none'],
    ['the same goods, still waiting', { same: 1, waiting: 1, today: 1 }, 'report_waits'],
    ['one fewer waiting than allowed', { same: 0, waiting: 9, today: 0 }, 'none'],
    ['as many waiting as allowed', { same: 0, waiting: 10, today: 0 }, 'too_many_reports'],
    ['one fewer on a day', { same: 0, waiting: 0, today: 4 }, 'none'],
    ['as many on a day', { same: 0, waiting: 0, today: 5 }, 'too_many_reports'],
  ])('%s', (_, made, code) => expect(codeOf(() => assertMayReport(made, 10, 5))).toBe(code));

  it.each([
    [0, 1, false],
    [1, 2, true],
    [2, 2, false],
    [2, 3, true],
  ])('R-9.3 copied goods of a maker go from %i to %i: the incident desk is told %s', (before, after, told) =>
    expect(isRepeatOffence(before, after, 2)).toBe(told),
  );
});

describe('SM-3 goods are reported and blocked', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  let desk: Actor;
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
    desk = await shop.make.officerOf('bhagalpur');
  });
  afterEach(() => frozenClock.thaw());
  afterAll(() => open.close());

  const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => app.as(actor, () => app.get(UnitOfWork).run(work));
  /** A row behind the second wall, as the system sees it. */
  const sees = async <T>(row: z.ZodType<T>, sql: string, id: string): Promise<T> => {
    const found = await app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.maybe(row, sql, [id])));
    if (found === null) throw new Error('there is a row');
    return found;
  };
  const own = (one: Goods) => inTx(one.maker.actor, (tx) => app.get(OwnListingsQuery).oneOwn(tx, one.listingId));
  const stateOf = async (one: Goods) => (await own(one)).state;
  const isShown = async (one: Goods) => (await app.get(ListingsQuery).one(one.listingId)) !== null;
  const reports = async (one: Goods, who: Actor = personActor(), reason: 'ip' | 'other' = 'other') =>
    (await app.as(who, () => app.get(ReportListing).run(one.listingId, reason, 'It is not silk.'))).reportId;
  const decides = (reportId: string, uphold: boolean, who: Actor = desk) =>
    app.as(who, () => app.get(DecideReport).run(reportId, uphold, 'Viscose, by the burning test.'));
  const news = async (name: string, key: 'listingId' | 'sellerId', id: string) =>
    (
      await asOwner<{ payload: Record<string, unknown> }>(
        `select payload from platform.outbox where name = $1 and payload ->> $2 = $3 order by id`,
        [`catalogue.${name}`, key, id],
      )
    ).map(({ payload }) => payload);
  const submits = (one: Goods) => shop.submitted(one);
  const colleague = () => personActor({ organisationId: desk.organisationId });

  test('SM-3 R-9.3 an upheld report blocks goods; rewritten and looked at, they are on sale again', async () => {
    const one = await shop.live();
    const who = personActor();
    const reportId = await reports(one, who);
    await expect(reports(one, who)).rejects.toEqual(refusal('report_waits'));
    const waiting = await inTx(desk, (tx) => app.get(Reports).onDesk(tx, 'other', firstPage));
    expect(waiting.find(({ id }) => id === reportId)).toMatchObject({ title: 'Tussar stole', state: 'waiting' });
    expect(await inTx(one.maker.actor, (tx) => app.get(Reports).mine(tx))).toEqual([]);
    await decides(reportId, true);
    expect([await stateOf(one), await isShown(one)]).toEqual(['blocked', false]);
    expect(await own(one)).toMatchObject({
      blocked_for: 'report',
      history: expect.arrayContaining([
        expect.objectContaining({ event: 'block', reason: expect.stringMatching(/Visc/) }),
      ]),
    });
    expect(await news('listing_blocked', 'listingId', one.listingId)).toMatchObject([{ for: 'report' }]);
    expect(await news('report_upheld', 'listingId', one.listingId)).toMatchObject([{ reporterId: who.personId }]);
    expect(await inTx(who, (tx) => app.get(Reports).mine(tx))).toMatchObject([{ state: 'upheld' }]);
    await expect(shop.approved(one)).rejects.toEqual(refusal('illegal_transition'));
    const words = await shop.words(one.maker, { description: 'Viscose.' });
    await app.as(one.maker.actor, () => app.get(ReviseListing).run(one.listingId, words, () => undefined));
    await submits(one);
    expect(await own(one)).toMatchObject({ state: 'in_review', blocked_for: null });
    await shop.approved(one);
    expect([await stateOf(one), await isShown(one)]).toEqual(['live', true]);
  });

  test('SM-3 a dismissed report changes nothing and may be made again; what left the shop is not blocked', async () => {
    const one = await shop.live();
    const who = personActor();
    await decides(await reports(one, who), false);
    expect(await stateOf(one)).toBe('live');
    expect(await news('report_dismissed', 'listingId', one.listingId)).toHaveLength(1);
    const paused = await reports(one, who);
    const late = await reports(one);
    await app.as(one.maker.actor, () => app.get(PauseListing).run(one.listingId));
    await decides(paused, true);
    expect(await stateOf(one)).toBe('blocked');
    await app.as(one.maker.actor, () => app.get(RetireListing).run(one.listingId));
    await decides(late, true);
    expect(await stateOf(one)).toBe('archived');
    await expect(reports(one)).rejects.toEqual(refusal('listing_unknown', 404));
  });

  test('S-42 S-28 S-11 another desk finds no report, nobody decides on her own, and of many officers one decides', async () => {
    const one = await shop.live();
    const officer = colleague();
    const [own_, other] = [await reports(one, officer), await reports(one)];
    await expect(decides(other, true, await shop.make.officerOf('varanasi'))).rejects.toEqual(
      refusal('report_unknown', 404),
    );
    await expect(decides(own_, true, officer)).rejects.toEqual(refusal('own_report', 403));
    await expect(decides(other, true, { ...desk, personId: one.maker.actor.personId })).rejects.toEqual(
      refusal('own_goods', 403),
    );
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) => decides(other, i % 2 === 0, i % 2 === 0 ? desk : officer)),
    );
    const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toEqual(Array.from({ length: 5 }, () => refusal('report_decided')));
  });

  test('R-9.3 who reports much waits for her answers; who copies twice is told to the incident desk', async () => {
    const maker = await shop.make.verified();
    const all = [];
    for (let i = 0; i < 6; i++) all.push(await shop.live({}, maker));
    const who = personActor();
    const made = [];
    for (const one of all.slice(0, 5)) made.push(await reports(one, who, 'ip'));
    await expect(reports(all[5]!, who, 'ip')).rejects.toEqual(refusal('too_many_reports', 429));
    await decides(made[0]!, true);
    expect(await news('ip_repeated', 'sellerId', maker.sellerId)).toEqual([]);
    await decides(made[1]!, true);
    await decides(made[2]!, false);
    expect(await news('ip_repeated', 'sellerId', maker.sellerId)).toMatchObject([{ goods: 2 }]);
  });

  test('SM-3 R-0.5 a report nobody decided on is shown to the office above at the end of its term, not a second before', async () => {
    const one = await shop.live();
    const reportId = await reports(one);
    const row = await sees(
      z.object({ due_at: z.date(), above_desk_id: z.uuid() }),
      `select due_at, above_desk_id from catalogue.report where id = $1`,
      reportId,
    );
    const escalates = () => app.asSystem(() => app.get(EscalateReport).run(reportId));
    for (const [seconds, times] of [
      [-1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      await frozenClock.at(new Date(row.due_at.getTime() + seconds * 1_000));
      await escalates();
      expect(await news('report_escalated', 'listingId', one.listingId)).toHaveLength(times);
    }
    await decides(reportId, false, personActor({ organisationId: row.above_desk_id }));
    expect(await stateOf(one)).toBe('live');
  });

  describe('R-3.18 appeals against a block', () => {
    const appeals = (one: Goods) =>
      app.as(one.maker.actor, () => app.get(AppealBlock).run(one.listingId, 'It is silk.'));
    /** The office of the State, or the platform's where there is none. */
    const stateOffice = async (): Promise<Actor> => {
      const organisationId = await inTx(desk, (tx) => app.get(ReviewDesksQuery).ofAppeals(tx, 'IN-BR'));
      return personActor({ organisationId });
    };
    const appealOf = async (one: Goods, office: Actor) =>
      (await inTx(office, (tx) => app.get(BlockAppeals).onDesk(tx))).find(
        ({ listing_id }) => listing_id === one.listingId,
      )!;
    const answers = (id: string, allow: boolean, who: Actor) =>
      app.as(who, () => app.get(DecideBlockAppeal).run(id, allow, 'Looked at once more.'));

    test('R-3.18 allowed, the report counts for nothing and the goods are on sale', async () => {
      const one = await shop.live();
      await expect(appeals(one)).rejects.toEqual(refusal('block_not_appealable'));
      const reportId = await reports(one, personActor(), 'ip');
      await decides(reportId, true);
      await appeals(one);
      await expect(appeals(one)).rejects.toEqual(refusal('block_appeal_made'));
      const office = await stateOffice();
      const appeal = await appealOf(one, office);
      expect(appeal).toMatchObject({ words: 'It is silk.', block_reason: 'Viscose, by the burning test.' });
      await expect(answers(appeal.id, true, shop.make.stranger())).rejects.toEqual(
        refusal('block_appeal_unknown', 404),
      );
      await expect(answers(appeal.id, true, { ...office, personId: desk.personId })).rejects.toEqual(
        refusal('block_own_decision', 403),
      );
      await answers(appeal.id, true, office);
      await expect(answers(appeal.id, false, office)).rejects.toEqual(refusal('block_appeal_decided'));
      expect([await stateOf(one), await isShown(one)]).toEqual(['live', true]);
      expect(await inTx(desk, (tx) => app.get(Reports).ipOffences(tx, one.maker.sellerId))).toBe(0);
    });

    test('R-3.18 refused, the goods stay blocked and their maker puts them right', async () => {
      const one = await shop.live();
      await decides(await reports(one), true);
      await appeals(one);
      const office = await stateOffice();
      await answers((await appealOf(one, office)).id, false, office);
      expect(await news('block_appeal_refused', 'listingId', one.listingId)).toHaveLength(1);
      await submits(one);
      expect(await stateOf(one)).toBe('in_review');
    });
  });

  test('SM-3 R-9.8 food is blocked when the licence ends, to the second, and comes back with the next one', async () => {
    const licence = { kind: 'fssai', number: '20424001000123' } as const;
    const maker = await shop.make.verified({}, artisanPapers({ fssai: { ...licence, expiresOn: '2027-05-31' } }));
    const [eaten, worn] = [await shop.live(makhana, maker), await shop.live({}, maker)];
    await app.asSystem(() => app.get(ActivateSeller).run(maker.sellerId));
    const looks = async () => {
      await app.asSystem(() => app.get(WatchPapers).run(maker.sellerId));
      for (let twice = 0; twice < 2; twice++) await app.asSystem(() => app.get(FollowLicence).run(maker.sellerId));
    };
    await looks();
    const end = new Date('2027-05-30T18:30:00Z').getTime();
    await frozenClock.at(new Date(end - 1_000));
    await looks();
    expect(await stateOf(eaten)).toBe('live');
    await frozenClock.at(new Date(end));
    await looks();
    expect([await stateOf(eaten), await stateOf(worn)]).toEqual(['blocked', 'live']);
    expect(await news('listing_blocked', 'listingId', eaten.listingId)).toMatchObject([{ for: 'licence' }]);
    await expect(
      app.as(maker.actor, () => app.get(AppealBlock).run(eaten.listingId, 'I have asked for it.')),
    ).rejects.toEqual(refusal('block_not_appealable'));
    await app.as(maker.actor, () => app.get(RenewPaper).run({ ...licence, expiresOn: '2029-05-31' }));
    const sql = `select id from sellers.renewal where seller_id = $1`;
    const renewal = await sees(z.object({ id: z.uuid() }), sql, maker.sellerId);
    await app.as(desk, () => app.get(DecideRenewal).run(maker.sellerId, renewal.id, true, 'Compared.'));
    await looks();
    expect([await stateOf(eaten), await isShown(eaten)]).toEqual(['live', true]);
  });
});
