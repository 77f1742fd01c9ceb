import { Injectable } from '@nestjs/common';
import type { GuestContact } from '#identity';
import type { PaymentMethod } from '#payments';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { sumPaise } from '#platform/money';
import { PolicyQuery } from '#policy';
import { SupplyGate } from '#tax';
import { Addresses } from '../data/addresses.repository.js';
import { Carts } from '../data/carts.repository.js';
import { ShownMakersQuery, type Shown } from '../data/shown-makers.query.js';
import { Quotes, type Quote } from '../data/quotes.repository.js';
import { assertOrderable } from '../domain/cart.js';
import { fail } from '../domain/order.errors.js';
import type { SendTo } from '../domain/address.js';
import { PlanCheckout } from './plan-checkout.js';
import { ReviewCart } from './review-cart.js';
import { WaysToPay } from './ways-to-pay.js';

/** A quote with what its shopper is told of who sells to her, and how she can pay. */
export type ShownQuote = Quote & { shown: Shown; payBy: PaymentMethod[] };

@Injectable()
export class QuoteCart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
    private readonly quotes: Quotes,
    private readonly addresses: Addresses,
    private readonly reviewCart: ReviewCart,
    private readonly planCheckout: PlanCheckout,
    private readonly supplyGate: SupplyGate,
    private readonly policy: PolicyQuery,
    private readonly shownMakers: ShownMakersQuery,
    private readonly waysToPay: WaysToPay,
  ) {}

  /**
   * Promises what a cart costs, sent to an address: prices, tax and carriage are frozen for a while. Nothing is kept back yet.
   * A cart has one quote: the newest.
   * @param codes  of promotions, as she typed them; others are given without one
   * @param giftMessage  what her gift is to say, with the parcel of every maker
   * @param contact  where a guest is reached, if she says it already: what was given to it counts as hers
   * @throws cart_not_found · cart_is_empty · cart_already_ordered · cart_merged · cart_changed · address_not_found · address_pincode_unknown · promotion_unknown ·
   *         promotion_over · promotion_used_up · promotion_not_for_cart · pincode_not_served · seller_cannot_ship_interstate ·
   *         seller_not_through_operator · seller_turnover_reached
   * @rule S-10 SM-4 
   */
  run(
    cartId: string,
    to: SendTo,
    codes: string[] = [],
    giftMessage: string | null = null,
    contact?: GuestContact,
  ): Promise<ShownQuote> {
    return this.work.run(async (tx) => {
      const cart = await this.carts.lock(tx, cartId);
      assertOrderable(cart);
      const troubled = (await this.reviewCart.lines(tx, cart)).filter(({ troubles }) => troubles.length > 0);
      if (troubled.length > 0) {
        throw fail('cart_changed', { lines: troubled.map(({ offerId, troubles }) => ({ offerId, troubles })) });
      }
      const shipTo = await this.addresses.shipTo(tx, to);
      const plan = await this.planCheckout.of(tx, cart, shipTo, { codes, contact });
      await this.supplyGate.check(
        tx,
        plan.orders.map(({ sellerId, seller }) => ({ sellerId, gstStatus: seller.gstStatus })),
      );
      const quote: Quote = {
        id: newId(),
        cartId,
        ownerId: cart.owner_id,
        ...plan,
        total_paise: sumPaise(plan.orders.map((order) => order.total_paise)),
        expiresAt: this.policy.deadline('quote.valid_minutes', tx.now),
      };
      await this.quotes.replace(tx, quote, { shipTo, giftMessage });
      const sellerIds = plan.orders.map((order) => order.sellerId);
      const payBy = this.waysToPay.of(tx, plan.orders, shipTo.pincode);
      return { ...quote, payBy, shown: await this.shownMakers.of(tx, sellerIds) };
    });
  }
}
