import { z } from 'zod';
import { cart_lines_max, holdReasons, orderStates, type DeskOrder, type OrderState } from '#orders';
import { disputeStatuses, type DisputeEvidence, type DisputeRow } from '#payments';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { cause } from '#platform/kernel';
import { money, moneySchema } from '#platform/money';

export const disputesQuery = pageQuery
  .omit({ count: true })
  .extend({ status: z.enum(disputeStatuses).default('open') });

export const evidenceBody = z
  .strictObject({ note: freeText(2_000).nullable().describe('what the officer adds in her own words') })
  .meta({ id: 'DisputeEvidenceRequest', example: { note: null } });

const fields = {
  id: z.string().describe('its number at the payment provider'),
  provider: z.string(),
  for: cause,
  amount: moneySchema.describe('what the bank asks back'),
  paid: moneySchema.describe('the payment it is about'),
  status: z.enum(disputeStatuses),
  reason: z.string().nullable().describe('the provider’s word for why the bank asks'),
  respondBy: z.iso.datetime().nullable().describe('until then the bank listens'),
  evidenceAt: z.iso.datetime().nullable().describe('when evidence was handed in; null: none was'),
  borne: moneySchema.describe('of a lost one: what the platform bears, because the shopper has it twice'),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
};
export const deskDispute = z.strictObject(fields).meta({ id: 'DeskDispute' });

export const viewOfDispute = (row: DisputeRow): z.input<typeof deskDispute> => ({
  ...{ id: row.provider_id, provider: row.provider, for: row.cause, status: row.status, reason: row.reason },
  ...{ amount: money(row.amount_paise), paid: money(row.paid_paise), borne: money(row.borne_paise) },
  respondBy: row.respond_by?.toISOString() ?? null,
  evidenceAt: row.evidence_at?.toISOString() ?? null,
  openedAt: row.opened_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
});

export const disputeCase = z
  .strictObject({
    ...fields,
    orders: z
      .array(
        z.strictObject({
          id: z.uuid(),
          number: z.string(),
          sellerId: z.uuid(),
          state: z.enum(orderStates.names as [OrderState]),
          heldWhy: z.enum(holdReasons).nullable(),
          total: moneySchema,
          refunded: moneySchema,
          tax: moneySchema.describe('held by the total'),
          carrier: z.string().nullable(),
          trackingNumber: z.string().nullable(),
          dispatchedAt: z.iso.datetime().nullable(),
          deliveredAt: z.iso.datetime().nullable(),
          proof: z.enum(['code', 'signature']).nullable().describe('how the delivery was proved'),
        }),
      )
      .max(cart_lines_max),
    evidence: z
      .strictObject({
        goods: z.string(),
        carrier: z.string().nullable(),
        trackingNumber: z.string().nullable(),
        sentOn: z.iso.date().nullable(),
        receivedOn: z.iso.date().nullable(),
        text: z.string(),
      })
      .describe('what would be handed in now'),
  })
  .meta({ id: 'DisputeCase' });

export const viewOfCase = (
  row: DisputeRow,
  orders: readonly DeskOrder[],
  evidence: DisputeEvidence,
): z.input<typeof disputeCase> => ({
  ...viewOfDispute(row),
  orders: orders.map((order) => ({
    ...{ id: order.id, number: order.number, sellerId: order.seller_id, state: order.state, heldWhy: order.held_why },
    ...{ total: money(order.total_paise), refunded: money(order.refunded_paise), tax: money(order.tax_paise) },
    carrier: order.parcel?.carrier ?? null,
    trackingNumber: order.parcel?.trackingNumber ?? null,
    dispatchedAt: order.parcel?.dispatchedAt?.toISOString() ?? null,
    deliveredAt: order.parcel?.deliveredAt?.toISOString() ?? null,
    proof: order.parcel?.proof ?? null,
  })),
  evidence,
});
