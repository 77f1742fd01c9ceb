import { assert } from '#platform/kernel';
import type { Bp, Paise } from '#platform/money';
import type { GstRate } from '#policy';

/** What is asked for a line: discounts of the invoice taken off. */
export interface LineValue {
  value_paise: Paise;
  pieces: number;
  /** What more they are worth, without its tax; left out: nothing. */
  more_paise?: Paise;
  /** Whether the value holds its tax (a shop's price) or not (an offer to a public buyer). */
  holdsTax: boolean;
}

/**
 * The rate of a line: where it depends on the price, on the value of one piece without tax. A shop's price between the two
 * steps (₹2,625 to ₹2,950 for clothes) fits neither: it holds the higher rate, as its value at the lower one is too high.
 *
 * @param tiers  by rising price
 * @rule
 */
export function rateOf(tiers: GstRate['tiers'], { value_paise, pieces, holdsTax, more_paise = 0n }: LineValue): Bp {
  assert(pieces > 0, 'a line has pieces');
  const tier = tiers.find(({ upto_paise, rate_bp }) => {
    if (upto_paise === null) return true;
    const bound_paise = upto_paise * BigInt(pieces);
    const whole = BigInt(10_000 + rate_bp);
    return holdsTax
      ? value_paise * 10_000n + more_paise * whole <= bound_paise * whole
      : value_paise + more_paise <= bound_paise;
  });
  assert(tier, 'the last tier has no end');
  return tier.rate_bp;
}
