import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { units } from '#catalogue';
import type { Tx } from '#platform/database';
import { paiseColumn } from '#platform/money';
import { snapshotSchema } from '#policy';
import { outReasons } from '../comparison/compare.js';
import { fail } from '../procurement.errors.js';

const wish = z.object({
  category: z.string(),
  unit: z.enum(units),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  quantity: z.number(),
  to_pincode: z.string(),
  delivery_days: z.number(),
});
const line = z.object({
  offerId: z.uuid(),
  sellerId: z.uuid(),
  maker: z.number(),
  seller: z.number(),
  unit_price_paise: paiseColumn,
  total_paise: paiseColumn,
  lead_days: z.number(),
  out: z.array(z.enum(outReasons)),
  brand: z.string().nullable(),
  state_code: z.string(),
});
const decision = z.object({
  conditions: z.array(z.object({ no: z.number(), says: z.string(), holds: z.boolean() })),
  lines: z.array(line),
  tie: z.object({ seed: z.string(), candidates: z.array(z.uuid()), index: z.number() }),
});

const comparisonRow = z.object({
  id: z.uuid(),
  demand_id: z.uuid(),
  office_id: z.uuid(),
  made_by: z.uuid(),
  wish,
  decision,
  chosen_offer_id: z.uuid(),
  chosen_total_paise: paiseColumn,
  policy: snapshotSchema,
  valid_until: z.date(),
  made_at: z.date(),
  is_ordered: z.boolean(),
});
export type Sheet = z.infer<typeof comparisonRow>;

/** What a sheet says of one offer. */
export type SheetLine = z.infer<typeof line>;

@Injectable()
export class Comparisons {
  /** Another office's is not there (S-42); a seller's never. @throws comparison_not_found */
  async find(tx: Tx, id: string): Promise<Sheet> {
    const found = await tx.maybe(
      comparisonRow,
      `select c.*, exists (select 1 from procurement.contract k where k.comparison_id = c.id) as is_ordered
         from procurement.comparison c where c.id = $1`,
      [id],
    );
    if (!found) throw fail('comparison_not_found');
    return found;
  }
}
