import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Sellers } from '../data/sellers.repository.js';
import { SellerNeedsCorrection } from '../domain/seller.events.js';

@Injectable()
export class RequestInformation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The officer sends an application back with what is to be corrected.
   * @throws seller_unknown (404) for another desk's
   * @rule SM-1
   */
  run(sellerId: string, asks: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOnDesk(tx, sellerId);
      const due_at = this.policy.deadline('onboarding.correction_days', tx.now);
      await this.sellers.move(tx, seller, 'request_info', { due_at, reason: asks });
      tx.emit(SellerNeedsCorrection, { sellerId });
    });
  }
}
