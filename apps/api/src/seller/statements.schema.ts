import { z } from 'zod';
import { statementOrder } from '#ledger';
import { cause } from '#platform/kernel';
import { pageQuery, queryBoolean } from '#platform/http';
import { money, moneySchema } from '#platform/money';
import { saysLine, type MonthStatement, type SaidLine, type SellerBalance } from '#payments';

export const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'a month of the calendar, in India', example: '2026-11' });
export const statementFile = z.strictObject({
  bom: queryBoolean().default(true).describe('begin with the mark by which Excel knows the text as UTF-8'),
});
export const statementLinesQuery = pageQuery.omit({ count: true });

const said = z.strictObject({ en: z.string(), hi: z.string() });
const why = z.enum(statementOrder).describe('the reason’s short name');

export const sellerBalance = z
  .strictObject({
    owed: moneySchema.describe('what your sales have earned and is not in your bank yet'),
    onWay: moneySchema.describe('of it, in payouts on their way to your bank'),
    waiting: moneySchema.describe('of it, the rest; below nothing while later sales have to make up for something'),
  })
  .meta({ id: 'SellerBalance' });

export const viewOfBalance = (given: SellerBalance): z.input<typeof sellerBalance> => ({
  owed: money(given.owed_paise),
  onWay: money(given.on_way_paise),
  waiting: money(given.waiting_paise),
});

export const statementView = z
  .strictObject({
    month,
    opening: moneySchema.describe('what was owed to you when the month began'),
    sums: z
      .array(
        z.strictObject({
          why,
          says: said,
          count: z.int().min(1),
          amount: moneySchema.describe('what came is positive, what was kept or paid out negative'),
        }),
      )
      .max(statementOrder.length)
      .describe('everything that moved, by its reason; with the opening they add up to the closing'),
    closing: moneySchema,
  })
  .meta({ id: 'SellerStatement' });

export const viewOfStatement = (given: MonthStatement): z.input<typeof statementView> => ({
  month: given.month,
  opening: money(given.opening_paise),
  sums: given.sums.map((sum) => ({
    ...{ why: sum.why, count: sum.count, amount: money(sum.amount_paise) },
    says: saysLine(sum.why, { basis: null, utr: null }),
  })),
  closing: money(given.closing_paise),
});

export const statementLineView = z
  .strictObject({
    n: z.int().min(1).describe('its place in the month'),
    for: cause.describe('what it was for'),
    why,
    says: said.describe('what it is and how it was worked out'),
    amount: moneySchema.describe('what came is positive, what was kept or paid out negative'),
    balance: moneySchema.describe('what was owed to you after it'),
    at: z.iso.datetime(),
  })
  .meta({ id: 'SellerStatementLine' });

export function viewOfLine(line: SaidLine): z.input<typeof statementLineView> {
  const [kind, id] = line.cause.split(':');
  return {
    ...{ n: line.n, for: cause.parse({ kind, id }), why: line.why, says: line.says },
    amount: money(line.amount_paise),
    balance: money(line.balance_paise),
    at: line.posted_at.toISOString(),
  };
}
