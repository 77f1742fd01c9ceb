import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { OdopEntriesQuery } from '#odop';
import { PolicyQuery } from '#policy';
import { LicencesQuery, ReviewDesksQuery, SellersQuery } from '#sellers';
import { Listings, type Listing } from '../data/listings.repository.js';
import { assertFoodDeclared } from '../domain/food.rules.js';
import { ListingSubmitted } from '../domain/listing.events.js';
import { foodDetails } from '../domain/listing-content.js';
import { assertMayTie } from '../domain/odop-tie.rules.js';
import { submittedAs } from '../domain/submission.rules.js';
import { AutoPublish } from './auto-publish.js';

@Injectable()
export class SubmitListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly sellers: SellersQuery,
    private readonly entries: OdopEntriesQuery,
    private readonly licences: LicencesQuery,
    private readonly desks: ReviewDesksQuery,
    private readonly policy: PolicyQuery,
    private readonly autoPublish: AutoPublish,
  ) {}

  /**
   * Puts goods before the officer of their district, for the first time or again after changes. Goods of a trusted maker that
   * need no officer's look are on sale at once.
   * @throws images_missing, food_details_missing, fssai_missing (422), illegal_transition (409)
   * @rule SM-3 
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      const images = await this.listings.imageCount(tx, listingId);
      const event = submittedAs(listing.state, images, this.policy.at('listing.images_min', tx.now));
      const seller = await this.sellers.byId(tx, listing.seller_id);
      const entry = await this.entries.inForce(listing.odop_entry_id, tx);
      assertMayTie(seller, entry, entry === null ? [] : await this.entries.groundOf(entry.id, tx), true);
      const fssai = await this.fssaiOf(tx, listing);
      const desk = await this.desks.of(tx, 'district', {
        districtId: listing.district_id,
        stateCode: listing.state_code,
      });
      const state = await this.listings.move(tx, listing, event, {
        due_at: this.policy.deadline('listing.review_days', tx.now),
        change: { desk_id: desk.desk_id, above_desk_id: desk.above_id, escalated_at: null, fssai },
      });
      const submitted = { ...listing, state, version: listing.version + 1 };
      if (await this.autoPublish.inside(tx, submitted, event)) return;
      tx.emit(ListingSubmitted, { listingId, sellerId: listing.seller_id });
    });
  }

  private async fssaiOf(tx: Tx, listing: Listing): Promise<string | null> {
    const fssai = await this.licences.fssai(tx, listing.seller_id);
    assertFoodDeclared(listing.hsn, foodDetails.nullable().parse(listing.food), fssai);
    return fssai;
  }
}
