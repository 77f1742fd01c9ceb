import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Sellers } from '../data/sellers.repository.js';
import { SellerActive } from '../domain/seller.events.js';

@Injectable()
export class ActivateSeller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
  ) {}

  /**
   * The first goods of a verified seller are on sale; for any later ones nothing changes. Her papers are looked at at once:
   * one may have ended before she had anything to sell.
   * @rule SM-1
   */
  run(sellerId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, sellerId);
      if (seller.state !== 'verified') return;
      await this.sellers.move(tx, seller, 'first_listing', { due_at: null, change: { watch_at: tx.now } });
      tx.emit(SellerActive, { sellerId });
    });
  }
}
