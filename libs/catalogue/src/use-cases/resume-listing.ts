import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { LicencesQuery, mayList, SellersQuery } from '#sellers';
import { Changes } from '../data/changes.repository.js';
import { Listings, type Listing } from '../data/listings.repository.js';
import { assertFoodDeclared } from '../domain/food.rules.js';
import { ListingResumed } from '../domain/listing.events.js';
import { fail } from '../domain/listing.errors.js';
import { foodDetails } from '../domain/listing-content.js';

@Injectable()
export class ResumeListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly changes: Changes,
    private readonly sellers: SellersQuery,
    private readonly licences: LicencesQuery,
  ) {}

  /**
   * Paused goods go back into the shop as they were; sold out when no piece is left. Food needs its licence again.
   * @throws listing_unknown (404), seller_not_listing, illegal_transition, change_waits (409), fssai_missing (422)
   * @rule SM-3
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      const { state } = await this.sellers.byId(tx, listing.seller_id);
      if (!mayList(state)) throw fail('seller_not_listing', { state });
      const change = await this.changes.waiting(tx, listingId);
      if (change?.hidden_at) throw fail('change_waits');
      const fssai = await this.fssaiOf(tx, listing);
      await this.listings.move(tx, listing, 'resume', { change: { fssai } });
      await this.listings.followStock(tx, [listingId]);
      tx.emit(ListingResumed, { listingId, sellerId: listing.seller_id });
    });
  }

  private async fssaiOf(tx: Tx, listing: Listing): Promise<string | null> {
    const fssai = await this.licences.fssai(tx, listing.seller_id);
    assertFoodDeclared(listing.hsn, foodDetails.nullable().parse(listing.food), fssai);
    return fssai;
  }
}
