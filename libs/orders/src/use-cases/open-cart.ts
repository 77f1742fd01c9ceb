import { Injectable } from '@nestjs/common';
import { OpenGuest } from '#identity';
import { UnitOfWork } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Carts } from '../data/carts.repository.js';

@Injectable()
export class OpenCart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly openGuest: OpenGuest,
    private readonly policy: PolicyQuery,
  ) {}

  /** A new, empty cart of the shopper who asks. A guest's lasts as long as what she is known by. @rule S-66 */
  run(): Promise<{ cartId: string }> {
    return this.work.run(async (tx) => {
      const { personId: ownerId, kind } = tx.actor;
      assert(ownerId, 'a cart has an owner');
      const endsAt = kind === 'guest' ? this.policy.deadline('cart.guest_days', tx.now) : null;
      if (endsAt) await this.openGuest.prolong(tx, ownerId, endsAt);
      const cartId = newId();
      await this.carts.add(tx, cartId, ownerId, endsAt);
      return { cartId };
    });
  }
}
