import { Injectable } from '@nestjs/common';
import { OpenGuest } from '#identity';
import { UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Carts, type Cart } from '../data/carts.repository.js';

@Injectable()
export class OpenCart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly openGuest: OpenGuest,
    private readonly policy: PolicyQuery,
  ) {}

  /** The shopper's open cart: the one she has, or a new one. A guest's lasts as long as what she is known by. @rule S-66 */
  run(): Promise<{ cartId: string; cart: Cart }> {
    return this.work.run(async (tx) => {
      const { personId: ownerId, kind } = tx.actor;
      assert(ownerId, 'a cart has an owner');
      const endsAt = kind === 'guest' ? this.policy.deadline('cart.guest_days', tx.now) : null;
      if (endsAt) await this.openGuest.prolong(tx, ownerId, endsAt);
      const cart = await this.carts.open(tx, ownerId, endsAt);
      return { cartId: cart.id, cart };
    });
  }
}
