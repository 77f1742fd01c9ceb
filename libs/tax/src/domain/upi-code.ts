import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { hoursAfter } from '#platform/time';
import { dueOf } from './document.js';
import type { TaxPaper } from './tax-paper.js';

/** Of a paper, what decides whether it bears a code to pay. */
export type PayablePaper = Pick<TaxPaper, 'kind' | 'seller_gst' | 'gstin' | 'recipient_gstin' | 'paid_when'>;

/**
 * Whether a paper must bear a code to pay: a tax invoice to a consumer, of a maker with a turnover above the threshold. What
 * was paid before says where the payment is found instead.
 * @param of.turnover_paise  the highest of any financial year since 2017-18
 * @rule R-6.20
 */
export const bearsUpiCode = (paper: PayablePaper, of: { turnover_paise: Paise; threshold_paise: Paise }): boolean =>
  paper.kind === 'tax_invoice' &&
  paper.seller_gst === 'registered' &&
  paper.gstin !== null &&
  paper.recipient_gstin === null &&
  paper.paid_when === 'at_door' &&
  of.turnover_paise > of.threshold_paise;

/** What of a paper its code to pay says. */
export type CodedPaper = Pick<
  TaxPaper,
  'number' | 'issued_at' | 'gstin' | 'cgst_paise' | 'sgst_paise' | 'igst_paise' | 'total_paise' | 'platform_paise'
>;

/**
 * The code to pay an invoice with: who is paid, what is left to pay, number, date, value and tax of the invoice. The reference
 * holds the GSTIN too, since numbers are unique within it only.
 * @param address  UPI address of the platform, which is paid for the maker
 * @rule R-6.20
 */
export function upiCodeOf(paper: CodedPaper, address: string): string {
  const { cgst_paise, sgst_paise, igst_paise, total_paise } = paper;
  assert(paper.gstin, 'who must show a code is registered');
  assert(dueOf(paper) > 0n, 'there is something to pay');
  const tax = BigInt(cgst_paise) + BigInt(sgst_paise) + BigInt(igst_paise);
  const parts = { GST: tax, CGST: BigInt(cgst_paise), SGST: BigInt(sgst_paise), IGST: BigInt(igst_paise), CESS: 0n };
  const says = {
    ...{ ver: '01', mode: '15', pa: address, pn: 'ODOP Bazaar' },
    tr: `${paper.gstin}${paper.number.replaceAll(/[^A-Z0-9]/g, '')}`,
    tn: `Invoice ${paper.number} of ${decimal(BigInt(total_paise))}`,
    ...{ am: decimal(dueOf(paper)), cu: 'INR', gstIn: paper.gstin },
    gstBrkUp: Object.entries(parts)
      .map(([name, paise]) => `${name}:${decimal(paise)}`)
      .join('|'),
    ...{ invoiceNo: paper.number, invoiceDate: inIndia(paper.issued_at) },
  };
  return `upi://pay?${Object.entries(says)
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`)
    .join('&')}`;
}

const decimal = (paise: Paise): string => `${paise / 100n}.${String(paise % 100n).padStart(2, '0')}`;

/** `2026-11-23T11:30:00+05:30` */
const inIndia = (at: Date): string => `${hoursAfter(at, 5.5).toISOString().slice(0, 19)}+05:30`;
