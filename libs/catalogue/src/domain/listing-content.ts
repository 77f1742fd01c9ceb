import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { priceInput } from '#platform/money';

/** How the maker's hand is in it; a declaration of the maker. @rule  */
export const handmades = ['handmade', 'handloom', 'none'] as const;
export type Handmade = (typeof handmades)[number];

/** Standard units of sale and of net quantity. @rule */
export const units = ['piece', 'pair', 'set', 'metre', 'kilogram', 'gram', 'litre', 'millilitre'] as const;
export type Unit = (typeof units)[number];

export const foodDetails = z.strictObject({
  isVegetarian: z.boolean(),
  ingredients: freeText(1_000),
  allergens: freeText(500).describe('"none" when there are none'),
  bestBefore_days: z.int().min(1).max(3_650),
});
export type FoodDetails = z.infer<typeof foodDetails>;

const offerInput = z
  .strictObject({
    label: freeText(60).describe('what sets this variant apart: size, colour'),
    price: priceInput,
    mrp: priceInput.describe('maximum retail price, all taxes included'),
    stock: z.int().min(0).max(1_000_000),
    leadDays: z.int().min(0).max(365).describe('days to make and pack'),
    minQuantity: z.int().min(1).max(10_000).default(1),
    maxQuantity: z.int().min(1).max(10_000).default(10),
  })
  .meta({ id: 'OfferInput' });
export type OfferInput = z.infer<typeof offerInput>;

/** What a maker writes about goods. @rule   */
export const listingInput = z
  .strictObject({
    odopEntryId: z.uuid(),
    title: freeText(120),
    description: freeText(4_000),
    commonName: freeText(80).describe('what it is, in a word or two'),
    brand: freeText(80).nullable().default(null).describe('absent: "Handmade – unbranded"'),
    hsn: z.string().trim().min(4).max(8),
    gstRateKey: z.string().regex(/^[a-z0-9_]{2,60}$/),
    unit: z.enum(units),
    netQuantity: z.strictObject({ value: z.int().min(1).max(1_000_000), unit: z.enum(units) }),
    handmade: z.enum(handmades),
    countryOfOrigin: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('IN'),
    weight_g: z.int().min(1).max(500_000).describe('packed for dispatch'),
    size_mm: z
      .strictObject({
        length: z.int().min(1).max(20_000),
        width: z.int().min(1).max(20_000),
        height: z.int().min(1).max(20_000),
      })
      .nullable()
      .default(null),
    care: freeText(500).nullable().default(null),
    food: foodDetails.nullable().default(null),
    images: z
      .array(z.strictObject({ mediaId: z.uuid(), alt: freeText(200) }))
      .max(12)
      .default([]),
    offers: z.array(offerInput).min(1).max(20),
  })
  .meta({ id: 'ListingInput' });
export type ListingInput = z.infer<typeof listingInput>;
