import { assert } from '#platform/kernel';
import type { Bp, Paise } from '#platform/money';
import type { GstRate } from '#policy';
import type { DocumentLine } from './document.js';
import { taxOf, taxOnTop, taxWithin, type LineTax } from './line-tax.js';
import { rateOf } from './rate-of.js';
import type { Supply } from './supply.js';
import { fail } from './tax.errors.js';

/** What is left of a line of an invoice, after all notes of it. Amounts in paise. */
export interface StandingLine {
  /** Its place on the invoice, from 1. */
  n: number;
  lineId: string;
  title: string;
  uqc: string;
  /** Pieces that were not credited. */
  quantity: number;
  /** What was asked for them, discount taken off, and for carriage; both hold their tax. */
  goods_paise: Paise;
  freight_paise: Paise;
  /** Value that earlier debit notes added, without tax. */
  added_paise: Paise;
  /** The highest rate it was charged by so far. */
  rate_bp: Bp;
  /** Tax of the invoice and its debit notes, less what was credited. */
  charged: Omit<LineTax, 'taxable_paise'>;
}

/** What of a line was wrong: its code and rate, its value, or both. */
export interface DebitWish {
  n: number;
  hsn: string;
  /** The right row of the rates, as it was on the day of the invoice. */
  rate: Pick<GstRate, 'tiers'>;
  /** Value that was missing, without its tax, paise ≥ 0. */
  value_paise: Paise;
}

/**
 * The lines of a debit note: only what was missing. What was asked for the goods held all taxes, so by a higher rate more of
 * it was tax; value that was missing bears its tax on top. Both are of what did not come back.
 * @throws debit_line_unknown, debit_line_came_back, debit_nothing_missing (422)
 * @rule  
 */
export function debitLines(
  standing: readonly StandingLine[],
  wishes: readonly DebitWish[],
  supply: Supply,
): DocumentLine[] {
  assert(new Set(wishes.map(({ n }) => n)).size === wishes.length, 'each line is named once');
  return wishes.map((wish) => {
    const line = standing.find(({ n }) => n === wish.n);
    if (line === undefined) throw fail('debit_line_unknown', { line: wish.n });
    if (line.quantity === 0) throw fail('debit_line_came_back', { line: wish.n });
    return debitLine(line, wish, supply);
  });
}

function debitLine(line: StandingLine, { n, hsn, rate, value_paise }: DebitWish, supply: Supply): DocumentLine {
  const { lineId, title, uqc, quantity, goods_paise, freight_paise, added_paise } = line;
  const more_paise = added_paise + value_paise;
  const rate_bp = rateOf(rate.tiers, { value_paise: goods_paise, pieces: quantity, holdsTax: true, more_paise });
  if (rate_bp < line.rate_bp || (rate_bp === line.rate_bp && value_paise === 0n))
    throw fail('debit_nothing_missing', { line: n });
  const missing =
    rate_bp === line.rate_bp
      ? taxOnTop(value_paise, rate_bp, supply)
      : less(
          plus(taxWithin(goods_paise + freight_paise, rate_bp, supply), taxOnTop(more_paise, rate_bp, supply)),
          line.charged,
        );
  const { cgst_paise, sgst_paise, igst_paise } = missing;
  // Of what came back since, an earlier note may hold more than is missing now.
  if (taxOf(missing) < 0n || gross(missing, value_paise) === 0n) throw fail('debit_nothing_missing', { line: n });
  return {
    ...{ lineId, title, hsn, uqc, quantity, rate_bp },
    ...{ gross_paise: gross(missing, value_paise), discount_paise: 0n, freight_paise: 0n, platform_paise: 0n },
    ...{ taxable_paise: value_paise, cgst_paise, sgst_paise, igst_paise },
  };
}

const gross = (missing: LineTax, value_paise: Paise): Paise => value_paise + taxOf(missing);

const plus = (one: LineTax, other: LineTax): LineTax => ({
  taxable_paise: one.taxable_paise + other.taxable_paise,
  cgst_paise: one.cgst_paise + other.cgst_paise,
  sgst_paise: one.sgst_paise + other.sgst_paise,
  igst_paise: one.igst_paise + other.igst_paise,
});

const less = (one: LineTax, charged: StandingLine['charged']): LineTax => ({
  taxable_paise: one.taxable_paise,
  cgst_paise: one.cgst_paise - charged.cgst_paise,
  sgst_paise: one.sgst_paise - charged.sgst_paise,
  igst_paise: one.igst_paise - charged.igst_paise,
});
