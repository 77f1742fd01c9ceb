import { shareOf, type Bp, type Paise } from '#platform/money';
import type { FeeTariff, MilestoneCharge } from '#policy';

/** What the platform charges a maker, and when. */
export interface FeeTerms {
  tariff: FeeTariff;
  milestone: MilestoneCharge;
  /** Tax on the platform's own charges. */
  tax_bp: Bp;
}

/** What the platform charges for one sale, paise. */
export interface Fee {
  transaction_paise: Paise;
  milestone_paise: Paise;
  /** Tax on both together. */
  tax_paise: Paise;
}

export const noFee: Fee = { transaction_paise: 0n, milestone_paise: 0n, tax_paise: 0n };

/**
 * The charge of one order: nothing up to a value, above it a rate of the whole value, half up, capped.
 *
 * @param value_paise  what the order is worth, > 0
 * @rule
 */
export function transactionCharge(value_paise: Paise, tariff: FeeTariff): Paise {
  if (value_paise <= tariff.nil_upto_paise) return 0n;
  const charge = shareOf(value_paise, tariff.rate_bp);
  return tariff.cap_paise !== null && charge > tariff.cap_paise ? tariff.cap_paise : charge;
}

/**
 * What a maker who pays charges is charged for a sale: until her sales of the year reach the mark, nothing; the sale that
 * reaches it, the one charge of the year; those after it, the charge of each order.
 *
 * @param yearBefore_paise  her sales of the financial year before this one
 * @rule 
 */
export function feeOf(value_paise: Paise, yearBefore_paise: Paise, { tariff, milestone, tax_bp }: FeeTerms): Fee {
  const wasReached = yearBefore_paise >= milestone.at_turnover_paise;
  const isReached = yearBefore_paise + value_paise >= milestone.at_turnover_paise;
  const transaction_paise = wasReached ? transactionCharge(value_paise, tariff) : 0n;
  const milestone_paise = isReached && !wasReached ? milestone.charge_paise : 0n;
  return { transaction_paise, milestone_paise, tax_paise: shareOf(transaction_paise + milestone_paise, tax_bp) };
}

/** Makers of the programme pay no charges at all. @param free  classes that pay nothing @rule */
export const paysFees = (sellerClass: string, free: readonly string[]): boolean => !free.includes(sellerClass);
