import { sumPaise, type Bp, type Paise } from '#platform/money';
import type { GstStatus } from '#sellers';
import { chargesTax } from './supply.js';

/** Papers of the tax that a supply has: one when it leaves its maker, one for each time that some of it comes back, or was missing on it. */
export const documentKinds = ['tax_invoice', 'bill_of_supply', 'credit_note', 'debit_note'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** When a supply is paid: before its goods leave, or where they are handed over. */
export const paidWhens = ['before', 'at_door'] as const;
export type PaidWhen = (typeof paidWhens)[number];

/** Where a payment made before is found in the books of who took it. */
export interface PaymentProof {
  transactionId: string;
  /** `upi`, `card`, or another word of who took it. */
  mode: string;
  at: Date;
}
/** What a note says of payment. */
export const saysNothingOfPayment = {
  ...{ paid_when: null, payment_reference: null, transaction_id: null, paid_by: null, paid_at: null },
} as const;

/** So many papers of one supply are shown together. */
export const papers_max = 200;
/** As many lines as an order has, and more. */
export const paperLines_max = 200;

/** Amounts of a document or of one of its lines, paise. */
export interface DocumentAmounts {
  taxable_paise: Paise;
  cgst_paise: Paise;
  /** The State's half; a Union Territory's bears another name. */
  sgst_paise: Paise;
  igst_paise: Paise;
  /** Of the total, what the platform paid for the shopper: it does not lower the value of the supply. */
  platform_paise: Paise;
}

/** What of a line a document states. */
export interface LineAmounts extends DocumentAmounts {
  /** Pieces and their wrapping, before the maker's discount, its tax held. */
  gross_paise: Paise;
  discount_paise: Paise;
  freight_paise: Paise;
}

/** A line of an invoice or a bill of supply. */
export interface DocumentLine extends LineAmounts {
  /** Of the cause. */
  lineId: string;
  title: string;
  hsn: string;
  /** Code of the unit for returns: `PCS`. */
  uqc: string;
  quantity: number;
  rate_bp: Bp;
}

/** Whether a document is an invoice or a bill of supply: without tax nobody writes an invoice. @rule */
export const kindOf = (
  status: GstStatus | null,
  lines: readonly Pick<DocumentLine, 'rate_bp'>[],
): Extract<DocumentKind, 'tax_invoice' | 'bill_of_supply'> =>
  chargesTax(status) && lines.some((line) => line.rate_bp > 0) ? 'tax_invoice' : 'bill_of_supply';

/** What a document is called at its head; goods with and without tax go to one shopper on one paper. @rule */
export function titleOf(kind: DocumentKind, lines: readonly Pick<DocumentLine, 'rate_bp'>[]): string {
  if (kind === 'credit_note') return 'Credit note';
  if (kind === 'debit_note') return 'Debit note';
  if (kind === 'bill_of_supply') return 'Bill of supply';
  return lines.some((line) => line.rate_bp === 0) ? 'Invoice-cum-bill of supply' : 'Tax invoice';
}

/** The sentence that a composition dealer's bill must bear; of others none. @rule  */
export const remarkOf = (status: GstStatus | null): string | null =>
  status === 'composition' ? 'Composition taxable person, not eligible to collect tax on supplies' : null;

/** Value and tax together. */
export const totalOf = (of: DocumentAmounts): Paise => of.taxable_paise + of.cgst_paise + of.sgst_paise + of.igst_paise;

/** What the shopper pays of a paper: the platform pays its own offer. */
export const dueOf = ({ total_paise, platform_paise }: { total_paise: string; platform_paise: string }): Paise =>
  BigInt(total_paise) - BigInt(platform_paise);

/** The lines of a document together. Its amounts keep their paise: the shopper paid them to the paisa. @rule */
export function sumOf(lines: readonly DocumentAmounts[]): DocumentAmounts & { total_paise: Paise } {
  const sum = (part: keyof DocumentAmounts): Paise => sumPaise(lines.map((line) => line[part]));
  const amounts = {
    taxable_paise: sum('taxable_paise'),
    cgst_paise: sum('cgst_paise'),
    sgst_paise: sum('sgst_paise'),
    igst_paise: sum('igst_paise'),
    platform_paise: sum('platform_paise'),
  };
  return { ...amounts, total_paise: totalOf(amounts) };
}
