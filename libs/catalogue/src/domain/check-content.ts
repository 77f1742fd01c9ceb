import type { GstRate } from '#policy';
import type { ListingInput } from './listing-content.js';
import { checkOffers, type OfferTerms } from './offer-terms.js';
import { assertNotProhibited } from './prohibited.rules.js';
import { assertRateFits, hsnOf } from './rate.rules.js';

/**
 * Checks what a maker wrote, in this order: tariff code, tax rate, forbidden goods, then each variant.
 * @param rateAt  the tax rate line of a key today
 * @returns the tariff code in its normal form and the variants with amounts in paise
 * @throws hsn_malformed, rate_unknown, rate_not_for_hsn, rate_needs_handmade, goods_prohibited and what `checkOffers`
 *   throws (422)
 * @rule   
 */
export function checkContent(
  content: ListingInput,
  rateAt: (key: string) => GstRate | undefined,
): { hsn: string; offers: OfferTerms[] } {
  const hsn = hsnOf(content.hsn);
  assertRateFits(content.gstRateKey, rateAt(content.gstRateKey), hsn, content.handmade);
  assertNotProhibited([content.title, content.commonName, content.description]);
  return { hsn, offers: checkOffers(content.offers) };
}
