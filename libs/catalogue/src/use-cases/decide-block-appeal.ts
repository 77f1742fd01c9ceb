import { Injectable } from '@nestjs/common';
import { UnitOfWork, seeingAll, type Tx } from '#platform/database';
import { BlockAppeals, type BlockAppeal } from '../data/block-appeals.repository.js';
import { Listings } from '../data/listings.repository.js';
import { Reports } from '../data/reports.repository.js';
import { fail } from '../domain/listing.errors.js';
import { BlockAppealRefused, ListingLive } from '../domain/listing.events.js';

@Injectable()
export class DecideBlockAppeal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly appeals: BlockAppeals,
    private readonly reports: Reports,
  ) {}

  /** One on the desk of the caller's office, for the look-up of the path. @throws block_appeal_unknown (404) @rule S-42 */
  find(tx: Tx, appealId: string): Promise<BlockAppeal> {
    return this.appeals.findOnDesk(tx, appealId);
  }

  /**
   * Another officer than the one who upheld the report decides. Allowed, the report counts for nothing and the goods are on
   * sale again, if they are still blocked for it.
   * @throws block_appeal_unknown (404), block_appeal_decided (409), block_own_decision, own_goods (403)
   * @rule SM-3 S-28 S-42
   */
  run(appealId: string, isAllowed: boolean, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { listing_id: listingId } = await this.find(tx, appealId);
      const listing = await this.listings.lock(tx, listingId);
      const appeal = await this.find(tx, appealId);
      if (appeal.decided_at !== null) throw fail('block_appeal_decided');
      const report = await this.reports.upheldOf(tx, listingId);
      if (report !== null && report.decided_by === tx.actor.personId) throw fail('block_own_decision');
      await this.listings.assertOthers(tx, listing.seller_id);
      await this.appeals.decide(tx, appealId, isAllowed, reason);
      tx.audit({
        action: isAllowed ? 'catalogue.block_appeal_allowed' : 'catalogue.block_appeal_refused',
        object: { kind: 'listing', id: listingId },
        reason,
      });
      const told = { listingId, sellerId: listing.seller_id };
      if (!isAllowed) return tx.emit(BlockAppealRefused, told);
      if (report) await seeingAll(tx, () => this.reports.decide(tx, report.id, 'dismissed', reason));
      if (listing.blocked_for !== 'report') return;
      const state = await this.listings.move(tx, listing, 'cure', { reason });
      await this.listings.move(tx, { ...listing, state, version: listing.version + 1 }, 'approve', { reason });
      await this.listings.followStock(tx, [listingId]);
      tx.emit(ListingLive, told);
    });
  }
}
