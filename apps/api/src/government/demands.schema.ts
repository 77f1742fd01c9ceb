import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { money, moneySchema, priceInput } from '#platform/money';
import { demandStates, type Demand, type DemandState, type NewDemand } from '#procurement';
import { pincodeText } from '../public/names.schema.js';
import { waitsFor } from './waits-for.js';

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
  })
  .meta({ id: 'DemandBody' });

const words = freeText(2_000, 20);
export const justificationBody = z
  .strictObject({ justification: words.describe('why orders that add up above the ceiling are no splitting (R-1.8)') })
  .meta({ id: 'SplittingJustification' });
export const whyBody = z.strictObject({ reason: freeText(1_000, 3) }).meta({ id: 'DemandReason' });

export const newDemand = (body: z.infer<typeof demandBody>): NewDemand => ({
  ...body,
  estimate_paise: BigInt(body.estimate.paise),
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
    state: z.enum(demandStates.names as [DemandState]),
    waitsFor: z.string().nullable().describe('whose move it is; null when nothing more happens'),
    returnedBecause: z.string().nullable().describe('why the authority did not approve'),
    justification: z.string().nullable().describe('why this is no part of a bigger purchase, in the authority’s words'),
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
  state: demand.state,
  waitsFor: waitsFor(demandStates, demand.state),
  returnedBecause: demand.returned_because,
  justification: demand.justification,
  fundsRefusal: demand.funds_refusal,
  madeAt: demand.made_at.toISOString(),
  version: demand.version,
});
