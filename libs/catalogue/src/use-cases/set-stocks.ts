import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Listings } from '../data/listings.repository.js';
import { Offers } from '../data/offers.repository.js';
import { Stock } from '../data/stock.repository.js';
import { assertMayGoOn, bulkFault, matched, type BulkOutcome, type OfferKey } from '../domain/desk/bulk.js';
import { fail } from '../domain/listing.errors.js';

@Injectable()
export class SetStocks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offers: Offers,
    private readonly stock: Stock,
    private readonly listings: Listings,
  ) {}

  /**
   * The maker counts many shelves at once, by the rules of `SetStock`, in few statements however many there are.
   * @param partial  right rows go in although others are wrong; else none does
   * @throws rows_wrong (422)
   * @rule S-4 S-60
   */
  run(rows: readonly (OfferKey & { onHand: number })[], partial: boolean): Promise<BulkOutcome> {
    return this.work.run(async (tx) => {
      const { found, wrong } = matched(rows, await this.offers.lockOwnMany(tx, rows));
      const different = found.filter(({ row, offer }) => row.onHand !== offer.on_hand);
      const turned = await this.stock.count(
        tx,
        different.map(({ row, offer }) => ({ offerId: offer.id, locationId: null, pieces: row.onHand })),
        { reason: 'counted', note: null },
      );
      const counted = new Map(turned.map((one) => [one.offer_id, one]));
      for (const { index, row, offer } of different)
        if (!counted.has(offer.id))
          wrong.push(bulkFault(index, row, fail('stock_below_reserved', { reserved: offer.reserved })));
      assertMayGoOn(wrong, rows.length, partial);
      const emptied = turned.filter(({ was, on_hand }) => (was.on_hand === 0) !== (on_hand === 0));
      await this.listings.followStock(
        tx,
        emptied.map((one) => one.listing_id),
      );
      const unchanged = found.length - different.length;
      return { changed: turned.length, unchanged, wrong: wrong.sort((a, b) => a.index - b.index) };
    });
  }
}
