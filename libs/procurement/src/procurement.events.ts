import { z } from 'zod';
import { event, job } from '#platform/kernel';
import { extensionDecisions } from './contract/extension.js';
import { raisers, sides } from './incident/incident.rules.js';

const contract = { contractId: z.uuid(), officeId: z.uuid(), sellerId: z.uuid() };
const amount = z.int().min(0);

export const DemandApproved = event(
  'procurement.demand_approved',
  z.strictObject({ demandId: z.uuid(), officeId: z.uuid() }),
);
export const FundsRefused = event(
  'procurement.funds_refused',
  z.strictObject({ demandId: z.uuid(), officeId: z.uuid(), why: z.string() }),
);
export const ContractIssued = event(
  'procurement.contract_issued',
  z.strictObject({ ...contract, total_paise: amount }),
);
export const ContractAccepted = event('procurement.contract_accepted', z.strictObject(contract));
export const ContractDeclined = event(
  'procurement.contract_declined',
  z.strictObject({ ...contract, why: z.string() }),
);
export const ContractLapsed = event('procurement.contract_lapsed', z.strictObject(contract));
export const GoodsReceived = event(
  'procurement.goods_received',
  z.strictObject({ ...contract, automatic: z.boolean() }),
);
export const GoodsJudged = event(
  'procurement.goods_judged',
  z.strictObject({ ...contract, state: z.string(), accepted_paise: amount, automatic: z.boolean() }),
);
/** A seller asks for more time to deliver. */
export const ExtensionAsked = event(
  'procurement.extension_asked',
  z.strictObject({ ...contract, until: z.iso.datetime() }),
);
export const ExtensionAnswered = event(
  'procurement.extension_answered',
  z.strictObject({ ...contract, decision: z.enum(extensionDecisions), until: z.iso.datetime() }),
);
/** So many demands of an office looked like splitting that its vigilance looks into it. */
export const SplittingReported = event(
  'procurement.splitting_reported',
  z.strictObject({ officeId: z.uuid(), warnings: z.int().min(1) }),
);
export const incidentNews = [
  'raised',
  'replied',
  'settled',
  'withdrawn',
  'unsettled',
  'escalated',
  'notice',
  'answered',
  'silent',
  'desk_waits',
  'acquitted',
  'fault',
  'accepted',
  'appealed',
  'upheld',
  'set_aside',
] as const;
export type IncidentNews = (typeof incidentNews)[number];

/** An incident over a contract went on, or is waited for; `due_at` is when it goes on by itself. */
export const IncidentMoved = event(
  'procurement.incident_moved',
  z.strictObject({
    ...contract,
    incidentId: z.uuid(),
    incident: z.string(),
    accused: z.enum(sides),
    raised_by: z.enum(raisers),
    what: z.enum(incidentNews),
    due_at: z.iso.datetime().nullable(),
  }),
);
/** An office is late with a certificate or a payment; `warns` are the rungs of the ladder that hear of it. */
export const OfficeReminded = event(
  'procurement.office_reminded',
  z.strictObject({
    ...contract,
    shipmentId: z.uuid(),
    what: z.enum(['acceptance', 'payment']),
    day: z.int().min(1),
    warns: z.array(z.string()),
    due_at: z.iso.datetime(),
  }),
);
export const PaymentOverdue = event(
  'procurement.payment_overdue',
  z.strictObject({ ...contract, due_paise: amount, pay_by: z.iso.datetime() }),
);
export const BillPaid = event(
  'procurement.bill_paid',
  z.strictObject({ ...contract, billId: z.uuid(), paid_paise: amount, utr: z.string() }),
);

/**
 * Has the payer's rail set the money of an approved demand aside.
 * `check` is 0 at first, then when the clock asked again (ms): another key, another job; the rail's own key stays.
 */
export const BlockFundsJob = job('procurement.block-funds', {
  payload: z.strictObject({ demandId: z.uuid(), attempt: z.int(), check: z.int().default(0) }),
  key: (p) => `${p.demandId}-${p.attempt}-${p.check}`,
});
/** Sends a bill to the payer's rail and waits for its advice. */
export const SendBillJob = job('procurement.send-bill', {
  payload: z.strictObject({ billId: z.uuid(), attempt: z.int(), check: z.int().default(0) }),
  key: (p) => `${p.billId}-${p.attempt}-${p.check}`,
});
