import { assert } from '#platform/kernel';
import type { DocumentKind } from './document.js';

const prefixes: Record<DocumentKind, string> = {
  tax_invoice: 'INV',
  bill_of_supply: 'BOS',
  credit_note: 'CRN',
  debit_note: 'DBN',
};

/** As many documents of a kind have a number of sixteen signs in a year. */
export const numbers_max = 999_999;

/**
 * The number a document bears, `INV/26-27/000001`: sixteen signs, in capitals, never beginning with 0, `/` or `-`.
 * @param financialYear  `2026-27`
 * @param n  place in the series of its issuer, kind and year, from 1
 * @rule
 */
export function documentNumber(kind: DocumentKind, financialYear: string, n: number): string {
  assert(n >= 1 && n <= numbers_max, 'a series of a year has so many numbers');
  return `${prefixes[kind]}/${financialYear.slice(2)}/${String(n).padStart(6, '0')}`;
}
