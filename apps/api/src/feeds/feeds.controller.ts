import { Controller, Get, Header, Param } from '@nestjs/common';
import { z } from 'zod';
import { GoodsFeedQuery, PlacesFeedQuery, storefronts } from '#catalogue';
import { Answers, Does, fail, Limited, Open, publicFile, publicStream, publicUrl } from '#platform/http';
import { shopHome } from '../public/shop-pages.js';
import { productsTsv, productsXml } from './merchant-feed.js';
import { goodsMap, placeParts, placesMap, readPart, sitemapIndex, type PlacePart } from './sitemap.js';

const XML = 'application/xml; charset=utf-8';
const TSV = 'text/tab-separated-values; charset=utf-8';
const feedMaxAge_s = 900;
const mapMaxAge_s = 3_600;
/** Counts the changes of how feeds are written. */
const layout = 1;

const partName = z
  .string()
  .max(40)
  .regex(/^[a-z0-9-]+\.xml$/u, 'Expected the name of a part such as goods-1-0.xml')
  .meta({ examples: ['districts.xml'] });

/** All goods and pages of the shop for those who lead people to it. Written while they are sent, never held whole. */
@Controller()
export class FeedsController {
  constructor(
    private readonly feed: GoodsFeedQuery,
    private readonly places: PlacesFeedQuery,
  ) {}

  /** @rule STD-6.2 */
  @Get('feeds/products.xml')
  @Does('All goods as product data for merchants’ platforms (RSS 2.0)')
  @Limited('feeds')
  @Open()
  @Answers(200, undefined, { contentType: 'application/xml' })
  async productsXml() {
    const tag = await this.version('products.xml');
    return publicStream(feedMaxAge_s, XML, tag, () => productsXml(this.feed));
  }

  /** @rule STD-6.2 */
  @Get('feeds/products.tsv')
  @Does('The same as a table with tabs')
  @Limited('feeds')
  @Open()
  @Answers(200, undefined, { contentType: 'text/tab-separated-values' })
  async productsTsv() {
    const tag = await this.version('products.tsv');
    return publicStream(feedMaxAge_s, TSV, tag, () => productsTsv(this.feed));
  }

  @Get('sitemap.xml')
  @Does('Where the lists of all pages of the shop are')
  @Limited('feeds')
  @Open()
  @Answers(200, undefined, { contentType: 'application/xml' })
  async index() {
    return publicFile(mapMaxAge_s, XML, sitemapIndex((await this.feed.state()).goods));
  }

  @Get('sitemaps/:part')
  @Does('Pages of the shop: a part of the goods, or districts, products, categories, storefronts')
  @Limited('feeds')
  @Open()
  @Answers(200, undefined, { contentType: 'application/xml' })
  async part(@Param('part', { schema: partName }) named: string) {
    const name = named.slice(0, -'.xml'.length);
    if (Object.hasOwn(placeParts, name)) {
      const names = await this.namesOf(name as PlacePart);
      return publicFile(mapMaxAge_s, XML, placesMap(placeParts[name as PlacePart], names));
    }
    const goods = readPart(name);
    if (goods === null) throw fail('not_found');
    const tag = await this.version(name);
    return publicStream(mapMaxAge_s, XML, tag, () => goodsMap(this.feed, goods.part, goods.parts));
  }

  @Get('robots.txt')
  @Does('Where search engines find the pages of the shop (RFC 9309)')
  @Open({ ignoresCredentials: true })
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  @Answers(200, undefined, { contentType: 'text/plain' })
  robots(): string {
    return `User-agent: *\nAllow: /\nSitemap: ${publicUrl()}/sitemap.xml\n`;
  }

  /**
   * Changes whenever the bytes would: every change of goods puts them on the shelf anew. A tag only, no time of the last
   * change: goods that left would be in none.
   */
  private async version(name: string): Promise<string> {
    const { goods, digest } = await this.feed.state();
    return JSON.stringify([layout, name, goods, digest, publicUrl(), shopHome()]);
  }

  private namesOf(part: PlacePart): Promise<string[]> | string[] {
    switch (part) {
      case 'districts':
        return this.places.districts();
      case 'products':
        return this.places.products();
      case 'categories':
        return this.places.categories();
      case 'storefronts':
        return storefronts.map((one) => one.slug);
    }
  }
}
