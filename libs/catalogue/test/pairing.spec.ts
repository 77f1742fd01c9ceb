import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { asOwner, type Booted } from '#platform/testing';
import { SuspendSeller } from '#sellers';
import {
  ChangeListing,
  ChangePrice,
  EndPairing,
  HoldStock,
  ListingsQuery,
  Offers,
  OffersQuery,
  OwnListingsQuery,
  pairedInput,
  Pairings,
  PairOffers,
  PauseListing,
  ResumeListing,
  SetStock,
  ShelveGoods,
} from '../src/index.js';
import type { Maker } from '../../sellers/test/builders/makers.js';
import type { Goods } from './builders/goods.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string) => expect.objectContaining({ code });
const inr = (paise: number) => ({ paise, currency: 'INR' });

describe('R-4.6 SM-3 others sell what a maker makes', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  let reseller: Maker;
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
    reseller = await shop.make.verified();
  });
  afterAll(() => open.close());

  const work = <T>(what: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(what));
  const by = <T>(who: Maker, what: (tx: Tx) => Promise<T>) => app.as(who.actor, () => app.get(UnitOfWork).run(what));
  const hers = async (one: Goods, who = reseller) =>
    (await by(who, (tx) => app.get(Offers).ofSeller(tx, { id: one.listingId, seller_id: who.sellerId })))[0]!;
  const page = (one: Goods) => app.get(ListingsQuery).one(one.listingId);
  const sold = async (one: Goods) => (await page(one))!.offers.map((offer) => [offer.seller_id, offer.in_stock]);
  const forSale = (offerId: string) => work((tx) => app.get(OffersQuery).forSale(tx, [offerId]));
  const ends = (one: Goods, who = reseller) =>
    app.as(one.maker.actor, () => app.get(EndPairing).asMaker(one.listingId, who.sellerId, 'She asks too much.'));
  const told = async (name: string, one: Goods) =>
    (
      await asOwner<{ who: string }>(
        `select payload ->> 'resellerId' as who from platform.outbox where name = $1 and payload ->> 'listingId' = $2`,
        [name, one.listingId],
      )
    ).map((news) => news.who);

  test('her offer stands beside the maker’s, on the same page, from her own stock; the maker is told once', async () => {
    const one = await shop.live({ stock: 2 });
    await shop.paired(reseller, one, { price_paise: 140_000, stock: 4 });
    expect(await sold(one)).toEqual([
      [one.maker.sellerId, true],
      [reseller.sellerId, true],
    ]);
    expect(await page(one)).toMatchObject({
      price_paise: 140_000n,
      seller_id: one.maker.sellerId,
      title: expect.anything(),
    });
    await shop.paired(reseller, one, { price_paise: 130_000, stock: 5 });
    expect(await hers(one)).toMatchObject({ label: 'natural', price_paise: 130_000n, mrp_paise: 165_000n, on_hand: 5 });
    expect(await told('catalogue.listing_paired', one)).toEqual([reseller.sellerId]);
    const mine = await by(one.maker, (tx) => app.get(Pairings).ofListing(tx, one.listingId));
    expect(mine).toMatchObject([{ seller_id: reseller.sellerId, ended_at: null }]);
  });

  test('R-1.4 behind both stands one maker; tax and place of dispatch are hers who sells', async () => {
    const one = await shop.live({ stock: 2 });
    await asOwner(`update sellers.seller set manufacturer_key = 'another maker' where id = $1`, [reseller.sellerId]);
    await shop.paired(reseller, one, { stock: 1 });
    const [makers] = await forSale(one.offerId);
    const [resold] = await forSale((await hers(one)).id);
    expect(resold!.manufacturerKey).toBe(makers!.manufacturerKey);
    expect(makers!.manufacturerKey).not.toBe('another maker');
    expect([makers!.sellerId, resold!.sellerId]).toEqual([one.maker.sellerId, reseller.sellerId]);
  });

  test('the pieces are hers: a promise of the one takes nothing from the other', async () => {
    const one = await shop.live({ stock: 1 });
    await shop.paired(reseller, one, { stock: 1 });
    const resold = await hers(one);
    const hold = (offerId: string) =>
      work((tx) =>
        app.get(HoldStock).inside(tx, {
          cause: { kind: 'checkout', id: newId() },
          lines: [{ offerId, quantity: 1 }],
          expiresAt: new Date(Date.now() + 3_600_000),
        }),
      );
    await hold(one.offerId);
    expect(await sold(one)).toEqual([
      [one.maker.sellerId, false],
      [reseller.sellerId, true],
    ]);
    await hold(resold.id);
    await expect(hold(resold.id)).rejects.toEqual(refusal('out_of_stock'));
    await app.as(reseller.actor, () => app.get(SetStock).run(resold.id, 3));
    await expect(app.as(one.maker.actor, () => app.get(SetStock).run(resold.id, 9))).rejects.toEqual(
      refusal('offer_unknown'),
    );
  });

  test('what she may say: price up to the maker’s MRP, on the maker’s variants, nothing of the words', async () => {
    const one = await shop.live({ stock: 2 });
    const pair = (offer: object) => {
      const wanted = pairedInput.parse({ label: 'natural', price: inr(150_000), stock: 1, leadDays: 3, ...offer });
      return app.as(reseller.actor, () => app.get(PairOffers).run(one.listingId, [wanted]));
    };
    await expect(pair({ price: inr(165_001) })).rejects.toEqual(refusal('price_above_mrp'));
    await expect(pair({ label: 'indigo' })).rejects.toEqual(refusal('variant_unknown'));
    await expect(app.as(one.maker.actor, () => app.get(PairOffers).run(one.listingId, []))).rejects.toEqual(
      refusal('pair_own_goods'),
    );
    await expect(shop.paired(reseller, { ...one, listingId: newId() })).rejects.toEqual(refusal('listing_unknown'));
    await expect(shop.paired(reseller, await shop.drafted(one.maker))).rejects.toEqual(refusal('listing_unknown'));
    const words = await shop.words(reseller, { title: 'Mine now' });
    const changes = app.as(reseller.actor, () => app.get(ChangeListing).run(one.listingId, words, () => undefined));
    await expect(changes).rejects.toEqual(refusal('listing_unknown'));
  });

  test('the maker’s own offers are hers to write: a change of the goods leaves the reseller’s, but for variants that go', async () => {
    const one = await shop.live({ stock: 2 });
    await shop.paired(reseller, one, { price_paise: 120_000, stock: 4 });
    const words = await shop.words(one.maker, { stock: 7 });
    const images = await asOwner<{ mediaId: string; alt: string }>(
      `select media_id as "mediaId", alt from catalogue.listing_image where listing_id = $1 order by position`,
      [one.listingId],
    );
    await app.as(one.maker.actor, () =>
      app.get(ChangeListing).run(one.listingId, { ...words, images }, () => undefined),
    );
    const own = await by(one.maker, (tx) => app.get(OwnListingsQuery).oneOwn(tx, one.listingId));
    expect(own.offers).toMatchObject([{ seller_id: one.maker.sellerId, on_hand: 7 }]);
    expect(await hers(one)).toMatchObject({ on_hand: 4, price_paise: 120_000n, is_withdrawn: false });
    await app.as(reseller.actor, async () => app.get(ChangePrice).run((await hers(one)).id, 110_000n));
    const cheaper = { ...words.offers[0]!, price: inr(90_000), mrp: inr(100_000) };
    await work((tx) =>
      app.get(Offers).replace(tx, { id: one.listingId, seller_id: one.maker.sellerId }, [
        {
          ...{ label: cheaper.label, price_paise: 90_000n, mrp_paise: 100_000n, government_price_paise: null },
          ...{ stock: 7, leadDays: 5, minQuantity: 1, maxQuantity: 10, options: {}, sku: null, gtin: null },
          ...{ isMadeToOrder: false, quantityBreaks: [] },
        },
      ]),
    );
    expect(await hers(one)).toMatchObject({ is_withdrawn: true });
  });

  test('SM-1 who does not sell: the maker takes all with her, the reseller only her own', async () => {
    const [one, other] = [await shop.live({ stock: 2 }), await shop.make.verified()];
    await shop.paired(other, one, { stock: 3, price_paise: 100_000 });
    const resold = await hers(one, other);
    const suspend = ({ sellerId }: Maker) =>
      app.asSystem(() =>
        app.get(SuspendSeller).run(sellerId, 'serious', { incident: 'INC-2027-00001', reason: 'Not silk.' }),
      );
    await app.as(one.maker.actor, () => app.get(PauseListing).run(one.listingId));
    await expect(forSale(resold.id)).rejects.toEqual(refusal('offer_not_for_sale'));
    await app.as(one.maker.actor, () => app.get(ResumeListing).run(one.listingId));
    await suspend(other);
    await expect(forSale(resold.id)).rejects.toEqual(refusal('offer_not_for_sale'));
    expect(await sold(one)).toEqual([[one.maker.sellerId, true]]);
    await app.asSystem(() => app.get(ShelveGoods).ofMaker(other.sellerId));
    const [row] = await asOwner<{ price: string }>(
      `select price_paise as price from catalogue.shelf where listing_id = $1`,
      [one.listingId],
    );
    expect(row).toEqual({ price: '145000' });
    await expect(shop.paired(other, one)).rejects.toEqual(refusal('seller_not_listing'));
    const third = await shop.make.verified();
    await shop.paired(third, one, { stock: 1 });
    await suspend(one.maker);
    await expect(forSale((await hers(one, third)).id)).rejects.toEqual(refusal('offer_not_for_sale'));
    await expect(shop.paired(await shop.make.verified(), one)).rejects.toEqual(refusal('maker_not_selling'));
  });

  test('the maker may end it, with a reason, for good; the reseller may leave and come again', async () => {
    const one = await shop.live({ stock: 2 });
    const leaves = () => app.as(reseller.actor, () => app.get(EndPairing).asReseller(one.listingId));
    await expect(leaves()).rejects.toEqual(refusal('pairing_unknown'));
    await expect(ends(one)).rejects.toEqual(refusal('pairing_unknown'));
    await shop.paired(reseller, one, { stock: 1 });
    await leaves();
    expect(await sold(one)).toEqual([[one.maker.sellerId, true]]);
    await shop.paired(reseller, one, { stock: 1 });
    await ends(one);
    expect(await sold(one)).toEqual([[one.maker.sellerId, true]]);
    expect(await told('catalogue.pairing_ended', one)).toEqual([reseller.sellerId]);
    const [line] = await by(reseller, (tx) => app.get(Pairings).own(tx));
    expect(line).toMatchObject({ listing_id: one.listingId, ended_by: 'maker', reason: 'She asks too much.' });
    await expect(shop.paired(reseller, one)).rejects.toEqual(refusal('pairing_ended_by_maker'));
    await expect(leaves()).rejects.toEqual(refusal('pairing_unknown'));
    const stranger = await shop.make.verified();
    const looks = by(stranger, (tx) => app.get(Pairings).ofListing(tx, one.listingId));
    await expect(looks).rejects.toEqual(refusal('listing_unknown'));
  });

  test('R-4.6 Q5 goods of groups have no maker to pair with; R-9.8 food is resold with a licence of one’s own', async () => {
    const [craft, food] = [await shop.live({ stock: 2 }), await shop.live({ stock: 2 })];
    const groups = newId();
    await asOwner(
      `insert into catalogue.category
       select (jsonb_populate_record(c, jsonb_build_object('id', $2::text, 'slug', 'of-groups-' || $2::text, 'quadrant', 'q5',
                                                           'is_published', false))).*
         from catalogue.category c where c.id = (select category_id from catalogue.listing where id = $1)`,
      [craft.listingId, groups],
    );
    await asOwner(`update catalogue.listing set category_id = $2 where id = $1`, [craft.listingId, groups]);
    await expect(shop.paired(reseller, craft)).rejects.toEqual(refusal('category_without_makers'));
    await asOwner(`update catalogue.listing set hsn = '1006' where id = $1`, [food.listingId]);
    await expect(shop.paired(reseller, food)).rejects.toEqual(refusal('fssai_missing'));
  });
});
