import type { Evidence } from './evidence.js';
import type { SellerClass } from './seller-class.js';

/** Who a seller is to the income tax: a resident person or family who gave an identity number, anybody else with a PAN, somebody without. */
export type Payee = 'individual' | 'other' | 'no_pan';

const singleMakers: ReadonlySet<SellerClass> = new Set(['artisan', 'weaver']);

/**
 * The fourth letter of a PAN tells a person (P) and a family (H) from all others. A single maker without a paper for it is
 * known by the PAN or the e-KYC of who signs for her; a group or a firm by its own PAN only.
 * @rule
 */
export function payeeOf(sellerClass: SellerClass, papers: readonly Evidence[]): Payee {
  const own = papers.find((paper) => paper.kind === 'pan');
  if (own) return ofPan(own.pan);
  const signs = papers.find((paper) => paper.kind === 'authorised_person')?.persons[0];
  if (!singleMakers.has(sellerClass) || !signs) return 'no_pan';
  return 'pan' in signs ? ofPan(signs.pan) : 'individual';
}

const ofPan = (pan: string): Payee => (['P', 'H'].includes(pan.charAt(3).toUpperCase()) ? 'individual' : 'other');
