import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  ApproveListing,
  deskListingKey,
  Likenesses,
  listingStates,
  MediaQuery,
  OwnListingsQuery,
  ReturnListing,
} from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, pageOf, pageQuery, Pages, Refuses, withEtag, Of } from '#platform/http';
import { listingLine, versionOfOwn, viewOfListingLine } from '../seller/listings.schema.js';
import { AnswersPicture, sendPicture } from '../seller/media.schema.js';
import { deskListing, viewOfDeskListing } from './listings.schema.js';
import { asksBody } from './sellers.schema.js';

const onDeskQuery = pageQuery.omit({ count: true }).extend({ state: z.enum(listingStates.names).default('in_review') });

/** The desk of the office that reviews goods: its own district's, and what was escalated to it. @rule S-42 */
@Controller('v1/admin/listings')
@Of(OwnListingsQuery, (listings, tx, id) => listings.oneOnDesk(tx, id))
export class AdminListingsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly listings: OwnListingsQuery,
    private readonly media: MediaQuery,
    private readonly likenesses: Likenesses,
    private readonly approveListing: ApproveListing,
    private readonly returnListing: ReturnListing,
  ) {}

  @Get()
  @Does('Goods on your desk in a state, the longest waiting first')
  @Allow('district:review-listings')
  @Answers(200, pageOf(listingLine))
  async onDesk(@Query({ schema: onDeskQuery }) query: z.infer<typeof onDeskQuery>) {
    const request = this.pages.read({ ...query, count: false }, deskListingKey);
    const rows = await this.work.run((tx) => this.listings.onDesk(tx, query.state, request));
    return this.pages.of(request, rows, (row) => [row.since_key, row.id], viewOfListingLine);
  }

  @Get(':id')
  @Does('Goods on your desk as their maker describes them')
  @Allow('district:review-listings')
  @Answers(200, deskListing)
  @Refuses('listing_unknown')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Get('media/:id')
  @Does('A picture of goods on your desk')
  @Allow('district:review-listings')
  @AnswersPicture()
  @Refuses('media_unknown')
  async picture(@Param('id', { schema: z.uuid() }) id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    return sendPicture(reply, id, await this.work.run((tx) => this.media.own(tx, id)), null);
  }

  @Post(':id/approval')
  @Does('Put the goods on sale')
  @Allow('district:review-listings')
  @HttpCode(200)
  @Answers(200, deskListing)
  @Refuses(
    'listing_unknown',
    'own_goods',
    'own_words',
    'illegal_transition',
    'seller_not_listing',
    'odop_entry_not_live',
    'change_waits',
  )
  async approve(@Param('id', { schema: z.uuid() }) id: string) {
    await this.approveListing.run(id);
    return this.view(id);
  }

  @Post(':id/return')
  @Does('Send the goods back with what is to be changed')
  @Allow('district:review-listings')
  @HttpCode(200)
  @Answers(200, deskListing)
  @Refuses('listing_unknown', 'illegal_transition', 'change_waits')
  async sendBack(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: asksBody }) body: z.infer<typeof asksBody>,
  ) {
    await this.returnListing.run(id, body.asks);
    return this.view(id);
  }

  private async view(id: string) {
    const [row, alike] = await this.work.run(
      async (tx) => [await this.listings.oneOnDesk(tx, id), await this.likenesses.ofListing(tx, id)] as const,
    );
    // A likeness may be found after the listing's last change.
    return withEtag(`${versionOfOwn(row)}.${alike.length}`, viewOfDeskListing(row, alike));
  }
}
