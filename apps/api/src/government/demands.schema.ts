import { z } from 'zod';
import { categoryInput, parameterKey, units } from '#catalogue';
import { freeText } from '#platform/identifiers';
import { money, moneySchema, priceInput } from '#platform/money';
import { demandStates, type Demand, type DemandState, type NewDemand } from '#procurement';
import { pincodeText } from '../public/names.schema.js';
import { waitsFor } from './waits-for.js';

const goldenParameters = z
  .array(
    z.strictObject({
      key: parameterKey,
      value: z.union([freeText(200), z.number().min(0).max(1_000_000), z.boolean()]),
    }),
  )
  .max(30)
  .refine((all) => new Set(all.map((one) => one.key)).size === all.length, 'each key once');
const comparedGoods = z
  .strictObject({
    category: categoryInput.shape.slug,
    unit: z.enum(units),
    parameters: goldenParameters.default([]).describe('golden parameters the goods must have exactly'),
  })
  .meta({ id: 'ComparedGoods' });

export const demandBody = z
  .strictObject({
    title: freeText(200, 3),
    odopEntryId: z.uuid().nullable().default(null),
    quantity: z.int().min(1).max(100_000),
    consigneeId: z.uuid().describe('the officer who receives the goods'),
    toPincode: pincodeText,
    deliveryDays: z.int().min(1).max(365),
    estimate: priceInput.describe('all-inclusive'),
    rail: z.enum(['pfms', 'gpa', 'treasury']),
    budgetHead: freeText(60),
    goods: comparedGoods.nullable().default(null).describe('needed where prices are compared (R-1.4)'),
  })
  .meta({ id: 'DemandBody' });

const words = freeText(2_000, 20);
export const justificationBody = z
  .strictObject({ justification: words.describe('why orders that add up above the ceiling are no splitting (R-1.8)') })
  .meta({ id: 'SplittingJustification' });
export const passageBody = z
  .strictObject({ reason: words.describe('why a sum above the ceiling of a comparison passes (R-1.8)') })
  .meta({ id: 'SplittingPassage' });
export const whyBody = z.strictObject({ reason: freeText(1_000, 3) }).meta({ id: 'DemandReason' });

export const newDemand = (body: z.infer<typeof demandBody>): NewDemand => ({
  ...body,
  estimate_paise: BigInt(body.estimate.paise),
  goods: body.goods && {
    ...body.goods,
    parameters: Object.fromEntries(body.goods.parameters.map(({ key, value }) => [key, value])),
  },
});

export const demandView = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    odopEntryId: z.uuid().nullable(),
    quantity: z.int(),
    consigneeId: z.uuid(),
    toPincode: z.string(),
    deliveryDays: z.int(),
    estimate: moneySchema,
    rail: z.enum(['pfms', 'gpa', 'treasury']),
    budgetHead: z.string(),
    goods: comparedGoods.nullable().describe('what is compared with what'),
    comparisonId: z.uuid().nullable().describe('the sheet the order is placed from'),
    state: z.enum(demandStates.names as [DemandState]),
    waitsFor: z.string().nullable().describe('whose move it is; null when nothing more happens'),
    returnedBecause: z.string().nullable().describe('why the authority did not approve'),
    justification: z.string().nullable().describe('why this is no part of a bigger purchase, in the authority’s words'),
    headReason: z
      .string()
      .nullable()
      .describe('why it passes a ceiling all the same, in the head of department’s words'),
    fundsRefusal: z.string().nullable().describe('why the payer refused the funds'),
    madeAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Demand' });

export const viewOfDemand = (demand: Demand): z.input<typeof demandView> => ({
  id: demand.id,
  title: demand.title,
  odopEntryId: demand.odop_entry_id,
  quantity: demand.quantity,
  consigneeId: demand.consignee_id,
  toPincode: demand.to_pincode,
  deliveryDays: demand.delivery_days,
  estimate: money(demand.estimate_paise),
  rail: demand.rail,
  budgetHead: demand.budget_head,
  goods: demand.goods && {
    ...demand.goods,
    parameters: Object.entries(demand.goods.parameters).map(([key, value]) => ({ key, value })),
  },
  comparisonId: demand.comparison_id,
  state: demand.state,
  waitsFor: waitsFor(demandStates, demand.state),
  returnedBecause: demand.returned_because,
  justification: demand.justification,
  headReason: demand.head_reason,
  fundsRefusal: demand.funds_refusal,
  madeAt: demand.made_at.toISOString(),
  version: demand.version,
});
