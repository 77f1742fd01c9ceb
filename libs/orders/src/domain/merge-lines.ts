import { unitPriceOf, type OfferForSale } from '#catalogue';
import type { Paise } from '#platform/money';
import { cart_lines_max } from './cart.js';
import type { CartLine } from './plan-orders.js';

/** Why a line did not come into another cart just as it was. */
export const mergeWhys = [
  'gone',
  'cart_is_full',
  'out_of_stock',
  'quantity_not_sold',
  'gift_wrap_changed',
  'price_changed',
] as const;

/** A line that is not what the two carts together asked for. */
export interface MergedDifferently {
  offerId: string;
  /** Pieces that both carts asked for. */
  asked: number;
  /** Pieces that lie in the cart now. */
  quantity: number;
  why: (typeof mergeWhys)[number];
}

/** A line as it lies in the cart afterwards. */
export interface MergedLine {
  offerId: string;
  quantity: number;
  price_paise: Paise;
  wrap_paise: Paise | null;
}

type OfferNow = Pick<
  OfferForSale,
  'price_paise' | 'quantityBreaks' | 'governmentPrice_paise' | 'giftWrap_paise' | 'minQty' | 'maxQty' | 'available'
>;

/**
 * Puts the lines of a guest's cart into the cart of the shopper she turned out to be. Pieces of the same goods add up, as far as
 * they are there and sold together; what lay in her own cart never becomes less. Prices are those of now, and told where they
 * changed.
 * @returns the lines that change, and what of them is not as both carts asked
 * @rule S-10 S-48
 */
export function mergeLines(
  own: readonly CartLine[],
  guests: readonly CartLine[],
  offers: ReadonlyMap<string, OfferNow>,
): { lines: MergedLine[]; differently: MergedDifferently[] } {
  const mine = new Map(own.map((line) => [line.offerId, line]));
  const lines: MergedLine[] = [];
  const differently: MergedDifferently[] = [];
  let room = cart_lines_max - own.length;
  for (const line of guests) {
    const before = mine.get(line.offerId);
    const merged = mergedLine(line, before, offers.get(line.offerId), room);
    if (merged.line && !before) room -= 1;
    if (merged.line) lines.push(merged.line);
    const { why } = merged;
    const asked = line.quantity + (before?.quantity ?? 0);
    const quantity = merged.line?.quantity ?? before?.quantity ?? 0;
    if (why) differently.push({ offerId: line.offerId, asked, quantity, why });
  }
  return { lines, differently };
}

function mergedLine(
  line: CartLine,
  before: CartLine | undefined,
  offer: OfferNow | undefined,
  room: number,
): { line: MergedLine | null; why: MergedDifferently['why'] | null } {
  if (!offer) return { line: null, why: 'gone' };
  if (!before && room === 0) return { line: null, why: 'cart_is_full' };
  const had = before?.quantity ?? 0;
  const asked = line.quantity + had;
  const quantity = Math.max(had, Math.min(asked, offer.available, offer.maxQty));
  const short = offer.available < offer.maxQty ? 'out_of_stock' : 'quantity_not_sold';
  if (quantity === had || quantity < offer.minQty) return { line: null, why: short };
  const price_paise = unitPriceOf(offer, quantity, 'retail');
  const wanted_paise = before ? before.seen_wrap_paise : line.seen_wrap_paise;
  const wrap_paise = wanted_paise === null ? null : offer.giftWrap_paise;
  const changed =
    wrap_paise !== wanted_paise
      ? 'gift_wrap_changed'
      : price_paise !== line.seen_price_paise || (before !== undefined && price_paise !== before.seen_price_paise)
        ? 'price_changed'
        : null;
  const merged = { offerId: line.offerId, quantity, price_paise, wrap_paise };
  return { line: merged, why: quantity < asked ? short : changed };
}
