import type { FeedGoods, GoodsFeedQuery } from '#catalogue';
import { looksOf } from '../public/json-ld.js';
import { goodsPage, pictureAddress, rupeesText, shopHome } from '../public/shop-pages.js';
import { element, feedText } from './xml.js';

/** One line of a feed: names as merchants' product data have them. Several shipping places are several values. */
export type FeedItem = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Columns of the table, in this order. */
export const columns = [
  ...[
    'id',
    'title',
    'description',
    'link',
    'image_link',
    'additional_image_link',
    'availability',
    'price',
    'sale_price',
  ],
  ...['condition', 'brand', 'gtin', 'identifier_exists', 'item_group_id', 'color', 'size', 'material', 'pattern'],
  ...['product_type', 'shipping', 'shipping_weight', 'country_of_origin', 'custom_label_0', 'custom_label_1'],
] as const;

/** Tariff codes of goods that may be sold here but not advertised there: spirits, tobacco, explosives, weapons. */
const unfit = /^(?:220[3-8]|24|36|93)/u;

/**
 * The lines of goods: one for each variant. None for goods without a picture or a price, or of a kind that feeds refuse.
 * @param path  shelves down to the category of the goods
 * @rule STD-6.2
 */
export function itemsOf(goods: FeedGoods, path: readonly string[]): FeedItem[] {
  const [first, ...others] = goods.images;
  const title = feedText(goods.title, 150);
  if (first === undefined || title === '' || unfit.test(goods.hsn)) return [];
  const isGroup = goods.offers.length > 1;
  return goods.offers
    .filter((offer) => offer.price_paise > 0n)
    .map((offer) => ({
      id: offer.id,
      title: isGroup ? feedText(`${feedText(goods.title, 110)} – ${offer.label}`, 150) : title,
      description: feedText(goods.description, 5_000) || title,
      link: goodsPage(goods),
      image_link: pictureAddress(first),
      ...(others.length === 0 ? {} : { additional_image_link: others.map(pictureAddress) }),
      availability: offer.in_stock ? 'in_stock' : 'out_of_stock',
      ...pricesOf(offer),
      condition: 'new',
      ...(goods.brand === null ? {} : { brand: feedText(goods.brand, 70) }),
      ...(offer.gtin === null ? { identifier_exists: 'no' } : { gtin: offer.gtin }),
      ...(isGroup ? { item_group_id: goods.id } : {}),
      ...Object.fromEntries(Object.entries(looksOf(goods, offer)).map(([name, value]) => [name, feedText(value, 100)])),
      ...(path.length === 0 ? {} : { product_type: feedText(path.join(' > '), 750) }),
      shipping: goods.serves_pins === null ? ['IN:::0.00 INR'] : goods.serves_pins.map((pin) => `IN:${pin}*::0.00 INR`),
      shipping_weight: `${goods.weight_g} g`,
      country_of_origin: goods.country_of_origin,
      custom_label_0: feedText(goods.district_name, 100),
      custom_label_1: feedText(goods.product ?? goods.state_name, 100),
    }));
}

/** The MRP is the price, and what is asked below it the sale price, as it is at the checkout. */
const pricesOf = ({ price_paise, mrp_paise }: { price_paise: bigint; mrp_paise: bigint }) => {
  const asked = `${rupeesText(price_paise)} INR`;
  return price_paise < mrp_paise ? { price: `${rupeesText(mrp_paise)} INR`, sale_price: asked } : { price: asked };
};

/** All goods as RSS 2.0 with the names of merchants' product data, written while it is sent. */
export async function* productsXml(query: GoodsFeedQuery): AsyncGenerator<Buffer> {
  const about = `${element('title', 'ODOP Bazaar')}${element('link', shopHome())}${element('description', 'Goods on sale')}`;
  yield Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>${about}\n`,
  );
  yield* written(query, xmlItem);
  yield Buffer.from('</channel></rss>\n');
}

/** The same as a table with tabs. */
export async function* productsTsv(query: GoodsFeedQuery): AsyncGenerator<Buffer> {
  yield Buffer.from(`${columns.join('\t')}\n`);
  yield* written(query, tsvLine);
}

async function* written(query: GoodsFeedQuery, line: (item: FeedItem) => string): AsyncGenerator<Buffer> {
  const paths = await query.paths();
  for await (const goods of query.goods()) {
    const items = goods.flatMap((one) => itemsOf(one, paths.get(one.category_slug ?? '') ?? []));
    if (items.length > 0) yield Buffer.from(items.map(line).join(''));
  }
}

export function xmlItem(item: FeedItem): string {
  const members = columns.flatMap((name) => {
    const value = item[name];
    if (value === undefined) return [];
    const values = typeof value === 'string' ? [value] : value;
    return values.map((one) => (name === 'shipping' ? xmlShipping(one) : element(`g:${name}`, one)));
  });
  return `<item>${members.join('')}</item>\n`;
}

function xmlShipping(text: string): string {
  const [country, places, , price] = text.split(':') as [string, string, string, string];
  const place = places === '' ? '' : element('g:postal_code', places);
  return `<g:shipping>${element('g:country', country)}${place}${element('g:price', price)}</g:shipping>`;
}

/** A cell is one line of text, and none is a formula to a spreadsheet (S-59). */
const cell = (text: string): string => text.replaceAll(/\s+/gu, ' ').replace(/^[=+\-@＝＋－＠]+\s*/u, '');

export const tsvLine = (item: FeedItem): string =>
  `${columns
    .map((name) => item[name] ?? '')
    .map((value) => (typeof value === 'string' ? cell(value) : value.map(cell).join(',')))
    .join('\t')}\n`;
