import { z } from 'zod';
import { moneySchema } from '#platform/money';
import type { Quadrant } from './category.js';
import { fail } from './listing.errors.js';
import { offerInput } from './listing-content.js';
import { checkOffers, type OfferTerms } from './offer-terms.js';

/** What a reseller says of a variant; everything else of it is the maker's. */
export const pairedInput = offerInput
  .pick({
    label: true,
    price: true,
    stock: true,
    leadDays: true,
    minQuantity: true,
    maxQuantity: true,
    sku: true,
    quantityBreaks: true,
    governmentPrice: true,
  })
  .extend({ label: offerInput.shape.label.describe('which of the maker’s variants') })
  .meta({ id: 'PairedOffer' });
export type PairedInput = z.infer<typeof pairedInput>;

/** Goods of Self Help Groups have no maker beside whom others sell: each lists her own. @rule */
export const hasMakers = (quadrant: Quadrant): boolean => quadrant !== 'q5';

/** What pairing needs of a maker's variant. */
interface MakersVariant {
  label: string;
  mrp_paise: bigint;
  options: Readonly<Record<string, string>>;
  gtin: string | null;
  is_withdrawn: boolean;
}

/**
 * A reseller's offers on a maker's variants: label, MRP, options and GTIN are the maker's.
 * @throws variant_unknown and what `checkOffers` throws (422)
 * @rule 
 */
export function pairedTerms(made: readonly MakersVariant[], wanted: readonly PairedInput[]): OfferTerms[] {
  return checkOffers(
    wanted.map((one) => {
      const variant = made.find(({ label, is_withdrawn }) => label === one.label && !is_withdrawn);
      if (!variant) throw fail('variant_unknown', { label: one.label });
      return {
        ...one,
        mrp: moneySchema.parse({ paise: Number(variant.mrp_paise), currency: 'INR' }),
        options: Object.entries(variant.options).map(([name, value]) => ({ name, value })),
        gtin: variant.gtin,
        isMadeToOrder: false,
      };
    }),
  );
}
