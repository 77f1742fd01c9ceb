import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert } from '#platform/kernel';

/**
 * The next number of a series. It is held until the transaction ends; one that fails leaves no gap.
 * @param of  `year` is a financial year, `2026-27`
 * @rule
 */
export async function takeNumber(tx: Tx, of: { issuer: string; kind: string; year: string }): Promise<number> {
  const row = await tx.maybe(
    z.object({ last: z.number() }),
    `insert into tax.document_series as s (issuer, kind, financial_year, last) values ($1, $2, $3, 1)
     on conflict (issuer, kind, financial_year) do update set last = s.last + 1 returning last`,
    [of.issuer, of.kind, of.year],
  );
  assert(row, 'a series answers its next number');
  return row.last;
}
