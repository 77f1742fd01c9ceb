import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Duplicates } from '../data/duplicates.repository.js';
import { Sellers } from '../data/sellers.repository.js';

@Injectable()
export class DecideDuplicate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly duplicates: Duplicates,
  ) {}

  /**
   * The officer says whether two sellers who have something in common are one (confirmed: she is not verified again) or
   * two honest ones (cleared), with her reason.
   * @throws seller_unknown, duplicate_unknown (404), duplicate_decided (409), own_application (403)
   * @rule S-28 S-42
   */
  run(sellerId: string, flagId: string, decided: { state: 'cleared' | 'confirmed'; reason: string }): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOnDesk(tx, sellerId);
      await this.sellers.assertNotOwn(tx, seller);
      await this.duplicates.decide(tx, sellerId, flagId, decided);
      tx.audit({
        action: `sellers.duplicate_${decided.state}`,
        object: { kind: 'seller', id: sellerId },
        reason: decided.reason,
      });
    });
  }
}
