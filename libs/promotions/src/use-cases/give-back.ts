import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

@Injectable()
export class GiveBack {
  /**
   * Nothing of a checkout came about: what it took of promotions can be had again, by her and by others. Told twice, it
   * gives back once.
   */
  async inside(tx: Tx, checkoutId: string): Promise<void> {
    await tx.run(
      `with back as (
         update promotions.redemption set given_back_at = $2 where checkout_id = $1 and given_back_at is null
         returning promotion_id)
       update promotions.promotion p set uses = p.uses - 1 from back where p.id = back.promotion_id`,
      [checkoutId, tx.now],
    );
  }
}
