import { divideHalfUp, type Bp, type Paise } from '#platform/money';
import type { Supply } from './supply.js';

/** The tax of a line in paise: what it is taken on, and its parts. Within a State the two halves, beyond it one whole. */
export interface LineTax {
  taxable_paise: Paise;
  cgst_paise: Paise;
  /** The State's half; a Union Territory's bears another name. */
  sgst_paise: Paise;
  igst_paise: Paise;
}

/**
 * Takes the tax out of a price that holds it. The parts add up to the price to the paisa.
 *
 * @param price_paise  what the shopper pays for the line, discounts taken off
 * @rule
 */
export function taxWithin(price_paise: Paise, rate_bp: Bp, supply: Supply): LineTax {
  const whole = BigInt(10_000 + rate_bp);
  if (supply === 'inter') {
    const igst_paise = divideHalfUp(price_paise * BigInt(rate_bp), whole);
    return { taxable_paise: price_paise - igst_paise, cgst_paise: 0n, sgst_paise: 0n, igst_paise };
  }
  const half = divideHalfUp(price_paise * BigInt(rate_bp), 2n * whole);
  return { taxable_paise: price_paise - 2n * half, cgst_paise: half, sgst_paise: half, igst_paise: 0n };
}

/**
 * Puts the tax on top of a value that does not hold it.
 *
 * @param taxable_paise  value of the line, discounts taken off
 * @rule
 */
export function taxOnTop(taxable_paise: Paise, rate_bp: Bp, supply: Supply): LineTax {
  const share = (parts: bigint): Paise => divideHalfUp(taxable_paise * BigInt(rate_bp), 10_000n * parts);
  if (supply === 'inter') return { taxable_paise, cgst_paise: 0n, sgst_paise: 0n, igst_paise: share(1n) };
  return { taxable_paise, cgst_paise: share(2n), sgst_paise: share(2n), igst_paise: 0n };
}

/** All parts of the tax together, paise. */
export const taxOf = (tax: LineTax): Paise => tax.cgst_paise + tax.sgst_paise + tax.igst_paise;
