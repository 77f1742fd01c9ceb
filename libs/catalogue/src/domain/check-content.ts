import type { GstRate } from '#policy';
import { fail } from './listing.errors.js';
import type { ListingInput, OfferInput } from './listing-content.js';
import { assertWithinMrp } from './price.rules.js';
import { assertRateFits, hsnOf } from './rate.rules.js';

/** An offer with its amounts as paise. */
export type OfferTerms = Omit<OfferInput, 'price' | 'mrp'> & { price_paise: bigint; mrp_paise: bigint };

export const termsOf = ({ price, mrp, ...rest }: OfferInput): OfferTerms => ({
  ...rest,
  price_paise: BigInt(price.paise),
  mrp_paise: BigInt(mrp.paise),
});

/**
 * Checks what a maker wrote, in this order: tariff code, tax rate, then each variant's label, amounts and quantities.
 * @param rateAt  the tax rate line of a key today
 * @returns the tariff code in its normal form and the variants with amounts in paise
 * @throws hsn_malformed, rate_unknown, rate_not_for_hsn, rate_needs_handmade, offer_label_twice, price_above_mrp,
 *   quantity_range_empty (422)
 * @rule  
 */
export function checkContent(
  content: ListingInput,
  rateAt: (key: string) => GstRate | undefined,
): { hsn: string; offers: OfferTerms[] } {
  const hsn = hsnOf(content.hsn);
  assertRateFits(content.gstRateKey, rateAt(content.gstRateKey), hsn, content.handmade);
  const labels = new Set<string>();
  const offers = content.offers.map(termsOf);
  for (const offer of offers) {
    if (labels.has(offer.label)) throw fail('offer_label_twice', { label: offer.label });
    labels.add(offer.label);
    assertWithinMrp(offer);
    if (offer.minQuantity > offer.maxQuantity) throw fail('quantity_range_empty', { label: offer.label });
  }
  return { hsn, offers };
}
