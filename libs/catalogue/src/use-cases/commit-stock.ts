import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Listings } from '../data/listings.repository.js';
import { Stock } from '../data/stock.repository.js';

@Injectable()
export class CommitStock {
  constructor(
    private readonly stock: Stock,
    private readonly listings: Listings,
  ) {}

  /**
   * What a cause held is sold: it leaves the shelf.
   * @returns false when the hold is gone: its time was over. Hold again if there is still stock (S-5). A second call for
   *   what is sold already changes nothing and returns true.
   * @rule S-4 S-5
   */
  async inside(tx: Tx, cause: Cause): Promise<boolean> {
    const sold = await this.stock.end(tx, cause, 'committed');
    if (sold.length === 0) return this.stock.isSold(tx, cause);
    await this.listings.followStock(
      tx,
      sold.filter((offer) => offer.on_hand === 0).map((offer) => offer.listing_id),
    );
    return true;
  }
}
