import { Injectable } from '@nestjs/common';
import { OffersQuery, unitPriceOf } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Carts, type Cart } from '../data/carts.repository.js';
import { assertOpen, assertRoomFor } from '../domain/cart.js';
import { fail } from '../domain/order.errors.js';

@Injectable()
export class ChangeLine {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly offers: OffersQuery,
  ) {}

  /**
   * Sets how many of an offer lie in the cart (0 takes it out), at the price of now, which the shopper is shown.
   * Nothing is reserved yet: stock is held when the order is placed (S-4).
   * @param giftWrap  whether each piece is wrapped as a gift, for what its maker asks
   * @param check  refuses when she has not seen the present version of the cart
   * @throws cart_not_found · cart_already_ordered · cart_merged · cart_is_full · offer_not_for_sale · gift_wrap_not_offered
   */
  run(
    cartId: string,
    offerId: string,
    quantity: number,
    giftWrap = false,
    check: (version: number) => void = () => undefined,
  ): Promise<Cart> {
    return this.work.run(async (tx) => {
      const cart = await this.carts.lock(tx, cartId);
      check(cart.version);
      assertOpen(cart);
      if (quantity > 0) assertRoomFor(offerId, cart.lines);
      const [offer] = quantity === 0 ? [] : await this.offers.forSale(tx, [offerId]);
      const price_paise = offer ? unitPriceOf(offer, quantity, 'retail') : 0n;
      const wrap_paise = offer && giftWrap ? offer.giftWrap_paise : null;
      if (offer && giftWrap && wrap_paise === null) throw fail('gift_wrap_not_offered', { offerId });
      await this.carts.setLine(tx, cart, { offerId, quantity, price_paise, wrap_paise });
      return this.carts.lock(tx, cartId);
    });
  }
}
