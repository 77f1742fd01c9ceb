import { z } from 'zod';
import type { CourierBill } from '#payments';
import { freeText } from '#platform/identifiers';
import { pageQuery } from '#platform/http';
import { money, moneySchema } from '#platform/money';

export const courierBillsQuery = pageQuery.omit({ count: true });
export const courierBillBody = z
  .strictObject({
    number: z
      .string()
      .regex(/^[A-Za-z0-9/-]{1,40}$/)
      .describe('the courier’s own number; each is paid once'),
    amount_paise: z.int().min(1).max(1_000_000_000_000),
    reason: freeText(500),
  })
  .meta({
    id: 'CourierBillPayment',
    example: { number: 'SIM/26-27/0042', amount_paise: 12_345_00, reason: 'October, checked parcel by parcel.' },
  });

export const courierOwed = z
  .strictObject({ owed: moneySchema.describe('for parcels that left or came back, less what was paid') })
  .meta({ id: 'CourierOwed' });
export const paidBill = z
  .strictObject({ id: z.uuid(), owed: moneySchema.describe('what is owed after it') })
  .meta({ id: 'CourierBillPaid' });

export const courierBill = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    amount: moneySchema,
    reason: z.string(),
    paidBy: z.uuid().nullable(),
    paidAt: z.iso.datetime(),
  })
  .meta({ id: 'CourierBill' });

export const viewOfBill = (row: CourierBill): z.input<typeof courierBill> => ({
  ...{ id: row.id, number: row.number, amount: money(row.amount_paise), reason: row.reason },
  ...{ paidBy: row.paid_by, paidAt: row.paid_at.toISOString() },
});
