import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { Listings } from '../data/listings.repository.js';
import { Stock } from '../data/stock.repository.js';

@Injectable()
export class RestoreStock {
  constructor(
    private readonly stock: Stock,
    private readonly listings: Listings,
  ) {}

  /**
   * Puts sold pieces back on the shelf: the order was declined or cancelled before it left the maker.
   * @param offerIds  only these of the cause's offers; all of them when absent
   * @rule S-4
   */
  async inside(tx: Tx, cause: Cause, offerIds?: readonly string[]): Promise<void> {
    const sold = await this.stock.lockHolds(tx, cause, 'committed');
    const holds = sold.filter((hold) => offerIds === undefined || offerIds.includes(hold.offer_id));
    if (holds.length === 0) return;
    const shifted = await this.stock.shift(
      tx,
      holds.map((hold) => ({ offerId: hold.offer_id, on_hand: hold.quantity, reserved: 0 })),
    );
    assert(shifted.length === holds.length, 'a shelf takes back what it gave');
    await this.stock.record(
      tx,
      'returned',
      holds.map((hold) => ({ offerId: hold.offer_id, change: hold.quantity })),
      cause,
    );
    await this.stock.endHolds(tx, holds, 'returned');
    await this.listings.followStock(
      tx,
      shifted.map((row) => row.listing_id),
    );
  }
}
