import { z } from 'zod';
import { paiseColumn } from '#platform/money';
import type { PricedOrder } from './line-parts.js';
import { returnsAs } from './return-terms.js';

const line = z.object({
  id: z.uuid(),
  offerId: z.uuid(),
  title: z.string(),
  quantity: z.number(),
  price_paise: paiseColumn,
  wrap_paise: paiseColumn.nullable(),
  line_paise: paiseColumn,
  weight_g: z.number(),
  hsn: z.string(),
  gstRateKey: z.string(),
  lead_days: z.number(),
  returnsAs: z.enum(returnsAs),
  toMake: z.boolean().default(false), // quotes of before it was kept
  rate_bp: z.number(),
  taxable_paise: paiseColumn,
  cgst_paise: paiseColumn,
  sgst_paise: paiseColumn,
  igst_paise: paiseColumn,
  maker_discount_paise: paiseColumn,
  platform_discount_paise: paiseColumn,
  freight_paise: paiseColumn,
  paid_paise: paiseColumn,
});

const gstStatus = z.enum(['registered', 'composition', 'enrolled_unregistered', 'exempt']);

/** Orders as a quote keeps them, with every amount they were promised at. */
export const frozenOrders: z.ZodType<PricedOrder[]> = z.array(
  z.object({
    id: z.uuid(),
    number: z.string(),
    sellerId: z.uuid(),
    seller: z.object({ pincode: z.string(), stateCode: z.string(), gstStatus }),
    lines: z.array(line).min(1),
    promisedBy: z.coerce.date(),
    total_paise: paiseColumn,
  }),
);

/** Anything as text; amounts as text too, because JSON's numbers end before money does. */
export const freeze = (value: readonly object[]): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? each.toString() : each));
