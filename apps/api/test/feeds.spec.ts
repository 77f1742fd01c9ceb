import { SaxesParser } from 'saxes';
import type { FeedGoods } from '#catalogue';
import { columns, itemsOf, tsvLine, xmlItem } from '../src/feeds/merchant-feed.js';
import { partsOf, placesMap, readPart, sitemapIndex } from '../src/feeds/sitemap.js';
import { feedText } from '../src/feeds/xml.js';

const id = '0192f3a4-5b6c-7d8e-9f01-23456789abcd';
const offer = {
  ...{ id: '0192f3a4-5b6c-7d8e-9f01-23456789abce', label: 'natural', price_paise: 145_000n, mrp_paise: 165_005n },
  ...{ options: {}, gtin: null, in_stock: true },
};
const goods = (change: Partial<FeedGoods> = {}): FeedGoods => ({
  ...{ id, title: 'Tussar stole', description: 'Hand-spun.', brand: null, hsn: '50072010', country_of_origin: 'IN' },
  ...{ weight_g: 250, serves_pins: null, parameters: {}, category_slug: 'stoles', product: 'Silk' },
  ...{ district_name: 'Bhagalpur', state_name: 'Bihar', images: [id], offers: [offer] },
  ...change,
});

/** The texts of all elements of a document, by name; throws where it is not well-formed. */
function read(xml: string): Record<string, string[]> {
  const parser = new SaxesParser({ xmlns: true });
  const texts: Record<string, string[]> = {};
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => (text = ''));
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ name }) => (texts[name] ??= []).push(text));
  parser.write(xml).close();
  return texts;
}
const asFeed = (lines: string): string => `<rss xmlns:g="http://base.google.com/ns/1.0">${lines}</rss>`;
const only = (change: Partial<FeedGoods> = {}) => itemsOf(goods(change), ['Handloom', 'Stoles'])[0];

describe('STD-6.2 goods in a merchant feed', () => {
  it('says price and sale price, that there is no number where there is none, and where the goods stand', () => {
    expect(only()).toMatchObject({
      ...{ id: offer.id, title: 'Tussar stole', availability: 'in_stock', condition: 'new' },
      ...{ price: '1650.05 INR', sale_price: '1450.00 INR', identifier_exists: 'no', shipping: ['IN:::0.00 INR'] },
      ...{ product_type: 'Handloom > Stoles', shipping_weight: '250 g', custom_label_0: 'Bhagalpur' },
    });
    expect(only()).not.toHaveProperty('gtin');
    expect(only()).not.toHaveProperty('brand');
  });

  it.each([
    ['price alone where nothing is off', { offers: [{ ...offer, mrp_paise: 145_000n }] }, { price: '1450.00 INR' }],
    ['sold out', { offers: [{ ...offer, in_stock: false }] }, { availability: 'out_of_stock' }],
    ['a number', { offers: [{ ...offer, gtin: '08901234567894' }] }, { gtin: '08901234567894' }],
    ['a brand', { brand: 'Ekta' }, { brand: 'Ekta' }],
    [
      'sent to some places only',
      { serves_pins: ['800', '81'] },
      { shipping: ['IN:800*::0.00 INR', 'IN:81*::0.00 INR'] },
    ],
    ['colour by its name in the format', { offers: [{ ...offer, options: { colour: 'red' } }] }, { color: 'red' }],
    ['no words', { description: '\u200b' }, { description: '\u200b' }],
  ] as const)('%s', (_, change, expected) => expect(only(change as never)).toMatchObject(expected));

  it.each([
    ['no picture', { images: [] }],
    ['no price', { offers: [{ ...offer, price_paise: 0n }] }],
    ['spirits', { hsn: '2208' }],
    ['tobacco', { hsn: '24039100' }],
    ['fireworks', { hsn: '3604' }],
    ['swords', { hsn: '9307' }],
    ['no title that can be shown', { title: '\u0007\u202e' }],
  ])('goods the feed may not have: %s', (_, change) => expect(itemsOf(goods(change as never), [])).toEqual([]));

  it('each variant is a line of its own, held together by their goods', () => {
    const items = itemsOf(goods({ offers: [offer, { ...offer, id, label: 'x'.repeat(90) }] }), []);
    expect(items).toMatchObject([{ item_group_id: id, title: 'Tussar stole – natural' }, { item_group_id: id }]);
    expect([...(items[1]!['title'] as string)].length).toBeLessThanOrEqual(150);
  });

  it.each([
    ['the end of a section', 'Silk ]]> stole', 'Silk ]]> stole'],
    ['signs of markup', '</item><x a="1">&amp;', '</item><x a="1">&amp;'],
    ['control characters', 'Si\u0000l\u000bk\u001b', 'Silk'],
    ['signs that turn the direction', 'Silk\u202eelots', 'Silkelots'],
    ['half a character', 'Silk\ud800', 'Silk'],
    ['what is no character', 'Silk\uffff', 'Silk'],
    ['joiners of Indian scripts', 'क्\u200dष', 'क्\u200dष'],
    ['an emoji', 'Silk 🧵', 'Silk 🧵'],
  ])('S-56 %s in a title does no harm', (_, title, shown) => {
    const texts = read(asFeed(xmlItem(only({ title })!)));
    expect(texts['g:title']).toEqual([shown]);
    expect(Object.keys(texts)).not.toContain('x');
  });

  it('a title is cut between characters, never within one', () => {
    const cut = feedText('🧵'.repeat(200), 150);
    expect([[...cut].length, /\p{Cs}/u.test(cut)]).toEqual([150, false]);
  });

  it('the table has one line for each, its cells in the order of the head, and no formulas (S-59)', () => {
    const line = tsvLine(only({ title: '=HYPERLINK("x")\tcheap\n', images: [id, id, id] })!);
    const cells = line.trimEnd().split('\t');
    expect(line.match(/\n/g)).toHaveLength(1);
    expect(cells[columns.indexOf('title')]).toBe('HYPERLINK("x") cheap');
    expect(cells[columns.indexOf('additional_image_link')]!.split(',')).toHaveLength(2);
    expect(cells[columns.indexOf('sale_price')]).toBe('1450.00 INR');
  });

  it('shipping is told with its country, places and price', () => {
    const texts = read(asFeed(xmlItem(only({ serves_pins: ['800'] })!)));
    expect([texts['g:country'], texts['g:postal_code'], texts['g:price']]).toEqual([
      ['IN'],
      ['800*'],
      ['1650.05 INR', '0.00 INR'],
    ]);
  });
});

describe('STD-6.2 the parts of the sitemap', () => {
  it.each([
    [0, 1],
    [25_000, 1],
    [25_001, 2],
    [1_000_000, 64],
    [10_000_000, 512],
    [2_000_000_000, 4_096],
  ])('%i goods stand in %i parts', (count, parts) => expect(partsOf(count)).toBe(parts));

  it.each([
    ['goods-1-0', { part: 0, parts: 1 }],
    ['goods-64-63', { part: 63, parts: 64 }],
    ['goods-64-64', null],
    ['goods-3-0', null],
    ['goods-0-0', null],
    ['goods-8192-1', null],
    ['goods', null],
    ['other-1-0', null],
  ])('%s', (name, part) => expect(readPart(name)).toEqual(part));

  it('the index names every part, places first', () => {
    const locs = read(sitemapIndex(60_000))['loc']!;
    expect(locs.map((loc) => loc.replace(/^.*\/sitemaps\//, ''))).toEqual([
      ...['districts.xml', 'products.xml', 'categories.xml', 'storefronts.xml'],
      ...['goods-4-0.xml', 'goods-4-1.xml', 'goods-4-2.xml', 'goods-4-3.xml'],
    ]);
  });

  it('pages of storefronts are written so that an address with & stays one', () => {
    expect(read(placesMap('storefront', ['gifts']))['loc']).toEqual([expect.stringMatching(/gifts$/)]);
  });
});
