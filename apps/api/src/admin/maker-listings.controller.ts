import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { DraftListing, listingInput, type ListingInput } from '#catalogue';
import { Allow, Answers, Does, Of, Refuses } from '#platform/http';
import { ReviewDesksQuery } from '#sellers';
import { contentRefusals } from '../seller/listing-refusals.js';

const draftedListing = z.strictObject({ id: z.uuid() }).meta({ id: 'DraftedListing' });

/** Goods that an officer describes for a maker of her district. @rule S-42 */
@Controller('v1/admin/sellers')
@Of(ReviewDesksQuery, (desks, tx, id) => desks.assertOwn(tx, id))
export class MakerListingsController {
  constructor(private readonly draftListing: DraftListing) {}

  @Post(':id/listings')
  @Does('Describe goods for a maker of your district; she looks at them, adds pictures and hands them in herself')
  @Allow('district:review-listings')
  @HttpCode(201)
  @Answers(201, draftedListing)
  @Refuses(...contentRefusals)
  async draft(@Param('id', { schema: z.uuid() }) id: string, @Body({ schema: listingInput }) body: ListingInput) {
    const { listingId } = await this.draftListing.runFor(id, body);
    return { id: listingId };
  }
}
