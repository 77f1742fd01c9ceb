import { divideHalfUp, shareOf, type Bp, type Paise } from '#platform/money';
import { supplyBetween } from './supply.js';

/** A contract of a public body that deducts tax when it pays (section 51). */
export interface DeductionDeal {
  /** What the whole contract is worth without tax. */
  contract_paise: Paise;
  /** State of the registration the goods are sold under, `IN-UP`. */
  supplierState: string;
  /** State of the place of supply. */
  toState: string;
  /** State in which the paying body is registered. */
  payerState: string;
}

export interface DeductionTerms {
  rate_bp: Bp;
  /** Contracts up to this value, without tax, bear no deduction. */
  min_paise: Paise;
}

/** What a public body keeps of a payment for the government, paise. */
export interface DeductedTax {
  cgst_paise: Paise;
  sgst_paise: Paise;
  igst_paise: Paise;
}

const nothing: DeductedTax = { cgst_paise: 0n, sgst_paise: 0n, igst_paise: 0n };

/**
 * Deduction at source on a payment for taxable goods: of contracts above the limit; not where supplier and place of supply are
 * both in one State and the payer is registered in another, for that State's tax would be nothing to her.
 *
 * @param payment_paise  what is paid now, without tax, ≥ 0
 * @rule
 */
export function deductedOn(payment_paise: Paise, deal: DeductionDeal, terms: DeductionTerms): DeductedTax {
  if (deal.contract_paise <= terms.min_paise) return nothing;
  const supply = supplyBetween(deal.supplierState, deal.toState);
  if (supply === 'inter') return { ...nothing, igst_paise: shareOf(payment_paise, terms.rate_bp) };
  if (deal.payerState !== deal.toState) return nothing;
  const half = divideHalfUp(payment_paise * BigInt(terms.rate_bp), 20_000n);
  return { ...nothing, cgst_paise: half, sgst_paise: half };
}
