import { z } from 'zod';
import { money, moneySchema } from '#platform/money';
import { outReasons, type Sheet, type SheetLine } from '#procurement';

export const comparisonBody = z.strictObject({ demandId: z.uuid() }).meta({ id: 'ComparisonBody' });

const lineView = z.strictObject({
  maker: z.int().describe('number of the manufacturer on this sheet; two offers with the same number are of one'),
  seller: z.int().describe('number of the seller on this sheet'),
  brand: z.string().nullable(),
  fromState: z.string().describe('State the goods come from'),
  unitPrice: moneySchema,
  total: moneySchema.describe('whole quantity, all-inclusive, at the consignee'),
  deliveryDays: z.int(),
  out: z.array(z.enum(outReasons)).max(outReasons.length).describe('why it does not count; empty: it counts'),
  chosen: z.boolean(),
  offerId: z.uuid().nullable().describe('told once the order is placed (R-2.7)'),
  sellerId: z.uuid().nullable().describe('told once the order is placed (R-2.7)'),
});

export const comparisonView = z
  .strictObject({
    id: z.uuid(),
    demandId: z.uuid(),
    conditions: z
      .array(z.strictObject({ no: z.int(), says: z.string(), holds: z.boolean() }))
      .max(7)
      .describe('the conditions of rule 149(ii), one by one (R-1.4)'),
    offers: z.array(lineView).max(2_000).describe('those that count first, each part by price'),
    tie: z
      .strictObject({ seed: z.string(), candidates: z.int(), index: z.int() })
      .describe('of so many offers at the lowest price this one is drawn: seed modulo their number (R-2.36)'),
    total: moneySchema.describe('of the chosen offer'),
    validUntil: z.iso.datetime(),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'Comparison' });

export const viewOfComparison = (sheet: Sheet): z.input<typeof comparisonView> => ({
  id: sheet.id,
  demandId: sheet.demand_id,
  conditions: sheet.decision.conditions,
  offers: sheet.decision.lines.map((line) => viewOfLine(sheet, line)),
  tie: { ...sheet.decision.tie, candidates: sheet.decision.tie.candidates.length },
  total: money(sheet.chosen_total_paise),
  validUntil: sheet.valid_until.toISOString(),
  madeAt: sheet.made_at.toISOString(),
});

/** Who sells is told once the order is placed, not before. @rule */
const viewOfLine = (sheet: Sheet, line: SheetLine): z.input<typeof lineView> => ({
  maker: line.maker,
  seller: line.seller,
  brand: line.brand,
  fromState: line.state_code,
  unitPrice: money(line.unit_price_paise),
  total: money(line.total_paise),
  deliveryDays: line.lead_days,
  out: line.out,
  chosen: line.offerId === sheet.chosen_offer_id,
  offerId: sheet.is_ordered ? line.offerId : null,
  sellerId: sheet.is_ordered ? line.sellerId : null,
});
