import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { formatFor, ListingsQuery, MediaQuery } from '#catalogue';
import { Answers, Does, fail, Open, publicly, Refuses } from '#platform/http';
import { AnswersRendition, notYet, sendPicture, sendRendition } from '../seller/media.schema.js';
import {
  listing,
  listingQuery,
  listingsMaxAge_s,
  pictureMaxAge_s,
  pictureQuery,
  viewOfListing,
} from './listings.schema.js';

@Controller('v1/public')
export class PublicListingsController {
  constructor(
    private readonly listings: ListingsQuery,
    private readonly media: MediaQuery,
  ) {}

  @Get('listings/:id')
  @Does('Goods with all their maker declares')
  @Open()
  @Answers(200, listing)
  async one(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: listingQuery }) query: z.infer<typeof listingQuery>,
  ) {
    const row = await this.listings.one(id);
    if (row === null) throw fail('not_found');
    return publicly(listingsMaxAge_s, viewOfListing(row, query.lang));
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
}
