import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { ApproveChange, changeKey, Changes, ReturnChange } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, pageOf, pageQuery, Pages, Refuses } from '#platform/http';
import { listingChange, viewOfChange } from '../seller/listing-changes.schema.js';
import { checklistRefusals, contentRefusals } from '../seller/listing-refusals.js';
import { reasonBody } from './sellers.schema.js';

const changesQuery = pageQuery.omit({ count: true });

/** New versions of goods on sale, on the desk of the office of their district. @rule SM-3 S-42 */
@Controller('v1/admin/listing-changes')
@Of(ApproveChange, (approve, tx, id) => approve.find(tx, id))
export class ListingChangesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly changes: Changes,
    private readonly approveChange: ApproveChange,
    private readonly returnChange: ReturnChange,
  ) {}

  @Get()
  @Does('Changes that wait for your office, the longest waiting first')
  @Allow('district:review-listings')
  @Answers(200, pageOf(listingChange))
  async waiting(@Query({ schema: changesQuery }) query: z.infer<typeof changesQuery>) {
    const request = this.pages.read({ ...query, count: false }, changeKey);
    const rows = await this.work.run((tx) => this.changes.onDesk(tx, request));
    return this.pages.of(request, rows, (row) => [row.proposed_key, row.id], viewOfChange);
  }

  @Get(':id')
  @Does('A change with the whole new version; what is sold now is at the listing')
  @Allow('district:review-listings')
  @Answers(200, listingChange)
  @Refuses('change_unknown')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfChange(await this.work.run((tx) => this.changes.findOnDesk(tx, id)));
  }

  @Post(':id/approval')
  @Does('Put the new version in the place of the old one')
  @Allow('district:review-listings')
  @HttpCode(200)
  @Answers(200, listingChange)
  @Refuses('change_unknown', 'change_decided', 'own_goods', 'listing_unknown')
  @Refuses(...contentRefusals, ...checklistRefusals)
  async approve(@Param('id', { schema: z.uuid() }) id: string) {
    await this.approveChange.run(id);
    return this.one(id);
  }

  @Post(':id/return')
  @Does('Send the new version back: the old one goes on')
  @Allow('district:review-listings')
  @HttpCode(200)
  @Answers(200, listingChange)
  @Refuses('change_unknown', 'change_decided', 'listing_unknown')
  async sendBack(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reasonBody }) body: z.infer<typeof reasonBody>,
  ) {
    await this.returnChange.run(id, body.reason);
    return this.one(id);
  }
}
