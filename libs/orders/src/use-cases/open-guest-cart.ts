import { Injectable } from '@nestjs/common';
import { OpenGuest } from '#identity';
import { seeingAll, UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Carts } from '../data/carts.repository.js';

@Injectable()
export class OpenGuestCart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly openGuest: OpenGuest,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Somebody without an account begins to shop: an empty cart, and the token by which she is known from now on.
   * @returns the token, told this once
   * @rule S-36 S-66
   */
  run(): Promise<{ cartId: string; token: string; endsAt: Date }> {
    return this.work.run(async (tx) => {
      const endsAt = this.policy.deadline('cart.guest_days', tx.now);
      const { guestId, token } = await this.openGuest.inside(tx, endsAt);
      const { id: cartId } = await seeingAll(tx, () => this.carts.open(tx, guestId, endsAt));
      return { cartId, token, endsAt };
    });
  }
}
