import { assert } from '#platform/kernel';
import { sumPaise, type Paise } from './paise.js';

/**
 * Divides an amount by weights into whole paise that add up to it exactly; what is left over goes to the largest
 * remainders, of equal ones to the first.
 *
 * @param amount  ≥ 0
 * @param weights  ≥ 0, not all 0; a part of weight 0 gets nothing
 * @returns one part per weight, in the same order
 * @rule S-9
 */
export function apportion(amount: Paise, weights: readonly bigint[]): Paise[] {
  const whole = sumPaise(weights);
  assert(amount >= 0n && whole > 0n && weights.every((weight) => weight >= 0n), 'an amount is divided by weights');
  const exact = weights.map((weight) => amount * weight);
  const parts = exact.map((part) => part / whole);
  const left = Number(amount - sumPaise(parts));
  const largest = exact
    .map((part, i) => ({ i, rest: part % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  for (const { i } of largest.slice(0, left)) parts[i] = parts[i]! + 1n;
  return parts;
}
