import {
  inLanguage,
  listingInput,
  servesPin,
  storefronts,
  storefrontsOf,
  unitPriceOf,
  unitSalePrice,
  type StorefrontGoods,
  type StorefrontMaker,
} from '../src/index.js';
import { assertComplete, checklistOf, type SubmissionFacts } from '../src/domain/checklist.js';
import { gtin14 } from '../src/domain/gtin.js';
import { checkOffers } from '../src/domain/offer-terms.js';
import { assertNotProhibited } from '../src/domain/prohibited.rules.js';
import { codeOf } from './builders/pictures.js';
import { colour, variant } from './builders/variants.js';

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

const parsed = (...offers: object[]) =>
  listingInput.shape.offers.parse(offers.map((one, i) => variant({ label: `variant ${i}`, ...one })));

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
