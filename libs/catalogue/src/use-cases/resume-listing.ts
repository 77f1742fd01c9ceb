import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { mayList, SellersQuery } from '#sellers';
import { Changes } from '../data/changes.repository.js';
import { Listings } from '../data/listings.repository.js';
import { SubmissionFactsQuery } from '../data/submission-facts.js';
import { assertComplete } from '../domain/checklist.js';
import { ListingResumed } from '../domain/listing.events.js';
import { fail } from '../domain/listing.errors.js';

@Injectable()
export class ResumeListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly changes: Changes,
    private readonly sellers: SellersQuery,
    private readonly facts: SubmissionFactsQuery,
  ) {}

  /**
   * Paused goods go back into the shop as they were; sold out when no piece is left. What the checklist
   * asks has to be there still: food needs its licence again.
   * @throws listing_unknown (404), seller_not_listing, illegal_transition, change_waits (409), what `assertComplete` throws
   * @rule SM-3 
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      const { state } = await this.sellers.byId(tx, listing.seller_id);
      if (!mayList(state)) throw fail('seller_not_listing', { state });
      const change = await this.changes.waiting(tx, listingId);
      if (change?.hidden_at) throw fail('change_waits');
      const facts = await this.facts.of(tx, listing);
      assertComplete(facts);
      await this.listings.move(tx, listing, 'resume', { change: { fssai: facts.fssai } });
      await this.listings.followStock(tx, [listingId]);
      tx.emit(ListingResumed, { listingId, sellerId: listing.seller_id });
    });
  }
}
