import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork, type Tx } from '#platform/database';
import { RegistriesSimulator } from '#platform/simulators';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import {
  CatalogueModule,
  ChangePrice,
  inLanguage,
  ListingsQuery,
  listingInput,
  Offers,
  OffersQuery,
  OwnListingsQuery,
  ReviseListing,
  servesPin,
  storefronts,
  storefrontsOf,
  SubmissionFactsQuery,
  unitPriceOf,
  unitSalePrice,
  WithdrawCategory,
  PublishCategory,
  type StorefrontGoods,
  type StorefrontMaker,
} from '../src/index.js';
import { assertComplete, checklistOf, type SubmissionFacts } from '../src/domain/checklist.js';
import { gtin14 } from '../src/domain/gtin.js';
import { checkOffers } from '../src/domain/offer-terms.js';
import { assertNotProhibited } from '../src/domain/prohibited.rules.js';
import { artisanPapers } from '../../sellers/test/builders/makers.js';
import { goods, type Goods, type GoodsWish } from './builders/goods.js';
import { codeOf } from './builders/pictures.js';

const refusal = (code: string) => expect.objectContaining({ code });
const inr = (paise: number) => ({ paise, currency: 'INR' as const });

describe('R-4.7 what a piece costs', () => {
  const offer = {
    price_paise: 10_000n,
    quantityBreaks: [
      { from: 5, price_paise: 9_000n },
      { from: 10, price_paise: 8_000n },
    ],
    governmentPrice_paise: 8_500n,
  };
  it.each([
    [1, 'retail', 10_000n],
    [4, 'retail', 10_000n],
    [5, 'retail', 9_000n],
    [9, 'retail', 9_000n],
    [10, 'retail', 8_000n],
    [1, 'government', 8_500n],
    [5, 'government', 8_500n],
    [10, 'government', 8_000n],
  ] as const)('%i pieces, %s: %i paise', (quantity, door, paise) =>
    expect(unitPriceOf(offer, quantity, door)).toBe(paise),
  );
  it('without a public price offices pay what the shop asks', () =>
    expect(unitPriceOf({ ...offer, governmentPrice_paise: null }, 1, 'government')).toBe(10_000n));
});

describe('R-9.6 the price by weight, volume, length or number', () => {
  it.each([
    [12_000n, 500, 'gram', 24n, 'gram'],
    [12_000n, 1_000, 'gram', 12_000n, 'kilogram'],
    [12_000n, 2, 'kilogram', 6_000n, 'kilogram'],
    [10_000n, 750, 'millilitre', 13n, 'millilitre'],
    [10_000n, 1_500, 'millilitre', 6_667n, 'litre'],
    [55_000n, 6, 'metre', 9_167n, 'metre'],
    [10_000n, 4, 'piece', 2_500n, 'piece'],
  ] as const)('%i paise for %i %s: %i paise a %s', (price_paise, value, unit, each_paise, per) =>
    expect(unitSalePrice(price_paise, { value, unit })).toEqual({ price_paise: each_paise, per }),
  );
});

describe('STD-6.3 GTINs', () => {
  it.each([
    ['4006381333931', '04006381333931'],
    ['036000291452', '00036000291452'],
    ['96385074', '00000096385074'],
    ['10012345678902', '10012345678902'],
  ])('%s is kept as %s', (typed, kept) => expect(gtin14(typed)).toBe(kept));
  it.each(['4006381333932', '123', '00000000', '400638133393x', '036000291453'])('%s is none', (typed) =>
    expect(codeOf(() => gtin14(typed))).toBe('gtin_malformed'),
  );
});

const variant = (change: object = {}) => ({
  ...{ label: 'red', price: inr(10_000), mrp: inr(12_000), stock: 3, leadDays: 5 },
  ...change,
});
const parsed = (...offers: object[]) =>
  listingInput.shape.offers.parse(offers.map((one, i) => variant({ label: `variant ${i}`, ...one })));
const colour = (value: string) => ({ options: [{ name: 'colour', value }] });

describe('R-4.7 variants', () => {
  it.each([
    ['one that says no more than its price', [{}], 'none'],
    ['two of other colours', [colour('red'), colour('blue')], 'none'],
    ['two of one colour', [colour('red'), colour('red')], 'offer_terms_unfit'],
    ['one with options, one without', [colour('red'), {}], 'offer_terms_unfit'],
    [
      'an option named twice',
      [{ options: [...colour('red').options, ...colour('blue').options] }],
      'offer_terms_unfit',
    ],
    ['two of one SKU', [{ sku: 'A1' }, { sku: 'A1' }], 'offer_terms_unfit'],
    ['two of one GTIN', [{ gtin: '96385074' }, { gtin: '00000096385074' }], 'offer_terms_unfit'],
    ['a GTIN that does not check', [{ gtin: '96385075' }], 'gtin_malformed'],
    ['made to order in no time', [{ isMadeToOrder: true, leadDays: 0 }], 'offer_terms_unfit'],
    ['made to order in a day', [{ isMadeToOrder: true, leadDays: 1 }], 'none'],
    ['a public price above the shop’s', [{ governmentPrice: inr(10_001) }], 'offer_terms_unfit'],
    ['a public price as the shop’s', [{ governmentPrice: inr(10_000) }], 'none'],
    [
      'breaks in order',
      [
        {
          quantityBreaks: [
            { from: 2, price: inr(9_000) },
            { from: 3, price: inr(8_000) },
          ],
        },
      ],
      'none',
    ],
    ['a break that costs no less', [{ quantityBreaks: [{ from: 2, price: inr(10_000) }] }], 'offer_terms_unfit'],
    [
      'breaks that grow',
      [
        {
          quantityBreaks: [
            { from: 2, price: inr(8_000) },
            { from: 3, price: inr(9_000) },
          ],
        },
      ],
      'offer_terms_unfit',
    ],
    [
      'breaks upside down',
      [
        {
          quantityBreaks: [
            { from: 3, price: inr(9_000) },
            { from: 2, price: inr(8_000) },
          ],
        },
      ],
      'offer_terms_unfit',
    ],
    ['a break beyond the largest order', [{ quantityBreaks: [{ from: 11, price: inr(9_000) }] }], 'offer_terms_unfit'],
  ] as const)('%s: %#', (_, offers, code) => expect(codeOf(() => checkOffers(parsed(...offers)))).toBe(code));

  it.each([
    ['a price below nothing', { price: inr(-1) }],
    ['a price of nothing', { price: inr(0) }],
    ['an absurd price', { price: inr(10 ** 15) }],
    ['half a paisa', { price: inr(0.5) }],
    ['a stock below nothing', { stock: -1 }],
    ['a year and more to make', { leadDays: 366 }],
  ])('%s is refused at the door', (_, change) =>
    expect(listingInput.shape.offers.safeParse([variant(change)]).success).toBe(false),
  );
});

describe('R-9.9 goods nobody may sell', () => {
  it.each([
    ['Ivory bangle', 'goods_prohibited'],
    ['Elephant tusk, carved', 'goods_prohibited'],
    ['Shahtoosh shawl', 'goods_prohibited'],
    ['Tiger claw pendant', 'goods_prohibited'],
    ['Red sanders logs', 'goods_prohibited'],
    ['Vessel more than 100 years old', 'goods_prohibited'],
    ['Saree in ivory white', 'none'],
    ['Ivory-coloured stole', 'none'],
    ['Sandalwood soap', 'none'],
    ['Lamp with antique finish', 'none'],
    ['Peacock feather motif', 'none'],
  ])('%s: %s', (text, code) => expect(codeOf(() => assertNotProhibited([text]))).toBe(code));
});

describe('R-4.7 R-9.6 R-9.8 R-9.9 what is missing before goods are submitted', () => {
  const shelf = { slug: 's', name: 'S', quadrant: 'q4', hsn: ['5007'], gst_rate_keys: [], discount_min_bp: 0 } as const;
  const category = { ...shelf, is_food: false, is_toy: false, is_published: true, parameters: [] };
  const asked = {
    key: 'fibre',
    name: 'Fibre',
    kind: 'text',
    unit: null,
    choices: [],
    least: null,
    most: null,
  } as const;
  const care = { phone: '1800123456', email: null };
  const facts: SubmissionFacts = {
    ...{ images: 3, images_min: 3, category, parameters: {}, country_of_origin: 'IN', certifications: [] },
    ...{ declarations: { madeBy: null, consumerCare: care }, hsn: '5007', food: null, fssai: null },
    ...{ handmade: 'none', sellerClass: 'weaver', isGi: false, today: '2026-11-22' },
  };
  const toy = { ...category, is_toy: true };
  const bis = (validTo: string | null) => ({ certifications: [{ kind: 'bis' as const, number: 'R-1', validTo }] });
  const importer = { role: 'importer', name: 'Test Traders', address: '1 Test Road' } as const;
  it.each([
    ['nothing', {}, 'none'],
    ['a picture', { images: 2 }, 'images_missing'],
    ['the category', { category: null }, 'category_missing'],
    ['an answer', { category: { ...category, parameters: [{ ...asked, required: true }] } }, 'parameters_missing'],
    ['an answer nobody insists on', { category: { ...category, parameters: [{ ...asked, required: false }] } }, 'none'],
    ['whom to ask', { declarations: { madeBy: null, consumerCare: null } }, 'declarations_missing'],
    ['the importer of foreign goods', { country_of_origin: 'NP' }, 'declarations_missing'],
    [
      'nothing of foreign goods',
      { country_of_origin: 'NP', declarations: { madeBy: importer, consumerCare: care } },
      'none',
    ],
    ['what is in food', { category: { ...category, is_food: true } }, 'food_details_missing'],
    ['proof of a toy', { category: toy }, 'toy_unproved'],
    ['proof of a toy: the licence ended', { category: toy, ...bis('2026-11-21') }, 'toy_unproved'],
    ['nothing of a toy with its licence', { category: toy, ...bis('2026-11-22') }, 'none'],
    ['nothing of an artisan’s toy', { category: toy, handmade: 'handmade', sellerClass: 'artisan' }, 'none'],
    ['nothing of a GI toy', { category: toy, isGi: true }, 'none'],
  ] as const)('%s', (_, change, code) => {
    const these = { ...facts, ...change } as SubmissionFacts;
    expect(codeOf(() => assertComplete(these))).toBe(code);
    expect(checklistOf(these).every((item) => item.isDone)).toBe(code === 'none');
  });
});

describe('storefronts', () => {
  const plain: StorefrontGoods = {
    ...{ categories: ['locks', 'manufacturing'], hasOdopEntry: false, isGi: false, handmade: 'none', marks: [] },
    ...{ state_code: 'IN-UP', hasGiftWrap: false },
  };
  const maker: StorefrontMaker = { class: 'micro_small', flags: [] };
  it.each([
    ['nothing', {}, {}, []],
    ['an ODOP entry', { hasOdopEntry: true }, {}, ['odop-bazaar']],
    ['a group', {}, { class: 'shg' }, ['saras', 'womaniya']],
    ['handloom', { handmade: 'handloom' }, {}, ['handloom']],
    ['a craft', { handmade: 'handmade', categories: ['terracotta', 'handicrafts'] }, {}, ['handicraft']],
    ['a craft nobody calls handmade', { categories: ['terracotta', 'handicrafts'] }, {}, []],
    ['a tribal mark', { marks: ['tribes_india'] }, {}, ['tribes']],
    ['a woman’s enterprise', {}, { flags: ['women'] }, ['womaniya']],
    ['a startup', {}, { flags: ['startup'] }, ['startup']],
    ['one that calls itself a startup', {}, { class: 'startup' }, []],
    ['a wrapped GI', { isGi: true, hasGiftWrap: true }, {}, ['gifts']],
    ['khadi', { categories: ['khadi-fabric', 'handloom'] }, {}, ['khadi']],
    ['bamboo of Assam', { categories: ['cane-and-bamboo'], state_code: 'IN-AS' }, {}, ['north-east-bamboo']],
    ['bamboo of Kerala', { categories: ['cane-and-bamboo'], state_code: 'IN-KL' }, {}, []],
    ['farmers', {}, { class: 'fpo_company' }, ['fpo']],
  ] as const)('%s', (_, change, makerChange, slugs) =>
    expect(storefrontsOf({ ...plain, ...change }, { ...maker, ...makerChange } as StorefrontMaker)).toEqual(slugs),
  );
  it('each says its rule, under a name of its own', () =>
    expect(new Set(storefronts.map((one) => one.slug)).size).toBe(storefronts.length));
});

it('R-4.7 a language is told when the maker wrote in it', () => {
  const words = { title: 'Stole', description: 'Silk.', translations: { hi: { title: 'स्टोल', description: 'रेशम।' } } };
  expect(inLanguage(words, 'hi')).toEqual({ title: 'स्टोल', description: 'रेशम।', language: 'hi' });
  expect(inLanguage(words, 'ta')).toEqual({ title: 'Stole', description: 'Silk.', language: 'en' });
  expect(inLanguage(words, undefined).language).toBe('en');
});

it('SM-4 a maker sends where she says', () => {
  expect([null, ['812', '800001'], ['9']].map((pins) => servesPin(pins, '812001'))).toEqual([true, true, false]);
});

describe('Goods in the catalogue', () => {
  let app: Booted;
  let shop: ReturnType<typeof goods>;
  const media = mkdtempSync(join(tmpdir(), 'odop-media-'));
  const registries = new RegistriesSimulator();
  beforeAll(async () => {
    await registries.start({ secretKey: 'sk_test_simulated' });
    process.env['REGISTRIES_URL'] = registries.url;
    process.env['STORAGE_URL'] = `file:${media}`;
    app = await boot([CatalogueModule]);
    shop = goods(app);
  });
  afterAll(async () => {
    await app.close();
    await registries.stop();
    rmSync(media, { recursive: true, force: true });
  });
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
