import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Listings } from '../data/listings.repository.js';
import { Stock, type Hold, type Shifted } from '../data/stock.repository.js';
import { LowStock } from '../domain/listing.events.js';
import { hasRunLow } from '../domain/stock.rules.js';

@Injectable()
export class CommitStock {
  constructor(
    private readonly stock: Stock,
    private readonly listings: Listings,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * What a cause held is sold: it leaves the shelf.
   * @returns false when the hold is gone: its time was over. Hold again if there is still stock (S-5). A second call for
   *   what is sold already changes nothing and returns true.
   * @rule S-4 S-5
   */
  async inside(tx: Tx, cause: Cause): Promise<boolean> {
    const holds = await this.stock.lockHolds(tx, cause, 'held');
    if (holds.length === 0) return (await this.stock.lockHolds(tx, cause, 'committed')).length > 0;
    const shifted = await this.stock.shift(
      tx,
      holds.map((hold) => ({ offerId: hold.offer_id, on_hand: -hold.quantity, reserved: -hold.quantity })),
    );
    assert(shifted.length === holds.length, 'what was held can be sold');
    await this.stock.record(
      tx,
      'sold',
      holds.map((hold) => ({ offerId: hold.offer_id, change: -hold.quantity })),
      cause,
    );
    await this.stock.endHolds(tx, holds, 'committed');
    this.tellLow(tx, shifted, holds);
    await this.listings.followStock(
      tx,
      shifted.filter((row) => row.on_hand === 0).map((row) => row.listing_id),
    );
    return true;
  }

  private tellLow(tx: Tx, shifted: readonly Shifted[], holds: readonly Hold[]): void {
    const low_at = this.policy.at('stock.low_at', tx.now);
    for (const row of shifted) {
      const sold = holds.find((hold) => hold.offer_id === row.offer_id)!.quantity;
      if (!hasRunLow(row.on_hand + sold, row.on_hand, low_at)) continue;
      tx.emit(LowStock, {
        listingId: row.listing_id,
        sellerId: row.seller_id,
        offerId: row.offer_id,
        onHand: row.on_hand,
      });
    }
  }
}
