import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { Listings } from '../data/listings.repository.js';
import { ListingEscalated } from '../domain/listing.events.js';

@Injectable()
export class EscalateListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
  ) {}

  /**
   * Goods that nobody decided on in time are shown to the office above. Looked at again under its lock: somebody may have
   * been faster.
   * @rule SM-3
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lock(tx, listingId);
      if (listing.due_at === null || listing.due_at > tx.now) return;
      assert(listing.state === 'in_review', 'only a review has a deadline');
      await this.listings.escalate(tx, listing);
      tx.emit(ListingEscalated, { listingId, sellerId: listing.seller_id });
    });
  }
}
