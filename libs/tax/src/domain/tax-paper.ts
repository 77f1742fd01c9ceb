import type { GstStatus } from '#sellers';
import type { Recipient, Supplier } from './document-parties.js';
import type { DocumentKind, PaidWhen } from './document.js';
import type { Supply } from './supply.js';

/** A line as it stands on a paper; amounts as text, paise. */
export interface PaperLine {
  title: string;
  hsn: string;
  uqc: string;
  quantity: number;
  rate_bp: number;
  gross_paise: string;
  discount_paise: string;
  freight_paise: string;
  taxable_paise: string;
  cgst_paise: string;
  sgst_paise: string;
  igst_paise: string;
}

/** How the government's portal knows an invoice. @rule */
export interface Registration {
  irn: string;
  ackNumber: string;
  ackAt: Date;
  /** What the code to scan says, signed by the portal; null where nobody is named. */
  signedQr: string | null;
  /** When we learned that its supplier cancelled it there; null: not. */
  cancelledAt: Date | null;
}

/** What of an issued document is printed. */
export interface TaxPaper {
  kind: DocumentKind;
  number: string;
  issued_at: Date;
  supply: Supply;
  from_state: string;
  to_state: string;
  seller_gst: GstStatus | null;
  gstin: string | null;
  /** Of a business that buys; null: she has no registration. */
  recipient_gstin: string | null;
  /** As the portal registered it; null: it is not registered there. */
  registration: Registration | null;
  taxable_paise: string;
  cgst_paise: string;
  sgst_paise: string;
  igst_paise: string;
  total_paise: string;
  platform_paise: string;
  /** Null: it is not known, as on papers of what came back. */
  paid_when: PaidWhen | null;
  /** Where the payment is found: the order's number. */
  payment_reference: string | null;
  /** Of what was paid before; null: not known. */
  transaction_id: string | null;
  paid_by: string | null;
  paid_at: Date | null;
  /** Null: the law no longer wants it kept. */
  supplier: Supplier | null;
  /** Null: the same, or she was erased before the goods were packed, or it is not for the reader. */
  recipient: Recipient | null;
  corrects: { number: string; issued_at: Date } | null;
  lines: readonly PaperLine[];
}

/** A paper is printed with who bought for the two whose it is, and without for everybody else. */
export const editions = ['named', 'unnamed'] as const;
export type Edition = (typeof editions)[number];
