import type { Bp, Paise } from '#platform/money';

/** At which shares of the registration threshold something is said or done. */
export interface TurnoverTerms {
  threshold_paise: Paise;
  /** Shares at which a maker is warned. */
  warn_bp: readonly Bp[];
  /** The share at which she takes no new orders until she is registered. */
  stop_bp: Bp;
}

/**
 * The shares of the threshold a year's sales have reached, the smallest first. A mark is reached when it is met.
 * @param turnover_paise  sales of the financial year, without tax
 * @rule
 */
export function marksReached(turnover_paise: Paise, terms: TurnoverTerms): Bp[] {
  const marks = [...new Set([...terms.warn_bp, terms.stop_bp])].toSorted((a, b) => a - b);
  return marks.filter((mark_bp) => turnover_paise * 10_000n >= terms.threshold_paise * BigInt(mark_bp));
}
