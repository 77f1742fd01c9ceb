import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { StockWishes } from '../data/stock-wishes.repository.js';
import { WishMet } from '../domain/listing.events.js';

@Injectable()
export class TellWaiting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wishes: StockWishes,
  ) {}

  /**
   * Goods may be there again: everybody who waits for what can be bought of them now is told, once. Of goods that are not for
   * sale, or gone again, nobody is told; they go on waiting.
   * @rule S-4
   */
  run(listingId: string): Promise<void> {
    return this.work.run(async (tx) => {
      for (const wish of await this.wishes.takeMet(tx, listingId)) {
        tx.emit(WishMet, {
          listingId: wish.listing_id,
          sellerId: wish.seller_id,
          offerId: wish.offer_id,
          personId: wish.person_id,
        });
      }
    });
  }
}
