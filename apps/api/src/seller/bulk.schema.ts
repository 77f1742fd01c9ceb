import { z } from 'zod';
import { bulkRows_max, faultLanguages, faultSays, type BulkOutcome, type FaultLanguage } from '#catalogue';
import { queryBoolean } from '#platform/http';
import { priceInput } from '#platform/money';

export const bulkQuery = z.strictObject({
  partial: queryBoolean().default(false).describe('the right rows go in although others are wrong'),
  lang: z.enum(faultLanguages).default('en').describe('language in which faults are told'),
});

const key = {
  offerId: z.uuid().optional(),
  sku: z
    .string()
    .regex(/^[A-Za-z0-9._/-]{1,40}$/)
    .meta({ examples: ['TS-01'] })
    .optional()
    .describe('your own number of it, instead of its id'),
};
const named = (row: { offerId?: string | undefined; sku?: string | undefined }): boolean =>
  (row.offerId === undefined) !== (row.sku === undefined);

export const stocksBody = z
  .strictObject({
    rows: z
      .array(
        z
          .strictObject({ ...key, onHand: z.int().min(0).max(1_000_000).describe('pieces, promised ones included') })
          .refine(named, 'either offerId or sku'),
      )
      .min(1)
      .max(bulkRows_max),
  })
  .meta({ id: 'StockCounts', example: { rows: [{ sku: 'TS-01', onHand: 12 }] } });

export const pricesBody = z
  .strictObject({
    rows: z
      .array(z.strictObject({ ...key, price: priceInput }).refine(named, 'either offerId or sku'))
      .min(1)
      .max(bulkRows_max),
  })
  .meta({ id: 'NewPrices', example: { rows: [{ sku: 'TS-01', price: { paise: 145_000, currency: 'INR' } }] } });

export const bulkAnswer = z
  .strictObject({
    changed: z.int().min(0),
    unchanged: z.int().min(0),
    wrong: z
      .array(
        z.strictObject({
          index: z.int().min(0).describe('in the order of the request'),
          key: z.string().describe('the offer as the request named it'),
          code: z.string(),
          says: z.string().describe('what is wrong and what to do'),
        }),
      )
      .max(bulkRows_max),
  })
  .meta({ id: 'BulkOutcome' });

export const viewOfBulk = (outcome: BulkOutcome, language: FaultLanguage): z.input<typeof bulkAnswer> => ({
  changed: outcome.changed,
  unchanged: outcome.unchanged,
  wrong: outcome.wrong.map((fault) => ({
    ...{ index: fault.index, key: fault.key, code: fault.code },
    says: faultSays(fault, language),
  })),
});
