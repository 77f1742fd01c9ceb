import { z } from 'zod';
import { assert } from '#platform/kernel';

/** Money: a whole number of paise. */
export type Paise = bigint;

/** Whole rupees as paise, for tests and seeds. */
export const rupees = (whole: number): Paise => BigInt(Math.round(whole * 100));

export const sumPaise = (parts: readonly Paise[]): Paise => parts.reduce((a, b) => a + b, 0n);

/** The largest amount JSON carries exactly: 2^53 − 1 paise. */
const jsonMax = BigInt(Number.MAX_SAFE_INTEGER);

/** Money as JSON (STD-1.9). */
export interface Money {
  paise: number;
  currency: 'INR';
}

/** Paise → JSON. @throws a broken invariant above 2^53 − 1 paise */
export function money(amount: Paise): Money {
  assert(amount <= jsonMax && amount >= -jsonMax, 'an amount fits a JSON integer');
  return { paise: Number(amount), currency: 'INR' };
}

/** JSON money in answers. */
export const moneySchema = z
  .strictObject({ paise: z.int(), currency: z.literal('INR') })
  .meta({ id: 'Money', description: 'Whole paise', example: { paise: 145000, currency: 'INR' } });

/** A price in a request: 1 paisa to 10,000 crore rupees. */
export const priceInput = z
  .strictObject({
    paise: z
      .int()
      .min(1)
      .max(10 ** 14),
    currency: z.literal('INR'),
  })
  .meta({
    id: 'PriceInput',
    example: { paise: 145_000, currency: 'INR' },
  });

/** A bigint column as `pg` hands it over (text). */
export const paiseColumn = z.coerce.bigint();
