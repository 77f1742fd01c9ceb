import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Listings } from '../data/listings.repository.js';
import { Offers } from '../data/offers.repository.js';

@Injectable()
export class SetStock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offers: Offers,
    private readonly listings: Listings,
  ) {}

  /**
   * The maker counts her shelf. What is promised to buyers stays on it.
   * @param on_hand  pieces on the shelf, promised ones included
   * @throws offer_unknown (404), stock_below_reserved (409)
   * @rule S-4
   */
  run(offerId: string, on_hand: number): Promise<void> {
    return this.work.run(async (tx) => {
      const offer = await this.offers.lockOwn(tx, offerId);
      await this.offers.count(tx, offer, on_hand);
      if ((offer.on_hand === 0) !== (on_hand === 0)) await this.listings.followStock(tx, [offer.listing_id]);
    });
  }
}
