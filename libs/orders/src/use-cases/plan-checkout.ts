import { Injectable } from '@nestjs/common';
import { OffersQuery, servesPin } from '#catalogue';
import { PincodesQuery } from '#odop';
import type { Tx } from '#platform/database';
import { Promotions, shareOut, type PricedLine, type Promotion } from '#promotions';
import type { Cart } from '../data/carts.repository.js';
import type { PricedOrder } from '../domain/line-parts.js';
import { fail } from '../domain/order.errors.js';
import { planOrders, type CartLine, type PlannedOrder } from '../domain/plan-orders.js';
import type { Destination } from '../domain/ship-to.js';
import { reductionsOf, type Reduction } from '../domain/reductions.js';
import { PriceOrders } from './price-orders.js';

/** The lines of a cart as decisions see them. */
export const linesOf = (cart: Cart): CartLine[] =>
  cart.lines.map((line) => ({
    offerId: line.offer_id,
    quantity: line.quantity,
    seen_price_paise: line.seen_price_paise,
    seen_wrap_paise: line.seen_wrap_paise,
  }));

/** Promotions lower what pieces cost, not their wrapping or their way. */
const pricedLines = ({ sellerId, lines }: PlannedOrder): PricedLine[] =>
  lines.map(({ id, quantity, price_paise }) => ({
    id,
    sellerId,
    quantity,
    value_paise: price_paise * BigInt(quantity),
  }));

export interface CheckoutPlan {
  to: Destination;
  orders: PricedOrder[];
  reductions: Reduction[];
}

@Injectable()
export class PlanCheckout {
  constructor(
    private readonly offers: OffersQuery,
    private readonly pincodes: PincodesQuery,
    private readonly promotions: Promotions,
    private readonly priceOrders: PriceOrders,
  ) {}

  /**
   * What a cart becomes when it is sent to a PIN code, at the prices and rates of this moment.
   * @param codes  of promotions, as the shopper typed them; others are given without one
   * @throws promotion_unknown · promotion_over · promotion_used_up · promotion_not_for_cart · address_pincode_unknown · price_changed · quantity_not_sold · gift_wrap_not_offered · offer_not_for_sale ·
   *         pincode_not_served · seller_cannot_ship_interstate
   * @rule S-10
   */
  async of(tx: Tx, cart: Cart, pincode: string, codes: string[] = []): Promise<CheckoutPlan> {
    const to = { pincode, stateCode: await this.stateOf(pincode) };
    const lines = linesOf(cart);
    const offers = await this.offers.forSale(
      tx,
      lines.map((line) => line.offerId),
    );
    const unserved = offers.filter((offer) => !servesPin(offer.servesPins, pincode));
    if (unserved.length > 0)
      throw fail('pincode_not_served', { offerIds: unserved.map((offer) => offer.offerId), pincode });
    const planned = planOrders(lines, offers, to.stateCode, tx.now);
    const promotions = await this.promotionsFor(tx, cart, planned, codes);
    const shared = shareOut(planned.flatMap(pricedLines), promotions);
    const orders = this.priceOrders.of(planned, to, tx.now, shared.lines);
    return { to, orders, reductions: reductionsOf(shared, promotions) };
  }

  private promotionsFor(tx: Tx, cart: Cart, planned: readonly PlannedOrder[], codes: string[]): Promise<Promotion[]> {
    const sellerIds = planned.map((order) => order.sellerId);
    return this.promotions.applicable(tx, { codes, personId: cart.owner_id, sellerIds });
  }

  private async stateOf(pincode: string): Promise<string> {
    const found = await this.pincodes.pincode(pincode);
    if (!found) throw fail('address_pincode_unknown', { pincode });
    return found.state_code;
  }
}
