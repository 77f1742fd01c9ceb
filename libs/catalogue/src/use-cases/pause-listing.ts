import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Listings } from '../data/listings.repository.js';
import { ListingPaused } from '../domain/listing.events.js';

@Injectable()
export class PauseListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
  ) {}

  /**
   * The maker takes goods from the shop for a while. What is promised or sold already goes on.
   * @throws listing_unknown (404), illegal_transition (409)
   * @rule SM-3
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      await this.listings.move(tx, listing, 'pause');
      tx.emit(ListingPaused, { listingId, sellerId: listing.seller_id });
    });
  }
}
