import { z } from 'zod';
import { chart, type AccountCode, type ClosedPeriod, type Period } from '#ledger';
import { freeText } from '#platform/identifiers';
import { pageQuery } from '#platform/http';
import { money, moneySchema, sumPaise } from '#platform/money';
import type { OutRow } from '#platform/sheets';

export const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'a month of the calendar, in India', example: '2026-10' });
export const periodsQuery = pageQuery.omit({ count: true });
export const periodBody = z.strictObject({ month, reason: freeText(500) }).meta({
  id: 'LedgerPeriodRequest',
  example: { month: '2026-10', reason: 'All differences of October are explained.' },
});
export const closingBody = z
  .strictObject({ reason: freeText(500) })
  .meta({ id: 'LedgerPeriodClosing', example: { reason: 'Checked against the bank’s statement.' } });

export const ledgerPeriod = z
  .strictObject({
    month,
    askedBy: z.uuid().nullable().describe('the officer; null when it was asked for at the machine'),
    askedAt: z.iso.datetime(),
    closedBy: z.uuid().nullable(),
    closedAt: z.iso.datetime().nullable().describe('null while it waits for another officer'),
    transfers: z.int().min(0).nullable().describe('how many movements it has'),
    digest: z.string().nullable().describe('seal of all of them and of the month before, SHA-256'),
    trial: z
      .array(
        z.strictObject({
          account: z.enum(Object.keys(chart) as [AccountCode]),
          opening: moneySchema.describe('debits minus credits before the month'),
          debits: moneySchema,
          credits: moneySchema,
          closing: moneySchema.describe('debits minus credits after it; over all accounts nothing'),
        }),
      )
      .max(Object.keys(chart).length)
      .nullable(),
  })
  .meta({ id: 'LedgerPeriod' });

export const viewOfPeriod = (row: Period): z.input<typeof ledgerPeriod> => ({
  ...{ month: row.month, askedBy: row.asked_by, askedAt: row.asked_at.toISOString() },
  ...{ closedBy: row.closed_by, closedAt: row.closed_at?.toISOString() ?? null },
  ...{ transfers: row.transfers, digest: row.digest },
  trial:
    row.trial?.map((line) => ({
      account: line.code,
      opening: money(line.opening_paise),
      debits: money(line.debits_paise),
      credits: money(line.credits_paise),
      closing: money(line.closing_paise),
    })) ?? null,
});

/** What an accountant's sheet shows: debits minus credits, in rupees; the last row adds up to nothing. */
export function* rowsOfPeriod(period: ClosedPeriod): Generator<OutRow> {
  const { trial } = period;
  yield ['Account', 'Opening (₹)', 'Debits (₹)', 'Credits (₹)', 'Closing (₹)'];
  for (const line of trial) {
    const amounts = [line.opening_paise, line.debits_paise, line.credits_paise, line.closing_paise];
    yield [`${line.code}: ${chart[line.code].says}`, ...amounts.map(inUnits)];
  }
  const sums = (['opening_paise', 'debits_paise', 'credits_paise', 'closing_paise'] as const).map((side) =>
    inUnits(sumPaise(trial.map((line) => line[side]))),
  );
  yield ['Sum', ...sums];
  yield [`${period.transfers} transfers, seal ${period.digest}`, '', '', '', ''];
}

/** Rupees as a number of a sheet, two places after the point. */
const inUnits = (paise: bigint): number => Number(paise) / 100;
