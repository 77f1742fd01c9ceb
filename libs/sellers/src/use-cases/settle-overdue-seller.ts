import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Sellers } from '../data/sellers.repository.js';
import { SellerEscalated, SellerLapsed } from '../domain/seller.events.js';
import { CheckApplicationPapers } from './check-application.js';

@Injectable()
export class SettleOverdueSeller {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly check: CheckApplicationPapers,
  ) {}

  /**
   * Does what happens when nobody moved in time: an unchecked application goes on to the officer, an undecided one is shown
   * to the office above, an unanswered one lapses. Looked at again under its lock: somebody may have been faster.
   * @rule SM-1
   */
  run(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lock(tx, id);
      if (seller.due_at === null || seller.due_at > tx.now) return;
      switch (seller.state) {
        case 'submitted':
          return this.check.goOnWithout(tx, seller);
        case 'under_review':
          await this.sellers.escalate(tx, seller);
          return tx.emit(SellerEscalated, { sellerId: id });
        case 'needs_correction':
          await this.sellers.move(tx, seller, 'lapse', { due_at: null });
          return tx.emit(SellerLapsed, { sellerId: id });
        default:
          throw new Error(`no clock runs for a seller who is ${seller.state}`);
      }
    });
  }
}
