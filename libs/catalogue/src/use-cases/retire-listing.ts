import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Changes } from '../data/changes.repository.js';
import { Listings } from '../data/listings.repository.js';
import { Stock } from '../data/stock.repository.js';
import { ListingRetired } from '../domain/listing.events.js';
import { fail } from '../domain/listing.errors.js';
import { listingStates } from '../domain/listing.states.js';

@Injectable()
export class RetireListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly stock: Stock,
    private readonly changes: Changes,
  ) {}

  /**
   * The maker takes goods out of the shop for good. What was sold is delivered all the same, and its pieces come back to the
   * shelf when an order is called off; carts are told that the goods are not for sale. Promises nobody has paid or accepted
   * yet are waited for.
   * @throws listing_unknown (404), illegal_transition, listing_has_promises (409)
   * @rule SM-3
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      listingStates.next(listing.state, 'retire');
      const promised = await this.stock.promised(tx, listingId);
      if (promised) {
        throw fail('listing_has_promises', { pieces: promised.pieces, until: promised.until.toISOString() });
      }
      await this.changes.end(tx, listingId);
      await this.listings.move(tx, listing, 'retire');
      tx.emit(ListingRetired, { listingId, sellerId: listing.seller_id });
    });
  }
}
