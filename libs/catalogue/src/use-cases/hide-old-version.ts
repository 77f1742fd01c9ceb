import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Changes } from '../data/changes.repository.js';
import { Listings } from '../data/listings.repository.js';
import { ListingHidden } from '../domain/listing.events.js';
import { shownStates } from '../domain/listing.states.js';

@Injectable()
export class HideOldVersion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: Changes,
    private readonly listings: Listings,
  ) {}

  /** Changes whose old version was for sale long enough, the longest first, for the sweep. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.changes.dueBy(tx, 'hide_at', limit);
  }

  /**
   * The desk has not decided in the time the old version stays for sale: it is hidden until it has. Looked at again under
   * the lock of the goods.
   * @rule SM-3
   */
  run(changeId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listingId = await this.changes.listingOf(tx, changeId);
      const listing = await this.listings.lock(tx, listingId);
      const { hide_at } = await this.changes.lock(tx, changeId);
      if (hide_at === null || hide_at > tx.now) return;
      await this.changes.hide(tx, changeId);
      // Paused goods are hidden already, and stay their maker's to resume once the change is decided.
      if (!shownStates.includes(listing.state)) return;
      await this.listings.move(tx, listing, 'edit_material');
      tx.emit(ListingHidden, { listingId, sellerId: listing.seller_id });
    });
  }
}
