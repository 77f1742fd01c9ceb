import { assert } from '#platform/kernel';
import type { Paise } from './paise.js';

/** A rate in basis points: 1 % = 100. */
export type Bp = number;

/**
 * Divides and rounds half up, away from zero for negative amounts.
 * @param divisor > 0
 * @rule
 */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  assert(divisor > 0n, 'a divisor is positive');
  const sign = dividend < 0n ? -1n : 1n;
  return (sign * (2n * sign * dividend + divisor)) / (2n * divisor);
}

/** `rate_bp` of an amount, rounded half up to the paisa. */
export const shareOf = (amount: Paise, rate_bp: Bp): Paise => divideHalfUp(amount * BigInt(rate_bp), 10_000n);
