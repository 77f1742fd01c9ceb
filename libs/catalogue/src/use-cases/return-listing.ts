import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Listings } from '../data/listings.repository.js';
import { ListingReturned } from '../domain/listing.events.js';

@Injectable()
export class ReturnListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
  ) {}

  /**
   * The officer of the district sends goods back with what is to be changed.
   * @throws listing_unknown (404) for another desk's
   * @rule SM-3
   */
  run(listingId: string, asks: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOnDesk(tx, listingId);
      await this.listings.move(tx, listing, 'return', { reason: asks });
      tx.emit(ListingReturned, { listingId, sellerId: listing.seller_id });
    });
  }
}
