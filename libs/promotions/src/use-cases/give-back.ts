import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

@Injectable()
export class GiveBack {
  /**
   * Nothing of a checkout came about: what it took of promotions can be had again, by her and by others. Told twice, it
   * gives back once. For the system to call: who declines an order does not see what its shopper had.
   */
  async inside(tx: Tx, checkoutId: string): Promise<void> {
    const inOrder = `select from promotions.promotion where id in (
                       select promotion_id from promotions.redemption where checkout_id = $1) order by id for update`;
    await tx.run(inOrder, [checkoutId]);
    await tx.run(
      `with back as (
         update promotions.redemption set given_back_at = $2 where checkout_id = $1 and given_back_at is null
         returning promotion_id)
       update promotions.promotion p set uses = p.uses - 1 from back where p.id = back.promotion_id`,
      [checkoutId, tx.now],
    );
  }
}
