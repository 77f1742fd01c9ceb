import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { ReviewDesksQuery } from '#sellers';
import { BlockAppeals } from '../data/block-appeals.repository.js';
import { Listings } from '../data/listings.repository.js';
import { fail } from '../domain/listing.errors.js';
import { BlockAppealed } from '../domain/listing.events.js';

@Injectable()
export class AppealBlock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly appeals: BlockAppeals,
    private readonly desks: ReviewDesksQuery,
  ) {}

  /**
   * The maker says why the block of her goods is wrong, once; the office of her State decides. They stay blocked meanwhile.
   * @throws listing_unknown (404), block_not_appealable, block_appeal_made (409)
   * @rule SM-3
   */
  run(listingId: string, words: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOwn(tx, listingId);
      if (listing.blocked_for !== 'report') throw fail('block_not_appealable', { state: listing.state });
      if ((await this.appeals.madeSince(tx, listingId, listing.state_since)) > 0) throw fail('block_appeal_made');
      const desk_id = await this.desks.ofAppeals(tx, listing.state_code);
      await this.appeals.add(tx, { listing_id: listingId, seller_id: listing.seller_id, desk_id, words });
      tx.audit({ action: 'catalogue.block_appealed', object: { kind: 'listing', id: listingId } });
      tx.emit(BlockAppealed, { listingId, sellerId: listing.seller_id, deskId: desk_id });
    });
  }
}
