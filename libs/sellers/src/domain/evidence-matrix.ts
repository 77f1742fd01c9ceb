import type { SellerClass } from './seller-class.js';
import { sellerClasses } from './seller-class.js';

/** Kinds of evidence, in the order in which an applicant is asked for them. */
export const evidenceKinds = [
  'authorised_person',
  'pan',
  'pehchan_card',
  'weaver_id',
  'shg_code',
  'registration',
  'producer_register',
  'udyam',
  'dpiit',
  'gst',
  'itr',
  'bank_account',
  'fssai',
  'gi_user',
  'land_border',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** M mandatory, C conditional, O optional, – not applicable. */
export const needs = ['M', 'C', 'O', '–'] as const;
export type Need = (typeof needs)[number];

/** Columns in the order of `sellerClasses`. @rule */
const matrix: Readonly<Record<EvidenceKind, string>> = {
  //                  artisan weaver shg fpo_co fpo_coop micro startup other
  authorised_person: 'M M M M M M M M',
  pan: 'M M C M M M M M',
  pehchan_card: 'M – O – – – – –',
  weaver_id: '– M O – – – – –',
  shg_code: '– – M – – – – –',
  registration: '– – – M M C C M',
  producer_register: '– – M M M – – –',
  udyam: 'O O O O O C O O',
  dpiit: '– – – – – – M –',
  gst: 'M M M M M M M M',
  itr: '– – – C C C C C',
  bank_account: 'M M M M M M M M',
  fssai: 'C – C C C C C C',
  gi_user: 'C C C C C C C C',
  land_border: 'M M M M M M M M',
};

const table = new Map(
  evidenceKinds.flatMap((kind) => {
    const cells = matrix[kind].split(' ') as Need[];
    return sellerClasses.map((sellerClass, i) => [`${kind} ${sellerClass}`, cells[i]!] as const);
  }),
);

/** How much a class needs a kind of evidence. @rule */
export const needOf = (kind: EvidenceKind, sellerClass: SellerClass): Need => table.get(`${kind} ${sellerClass}`)!;

/** What an application says about itself that makes conditional evidence mandatory. */
export interface ApplicationFacts {
  /** How it stands to GST, once it said so. */
  gstBasis: 'gstin' | 'enrolment' | 'exempt' | null;
  /** A company or co-operative rather than a proprietor or firm. */
  incorporated: boolean;
  /** A group that sold for more than the amount from which it shows a PAN of its own. */
  sellsMuch: boolean;
}

/** Conditions that can be decided at application; the others (food, GI, bids) are asked for at the listing or the bid. */
const conditions: Partial<Record<EvidenceKind, (facts: ApplicationFacts, sellerClass: SellerClass) => boolean>> = {
  pan: (facts) => facts.gstBasis === 'gstin' || facts.gstBasis === 'enrolment' || facts.sellsMuch,
  registration: (facts) => facts.incorporated,
};

/**
 * Evidence still missing before an application can be submitted.
 * @param given  kinds attached so far
 * @rule
 */
export function missingEvidence(
  sellerClass: SellerClass,
  given: readonly EvidenceKind[],
  facts: ApplicationFacts,
): EvidenceKind[] {
  return evidenceKinds.filter((kind) => {
    if (given.includes(kind)) return false;
    const need = needOf(kind, sellerClass);
    return need === 'M' || (need === 'C' && (conditions[kind]?.(facts, sellerClass) ?? false));
  });
}
