import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { Listings } from '../data/listings.repository.js';
import { Stock } from '../data/stock.repository.js';
import { summedLines, type StockLine } from '../domain/stock.rules.js';

@Injectable()
export class RestorePieces {
  constructor(
    private readonly stock: Stock,
    private readonly listings: Listings,
  ) {}

  /**
   * Puts some of the pieces a cause bought back where they were taken from; the others stay sold, and `RestoreStock` later
   * gives back no piece twice. What was made to
   * order lay on no shelf and comes to none: if it is not made yet, its maker has a hand free.
   * @param lines  of these offers so many; never more than were sold and have not come back yet, which the caller counts
   * @rule S-4
   */
  async inside(tx: Tx, cause: Cause, lines: readonly StockLine[]): Promise<void> {
    const back = await this.stock.takeBack(tx, cause, summedLines(lines));
    const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
    const found = back.reduce((sum, offer) => sum + offer.pieces, 0);
    assert(found === pieces, 'only pieces that were sold come back');
    await this.listings.followStock(
      tx,
      back.map((offer) => offer.listing_id),
    );
  }
}
