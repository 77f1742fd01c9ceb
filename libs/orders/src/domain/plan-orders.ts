import { unitPriceOf, type OfferForSale } from '#catalogue';
import { assert, newId } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { maySupply, supplyBetween } from '#tax';
import { fail } from './order.errors.js';
import { orderNumber } from './order-number.js';
import { returnsAsOf, type ReturnsAs } from './return-terms.js';

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
  | 'hsn'
  | 'gstRateKey'
  | 'leadDays'
  | 'minQty'
  | 'maxQty'
  | 'sellerStateCode'
  | 'sellerPincode'
  | 'sellerGstStatus'
  | 'isMadeToOrder'
>;

/** A line at today's price, before discounts, carriage and tax. */
export interface PlannedLine {
  id: string;
  offerId: string;
  title: string;
  quantity: number;
  price_paise: Paise;
  wrap_paise: Paise | null;
  /** Pieces and wrapping. */
  line_paise: Paise;
  /** grams a piece */
  weight_g: number;
  hsn: string;
  /** Row of the rate register, without `gst.rate.`. */
  gstRateKey: string;
  /** Days its maker takes before it leaves her. */
  lead_days: number;
  returnsAs: ReturnsAs;
  /** Its pieces are made after they were ordered; `lead_days` are for that. */
  toMake: boolean;
}

/** What one maker is asked for. */
export interface PlannedOrder {
  id: string;
  number: string;
  sellerId: string;
  seller: { pincode: string; stateCode: string; gstStatus: OfferForSale['sellerGstStatus'] };
  lines: PlannedLine[];
}

/**
 * Splits a cart into one order per maker at today's prices, or says why it cannot be ordered.
 *
 * @param toState  the State of the delivery address, `IN-UP`
 * @returns orders in the order of maker ids
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
  const bySeller = new Map<string, PlannedOrder>();
  for (const line of cart) {
    const offer = checkedOffer(line, offerOf.get(line.offerId));
    const order = bySeller.get(offer.sellerId) ?? orderOf(offer, now);
    bySeller.set(offer.sellerId, order);
    order.lines.push(plannedLine(line, offer));
    checkPlaceOfSupply(offer, toState);
  }
  return [...bySeller.values()].sort((a, b) => (a.sellerId < b.sellerId ? -1 : 1));
}

function orderOf(offer: OfferNow, now: Date): PlannedOrder {
  const id = newId();
  const { sellerPincode: pincode, sellerStateCode: stateCode, sellerGstStatus: gstStatus } = offer;
  const seller = { pincode, stateCode, gstStatus };
  return { id, number: orderNumber(id, now), sellerId: offer.sellerId, seller, lines: [] };
}

function plannedLine(line: CartLine, offer: OfferNow): PlannedLine {
  const { offerId, title, weight_g, hsn, gstRateKey, leadDays } = offer;
  const price_paise = unitPriceOf(offer, line.quantity, 'retail');
  const wrap_paise = line.seen_wrap_paise;
  return {
    id: newId(),
    offerId,
    title,
    quantity: line.quantity,
    price_paise,
    wrap_paise,
    line_paise: (price_paise + (wrap_paise ?? 0n)) * BigInt(line.quantity),
    weight_g,
    hsn,
    gstRateKey,
    lead_days: leadDays,
    returnsAs: returnsAsOf(offer),
    toMake: offer.isMadeToOrder,
  };
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
  if (!maySupply(sellerGstStatus, supplyBetween(sellerState, toState))) {
    throw fail('seller_cannot_ship_interstate', { sellerId, sellerState, toState });
  }
}
