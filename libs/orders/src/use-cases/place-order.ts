import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Addresses } from '../data/addresses.repository.js';
import { Carts } from '../data/carts.repository.js';
import { assertOrderable } from '../domain/cart.js';
import type { SendTo } from '../domain/address.js';
import { PlanCheckout } from './plan-checkout.js';
import { WriteCheckout, type OrderWish, type PlacedCheckout } from './write-checkout.js';

/** What she wishes beside her goods when she orders them without a quote. */
export interface CartWish extends OrderWish {
  /** What her gift is to say, with the parcel of every maker; nothing when absent. */
  giftMessage?: string | undefined;
}

@Injectable()
export class PlaceOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly addresses: Addresses,
    private readonly planCheckout: PlanCheckout,
    private readonly writeCheckout: WriteCheckout,
  ) {}

  /**
   * Turns an open cart into one order per maker, keeps the pieces for the payment window and asks the shopper to pay once.
   * Prices are the catalogue's of this moment; a cart price that no longer holds is told, not taken over. Reductions
   * that are given without a code, carriage and tax are those a quote of this moment would promise.
   * @throws cart_not_found · cart_is_empty · cart_already_ordered · cart_merged · address_not_found · address_pincode_unknown · price_changed · quantity_not_sold ·
   *         gift_wrap_not_offered · offer_not_for_sale · pincode_not_served · seller_cannot_ship_interstate · out_of_stock · too_many_holds ·
   *         contact_needed · cash_over_limit · cash_not_at_pincode · cash_not_of_maker · cash_needs_account
   * @rule SM-4 S-4 S-10   S-52
   */
  run(cartId: string, to: SendTo, { contact, payBy, giftMessage }: CartWish = {}): Promise<PlacedCheckout> {
    return this.work.run(async (tx) => {
      const cart = await this.carts.lock(tx, cartId);
      assertOrderable(cart);
      const shipTo = await this.addresses.shipTo(tx, to);
      const plan = await this.planCheckout.of(tx, cart, shipTo, { contact });
      return this.writeCheckout.inside(tx, { cart, shipTo, contact, payBy, giftMessage: giftMessage ?? null, ...plan });
    });
  }
}
