import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import { money, moneySchema } from '#platform/money';
import {
  acceptanceStates,
  billStates,
  contractStates,
  type Acceptance,
  type AcceptanceState,
  type Bill,
  type BillState,
  type Contract,
  type ContractState,
} from '#procurement';
import { enterpriseSizes, preferenceFlags, proofRegisters } from '#sellers';
import { waitsFor } from './waits-for.js';

export const purchaseBody = z
  .strictObject({
    demandId: z.uuid(),
    offerId: z.uuid(),
    certifiesRates: z.literal(true).describe('the buyer certifies that the rates are reasonable (R-1.3)'),
  })
  .meta({ id: 'DirectPurchaseBody' });

export const contractView = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    sanctionNumber: z.string(),
    demandId: z.uuid(),
    method: z.enum(['direct', 'l1']),
    sellerId: z.uuid(),
    title: z.string(),
    quantity: z.int(),
    unitPrice: moneySchema,
    total: moneySchema,
    toPincode: z.string(),
    state: z.enum(contractStates.names as [ContractState]),
    waitsFor: z.string().nullable().describe('whose move it is; null when nothing more happens'),
    dueAt: z.iso.datetime().nullable().describe('when the state lapses by itself'),
    deliverBy: z.iso.datetime(),
    lateAfter: z.iso
      .datetime()
      .describe('pieces that come later cost damages: deliverBy, unless it was put off with damages (R-3.3)'),
    policy: z
      .record(z.string(), z.unknown())
      .describe('the dated values this contract lives under, with their sources'),
    madeAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Contract' });

export const viewOfContract = (contract: Contract): z.input<typeof contractView> => ({
  id: contract.id,
  number: contract.number,
  sanctionNumber: contract.sanction_number,
  demandId: contract.demand_id,
  method: contract.method,
  sellerId: contract.seller_id,
  title: contract.title,
  quantity: contract.quantity,
  unitPrice: money(contract.unit_price_paise),
  total: money(contract.total_paise),
  toPincode: contract.to_pincode,
  state: contract.state,
  waitsFor: waitsFor(contractStates, contract.state),
  dueAt: contract.due_at?.toISOString() ?? null,
  deliverBy: contract.deliver_by.toISOString(),
  lateAfter: contract.late_after.toISOString(),
  policy: contract.policy,
  madeAt: contract.made_at.toISOString(),
  version: contract.version,
});

export const officeContractView = z
  .strictObject({
    ...contractView.shape,
    decision: z
      .strictObject({
        comparisonId: z.uuid().nullable().describe('the sheet it was ordered from, when prices were compared (R-1.4)'),
        earlier: moneySchema.describe('what the office had ordered in this category in the window before (R-1.8)'),
        justification: z.string().nullable().describe('the authority’s words why this is no splitting'),
        headReason: z.string().nullable().describe('the head of department’s words why it passed a ceiling'),
        sellerProved: z
          .array(
            z.strictObject({
              flag: z.enum(preferenceFlags),
              size: z.enum(enterpriseSizes).nullable(),
              source: z.enum(proofRegisters),
              validTo: z.iso.date().describe('last day on which the proof held, as known then'),
            }),
          )
          .max(5)
          .describe('what registers had proved of the seller on the day of the contract; never what she says (R-4.3)'),
      })
      .describe('what was weighed against the ceilings, which stand in `policy`'),
  })
  .meta({ id: 'OfficeContract' });

/** The office's own view: it also says by what the way of buying was decided. @rule */
export const viewForOffice = (contract: Contract): z.input<typeof officeContractView> => ({
  ...viewOfContract(contract),
  decision: {
    comparisonId: contract.comparison_id,
    earlier: money(contract.earlier_paise),
    justification: contract.justification,
    headReason: contract.head_reason,
    sellerProved: contract.seller_preferences.map(({ flag, size, source, valid_to }) => ({
      ...{ flag, size, source },
      validTo: valid_to,
    })),
  },
});

export const certificateBody = z
  .strictObject({
    accepted: z.int().min(0).max(100_000),
    rejected: z.int().min(0).max(100_000),
    short: z.int().min(0).max(100_000),
    reason: freeText(1_000, 3).nullable().default(null),
  })
  .meta({ id: 'CertificateBody', example: { accepted: 10, rejected: 0, short: 0, reason: null } });

export const acceptanceView = z
  .strictObject({
    shipmentId: z.uuid(),
    contractId: z.uuid(),
    state: z.enum(acceptanceStates.names as [AcceptanceState]),
    waitsFor: z.string().nullable(),
    ordered: z.int(),
    accepted: z.int().nullable(),
    rejected: z.int().nullable(),
    short: z.int().nullable(),
    reason: z.string().nullable(),
    deliveredAt: z.iso.datetime(),
    receivedAt: z.iso.datetime().nullable(),
    judgedAt: z.iso.datetime().nullable(),
    dueAt: z.iso.datetime().nullable().describe('when the next step happens by itself'),
  })
  .meta({ id: 'Acceptance' });

export const viewOfAcceptance = (row: Acceptance): z.input<typeof acceptanceView> => ({
  shipmentId: row.shipment_id,
  contractId: row.contract_id,
  state: row.state,
  waitsFor: waitsFor(acceptanceStates, row.state),
  ordered: row.ordered,
  accepted: row.accepted,
  rejected: row.rejected,
  short: row.short,
  reason: row.reason,
  deliveredAt: row.delivered_at.toISOString(),
  receivedAt: row.received_at?.toISOString() ?? null,
  judgedAt: row.judged_at?.toISOString() ?? null,
  dueAt: row.due_at?.toISOString() ?? null,
});

export const billBody = z.strictObject({ contractId: z.uuid() }).meta({ id: 'BillBody' });

export const billView = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    contractId: z.uuid(),
    state: z.enum(billStates.names as [BillState]),
    waitsFor: z.string().nullable(),
    gross: moneySchema.describe('value of what was accepted'),
    damages: moneySchema.describe('kept for late delivery (R-3.4)'),
    net: moneySchema.describe('what the seller is paid'),
    lateDays: z.int(),
    payBy: z.iso.datetime(),
    refusal: z.string().nullable().describe('why the payer refused the last payment'),
    voucher: z.string().nullable(),
    utr: z.string().nullable(),
    paidAt: z.iso.datetime().nullable(),
    madeAt: z.iso.datetime(),
  })
  .meta({ id: 'Bill' });

export const viewOfBill = (bill: Bill): z.input<typeof billView> => ({
  id: bill.id,
  number: bill.number,
  contractId: bill.contract_id,
  state: bill.state,
  waitsFor: waitsFor(billStates, bill.state),
  gross: money(bill.gross_paise),
  damages: money(bill.damages_paise),
  net: money(bill.net_paise),
  lateDays: bill.late_days,
  payBy: bill.pay_by.toISOString(),
  refusal: bill.refusal,
  voucher: bill.voucher,
  utr: bill.utr,
  paidAt: bill.paid_at?.toISOString() ?? null,
  madeAt: bill.made_at.toISOString(),
});
