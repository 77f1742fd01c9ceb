import { Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DuplicateListing, ExportGoods, OwnListingsQuery } from '#catalogue';
import { Allow, Answers, created, Does, Limited, Me, Of, Refuses } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { sheetTypes } from '#platform/sheets';
import { UnitOfWork } from '#platform/database';
import { goodsSheetQuery } from './imports.schema.js';
import { contentRefusals } from './listing-refusals.js';
import { ownListing, viewOfOwnListing } from './listings.schema.js';
import { sheetFile } from './sheet-file.js';

@Controller('v1/seller/listings')
@Of(OwnListingsQuery, (listings, tx, id) => listings.oneOwn(tx, id))
export class SellerSheetsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: OwnListingsQuery,
    private readonly exportGoods: ExportGoods,
    private readonly duplicateListing: DuplicateListing,
  ) {}

  @Get('sheet')
  @Does('All your goods as a sheet, in the columns of an import: read back, it changes nothing')
  @Allow('maker:list')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'text/csv' })
  @Answers(200, undefined, { contentType: sheetTypes.xlsx })
  @Refuses('export_too_long')
  async sheet(
    @Me() me: Actor,
    @Query({ schema: goodsSheetQuery }) { format, bom }: z.infer<typeof goodsSheetQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sheetFile(reply, 'goods', format, await this.exportGoods.run(me.organisationId, format, bom));
  }

  @Post(':id/duplicate')
  @Does('A draft like these goods, with the same pictures; your numbers and the pieces stay with the first ones')
  @Allow('maker:list')
  @Answers(201, ownListing)
  @Refuses('listing_unknown', ...contentRefusals)
  async duplicate(@Param('id', { schema: z.uuid() }) id: string) {
    const { listingId } = await this.duplicateListing.run(id);
    const own = await this.work.run((tx) => this.listings.oneOwn(tx, listingId));
    return created(`/v1/seller/listings/${listingId}`, viewOfOwnListing(own));
  }
}
