import { UnitOfWork, type Tx } from '#platform/database';
import { newId, type Cause } from '#platform/kernel';
import { asOwner, frozenClock, personActor, type Booted } from '#platform/testing';
import { hoursAfter } from '#platform/time';
import { artisanPapers } from '../../sellers/test/builders/makers.js';
import {
  ChangePrice,
  CommitStock,
  HoldStock,
  ListingsQuery,
  OffersQuery,
  OwnListingsQuery,
  PauseListing,
  ReleaseStock,
  RestoreStock,
  ResumeListing,
  RetireListing,
  SetStock,
} from '../src/index.js';
import type { Goods, GoodsWish } from './builders/goods.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string, status = 409) => expect.objectContaining({ code, status });
const food = { isVegetarian: true, ingredients: 'makhana', allergens: 'none', bestBefore_days: 180 };
const makhana: GoodsWish = { title: 'Makhana', hsn: '0802', gstRateKey: 'dry_fruit', handmade: 'none', food };

describe('SM-3 what a maker does with goods on sale', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
  });
  afterEach(() => frozenClock.thaw());
  afterAll(() => open.close());

  const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  const own = (one: Goods) =>
    app.as(one.maker.actor, () => app.get(UnitOfWork).run((tx) => app.get(OwnListingsQuery).oneOwn(tx, one.listingId)));
  const stateOf = async (one: Goods) => (await own(one)).state;
  const does = (verb: typeof PauseListing | typeof ResumeListing | typeof RetireListing) => (one: Goods) =>
    app.as(one.maker.actor, () => app.get<{ run(id: string): Promise<void> }>(verb).run(one.listingId));
  const [pauses, resumes, retires] = [does(PauseListing), does(ResumeListing), does(RetireListing)];
  const counts = (one: Goods, pieces: number) =>
    app.as(one.maker.actor, () => app.get(SetStock).run(one.offerId, pieces));
  const isShown = async (one: Goods) => (await app.get(ListingsQuery).one(one.listingId)) !== null;
  const forSale = (one: Goods) => inTx((tx) => app.get(OffersQuery).forSale(tx, [one.offerId]));
  const news = async (one: Goods) =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where name like 'catalogue.listing\\_%' and payload ->> 'listingId' = $1 order by id`,
        [one.listingId],
      )
    ).map(({ name }) => name.replace('catalogue.listing_', ''));
  const holds = (one: Goods, cause: Cause, quantity = 1) =>
    app.as(personActor(), () =>
      app
        .get(UnitOfWork)
        .run((tx) =>
          app
            .get(HoldStock)
            .inside(tx, { cause, lines: [{ offerId: one.offerId, quantity }], expiresAt: hoursAfter(tx.now, 1) }),
        ),
    );

  test('SM-3 paused goods are neither shown nor sold, and come back as they were', async () => {
    const one = await shop.live();
    await pauses(one);
    expect([await stateOf(one), await isShown(one)]).toEqual(['paused', false]);
    await expect(forSale(one)).rejects.toEqual(refusal('offer_not_for_sale'));
    await expect(pauses(one)).rejects.toEqual(refusal('illegal_transition'));
    await resumes(one);
    expect([await stateOf(one), await isShown(one)]).toEqual(['live', true]);
    await forSale(one);
    await expect(resumes(one)).rejects.toEqual(refusal('illegal_transition'));
    expect(await news(one)).toEqual(['submitted', 'live', 'paused', 'resumed']);
  });

  test('SM-3 goods paused while sold out come back sold out, and restocked ones are told', async () => {
    const one = await shop.live();
    await counts(one, 0);
    await pauses(one);
    await resumes(one);
    expect(await stateOf(one)).toBe('out_of_stock');
    await counts(one, 2);
    expect(await stateOf(one)).toBe('live');
    expect(await news(one)).toEqual(['submitted', 'live', 'sold_out', 'paused', 'sold_out', 'resumed', 'restocked']);
    await app.as(one.maker.actor, () => app.get(ChangePrice).run(one.offerId, 1n));
    expect((await news(one)).at(-1)).toBe('changed');
  });

  test('SM-3 R-9.8 food comes back only with its licence, and nobody’s goods while she may not list', async () => {
    const fssai = { kind: 'fssai', number: '10020123000123', expiresOn: '2030-01-01' } as const;
    const one = await shop.live(makhana, await shop.make.verified({}, artisanPapers({ fssai })));
    await pauses(one);
    await frozenClock.at(new Date('2029-12-31T18:29:59Z'));
    await resumes(one);
    await pauses(one);
    await frozenClock.at(new Date('2029-12-31T18:30:00Z'));
    await expect(resumes(one)).rejects.toEqual(refusal('fssai_missing', 422));
    await asOwner(`update sellers.seller set state = 'suspended' where id = $1`, [one.maker.sellerId]);
    await expect(resumes(one)).rejects.toEqual(refusal('seller_not_listing'));
  });

  test('SM-3 S-4 goods with unpaid promises are not retired; what is sold goes on, and comes back when called off', async () => {
    const one = await shop.live({ stock: 3 });
    const [unpaid, sold] = [newId(), newId()].map((id): Cause => ({ kind: 'order', id })) as [Cause, Cause];
    await holds(one, unpaid);
    await holds(one, sold);
    await inTx((tx) => app.get(CommitStock).inside(tx, sold));
    const refused = await retires(one).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'listing_has_promises', facts: { pieces: 1 } });
    await pauses(one);
    await expect(retires(one)).rejects.toEqual(refusal('listing_has_promises'));
    await inTx((tx) => app.get(ReleaseStock).inside(tx, unpaid));
    await retires(one);
    expect([await stateOf(one), await isShown(one)]).toEqual(['archived', false]);
    await inTx((tx) => app.get(RestoreStock).inside(tx, sold));
    expect((await own(one)).offers[0]).toMatchObject({ on_hand: 3, reserved: 0 });
    expect(await stateOf(one)).toBe('archived');
    for (const step of [pauses, resumes, retires]) {
      await expect(step(one)).rejects.toEqual(refusal('illegal_transition'));
    }
  });

  test('SM-3 a draft, and goods before the officer, are retired too; nobody retires another’s', async () => {
    const maker = await shop.make.verified();
    const draft = await shop.drafted(maker);
    const waiting = await shop.drafted(maker);
    await shop.submitted(waiting);
    const stranger = { ...draft, maker: { ...maker, actor: (await shop.make.verified()).actor } };
    for (const step of [pauses, resumes, retires]) {
      await expect(step(stranger)).rejects.toEqual(refusal('listing_unknown', 404));
    }
    for (const one of [draft, waiting]) {
      await retires(one);
      expect(await stateOf(one)).toBe('archived');
    }
    await expect(shop.approved(waiting)).rejects.toEqual(refusal('illegal_transition'));
  });
});
