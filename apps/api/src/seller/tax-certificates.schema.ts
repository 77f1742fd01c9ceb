import { z } from 'zod';
import { money, moneySchema } from '#platform/money';
import { certificateKinds, certificatePeriods, type IssuedCertificate } from '#tax';

export const certificateKind = z
  .enum(certificateKinds)
  .meta({ description: '`collected`: GST at source; `withheld`: income tax', example: 'collected' });
export const financialYearOf = z
  .string()
  .regex(/^20\d{2}-\d{2}$/)
  .meta({ description: 'a financial year, from April', example: '2026-27' });
export const certificatePeriod = z
  .enum(certificatePeriods)
  .meta({ description: 'a quarter of it, `Q1` from April, or the whole', example: 'Q3' });

export const taxCertificate = z
  .strictObject({
    id: z.uuid(),
    kind: certificateKind,
    number: z.string().describe('without gaps in its kind and financial year'),
    year: financialYearOf,
    period: certificatePeriod,
    total: moneySchema.describe('kept of your sales, less what was given back'),
    issuedAt: z.iso.datetime(),
    isPrinted: z.boolean().describe('its PDF is there'),
  })
  .meta({ id: 'TaxCertificate' });

export const viewOfCertificate = (of: IssuedCertificate): z.input<typeof taxCertificate> => ({
  ...{ id: of.id, kind: of.kind, number: of.number, year: of.financial_year, period: of.period },
  ...{ total: money(of.total_paise), issuedAt: of.issued_at.toISOString(), isPrinted: of.storage_key !== null },
});
