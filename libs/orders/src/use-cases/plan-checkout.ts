import { gstCodeOf } from '#platform/identifiers';
import { Injectable } from '@nestjs/common';
import { OffersQuery, servesPin } from '#catalogue';
import { PincodesQuery } from '#odop';
import type { GuestContact } from '#identity';
import type { Tx } from '#platform/database';
import { Promotions, shareOut, type PricedLine } from '#promotions';
import type { Cart } from '../data/carts.repository.js';
import type { PricedOrder } from '../domain/line-parts.js';
import { fail } from '../domain/order.errors.js';
import { planOrders, type CartLine, type PlannedOrder } from '../domain/plan-orders.js';
import type { Destination, ShipTo } from '../domain/ship-to.js';
import { reductionsOf, type Reduction } from '../domain/reductions.js';
import { PriceOrders } from './price-orders.js';
import { RedeemerOf } from './redeemer-of.js';

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

/** What she wishes, as far as it changes what she pays. */
export interface PlanWish {
  codes?: string[] | undefined;
  contact?: GuestContact | undefined;
}

@Injectable()
export class PlanCheckout {
  constructor(
    private readonly offers: OffersQuery,
    private readonly pincodes: PincodesQuery,
    private readonly promotions: Promotions,
    private readonly priceOrders: PriceOrders,
    private readonly redeemers: RedeemerOf,
  ) {}

  /**
   * What a cart becomes when it is sent to a door, at the prices and rates of this moment.
   * @param wish.codes  of promotions, as the shopper typed them; others are given without one
   * @param wish.contact  what a guest said of where she is reached: what was given to it counts as hers
   * @throws promotion_unknown · promotion_over · promotion_used_up · promotion_not_for_cart · address_pincode_unknown · gstin_in_other_state · price_changed · quantity_not_sold · gift_wrap_not_offered · offer_not_for_sale ·
   *         pincode_not_served · seller_cannot_ship_interstate
   * @rule S-10
   */
  async of(tx: Tx, cart: Cart, shipTo: ShipTo, { codes = [], contact }: PlanWish = {}): Promise<CheckoutPlan> {
    const { pincode } = shipTo;
    const to = { pincode, stateCode: await this.stateOf(pincode) };
    if (shipTo.gstin !== undefined && shipTo.gstin.slice(0, 2) !== gstCodeOf(to.stateCode))
      throw fail('gstin_in_other_state', { gstin: shipTo.gstin, pincode });
    const lines = linesOf(cart);
    const offers = await this.offers.forSale(
      tx,
      lines.map((line) => line.offerId),
    );
    const unserved = offers.filter((offer) => !servesPin(offer.servesPins, pincode));
    if (unserved.length > 0)
      throw fail('pincode_not_served', { offerIds: unserved.map((offer) => offer.offerId), pincode });
    const planned = planOrders(lines, offers, to.stateCode, tx.now);
    const promotions = await this.promotions.applicable(tx, {
      codes,
      sellerIds: planned.map((order) => order.sellerId),
      by: () => this.redeemers.of(tx, cart, shipTo, contact),
    });
    const shared = shareOut(planned.flatMap(pricedLines), promotions);
    const orders = this.priceOrders.of(planned, to, tx.now, shared.lines);
    return { to, orders, reductions: reductionsOf(shared, promotions) };
  }

  private async stateOf(pincode: string): Promise<string> {
    const found = await this.pincodes.pincode(pincode);
    if (!found) throw fail('address_pincode_unknown', { pincode });
    return found.state_code;
  }
}
