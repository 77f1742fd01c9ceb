import { shareOf, type Bp, type Paise } from '#platform/money';

/** Who sells, as the income tax sees her: a resident person or family, anybody else with a PAN, somebody without. */
export type Payee = 'individual' | 'other' | 'no_pan';

/** A maker's sales of one financial year before this one, and what was withheld of them, paise. */
export interface YearSoFar {
  gross_paise: Paise;
  withheld_paise: Paise;
}

export interface IncomeTaxTerms {
  rate_bp: Bp;
  no_pan_bp: Bp;
  /** Sales of a year up to which nothing is withheld from an individual. */
  small_max_paise: Paise;
}

/**
 * What is withheld when a sale is credited to its maker, paise. An individual's first sale above the small limit catches up
 * for the whole year.
 *
 * @param gross_paise  the sale; GST that is shown separately left out
 * @rule
 */
export function incomeTaxOn(gross_paise: Paise, year: YearSoFar, payee: Payee, terms: IncomeTaxTerms): Paise {
  if (payee === 'no_pan') return shareOf(gross_paise, terms.no_pan_bp);
  if (payee === 'other') return shareOf(gross_paise, terms.rate_bp);
  const all_paise = year.gross_paise + gross_paise;
  if (all_paise <= terms.small_max_paise) return 0n;
  const owed_paise = shareOf(all_paise, terms.rate_bp) - year.withheld_paise;
  return owed_paise > 0n ? owed_paise : 0n;
}
