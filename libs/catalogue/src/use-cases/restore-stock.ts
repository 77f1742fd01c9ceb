import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Listings } from '../data/listings.repository.js';
import { Stock } from '../data/stock.repository.js';

@Injectable()
export class RestoreStock {
  constructor(
    private readonly stock: Stock,
    private readonly listings: Listings,
  ) {}

  /**
   * Puts sold pieces back where they were taken from: the order was declined or cancelled before it left the maker.
   * @param offerIds  only these of the cause's offers; all of them when absent
   * @rule S-4
   */
  async inside(tx: Tx, cause: Cause, offerIds?: readonly string[]): Promise<void> {
    const back = await this.stock.end(tx, cause, 'returned', offerIds ?? null);
    await this.listings.followStock(
      tx,
      back.map((offer) => offer.listing_id),
    );
  }
}
