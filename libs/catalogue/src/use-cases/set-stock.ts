import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Listings } from '../data/listings.repository.js';
import { Offers } from '../data/offers.repository.js';
import { StockLocations } from '../data/stock-locations.repository.js';
import { fail } from '../domain/listing.errors.js';
import { fitsReason, type CountReason } from '../domain/stock.rules.js';

/** Where pieces were counted, and why they are others than before. */
export interface CountOf {
  /** one of her places; all of them together when it is not said */
  locationId?: string | null;
  reason?: CountReason;
  note?: string | null;
}

@Injectable()
export class SetStock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offers: Offers,
    private readonly listings: Listings,
    private readonly locations: StockLocations,
  ) {}

  /**
   * The maker counts her shelf. What is promised to buyers stays on it.
   * @param on_hand  pieces on the shelf, promised ones included
   * @throws offer_unknown, location_unknown (404), stock_below_reserved (409), count_against_reason (422)
   * @rule S-4
   */
  run(offerId: string, on_hand: number, of: CountOf = {}): Promise<void> {
    const { locationId = null, reason = 'counted', note = null } = of;
    return this.work.run(async (tx) => {
      const offer = await this.offers.lockOwn(tx, offerId);
      if (locationId !== null) await this.locations.openFor(tx, offerId, locationId);
      const counted = await this.offers.count(tx, offer, { locationId, pieces: on_hand }, { reason, note });
      if (!fitsReason(reason, counted.was.on_hand, counted.on_hand)) throw fail('count_against_reason', { reason });
      if ((counted.was.on_hand === 0) !== (counted.on_hand === 0)) {
        await this.listings.followStock(tx, [offer.listing_id]);
      }
    });
  }
}
