import { Injectable } from '@nestjs/common';
import { OffersQuery } from '#catalogue';
import { IdentifyCaller } from '#identity';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Carts, type Cart } from '../data/carts.repository.js';
import { assertOpen } from '../domain/cart.js';
import { mergeLines, type MergedDifferently } from '../domain/merge-lines.js';
import { fail } from '../domain/order.errors.js';
import { linesOf } from './plan-checkout.js';

@Injectable()
export class MergeCarts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly offers: OffersQuery,
    private readonly identifyCaller: IdentifyCaller,
  ) {}

  /**
   * Who shopped as a guest signed in: what lay in the guest's cart moves into her own, and the guest's cart ends. Done again,
   * nothing lies there any more. Her cart is held first, the guest's after it, by everybody.
   * @param token  what the guest was given: who has it may take what she laid there
   * @param check  refuses when she has not seen the present version of her cart
   * @returns her cart, and what of it is not as both carts asked
   * @throws cart_not_found · cart_already_ordered · cart_merged · guest_unknown
   * @rule S-10 S-11 S-36 S-48
   */
  async run(
    cartId: string,
    token: string,
    check: (version: number) => void = () => undefined,
  ): Promise<{ cart: Cart; differently: MergedDifferently[] }> {
    const guestId = await this.identifyCaller.guestOf(token);
    return this.work.run(async (tx) => {
      const own = await this.carts.lock(tx, cartId);
      check(own.version);
      assertOpen(own);
      if (guestId === null) throw fail('guest_unknown');
      const left = await seeingAll(tx, () => this.carts.lockOpenOf(tx, guestId));
      if (left === null) return { cart: own, differently: [] };
      const lines = linesOf(left);
      const ids = lines.map((line) => line.offerId);
      const merged = mergeLines(linesOf(own), lines, await this.offers.stillForSale(tx, ids));
      await this.carts.putLines(tx, own, merged.lines);
      await seeingAll(tx, () => this.carts.markMerged(tx, left));
      tx.audit({ action: 'orders.cart_merged', object: { kind: 'cart', id: cartId }, after: { guest_cart: left.id } });
      return { cart: await this.carts.byId(tx, cartId), differently: merged.differently };
    });
  }
}
