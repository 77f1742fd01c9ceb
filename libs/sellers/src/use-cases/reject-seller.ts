import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Sellers } from '../data/sellers.repository.js';
import { SellerRejected } from '../domain/seller.events.js';

@Injectable()
export class RejectSeller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
  ) {}

  /**
   * The officer of the seller's desk refuses an application, with the reason the applicant reads.
   * @throws seller_unknown (404) for another desk's
   * @rule SM-1
   */
  run(sellerId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOnDesk(tx, sellerId);
      await this.sellers.assertNotOwn(tx, seller);
      await this.sellers.move(tx, seller, 'reject', { due_at: null, reason });
      tx.emit(SellerRejected, { sellerId });
    });
  }
}
