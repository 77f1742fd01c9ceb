import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SellersQuery } from '#sellers';
import { Changes } from '../data/changes.repository.js';
import { EntryTies } from '../data/entry-ties.js';
import { Listings } from '../data/listings.repository.js';
import { Offers } from '../data/offers.repository.js';
import { ListingLive } from '../domain/listing.events.js';

@Injectable()
export class ApproveListing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly listings: Listings,
    private readonly offers: Offers,
    private readonly changes: Changes,
    private readonly sellers: SellersQuery,
    private readonly ties: EntryTies,
  ) {}

  /**
   * The officer of the district puts goods on sale; maker and ODOP entry are looked at once more.
   * @throws listing_unknown (404) for another desk's, own_goods, own_words (403), change_waits (409) where a new version is to be decided on
   * @rule SM-3 S-28 S-42
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const listing = await this.listings.lockOnDesk(tx, listingId);
      await this.changes.assertNoneWaits(tx, listingId);
      await this.listings.assertOthers(tx, listing.seller_id);
      await this.listings.assertNotWritten(tx, listing.id);
      const seller = await this.sellers.byId(tx, listing.seller_id);
      await this.ties.assertMay(tx, seller, listing.odop_entry_id, true);
      await this.listings.move(tx, listing, 'approve', { change: { live_at: listing.live_at ?? tx.now } });
      await this.offers.review(tx, listing);
      await this.listings.followStock(tx, [listingId]);
      tx.emit(ListingLive, { listingId, sellerId: listing.seller_id });
    });
  }
}
