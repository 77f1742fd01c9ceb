import { z } from 'zod';
import { pageQuery } from '#platform/http';
import { freeText } from '#platform/identifiers';
import { cause } from '#platform/kernel';
import { money, moneySchema } from '#platform/money';
import { payoutStates, refundStates, type DeskPayout, type DeskRefund, type HeldPayouts } from '#payments';

export const deskReason = z.strictObject({ reason: freeText(500) }).meta({ id: 'PaymentsDeskReason' });
export const holdBody = z.strictObject({ sellerId: z.uuid(), reason: freeText(500) }).meta({ id: 'PayoutHoldRequest' });

const listed = pageQuery.omit({ count: true });
export const heldQuery = listed;
export const deskPayoutsQuery = listed.extend({ state: z.enum(payoutStates.names).default('failed') });
export const deskRefundsQuery = listed.extend({ state: z.enum(refundStates.names).default('manual') });

const common = {
  id: z.uuid(),
  for: cause,
  amount: moneySchema,
  failure: z.string().nullable().describe('what the bank or the provider said when it last failed'),
  tries: z.int().min(0),
  madeAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
};

export const deskPayout = z
  .strictObject({
    ...common,
    sellerId: z.uuid(),
    state: z.enum(payoutStates.names),
    utr: z.string().nullable().describe('reference of the bank, once it is paid'),
    returnedAt: z.iso.datetime().nullable().describe('when the maker’s bank sent it back'),
  })
  .meta({ id: 'DeskPayout' });

export const viewOfDeskPayout = (row: DeskPayout): z.input<typeof deskPayout> => ({
  ...{ id: row.id, for: { kind: row.cause_kind, id: row.cause_id }, amount: money(row.amount_paise) },
  ...{ failure: row.failure, tries: row.tries, sellerId: row.seller_id, state: row.state, utr: row.utr },
  madeAt: row.made_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
  returnedAt: row.returned_at?.toISOString() ?? null,
});

export const deskRefund = z
  .strictObject({ ...common, state: z.enum(refundStates.names), reason: z.string() })
  .meta({ id: 'DeskRefund' });

export const viewOfDeskRefund = (row: DeskRefund): z.input<typeof deskRefund> => ({
  ...{ id: row.id, for: { kind: row.cause_kind, id: row.cause_id }, amount: money(row.amount_paise) },
  ...{ failure: row.failure, tries: row.tries, state: row.state, reason: row.reason },
  madeAt: row.made_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
});

export const heldPayouts = z
  .strictObject({
    sellerId: z.uuid(),
    heldAt: z.iso.datetime(),
    heldBy: z.uuid().nullable().describe('the officer; null when the platform held them by itself'),
    reason: z.string(),
  })
  .meta({ id: 'HeldPayouts' });

export const viewOfHeld = (row: HeldPayouts): z.input<typeof heldPayouts> => ({
  ...{ sellerId: row.seller_id, heldAt: row.held_at.toISOString(), heldBy: row.held_by, reason: row.held_reason },
});
