import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Promotions } from '../data/promotions.repository.js';

@Injectable()
export class EndPromotion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly promotions: Promotions,
  ) {}

  /**
   * Gives no more of it from now on; what was ordered with it stays as it is. Ended twice is ended once.
   *
   * @param sellerId  whose it is; null: the platform's
   * @throws promotion_unknown
   */
  run(id: string, sellerId: string | null): Promise<void> {
    return this.work.run(async (tx) => {
      const one = await this.promotions.lock(tx, id, sellerId);
      if (one.ended_at !== null) return;
      await tx.run(`update promotions.promotion set ended_at = $2, version = version + 1 where id = $1`, [id, tx.now]);
      tx.audit({ action: 'promotions.ended', object: { kind: 'promotion', id } });
    });
  }
}
