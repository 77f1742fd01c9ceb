import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';
import type { Bp } from '#platform/money';
import { fail } from './listing.errors.js';

/** A price never exceeds the MRP, which includes all taxes. @throws price_above_mrp (422) @rule */
export function assertWithinMrp(offer: { label: string; price_paise: Paise; mrp_paise: Paise }): void {
  assert(offer.price_paise > 0n, 'a price is positive');
  if (offer.price_paise > offer.mrp_paise) throw fail('price_above_mrp', { label: offer.label });
}

/** A price is so far below the MRP as its category asks. @throws discount_too_small (422) @rule */
export function assertDiscount(
  { label, price_paise, mrp_paise }: { label: string; price_paise: Paise; mrp_paise: Paise },
  discount_min_bp: Bp,
): void {
  if (price_paise * 10_000n > mrp_paise * BigInt(10_000 - discount_min_bp))
    throw fail('discount_too_small', { label, discount_min_bp });
}

/**
 * A price its maker may ask by herself: within the MRP, low enough for its category, and no more than a little higher than
 * now and than what an officer saw last.
 * @throws price_above_mrp, discount_too_small, price_rise_needs_review (422)
 * @rule SM-3
 */
export function assertMayAsk(
  offer: { label: string; price_paise: Paise; mrp_paise: Paise; reviewed_price_paise: Paise | null },
  price_paise: Paise,
  { discount_min_bp, rise_max_bp }: { discount_min_bp: Bp; rise_max_bp: Bp },
): void {
  const asked = { label: offer.label, price_paise, mrp_paise: offer.mrp_paise };
  assertWithinMrp(asked);
  assertDiscount(asked, discount_min_bp);
  if (isMaterialRise(riseBase(offer.price_paise, offer.reviewed_price_paise), price_paise, rise_max_bp))
    throw fail('price_rise_needs_review', { rise_max_bp });
}

/** The price up to which a rise is measured: what is asked now, or what an officer saw last when that is less. @rule SM-3 */
export const riseBase = (price_paise: Paise, reviewed_paise: Paise | null): Paise =>
  reviewed_paise !== null && reviewed_paise < price_paise ? reviewed_paise : price_paise;

/**
 * Whether a new price changes the goods so much that an officer looks again: above the bound, not at it.
 * @param rise_max_bp  share of the old price by which it may rise
 * @rule SM-3
 */
export const isMaterialRise = (old_paise: Paise, new_paise: Paise, rise_max_bp: Bp): boolean =>
  new_paise * 10_000n > old_paise * BigInt(10_000 + rise_max_bp);
