import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatFor, goodsSlug, idOfSlug, ListingsQuery, MediaQuery, ReviewsQuery, type ListingPage } from '#catalogue';
import { Answers, Does, fail, Open, publicFile, publicly, Refuses } from '#platform/http';
import { PolicyQuery } from '#policy';
import { AnswersRendition, notYet, sendPicture, sendRendition } from '../seller/media.schema.js';
import { JSON_LD, jsonLd, jsonLdOf, jsonLdText } from './json-ld.js';
import {
  listing,
  listingQuery,
  listingsMaxAge_s,
  pageOfGoodsQuery,
  pictureMaxAge_s,
  pictureQuery,
  viewOfListing,
} from './listings.schema.js';
import { goodsSlugText } from './names.schema.js';

/** Reviews that search engines are told word for word. */
const told_reviews = 5;
const wantsJsonLd = ({ headers }: FastifyRequest): boolean =>
  (headers.accept ?? '').split(',').some((type) => type.split(';')[0]!.trim().toLowerCase() === JSON_LD);

type Asked = z.infer<typeof pageOfGoodsQuery>;

@Controller('v1/public')
export class PublicListingsController {
  constructor(
    private readonly listings: ListingsQuery,
    private readonly media: MediaQuery,
    private readonly reviews: ReviewsQuery,
    private readonly policy: PolicyQuery,
  ) {}

  @Get('listings/:id')
  @Does('Goods with all their maker declares; by the name of their page also as search engines read them')
  @Open()
  @Answers(200, listing)
  async one(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: listingQuery }) query: z.infer<typeof listingQuery>,
  ) {
    return publicly(listingsMaxAge_s, viewOfListing(await this.shown(id), query.lang));
  }

  /** @rule STD-6.1 */
  @Get('listings/by-slug/:slug')
  @Does('The same by the name in the address of its page; a name it had before leads to the one it has now')
  @Open()
  @Answers(200, listing)
  @Answers(200, jsonLd, { contentType: JSON_LD })
  @Answers(308, undefined, { description: 'its name is another now' })
  async bySlug(
    @Param('slug', { schema: goodsSlugText }) slug: string,
    @Query({ schema: pageOfGoodsQuery }) query: Asked,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.shown(idOfSlug(slug));
    const now = goodsSlug(row.title, row.id);
    if (slug === now) return this.answer(row, query, request, reply);
    const [, asked] = request.url.split('?');
    void reply.status(308).header('location', `/v1/public/listings/by-slug/${now}${asked ? `?${asked}` : ''}`);
    void reply.header('cache-control', `public, max-age=${listingsMaxAge_s}`);
    return undefined;
  }

  @Get('media/:id')
  @Does('A picture of goods on sale: AVIF, WebP or JPEG, as you accept')
  @Open()
  @AnswersRendition()
  @Refuses('media_unknown')
  async picture(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: pictureQuery }) query: z.infer<typeof pictureQuery>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const picture = await this.media.shown(id, { size: query.size, format: formatFor(accept) });
    if (picture === null) return sendPicture(reply, id, notYet, null);
    return sendRendition(reply, id, picture, pictureMaxAge_s);
  }

  private async shown(id: string | null): Promise<ListingPage> {
    const row = id === null ? null : await this.listings.one(id);
    if (row === null) throw fail('not_found');
    return row;
  }

  /** One statement has all of it; reviews are read only where there are some and somebody wants their words. */
  private async answer(row: ListingPage, query: Asked, request: FastifyRequest, reply: FastifyReply) {
    if (query.format !== 'jsonld' && (query.format === 'json' || !wantsJsonLd(request))) {
      void reply.header('vary', 'Accept, Origin');
      return publicly(listingsMaxAge_s, viewOfListing(row, query.lang));
    }
    const first = { limit: told_reviews, key: null, towards: 'next', wantsCount: false, list: '' } as const;
    const reviews = row.reviews === 0 ? [] : await this.reviews.page(row.id, null, 'newest', first);
    const today = new Date(`${row.today}T06:30:00Z`);
    const return_days = {
      goods: this.policy.at('retail.return_window_days', today),
      food: this.policy.at('retail.return_window_food_days', today),
      madeToOrder: this.policy.at('retail.return_window_personalised_days', today),
    };
    const text = jsonLdText(jsonLdOf(row, { reviews: reviews.slice(0, told_reviews), return_days }));
    return publicFile(listingsMaxAge_s, JSON_LD, text, { vary: 'Accept' });
  }
}
