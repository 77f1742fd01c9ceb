import { sumPaise, type Paise } from '#platform/money';
import type { GstStatus } from '#sellers';
import type { DocumentKind } from './document.js';
import type { Supply } from './supply.js';

/** Goods that leave their maker together, on one paper. */
export interface Consignment {
  kind: DocumentKind;
  supply: Supply;
  seller_gst: GstStatus | null;
  lines: readonly {
    hsn: string;
    rate_bp: number;
    /** With its tax. */
    value_paise: Paise;
  }[];
}

export interface EWayTerms {
  /** Above this value, tax included; a State may set another for what stays in it. */
  min_value_paise: Paise;
  /** Whether what a maker without registration sends to another State needs one at any value. */
  isAnyValueUnregistered: boolean;
  /** Beginnings of goods codes that need none, and of those among them that do. */
  exempt: { hsn: readonly string[]; except: readonly string[] };
}

/**
 * Whether goods may move only with an e-way bill, and why: null, they need none. What bears no tax counts not beside what does,
 * and goods that are exempt count nowhere. Goods of makers here are handicrafts.
 * @param of.lines  value with tax, paise, each ≥ 0
 * @rule
 */
export function eWayBillFor(of: Consignment, terms: EWayTerms): 'value' | 'handicraft' | null {
  const isNilRated = (rate_bp: number) => rate_bp === 0 && of.seller_gst === 'registered';
  const counted = of.lines.filter(({ hsn, rate_bp }) => !isNilRated(rate_bp) && !isExempt(hsn, terms.exempt));
  if (counted.length === 0) return null;
  if (sumPaise(counted.map(({ value_paise }) => value_paise)) > terms.min_value_paise) return 'value';
  const isUnregistered = of.seller_gst !== 'registered' && of.seller_gst !== 'composition';
  return terms.isAnyValueUnregistered && isUnregistered && of.supply === 'inter' ? 'handicraft' : null;
}

const isExempt = (hsn: string, { hsn: codes, except }: EWayTerms['exempt']): boolean =>
  codes.some((code) => hsn.startsWith(code)) && !except.some((code) => hsn.startsWith(code));

/**
 * Days for which it is valid from when the vehicle is known.
 * @param distance_km  ≥ 0
 * @rule
 */
export const validDays = (distance_km: number, km_per_day: number): number =>
  Math.max(1, Math.ceil(distance_km / km_per_day));
