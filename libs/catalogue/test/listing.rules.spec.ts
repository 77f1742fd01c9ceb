import type { GstRate } from '#policy';
import { checkContent } from '../src/domain/check-content.js';
import { isFood } from '../src/domain/food.rules.js';
import { listingInput, type ListingInput } from '../src/domain/listing-content.js';
import { assertMayTie } from '../src/domain/odop-tie.rules.js';
import { assertWithinMrp, isMaterialRise } from '../src/domain/price.rules.js';
import { submittedAs } from '../src/domain/submission.rules.js';
import { codeOf } from './builders/pictures.js';

const district = '0192aaaa-0000-7000-8000-000000000001';
const elsewhere = '0192aaaa-0000-7000-8000-000000000002';
const child = '0192aaaa-0000-7000-8000-000000000003';
const former = '0192aaaa-0000-7000-8000-000000000004';
const entry = {
  state: 'live',
  takes_listings: true,
  district_id: district,
  district_name: 'Bhagalpur',
  product: 'Tussar silk',
} as const;

const ground = [
  { district_id: district, is_former: false },
  { district_id: child, is_former: false },
  { district_id: former, is_former: true },
];

describe('R-4.6 goods are tied to an ODOP entry of their maker', () => {
  it.each([
    ['a verified maker, a live entry of her district', { state: 'verified' }, {}, 'none'],
    ['an active maker', { state: 'active' }, {}, 'none'],
    ['a maker still under review', { state: 'under_review' }, {}, 'seller_not_listing'],
    ['a restricted maker', { state: 'restricted' }, {}, 'seller_not_listing'],
    ['a maker of another district', { district_id: elsewhere }, {}, 'odop_entry_of_other_district'],
    ['a maker of a district divided from the entry’s', { district_id: child }, {}, 'none'],
    ['a maker of the district it lay in before', { district_id: former }, {}, 'odop_entry_of_other_district'],
    ['a suspended entry', { state: 'active' }, { state: 'suspended' }, 'odop_entry_not_live'],
    ['a retired entry', { state: 'active' }, { state: 'retired' }, 'odop_entry_not_live'],
    ['an entry that is tourism', { state: 'active' }, { takes_listings: false }, 'odop_entry_not_live'],
  ] as const)('%s', (_, seller, change, code) =>
    expect(
      codeOf(() =>
        assertMayTie({ district_id: district, state: 'active', ...seller }, { ...entry, ...change }, ground, false),
      ),
    ).toBe(code),
  );

  it('no such entry', () =>
    expect(codeOf(() => assertMayTie({ district_id: district, state: 'active' }, null, [], false))).toBe(
      'odop_entry_unknown',
    ));

  it.each([
    ['what a maker of the district it lay in before has listed already', former, 'none'],
    ['not what somebody elsewhere has', elsewhere, 'odop_entry_of_other_district'],
  ])('R-7.2 a division took the entry along: %s', (_, district_id, code) =>
    expect(codeOf(() => assertMayTie({ district_id, state: 'active' }, entry, ground, true))).toBe(code),
  );
});

describe('R-2.11 prices', () => {
  it.each([
    [144_999n, 'none'],
    [145_000n, 'none'],
    [145_001n, 'price_above_mrp'],
  ])('%i paise under an MRP of 1,450 rupees: %s', (price_paise, code) =>
    expect(codeOf(() => assertWithinMrp({ label: 'red', price_paise, mrp_paise: 145_000n }))).toBe(code),
  );

  it.each([
    [90_000n, false],
    [110_000n, false],
    [110_001n, true],
  ])('SM-3 a price of 1,000 rupees becomes %i paise: review %s', (price, review) =>
    expect(isMaterialRise(100_000n, price, 1_000)).toBe(review),
  );
});

const silk: GstRate = {
  hsn: ['5007'],
  handicraft: false,
  tiers: [{ above_paise: null, upto_paise: null, rate_bp: 500 }],
};
const craft: GstRate = { ...silk, hsn: ['6214'], handicraft: true };
const rateAt = (key: string) => ({ fabric: silk, shawls: craft })[key];

const stole = (change: Partial<Record<keyof ListingInput, unknown>> = {}): ListingInput =>
  listingInput.parse({
    odopEntryId: district,
    title: 'Tussar stole',
    description: 'Hand-spun, natural dye.',
    commonName: 'stole',
    hsn: '50072010',
    gstRateKey: 'fabric',
    unit: 'piece',
    netQuantity: { value: 1, unit: 'piece' },
    handmade: 'handloom',
    weight_g: 250,
    offers: [offer()],
    ...change,
  });
const offer = (change: object = {}) => ({
  label: 'natural',
  price: { paise: 145_000, currency: 'INR' },
  mrp: { paise: 160_000, currency: 'INR' },
  stock: 3,
  leadDays: 5,
  ...change,
});

describe('R-4.7 what a maker writes', () => {
  it.each([
    ['all is well', {}, 'none'],
    ['HSN of five digits', { hsn: '50072' }, 'hsn_malformed'],
    ['HSN of a service', { hsn: '9983' }, 'hsn_malformed'],
    ['a rate line nobody knows', { gstRateKey: 'nothing' }, 'rate_unknown'],
    ['R-6.10 a rate line of other goods', { hsn: '6203' }, 'rate_not_for_hsn'],
    ['R-6.10 a handicraft rate', { hsn: '6214', gstRateKey: 'shawls', handmade: 'handmade' }, 'none'],
    [
      'R-6.10 a handicraft rate without the declaration',
      { hsn: '6214', gstRateKey: 'shawls', handmade: 'none' },
      'rate_needs_handmade',
    ],
    ['two variants of one name', { offers: [offer(), offer()] }, 'offer_label_twice'],
    ['a price above MRP', { offers: [offer({ price: { paise: 160_001, currency: 'INR' } })] }, 'price_above_mrp'],
    ['an order range upside down', { offers: [offer({ minQuantity: 5, maxQuantity: 4 })] }, 'quantity_range_empty'],
    ['an order range of one number', { offers: [offer({ minQuantity: 5, maxQuantity: 5 })] }, 'none'],
  ])('%s', (_, change, code) => expect(codeOf(() => checkContent(stole(change), rateAt))).toBe(code));

  it('S-44 a price in rupees, a seller or a state sent along are refused', () => {
    for (const extra of [{ sellerId: district }, { state: 'live' }, { version: 7 }]) {
      expect(listingInput.safeParse({ ...stole(), ...extra }).success).toBe(false);
    }
  });

  it('S-64 an Aadhaar number in the description is refused', () =>
    expect(listingInput.safeParse({ ...stole(), description: 'call 2341 2341 2346' }).success).toBe(false));
});

describe('SM-3 submission', () => {
  it.each([
    ['draft', 3, 'submit'],
    ['draft', 4, 'submit'],
    ['changes_needed', 3, 'resubmit'],
    ['blocked', 3, 'cure'],
  ] as const)('%s with %i pictures is a %s', (state, images, step) => expect(submittedAs(state, images, 3)).toBe(step));

  it('two pictures of three are not enough, and what is in review cannot be submitted', () => {
    expect(codeOf(() => submittedAs('draft', 2, 3))).toBe('images_missing');
    expect(codeOf(() => submittedAs('in_review', 3, 3))).toBe('illegal_transition');
  });
});

describe('R-9.8 food', () => {
  it('knows food by its chapter', () =>
    expect(['0409', '0902', '1905', '2106', '3401', '6912'].filter(isFood)).toEqual(['0409', '0902', '1905', '2106']));
});
