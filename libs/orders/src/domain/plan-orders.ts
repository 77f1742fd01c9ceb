import { unitPriceOf, type OfferForSale } from '#catalogue';
import { assert, newId } from '#platform/kernel';
import { sumPaise, type Paise } from '#platform/money';
import { fail } from './order.errors.js';
import { orderNumber } from './order-number.js';

/** A line as the shopper left it in the cart. */
export interface CartLine {
  offerId: string;
  quantity: number;
  /** The price she saw, paise a piece. */
  seen_price_paise: Paise;
  /** What wrapping a piece as a gift cost when she asked for it; null: not wrapped. */
  seen_wrap_paise: Paise | null;
}

/** What the catalogue says of an offer and its maker now. */
export type OfferNow = Pick<
  OfferForSale,
  | 'offerId'
  | 'sellerId'
  | 'title'
  | 'price_paise'
  | 'quantityBreaks'
  | 'governmentPrice_paise'
  | 'giftWrap_paise'
  | 'weight_g'
  | 'minQty'
  | 'maxQty'
  | 'sellerStateCode'
  | 'sellerGstStatus'
>;

export interface PlannedOrder {
  id: string;
  number: string;
  sellerId: string;
  total_paise: Paise;
  lines: {
    id: string;
    offerId: string;
    title: string;
    quantity: number;
    price_paise: Paise;
    wrap_paise: Paise | null;
    line_paise: Paise;
    weight_g: number;
  }[];
}

/**
 * Splits a cart into one order per maker at today's prices, or says why it cannot be ordered.
 *
 * @param toState  the State of the delivery address, `IN-UP`
 * @returns orders in the order of maker ids; totals in paise
 * @throws quantity_not_sold · price_changed · gift_wrap_not_offered · seller_cannot_ship_interstate
 * @rule SM-4 S-10
 */
export function planOrders(
  cart: readonly CartLine[],
  offers: readonly OfferNow[],
  toState: string,
  now: Date,
): PlannedOrder[] {
  assert(cart.length > 0, 'an empty cart is refused before');
  const offerOf = new Map(offers.map((offer) => [offer.offerId, offer]));
  const bySeller = new Map<string, PlannedOrder['lines']>();
  for (const line of cart) {
    const offer = checkedOffer(line, offerOf.get(line.offerId));
    const lines = bySeller.get(offer.sellerId) ?? [];
    bySeller.set(offer.sellerId, lines);
    const price_paise = unitPriceOf(offer, line.quantity, 'retail');
    const wrap_paise = line.seen_wrap_paise;
    const line_paise = (price_paise + (wrap_paise ?? 0n)) * BigInt(line.quantity);
    const { offerId, title, weight_g } = offer;
    lines.push({ id: newId(), offerId, title, quantity: line.quantity, price_paise, wrap_paise, line_paise, weight_g });
    checkPlaceOfSupply(offer, toState);
  }
  return [...bySeller]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sellerId, lines]) => {
      const id = newId();
      return {
        id,
        number: orderNumber(id, now),
        sellerId,
        lines,
        total_paise: sumPaise(lines.map((line) => line.line_paise)),
      };
    });
}

function checkedOffer(line: CartLine, offer: OfferNow | undefined): OfferNow {
  assert(offer, 'the catalogue answers every offer or refuses');
  if (line.quantity < offer.minQty || line.quantity > (offer.maxQty ?? Infinity)) {
    throw fail('quantity_not_sold', { offerId: offer.offerId, min: offer.minQty, max: offer.maxQty });
  }
  const { offerId, giftWrap_paise } = offer;
  assertSame(offerId, line.seen_price_paise, unitPriceOf(offer, line.quantity, 'retail'));
  if (line.seen_wrap_paise === null) return offer;
  if (giftWrap_paise === null) throw fail('gift_wrap_not_offered', { offerId });
  assertSame(offerId, line.seen_wrap_paise, giftWrap_paise);
  return offer;
}

/** @throws price_changed (409) @rule S-10 */
function assertSame(offerId: string, was_paise: Paise, is_paise: Paise): void {
  if (is_paise === was_paise) return;
  throw fail('price_changed', { offerId, was_paise: was_paise.toString(), is_paise: is_paise.toString() });
}

/** The gate at checkout: only registered makers sell beyond their State. @rule   */
function checkPlaceOfSupply(offer: OfferNow, toState: string): void {
  const { sellerId, sellerStateCode: sellerState, sellerGstStatus } = offer;
  if (sellerGstStatus !== 'registered' && sellerState !== toState) {
    throw fail('seller_cannot_ship_interstate', { sellerId, sellerState, toState });
  }
}
