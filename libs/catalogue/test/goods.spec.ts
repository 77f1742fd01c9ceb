import { UnitOfWork, type Tx } from '#platform/database';
import { asOwner, personActor, type Booted } from '#platform/testing';
import {
  ChangePrice,
  ListingsQuery,
  Offers,
  OffersQuery,
  OwnListingsQuery,
  ReviseListing,
  SubmissionFactsQuery,
  WithdrawCategory,
  PublishCategory,
} from '../src/index.js';
import { artisanPapers } from '../../sellers/test/builders/makers.js';
import type { Goods, GoodsWish } from './builders/goods.js';
import { colour, variant } from './builders/variants.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string) => expect.objectContaining({ code });
const inr = (paise: number) => ({ paise, currency: 'INR' as const });

describe('Goods in the catalogue', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
  });
  afterAll(() => open.close());
  const inTx = <T>(one: Goods, work: (tx: Tx) => Promise<T>) =>
    app.as(one.maker.actor, () => app.get(UnitOfWork).run(work));
  const own = (one: Goods) => inTx(one, (tx) => app.get(OwnListingsQuery).oneOwn(tx, one.listingId));
  const drafted = async (wish: GoodsWish) => shop.drafted(await shop.make.verified(), wish);
  const revise = async (one: Goods, wish: GoodsWish) => {
    const words = await shop.words(one.maker, wish);
    await app.as(one.maker.actor, () => app.get(ReviseListing).run(one.listingId, words, () => undefined));
  };

  test('R-4.6 goods of a general category need no ODOP entry; those of an ODOP category do', async () => {
    const fssai = { kind: 'fssai', number: '10020123000123', expiresOn: '2030-01-01' } as const;
    const maker = await shop.make.verified({}, artisanPapers({ fssai }));
    const food = { isVegetarian: true, ingredients: 'honey', allergens: 'none', bestBefore_days: 180 };
    const honey = {
      odopEntryId: null,
      title: 'Forest honey',
      hsn: '0409',
      gstRateKey: 'honey_tea_coffee_spices',
      handmade: 'none',
      food,
    };
    const one = await shop.live(honey, maker);
    expect(await app.get(ListingsQuery).one(one.listingId)).toMatchObject({
      ...{ product: null, odop_entry_id: null, category_slug: 'honey', gi: false },
    });
    expect(await own(one)).toMatchObject({ product: null, category: 'honey' });
    const sold = await app.as(personActor(), () =>
      app.get(UnitOfWork).run((tx) => app.get(OffersQuery).forSale(tx, [one.offerId])),
    );
    expect(sold).toMatchObject([{ odopEntryId: null, quantityBreaks: [], servesPins: null }]);
    await expect(shop.drafted(maker, { odopEntryId: null })).rejects.toEqual(refusal('odop_entry_needed'));
  });

  test('R-4.7 a draft may be incomplete; its checklist says what is missing, and its submission refuses', async () => {
    const one = await drafted({ parameters: [], declarations: {}, images: [] });
    const items = await inTx(one, (tx) => app.get(SubmissionFactsQuery).checklist(tx, one.listingId));
    const lacking = new Map(items.filter((item) => !item.isDone).map((item) => [item.key, item.missing]));
    expect([...lacking.keys()]).toEqual(['pictures', 'answers', 'declarations']);
    expect(lacking.get('pictures')).toEqual(['3 more pictures']);
    expect(lacking.get('answers')).toEqual(expect.arrayContaining(['Fibre', 'Length']));
    expect(lacking.get('declarations')).toEqual(['a telephone number or e-mail address for buyers’ questions']);
    await revise(one, { category: null, parameters: [] });
    await expect(shop.submitted(one)).rejects.toEqual(refusal('category_missing'));
    await revise(one, { parameters: [] });
    await expect(shop.submitted(one)).rejects.toEqual(refusal('parameters_missing'));
    await revise(one, { declarations: {} });
    await expect(shop.submitted(one)).rejects.toEqual(refusal('declarations_missing'));
    await revise(one, {});
    await shop.submitted(one);
    await expect(
      app.as(personActor(), () =>
        app.get(UnitOfWork).run((tx) => app.get(SubmissionFactsQuery).checklist(tx, one.listingId)),
      ),
    ).rejects.toEqual(refusal('listing_unknown'));
  });

  test('R-4.6 a shelf that was closed takes no more goods', async () => {
    const desk = personActor();
    const named = { category: 'sholapith', hsn: '4503', gstRateKey: 'cork', handmade: 'handmade' };
    const one = await drafted({
      ...named,
      parameters: [
        { key: 'material', value: 'pith' },
        { key: 'length_cm', value: 9 },
        { key: 'width_cm', value: 9 },
      ],
    });
    await app.as(desk, () => app.get(WithdrawCategory).run('sholapith', 'a test'));
    try {
      await expect(shop.submitted(one)).rejects.toEqual(refusal('category_closed'));
    } finally {
      await app.as(desk, () => app.get(PublishCategory).run('sholapith'));
    }
    await shop.submitted(one);
  });

  test('R-4.7 prices have a history; breaks and a public price that are no lower end with the old price', async () => {
    const offers = [
      {
        ...variant({ label: 'natural', sku: 'TS-1', gtin: '4006381333931', governmentPrice: inr(9_500) }),
        quantityBreaks: [
          { from: 3, price: inr(9_800) },
          { from: 5, price: inr(9_000) },
        ],
      },
    ];
    const one = await shop.live({ offers });
    await app.as(one.maker.actor, () => app.get(ChangePrice).run(one.offerId, 9_400n));
    await app.as(one.maker.actor, () => app.get(ChangePrice).run(one.offerId, 9_400n));
    const [offer] = (await own(one)).offers;
    expect(offer).toMatchObject({
      ...{ price_paise: 9_400n, government_price_paise: null, gtin: '04006381333931', sku: 'TS-1' },
      quantity_breaks: [{ from: 5, price_paise: 9_000n }],
    });
    const prices = await inTx(one, (tx) => app.get(Offers).prices(tx, one.offerId));
    expect(prices.map((line) => [line.price_paise, line.government_price_paise, line.quantity_breaks.length])).toEqual([
      [9_400n, null, 1],
      [10_000n, 9_500n, 2],
    ]);
    await expect(
      app.as(personActor(), () => app.get(UnitOfWork).run((tx) => app.get(Offers).prices(tx, one.offerId))),
    ).rejects.toEqual(refusal('offer_unknown'));
  });

  test('STD-6.3 a GTIN and a SKU are used once a maker; variants may change them among each other', async () => {
    const red = variant({ label: 'red', sku: 'R', gtin: '96385074', ...colour('red') });
    const blue = variant({ label: 'blue', sku: 'B', ...colour('blue') });
    const one = await drafted({ offers: [red, blue] });
    await expect(shop.drafted(one.maker, { offers: [variant({ sku: 'B' })] })).rejects.toEqual(
      refusal('offer_code_taken'),
    );
    await expect(shop.drafted(one.maker, { offers: [variant({ gtin: '96385074' })] })).rejects.toEqual(
      refusal('offer_code_taken'),
    );
    await drafted({ offers: [variant({ sku: 'B', gtin: '96385074' })] });
    await revise(one, {
      offers: [
        { ...red, sku: 'B', gtin: null, ...colour('blue') },
        { ...blue, sku: 'R', gtin: '96385074', ...colour('red') },
      ],
    });
    expect((await own(one)).offers.map((offer) => [offer.label, offer.sku, offer.options])).toEqual([
      ['red', 'B', { colour: 'blue' }],
      ['blue', 'R', { colour: 'red' }],
    ]);
  });

  test('R-2.11 a category may ask for a price below the MRP', async () => {
    const one = await shop.live({ offers: [variant()] });
    await asOwner(
      `update catalogue.category set discount_min_bp = 2000
        where id = (select category_id from catalogue.listing where id = $1)`,
      [one.listingId],
    );
    try {
      const ask = (price: bigint) => app.as(one.maker.actor, () => app.get(ChangePrice).run(one.offerId, price));
      await ask(9_600n);
      await expect(ask(9_601n)).rejects.toEqual(refusal('discount_too_small'));
    } finally {
      await asOwner(`update catalogue.category set discount_min_bp = 0`);
    }
  });
});
