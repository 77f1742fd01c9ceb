import type { Paise } from '#platform/money';
import type { GstStatus } from '#sellers';
import type { DocumentKind } from './document.js';

/** Of a paper, what decides whether the portal must know it. */
export interface Registrable {
  kind: DocumentKind;
  seller_gst: GstStatus | null;
  gstin: string | null;
  recipient_gstin: string | null;
}

/**
 * Whether the portal must know a paper: of a maker with a turnover above the threshold in any year, to a registered business.
 * A shopper or an office without a GSTIN is a consumer.
 * @param of.turnover_paise  the highest of any financial year since 2017-18
 * @rule
 */
export const mustBeRegistered = (paper: Registrable, of: { turnover_paise: Paise; threshold_paise: Paise }): boolean =>
  paper.kind !== 'bill_of_supply' &&
  paper.seller_gst === 'registered' &&
  paper.gstin !== null &&
  paper.recipient_gstin !== null &&
  of.turnover_paise > of.threshold_paise;

/** In how many days it must be known; null: at any time. @rule */
export const reportDays = (
  turnover_paise: Paise,
  terms: { report_days: number | null; report_from_paise: Paise },
): number | null => (turnover_paise >= terms.report_from_paise ? terms.report_days : null);
