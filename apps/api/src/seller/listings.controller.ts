import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  AppealBlock,
  ChangeListing,
  Changes,
  DraftListing,
  listingInput,
  ownListingKey,
  OwnListingsQuery,
  PauseListing,
  ResumeListing,
  RetireListing,
  ReviseListing,
  SubmissionFactsQuery,
  SubmitListing,
  WithdrawChange,
  type ListingInput,
} from '#catalogue';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  created,
  Does,
  IfMatch,
  pageOf,
  Pages,
  Precondition,
  Refuses,
  withEtag,
  Of,
} from '#platform/http';
import { listingChange, viewOfChange } from './listing-changes.schema.js';
import { checklistRefusals, contentRefusals } from './listing-refusals.js';
import {
  blockAppealBody,
  checklist,
  listingLine,
  ownListing,
  ownListingsQuery,
  versionOfOwn,
  viewOfChecklist,
  viewOfListingLine,
  viewOfOwnListing,
} from './listings.schema.js';

@Controller('v1/seller/listings')
@Of(OwnListingsQuery, (listings, tx, id) => listings.oneOwn(tx, id))
export class SellerListingsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly listings: OwnListingsQuery,
    private readonly draftListing: DraftListing,
    private readonly reviseListing: ReviseListing,
    private readonly submitListing: SubmitListing,
    private readonly changes: Changes,
    private readonly changeListing: ChangeListing,
    private readonly withdrawChange: WithdrawChange,
    private readonly appealBlock: AppealBlock,
    private readonly submission: SubmissionFactsQuery,
    private readonly pauseListing: PauseListing,
    private readonly resumeListing: ResumeListing,
    private readonly retireListing: RetireListing,
  ) {}

  @Post()
  @Does('Describe goods; nobody else sees them yet')
  @Allow('maker:list')
  @Answers(201, ownListing)
  @Refuses(...contentRefusals)
  async draft(@Body({ schema: listingInput }) body: ListingInput) {
    const { listingId } = await this.draftListing.run(body);
    const row = await this.row(listingId);
    return created(`/v1/seller/listings/${listingId}`, viewOfOwnListing(row), versionOfOwn(row));
  }

  @Get()
  @Does('Your listings, newest first')
  @Allow('maker:list')
  @Answers(200, pageOf(listingLine))
  async own(@Query({ schema: ownListingsQuery }) query: z.infer<typeof ownListingsQuery>) {
    const request = this.pages.read({ ...query, count: false }, ownListingKey);
    const rows = await this.work.run((tx) => this.listings.own(tx, query.state ?? null, request));
    return this.pages.of(request, rows, (row) => [row.id], viewOfListingLine);
  }

  @Get(':id')
  @Does('One of your listings, with its stock and what happened to it')
  @Allow('maker:list')
  @Answers(200, ownListing)
  @Refuses('listing_unknown')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Get(':id/checklist')
  @Does('What is there and what is missing before the goods may be submitted')
  @Allow('maker:list')
  @Answers(200, checklist)
  @Refuses('listing_unknown')
  async checklist(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfChecklist(await this.work.run((tx) => this.submission.checklist(tx, id)));
  }

  @Put(':id')
  @Does('Write a draft, or goods that came back from review, anew')
  @Allow('maker:list')
  @Answers(200, ownListing)
  @Refuses('listing_unknown', 'listing_closed', 'stock_below_reserved', ...contentRefusals)
  async revise(
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() seen: Precondition,
    @Body({ schema: listingInput }) body: ListingInput,
  ) {
    await this.reviseListing.run(id, body, (version) => seen.check(version));
    return this.view(id);
  }

  @Post(':id/submission')
  @Does('Put the goods before the officer of the district; also those that were blocked and are put right')
  @Allow('maker:list')
  @HttpCode(200)
  @Answers(200, ownListing)
  @Refuses('seller_unknown', 'seller_not_listing', 'odop_entry_not_live', 'category_closed', 'category_for_brands')
  @Refuses('listing_unknown', 'illegal_transition', ...checklistRefusals)
  async submit(@Param('id', { schema: z.uuid() }) id: string) {
    await this.submitListing.run(id);
    return this.view(id);
  }

  @Post(':id/pause')
  @Does('Take the goods from the shop for a while; what is promised or sold goes on')
  @Allow('maker:list')
  @HttpCode(200)
  @Answers(200, ownListing)
  @Refuses('listing_unknown', 'illegal_transition')
  async pause(@Param('id', { schema: z.uuid() }) id: string) {
    await this.pauseListing.run(id);
    return this.view(id);
  }

  @Post(':id/resumption')
  @Does('Put paused goods back into the shop')
  @Allow('maker:list')
  @HttpCode(200)
  @Answers(200, ownListing)
  @Refuses('listing_unknown', 'illegal_transition', 'seller_unknown', 'seller_not_listing', 'change_waits')
  @Refuses(...checklistRefusals)
  async resume(@Param('id', { schema: z.uuid() }) id: string) {
    await this.resumeListing.run(id);
    return this.view(id);
  }

  @Post(':id/retirement')
  @Does('Take the goods out of the shop for good; refused while pieces are promised and not yet paid or accepted')
  @Allow('maker:list')
  @HttpCode(200)
  @Answers(200, ownListing)
  @Refuses('listing_unknown', 'illegal_transition', 'listing_has_promises')
  async retire(@Param('id', { schema: z.uuid() }) id: string) {
    await this.retireListing.run(id);
    return this.view(id);
  }

  @Put(':id/change')
  @Does(
    'Change goods on sale: pieces, order of pictures and small changes of price take effect at once, the rest waits',
  )
  @Allow('maker:list')
  @Answers(200, ownListing, { description: 'what is on sale now; a version that waits is at …/change' })
  @Refuses('listing_unknown', 'listing_not_on_sale', 'change_waits', 'stock_below_reserved', ...contentRefusals)
  @Refuses(...checklistRefusals)
  async change(
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() seen: Precondition,
    @Body({ schema: listingInput }) body: ListingInput,
  ) {
    await this.changeListing.run(id, body, (version) => seen.check(version));
    return this.view(id);
  }

  @Get(':id/change')
  @Does('The newest change of goods on sale that needed a review, and what became of it')
  @Allow('maker:list')
  @Answers(200, listingChange)
  @Refuses('listing_unknown', 'change_unknown')
  async newestChange(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfChange(await this.work.run((tx) => this.changes.newestOwn(tx, id)));
  }

  @Delete(':id/change')
  @Does('Take back a change nobody has decided on')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('listing_unknown', 'change_unknown')
  withdraw(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.withdrawChange.run(id);
  }

  @Post(':id/appeals')
  @Does('Say why the block of the goods is wrong, once; the office of the State decides')
  @Allow('maker:list')
  @HttpCode(200)
  @Answers(200, ownListing)
  @Refuses('listing_unknown', 'block_not_appealable', 'block_appeal_made')
  async appeal(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: blockAppealBody }) body: z.infer<typeof blockAppealBody>,
  ) {
    await this.appealBlock.run(id, body.words);
    return this.view(id);
  }

  private row(id: string) {
    return this.work.run((tx) => this.listings.oneOwn(tx, id));
  }

  private async view(id: string) {
    const row = await this.row(id);
    return withEtag(versionOfOwn(row), viewOfOwnListing(row));
  }
}
