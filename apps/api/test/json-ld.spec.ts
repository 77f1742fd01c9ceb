import type { ListingPage, ShownReview } from '#catalogue';
import { jsonLdOf, jsonLdText } from '../src/public/json-ld.js';

const id = '0192f3a4-5b6c-7d8e-9f01-23456789abcd';
const natural = {
  ...{
    id,
    label: 'natural',
    price_paise: 145_000n,
    mrp_paise: 165_000n,
    lead_days: 5,
    min_quantity: 1,
    max_quantity: 9,
  },
  ...{ in_stock: true, options: { colour: 'natural' }, sku: null, gtin: null, is_made_to_order: false },
  ...{ quantity_breaks: [], government_price_paise: null },
};
const red = {
  ...{ ...natural, label: 'red', price_paise: 155_050n, in_stock: false, options: { colour: 'red' } },
  ...{ sku: 'ST-2', gtin: '08901234567894' },
};

const page = (change: Partial<ListingPage> = {}) =>
  ({
    ...{ id, title: 'Tussar stole', description: 'Hand-spun.', common_name: 'stole', handmade: 'handloom' },
    ...{ country_of_origin: 'IN', brand: null, hsn: '50072010', unit: 'piece', net_quantity: 1, net_unit: 'piece' },
    ...{ weight_g: 250, length_mm: 2_000, width_mm: 700, height_mm: null, serves_pins: ['800'], declarations: {} },
    ...{ product: 'Silk', gi: true, category_slug: 'stoles', category_name: 'Stoles', reviews: 0, rating_tenths: 0 },
    ...{ district_slug: 'bhagalpur', district_name: 'Bhagalpur', state_name: 'Bihar', seller_name: 'Meena Weaves' },
    ...{ seller_place: 'Nathnagar', seller_pincode: '812006', seller_state_code: 'IN-BR' },
    asked: [{ key: 'material', name: 'Material', kind: 'text', unit: null, choices: [], required: true }],
    parameters: { material: 'tussar silk' },
    images: [{ media_id: id, alt: 'front' }],
    offers: [natural],
    ...change,
  }) as unknown as ListingPage;

const review = {
  ...{ review_id: id, stars: 4, title: 'Soft', words: 'Warm.', language: 'en', by_name: null, by_state: 'Bihar' },
  ...{ written_at: new Date('2027-01-31T06:30:00Z'), edited_at: null, answer: null, answered_at: null },
  ...{ sort_stars: '4', sort_time: '' },
} satisfies ShownReview;
const return_days = { goods: 7, food: 0, madeToOrder: 0 };
const read = (goods: ListingPage, reviews: readonly ShownReview[] = []) =>
  jsonLdOf(goods, { reviews, return_days })['@graph'] as [Record<string, unknown>, Record<string, unknown>];

describe('STD-6.1 goods as search engines read them', () => {
  test('STD-6.1 one variant is a product with what one pays, where it is sent, and what it is', () => {
    const [product] = read(page());
    expect(product).toMatchObject({
      '@type': 'Product',
      name: 'Tussar stole',
      url: expect.stringMatching(/tussar-stole-[0-9a-z]{25}$/),
      image: [expect.stringMatching(new RegExp(`/v1/public/media/${id}$`))],
      sku: id,
      material: 'tussar silk',
      color: 'natural',
      countryOfOrigin: { '@type': 'Country', name: 'IN' },
      manufacturer: { name: 'Meena Weaves', address: { postalCode: '812006' } },
      weight: { value: 250, unitCode: 'GRM' },
      offers: {
        price: '1450.00',
        priceCurrency: 'INR',
        availability: 'https://schema.org/InStock',
        itemCondition: 'https://schema.org/NewCondition',
        shippingDetails: { shippingDestination: { addressCountry: 'IN', postalCodePrefix: ['800'] } },
        hasMerchantReturnPolicy: { merchantReturnDays: 7 },
      },
    });
    expect(product['additionalProperty']).toContainEqual(
      expect.objectContaining({ name: 'ODOP product', value: 'Silk, Bhagalpur' }),
    );
  });

  test('STD-6.1 nothing is said that is not known: no brand, number, height or stars where there are none', () => {
    const [product] = read(page());
    for (const member of ['brand', 'gtin14', 'height', 'aggregateRating', 'review']) {
      expect(product).not.toHaveProperty(member);
    }
    expect(read(page({ brand: 'Ekta' }))[0]).toMatchObject({ brand: { '@type': 'Brand', name: 'Ekta' } });
  });

  test.each([
    ['goods', {}, { merchantReturnDays: 7, returnPolicyCategory: expect.stringMatching(/FiniteReturnWindow$/) }],
    ['food', { hsn: '09101210' }, { returnPolicyCategory: expect.stringMatching(/NotPermitted$/) }],
    [
      'made to order',
      { offers: [{ ...natural, is_made_to_order: true }] },
      { returnPolicyCategory: expect.stringMatching(/NotPermitted$/) },
    ],
  ])('STD-6.1 SM-4 how long one may send back: %s', (_, change, policy) => {
    const [product] = read(page(change as never));
    expect(product).toMatchObject({ offers: { hasMerchantReturnPolicy: policy } });
  });

  test('STD-6.1 stars are there when buyers gave some, and a review is by a name only where she wants it', () => {
    const [product] = read(page({ reviews: 3, rating_tenths: 43 }), [review, { ...review, by_name: 'Farah T.' }]);
    expect(product).toMatchObject({
      aggregateRating: { ratingValue: '4.3', reviewCount: 3, bestRating: 5 },
      review: [{ author: { name: 'A buyer in Bihar' }, datePublished: '2027-01-31' }, { author: { name: 'Farah T.' } }],
    });
  });

  test('STD-6.1 several variants are a group, each with its own price, number and stock', () => {
    const [group] = read(page({ offers: [natural, red] as never }));
    expect(group).toMatchObject({
      '@type': 'ProductGroup',
      productGroupID: id,
      variesBy: ['https://schema.org/color'],
      offers: { '@type': 'AggregateOffer', lowPrice: '1450.00', highPrice: '1550.50', offerCount: 2 },
      hasVariant: [
        { name: 'Tussar stole – natural', offers: { availability: 'https://schema.org/InStock' } },
        {
          sku: 'ST-2',
          gtin14: '08901234567894',
          color: 'red',
          offers: { availability: 'https://schema.org/OutOfStock' },
        },
      ],
    });
  });

  test('STD-6.1 the way through the shop leads from its beginning over district and category to the goods', () => {
    const [, breadcrumbs] = read(page());
    const items = breadcrumbs['itemListElement'] as { position: number; name: string }[];
    expect(items.map(({ position, name }) => `${position} ${name}`)).toEqual([
      '1 ODOP Bazaar',
      '2 Bhagalpur',
      '3 Stoles',
      '4 Tussar stole',
    ]);
  });

  test('S-56 it may stand within a page: nothing in it ends the script or begins another', () => {
    const goods = page({ title: '</script><script>alert(1)</script>', description: '<!-- & \u2028 ]]>' });
    const text = jsonLdText(jsonLdOf(goods, { reviews: [], return_days }));
    expect(text).not.toMatch(/[<>&\u2028\u2029]/u);
    expect(JSON.parse(text)['@graph'][0]).toMatchObject({ name: goods.title, description: goods.description });
  });
});
