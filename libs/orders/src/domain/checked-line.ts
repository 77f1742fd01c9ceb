import { unitPriceOf, type OfferForSale } from '#catalogue';
import type { Paise } from '#platform/money';
import { returnsAsOf, type ReturnsAs } from './return-terms.js';
import type { CartLine } from './plan-orders.js';

/** Why a line of a cart cannot be ordered as it stands, in the order in which they are told. */
export const lineTroubles = [
  'gone',
  'quantity_not_sold',
  'out_of_stock',
  'price_changed',
  'gift_wrap_changed',
] as const;
export type LineTrouble = (typeof lineTroubles)[number];

/** A line of a cart beside what the catalogue says of it now. */
export interface CheckedLine extends CartLine {
  /** Null when its goods are not for sale. */
  now: {
    sellerId: string;
    returnsAs: ReturnsAs;
    title: string;
    price_paise: Paise;
    wrap_paise: Paise | null;
    available: number;
  } | null;
  troubles: LineTrouble[];
}

/** Looks at a line again: its price, its pieces, whether it is there at all. Nothing is taken over (S-10). @rule S-10 */
export function checkedLine(line: CartLine, offer: OfferForSale | undefined): CheckedLine {
  if (!offer) return { ...line, now: null, troubles: ['gone'] };
  const price_paise = unitPriceOf(offer, line.quantity, 'retail');
  const wrap_paise = offer.giftWrap_paise;
  const found: Record<Exclude<LineTrouble, 'gone'>, boolean> = {
    quantity_not_sold: line.quantity < offer.minQty || line.quantity > (offer.maxQty ?? Infinity),
    out_of_stock: line.quantity > offer.available,
    price_changed: price_paise !== line.seen_price_paise,
    gift_wrap_changed: line.seen_wrap_paise !== null && line.seen_wrap_paise !== wrap_paise,
  };
  return {
    ...line,
    now: {
      sellerId: offer.sellerId,
      returnsAs: returnsAsOf(offer),
      title: offer.title,
      price_paise,
      wrap_paise,
      available: offer.available,
    },
    troubles: lineTroubles.filter((trouble) => trouble !== 'gone' && found[trouble]),
  };
}
