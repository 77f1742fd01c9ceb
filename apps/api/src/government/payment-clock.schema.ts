import { z } from 'zod';
import { money, moneySchema } from '#platform/money';
import type { PaymentClock } from '#procurement';

export const paymentClockView = z
  .strictObject({
    contractId: z.uuid(),
    acceptedAt: z.iso.datetime().describe('the certificate of acceptance, also one that came about by itself'),
    gross: moneySchema.describe('value of what was accepted'),
    damages: moneySchema.describe('kept for late delivery (R-3.4)'),
    due: moneySchema.describe('what is to be paid'),
    payBy: z.iso.datetime(),
    paidAt: z.iso.datetime().nullable(),
    utr: z.string().nullable(),
    overdueDays: z.int().describe('whole days after the last day to pay, until payment or until now'),
    penalInterest: z
      .strictObject({
        interest: moneySchema,
        perMonth_bp: z.int().describe('basis points a month, by the day of the contract'),
        monthDays: z.int(),
      })
      .nullable()
      .describe('what the office owes to the platform’s account for approved uses, not to the seller (R-3.13)'),
    supplierInterest: z
      .strictObject({
        size: z.enum(['micro', 'small']),
        lastDay: z.iso.date().describe('the last day on which payment is in time for her'),
        interest: moneySchema,
      })
      .nullable()
      .describe(
        'what the law gives to a proved micro or small enterprise, compounded monthly at a multiple of the bank rate: hers to claim, charged to nobody here (R-3.14)',
      ),
  })
  .meta({
    id: 'PaymentClock',
    example: {
      contractId: '0192f0c1-7c00-7000-8000-000000000001',
      acceptedAt: '2026-11-12T10:00:00.000Z',
      gross: money(50000000n),
      damages: money(0n),
      due: money(50000000n),
      payBy: '2026-11-22T18:29:59.000Z',
      paidAt: null,
      utr: null,
      overdueDays: 1,
      penalInterest: { interest: money(16667n), perMonth_bp: 100, monthDays: 30 },
      supplierInterest: { size: 'micro', lastDay: '2026-11-22', interest: money(22917n) },
    },
  });

export const viewOfPaymentClock = (clock: PaymentClock): z.input<typeof paymentClockView> => ({
  contractId: clock.contract_id,
  acceptedAt: clock.accepted_at.toISOString(),
  gross: money(clock.gross_paise),
  damages: money(clock.damages_paise),
  due: money(clock.net_paise),
  payBy: clock.pay_by.toISOString(),
  paidAt: clock.paid_at?.toISOString() ?? null,
  utr: clock.utr,
  overdueDays: clock.overdue_days,
  penalInterest: clock.penal && {
    interest: money(clock.penal.interest_paise),
    perMonth_bp: clock.penal.per_month_bp,
    monthDays: clock.penal.month_days,
  },
  supplierInterest: clock.supplier && {
    size: clock.supplier.size,
    lastDay: clock.supplier.last_day,
    interest: money(clock.supplier.interest_paise),
  },
});
