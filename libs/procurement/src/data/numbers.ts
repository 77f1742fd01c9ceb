import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { financialYear } from '#platform/time';

const formats = {
  sanction: { prefix: 'ODB-SO', digits: 8 },
  contract: { prefix: 'ODB-C', digits: 10 },
  incident: { prefix: 'ODB-IN', digits: 8 },
  bill: { prefix: 'ODB-BL', digits: 8 },
} as const;

/**
 * The next number of a series in the financial year, `ODB-C-2026-27-0000000042`. The row is held until the transaction
 * ends, so numbers follow each other without gaps.
 * @rule
 */
export async function nextNumber(tx: Tx, series: keyof typeof formats): Promise<string> {
  const year = financialYear(tx.now);
  const row = await tx.maybe(
    z.object({ last: z.coerce.bigint() }),
    `insert into procurement.number_series (series, financial_year, last) values ($1, $2, 1)
     on conflict (series, financial_year) do update set last = procurement.number_series.last + 1
     returning last`,
    [series, year],
  );
  assert(row, 'a series answers its next number');
  const { prefix, digits } = formats[series];
  return `${prefix}-${year}-${row.last.toString().padStart(digits, '0')}`;
}
