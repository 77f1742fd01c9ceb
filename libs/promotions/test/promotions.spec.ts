import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  EndPromotion,
  ForgetRedeemers,
  GiveBack,
  OpenPromotion,
  Promotions,
  PromotionsModule,
  Redeem,
  type NewPromotion,
} from '../src/index.js';

const begins = new Date('2027-01-04T06:00:00Z');
const ends = new Date('2027-01-14T06:00:00Z');
const codeOf = (): string => `T${newId().slice(-10).toUpperCase()}`;
const refusal = (code: string) => expect.objectContaining({ code });

describe('promotions', () => {
  let app: Booted;
  beforeAll(async () => {
    app = await boot([PromotionsModule]);
    await frozenClock.at(begins);
  });
  beforeEach(() => frozenClock.at(begins));
  afterAll(async () => {
    await frozenClock.thaw();
    await app.close();
  });

  const wish = (more: Partial<NewPromotion> = {}): NewPromotion => ({
    ...{ code: codeOf(), title: 'New year', gives: { kind: 'percent', value_bp: 1_000, cap_paise: rupees(100) } },
    ...{ min_paise: 0n, stacks: false, startsAt: begins, endsAt: ends, uses_max: 5, per_person_max: 1, ...more },
  });
  const within = <T>(act: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(act));
  const opens = async (more: Partial<NewPromotion> = {}, sellerId: string | null = null) => {
    const wanted = wish(more);
    const { promotionId } = await app.asSystem(() => app.get(OpenPromotion).run(wanted, sellerId));
    return { promotionId, code: wanted.code!, sellerId };
  };
  const applicable = (codes: string[], personId = newId(), sellerIds: string[] = []) =>
    within((tx) =>
      app.get(Promotions).applicable(tx, { codes, by: async () => ({ personId, contacts: [] }), sellerIds }),
    );
  const redeems = (promotionId: string, personId = newId(), checkoutId = newId(), contacts: Buffer[] = []) =>
    within((tx) => {
      const by = { personId, contacts };
      return app.get(Redeem).inside(tx, { checkoutId, by, applied: [{ promotionId, discount_paise: rupees(10) }] });
    });
  const usesOf = (id: string) =>
    within(async (tx) => {
      const row = z.object({ uses: z.number() });
      return (await tx.maybe(row, 'select uses from promotions.promotion where id = $1', [id]))!.uses;
    });

  test('S-10 a code is found however it was typed; what is given without a code is found by itself', async () => {
    const { code, promotionId } = await opens();
    const maker = newId();
    const own = await opens({ code: null }, maker);
    expect((await applicable([` ${code.toLowerCase()}`], newId(), [maker])).map((one) => one.id)).toEqual([
      promotionId,
      own.promotionId,
    ]);
    expect(await applicable([], newId(), [newId()])).toEqual([]);
  });

  test('S-10 a code is refused with its reason', async () => {
    await expect(applicable(['NOSUCHCODE'])).rejects.toEqual(refusal('promotion_unknown'));
    const coming = await opens({ startsAt: new Date('2027-01-05T06:00:00Z') });
    await expect(applicable([coming.code])).rejects.toMatchObject({
      ...{ code: 'promotion_over', facts: { standing: 'coming' } },
    });
    const ofMaker = await opens({}, newId());
    await expect(applicable([ofMaker.code], newId(), [newId()])).rejects.toEqual(refusal('promotion_not_for_cart'));
    const { code, promotionId } = await opens({ uses_max: 1 });
    await redeems(promotionId);
    await expect(applicable([code])).rejects.toMatchObject({ code: 'promotion_used_up', facts: { by: 'all' } });
  });

  test.each([
    ['a moment before its end', -1, true],
    ['at its end', 0, false],
    ['a moment after', 1, false],
  ])('S-10 %s', async (_, seconds, isGiven) => {
    const { code, promotionId } = await opens();
    await frozenClock.at(new Date(ends.getTime() + seconds * 1_000));
    const outcome = async (asked: Promise<unknown>) =>
      asked.then(
        () => true,
        (error: { code: string }) => error.code,
      );
    const told = isGiven ? true : 'promotion_over';
    expect([await outcome(applicable([code])), await outcome(redeems(promotionId))]).toEqual([told, told]);
  });

  test('S-11 fifty take a promotion for five at once: five have it, the others are told', async () => {
    const { promotionId } = await opens();
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => redeems(promotionId)));
    const refused = answers
      .filter((one) => one.status === 'rejected')
      .map((one) => (one.reason as { code: string }).code);
    expect(answers.length - refused.length).toBe(5);
    expect(new Set(refused)).toEqual(new Set(['promotion_used_up']));
    expect(await usesOf(promotionId)).toBe(5);
  });

  test('S-11 one person with ten carts at once has it once', async () => {
    const { promotionId } = await opens({ uses_max: 100 });
    const her = newId();
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => redeems(promotionId, her)));
    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await usesOf(promotionId)).toBe(1);
  });

  test('S-11 fifty guests with one contact at once: they have it as often as one person does', async () => {
    const { promotionId } = await opens({ uses_max: 100, per_person_max: 3 });
    const [mobile, email] = [Buffer.from(newId()), Buffer.from(newId())];
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => redeems(promotionId, newId(), newId(), [mobile, i % 2 ? email : mobile])),
    );
    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
    expect(await usesOf(promotionId)).toBe(3);
    await redeems(promotionId, newId(), newId(), [Buffer.from(newId())]);
  });

  test('S-66 by what somebody is known again is kept while a promotion is given, and seen by her alone', async () => {
    const { promotionId } = await opens();
    const her = newId();
    await redeems(promotionId, her, newId(), [Buffer.from('one'), Buffer.from('two'), Buffer.from('one')]);
    const kept = (tx: Tx) => tx.run('select from promotions.redeemer where promotion_id = $1', [promotionId]);
    const seenBy = (personId: string) =>
      app.as(personActor({ personId }), () => app.get(UnitOfWork).run((tx) => kept(tx)));
    expect([await seenBy(her), await seenBy(newId())]).toEqual([2, 0]);
    const forgets = () => app.asSystem(() => app.get(ForgetRedeemers).run());
    await frozenClock.at(new Date(ends.getTime() - 1_000));
    await forgets();
    expect(await within(kept)).toBe(2);
    await frozenClock.at(ends);
    await forgets();
    expect(await within(kept)).toBe(0);
  });

  test('what a checkout that came to nothing took can be had again, once', async () => {
    const { promotionId, code } = await opens({ uses_max: 1 });
    const [her, checkout] = [newId(), newId()];
    await redeems(promotionId, her, checkout);
    for (let i = 0; i < 2; i++) await within((tx) => app.get(GiveBack).inside(tx, checkout));
    expect(await usesOf(promotionId)).toBe(0);
    expect(await applicable([code], her)).toHaveLength(1);
  });

  test('ended is ended: it is had no more, its code is free again, and another maker cannot end it', async () => {
    const maker = newId();
    const { promotionId, code } = await opens({}, maker);
    const end = (sellerId: string) => app.asSystem(() => app.get(EndPromotion).run(promotionId, sellerId));
    await expect(end(newId())).rejects.toEqual(refusal('promotion_unknown'));
    await expect(opens({ code })).rejects.toEqual(refusal('promotion_code_taken'));
    await end(maker);
    await end(maker);
    await expect(redeems(promotionId)).rejects.toEqual(refusal('promotion_over'));
    await opens({ code });
  });

  test.each<[string, Partial<NewPromotion>]>([
    ['it ends before it begins', { endsAt: begins }],
    ['it lasts longer than 366 days', { endsAt: new Date('2028-02-01T06:00:00Z') }],
    ['it takes off more than nine tenths', { gives: { kind: 'percent', value_bp: 9_001, cap_paise: rupees(1) } }],
    ['it gives more pieces than are bought', { gives: { kind: 'buy_x_get_y', buy: 1, free: 2 } }],
    ['goods from which', { gives: { kind: 'amount', amount_paise: rupees(90) }, min_paise: rupees(99.99) }],
    ['the platform gives only so many times', { uses_max: null }],
    ['the platform gives money, no pieces', { gives: { kind: 'buy_x_get_y', buy: 2, free: 1 } }],
    [
      'what the platform takes off an order has a limit',
      { gives: { kind: 'percent', value_bp: 500, cap_paise: null } },
    ],
  ])('not fit: %s', async (why, more) => {
    await expect(opens(more)).rejects.toMatchObject({
      code: 'promotion_unfit',
      facts: { why: expect.stringContaining(why) },
    });
  });

  test('S-43 who had a reduction is hers and the desk’s to know', async () => {
    const { promotionId } = await opens();
    const her = newId();
    await redeems(promotionId, her);
    const seen = (personId: string) =>
      app.as(personActor({ personId }), () =>
        app
          .get(UnitOfWork)
          .run((tx) => tx.run('select from promotions.redemption where promotion_id = $1', [promotionId])),
      );
    expect([await seen(her), await seen(newId())]).toEqual([1, 0]);
  });
});
