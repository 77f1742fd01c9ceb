import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Changes } from '../data/changes.repository.js';
import { Listings } from '../data/listings.repository.js';
import { fail } from '../domain/listing.errors.js';
import { ListingChangeReturned } from '../domain/listing.events.js';

@Injectable()
export class ReturnChange {
  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: Changes,
    private readonly listings: Listings,
  ) {}

  /**
   * The officer sends a new version back: the old one goes on, and is shown again when it was hidden meanwhile.
   * @param answer  read by the maker
   * @throws change_unknown (404), change_decided (409)
   * @rule SM-3 S-42
   */
  run(changeId: string, answer: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { listing_id } = await this.changes.findOnDesk(tx, changeId);
      const listing = await this.listings.lock(tx, listing_id);
      const change = await this.changes.lock(tx, changeId);
      if (change.decided_at !== null) throw fail('change_decided');
      await this.changes.decide(tx, change, 'returned', answer);
      await this.listings.keep(tx, listing, answer);
      tx.audit({ action: 'catalogue.change_returned', object: { kind: 'listing', id: listing.id }, reason: answer });
      tx.emit(ListingChangeReturned, { listingId: listing.id, sellerId: listing.seller_id });
    });
  }
}
