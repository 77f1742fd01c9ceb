import { z } from 'zod';
import { priceInput } from '#platform/money';
import { parameterKey } from './category.js';
import { certification, declarations, noDeclarations } from './declarations.js';
import { translation } from './languages.js';
import { plainText } from './plain-text.js';

/** How the maker's hand is in it; a declaration of the maker. @rule  */
export const handmades = ['handmade', 'handloom', 'none'] as const;
export type Handmade = (typeof handmades)[number];

/** Standard units of sale and of net quantity. @rule */
export const units = ['piece', 'pair', 'set', 'metre', 'kilogram', 'gram', 'litre', 'millilitre'] as const;
export type Unit = (typeof units)[number];

export const foodDetails = z.strictObject({
  isVegetarian: z.boolean(),
  ingredients: plainText(1_000),
  allergens: plainText(500).describe('"none" when there are none'),
  bestBefore_days: z.int().min(1).max(3_650),
});
export type FoodDetails = z.infer<typeof foodDetails>;

export const offerInput = z
  .strictObject({
    label: plainText(60).describe('what sets this variant apart: size, colour'),
    price: priceInput,
    mrp: priceInput.describe('maximum retail price, all taxes included'),
    stock: z.int().min(0).max(1_000_000).describe('made to order: how many you take on at a time'),
    leadDays: z.int().min(0).max(365).describe('days to make and pack'),
    minQuantity: z.int().min(1).max(10_000).default(1),
    maxQuantity: z.int().min(1).max(10_000).default(10),
    options: z
      .array(z.strictObject({ name: plainText(30), value: plainText(60) }))
      .max(4)
      .default([])
      .describe('what tells the variants apart: the same names for all, the same values for none'),
    sku: z
      .string()
      .regex(/^[A-Za-z0-9._/-]{1,40}$/, 'Expected letters, digits and . _ / -')
      .meta({ examples: ['TS-01'] })
      .nullable()
      .default(null)
      .describe('your own number of it'),
    gtin: z
      .string()
      .regex(/^[0-9]{8,14}$/, 'Expected 8, 12, 13 or 14 digits')
      .meta({ examples: ['04006381333931'] })
      .nullable()
      .default(null)
      .describe('the number under the bar code; never invent one'),
    isMadeToOrder: z.boolean().default(false),
    quantityBreaks: z
      .array(z.strictObject({ from: z.int().min(2).max(10_000), price: priceInput }))
      .max(5)
      .default([])
      .describe('from so many pieces on each costs so much'),
    governmentPrice: priceInput.nullable().default(null).describe('what public buyers pay, where it is lower'),
  })
  .meta({ id: 'OfferInput' });
export type OfferInput = z.infer<typeof offerInput>;

/** What a maker writes about goods. @rule   */
export const listingInput = z
  .strictObject({
    odopEntryId: z.uuid().nullable().default(null).describe('null in a category that asks for none'),
    category: z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .meta({ examples: ['stoles-and-scarves'] })
      .nullable()
      .default(null)
      .describe('slug of the category; needed before submission'),
    parameters: z
      .array(z.strictObject({ key: parameterKey, value: z.union([plainText(200), z.number().max(1e9), z.boolean()]) }))
      .max(30)
      .default([])
      .describe('what the category asks'),
    title: plainText(120),
    description: plainText(4_000),
    commonName: plainText(80).describe('what it is, in a word or two'),
    brand: plainText(80).nullable().default(null).describe('absent: "Handmade – unbranded"'),
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
    care: plainText(500).nullable().default(null),
    food: foodDetails.nullable().default(null),
    images: z
      .array(z.strictObject({ mediaId: z.uuid(), alt: plainText(200) }))
      .max(12)
      .default([]),
    declarations: declarations.default(noDeclarations),
    certifications: z.array(certification).max(10).default([]).describe('marks the goods carry'),
    translations: z
      .array(translation)
      .max(22)
      .refine((all) => new Set(all.map((one) => one.lang)).size === all.length, 'each language once')
      .default([]),
    servesPins: z
      .array(
        z
          .string()
          .regex(/^[1-9][0-9]{1,5}$/, 'Expected two to six digits')
          .meta({ examples: ['8120'] }),
      )
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe('beginnings of PIN codes you send to; null: everywhere'),
    giftWrap: priceInput.nullable().default(null).describe('what wrapping as a gift costs; null: not offered'),
    offers: z.array(offerInput).min(1).max(20),
  })
  .meta({ id: 'ListingInput' });
export type ListingInput = z.infer<typeof listingInput>;
