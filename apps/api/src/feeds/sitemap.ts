import type { GoodsFeedQuery } from '#catalogue';
import { publicUrl } from '#platform/http';
import { goodsPage, shopPage, type ShopPage } from '../public/shop-pages.js';
import { element } from './xml.js';

/** What a part of a sitemap may hold at most; goods are dealt by lot, so parts are planned to be half full. */
export const addresses_max = 50_000;
const planned = addresses_max / 2;
const lots = 4_096;

const xmlns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Parts that are not goods. */
export const placeParts = {
  districts: 'district',
  products: 'product',
  categories: 'category',
  storefronts: 'storefront',
} as const;
export type PlacePart = keyof typeof placeParts;

/** Into how many parts so many goods are dealt: a power of two, so that a part changes only when it is cut in half. */
export function partsOf(goods: number): number {
  let parts = 1;
  while (goods / parts > planned && parts < lots) parts *= 2;
  return parts;
}

/** `goods-4-2` → the third of four parts; null for what is none. */
export function readPart(name: string): { part: number; parts: number } | null {
  const [, parts, part] = /^goods-(\d{1,4})-(\d{1,4})$/u.exec(name) ?? [];
  const read = { parts: Number(parts), part: Number(part) };
  const isPower = read.parts > 0 && lots % read.parts === 0;
  return isPower && read.part < read.parts ? read : null;
}

/** The index: where the parts are. @rule STD-6.2 */
export function sitemapIndex(goods: number): string {
  const parts = partsOf(goods);
  const names = [...Object.keys(placeParts), ...Array.from({ length: parts }, (_, i) => `goods-${parts}-${i}`)];
  const maps = names.map((name) => `<sitemap>${element('loc', `${publicUrl()}/sitemaps/${name}.xml`)}</sitemap>\n`);
  return `${head}<sitemapindex ${xmlns}>\n${maps.join('')}</sitemapindex>\n`;
}

export function placesMap(kind: ShopPage, names: readonly string[]): string {
  const urls = names.map((name) => `<url>${element('loc', shopPage(kind, name))}</url>\n`);
  return `${head}<urlset ${xmlns}>\n${urls.join('')}</urlset>\n`;
}

/** One part of the goods, written while it is sent. */
export async function* goodsMap(query: GoodsFeedQuery, part: number, parts: number): AsyncGenerator<Buffer> {
  yield Buffer.from(`${head}<urlset ${xmlns}>\n`);
  for await (const goods of query.addresses(part, parts, addresses_max)) {
    const urls = goods.map(
      (one) => `<url>${element('loc', goodsPage(one))}${element('lastmod', one.changed_at.toISOString())}</url>\n`,
    );
    yield Buffer.from(urls.join(''));
  }
  yield Buffer.from('</urlset>\n');
}
