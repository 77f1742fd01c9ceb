import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { listingKey, ListingsQuery, MediaQuery } from '#catalogue';
import { Answers, Does, fail, Limited, Open, pageOf, Pages, publicly, Refuses } from '#platform/http';
import { AnswersPicture, sendPicture } from '../seller/media.schema.js';
import {
  listing,
  listingCard,
  listingsMaxAge_s,
  listingsQuery,
  pictureMaxAge_s,
  viewOfCard,
  viewOfListing,
} from './listings.schema.js';

@Controller('v1/public')
export class PublicListingsController {
  constructor(
    private readonly listings: ListingsQuery,
    private readonly media: MediaQuery,
    private readonly pages: Pages,
  ) {}

  @Get('listings')
  @Does('Goods on sale, newest first')
  @Limited('search')
  @Open()
  @Answers(200, pageOf(listingCard))
  async list(@Query({ schema: listingsQuery }) query: z.infer<typeof listingsQuery>) {
    const page = this.pages.read(query, listingKey);
    const filter = {
      district_slug: query.district,
      state_code: query.state,
      odop_entry_id: query.odopEntry,
      seller_id: query.maker,
      country_of_origin: query.origin,
      text: query.text,
    };
    const [rows, count] = await Promise.all([
      this.listings.page(filter, page),
      page.wantsCount ? this.listings.count(filter) : undefined,
    ]);
    return publicly(
      listingsMaxAge_s,
      this.pages.of(page, rows, (row) => [row.live_key, row.id], viewOfCard, count),
    );
  }

  @Get('listings/:id')
  @Does('Goods with all their maker declares')
  @Open()
  @Answers(200, listing)
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    const row = await this.listings.one(id);
    if (row === null) throw fail('not_found');
    return publicly(listingsMaxAge_s, viewOfListing(row));
  }

  @Get('media/:id')
  @Does('A picture of goods on sale')
  @Open()
  @AnswersPicture()
  @Refuses('media_unknown')
  async picture(@Param('id', { schema: z.uuid() }) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return sendPicture(reply, id, await this.media.shown(id), pictureMaxAge_s);
  }
}
