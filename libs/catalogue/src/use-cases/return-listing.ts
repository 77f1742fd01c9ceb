import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Changes } from '../data/changes.repository.js';
import { Listings } from '../data/listings.repository.js';
import { ListingReturned } from '../domain/listing.events.js';

@Injectable()
export class ReturnListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly changes: Changes,
  ) {}

  /**
   * The officer of the district sends goods back with what is to be changed.
   * @throws listing_unknown (404) for another desk's, change_waits (409)
   * @rule SM-3
   */
  run(listingId: string, asks: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOnDesk(tx, listingId);
      await this.changes.assertNoneWaits(tx, listingId);
      await this.listings.move(tx, listing, 'return', { reason: asks });
      tx.emit(ListingReturned, { listingId, sellerId: listing.seller_id });
    });
  }
}
