import type { Paise } from '#platform/money';
import { gtin14 } from './gtin.js';
import { fail } from './listing.errors.js';
import type { OfferInput } from './listing-content.js';
import { assertWithinMrp } from './price.rules.js';
import type { QuantityBreak } from './selling-price.js';

/** An offer with its amounts as paise and its options by name. */
export type OfferTerms = Omit<
  OfferInput,
  'price' | 'mrp' | 'options' | 'gtin' | 'quantityBreaks' | 'governmentPrice'
> & {
  price_paise: Paise;
  mrp_paise: Paise;
  government_price_paise: Paise | null;
  quantityBreaks: QuantityBreak[];
  options: Record<string, string>;
  gtin: string | null;
};

/** @throws gtin_malformed (422) */
const termsOf = ({ price, mrp, options, gtin, quantityBreaks, governmentPrice, ...rest }: OfferInput): OfferTerms => ({
  ...rest,
  price_paise: BigInt(price.paise),
  mrp_paise: BigInt(mrp.paise),
  government_price_paise: governmentPrice === null ? null : BigInt(governmentPrice.paise),
  quantityBreaks: quantityBreaks.map((one) => ({ from: one.from, price_paise: BigInt(one.price.paise) })),
  options: Object.fromEntries(options.map(({ name, value }) => [name, value])),
  gtin: gtin === null ? null : gtin14(gtin),
});

/**
 * Checks a listing's variants one after another: label, amounts, quantities, breaks, lead time, then that their options tell
 * them apart and their numbers are each used once.
 * @returns the variants with amounts in paise
 * @throws gtin_malformed, offer_label_twice, price_above_mrp, quantity_range_empty, offer_terms_unfit (422)
 * @rule 
 */
export function checkOffers(given: readonly OfferInput[]): OfferTerms[] {
  const labels = new Set<string>();
  const offers = given.map(termsOf);
  for (const offer of offers) {
    if (labels.has(offer.label)) throw fail('offer_label_twice', { label: offer.label });
    labels.add(offer.label);
    assertWithinMrp(offer);
    if (offer.minQuantity > offer.maxQuantity) throw fail('quantity_range_empty', { label: offer.label });
    const why = termsFault(offer);
    if (why !== null) throw fail('offer_terms_unfit', { label: offer.label, why });
  }
  for (const [i, offer] of offers.entries()) {
    const why = clashOf(offer, offers.slice(0, i), given[i]!.options.length);
    if (why !== null) throw fail('offer_terms_unfit', { label: offer.label, why });
  }
  return offers;
}

function termsFault(offer: OfferTerms): string | null {
  const { government_price_paise: government, price_paise, quantityBreaks, maxQuantity } = offer;
  if (government !== null && government > price_paise) return 'public buyers never pay more than the shop asks';
  if (offer.isMadeToOrder && offer.leadDays === 0) return 'what is made to order takes at least a day';
  let [from, price] = [1, price_paise];
  for (const one of quantityBreaks) {
    if (one.from <= from) return 'each quantity break begins at more pieces than the one before';
    if (one.from > maxQuantity) return 'a quantity break begins above the largest order';
    if (one.price_paise >= price) return 'each quantity break is cheaper than the one before';
    [from, price] = [one.from, one.price_paise];
  }
  return null;
}

const names = (offer: OfferTerms): string => Object.keys(offer.options).sort().join();
const values = (offer: OfferTerms): string =>
  JSON.stringify(
    Object.keys(offer.options)
      .sort()
      .map((name) => [name, offer.options[name]]),
  );

function clashOf(offer: OfferTerms, before: readonly OfferTerms[], given: number): string | null {
  if (Object.keys(offer.options).length !== given) return 'an option is named twice';
  if (before.some((one) => names(one) !== names(offer))) return 'all variants have the same options';
  if (given > 0 && before.some((one) => values(one) === values(offer))) return 'another variant has these options';
  if (offer.sku !== null && before.some((one) => one.sku === offer.sku)) return 'another variant has this SKU';
  if (offer.gtin !== null && before.some((one) => one.gtin === offer.gtin)) return 'another variant has this GTIN';
  return null;
}
