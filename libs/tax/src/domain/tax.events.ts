import { z } from 'zod';
import { event } from '#platform/kernel';

const reached = z.strictObject({
  sellerId: z.uuid(),
  financialYear: z.string(),
  /** The share of the threshold, basis points. */
  share_bp: z.int(),
  turnover_paise: z.int().min(0),
  threshold_paise: z.int().min(1),
});

/** The portal will not register an invoice as it is, or it is not fit to be sent. */
export const InvoiceRefused = event(
  'tax.invoice_refused',
  z.strictObject({ documentId: z.uuid(), sellerId: z.uuid(), number: z.string(), code: z.string() }),
);
/** An invoice that must be registered is not, for longer than that should last. */
export const InvoiceWaits = event(
  'tax.invoice_waits',
  z.strictObject({ documentId: z.uuid(), sellerId: z.uuid(), number: z.string(), since: z.iso.datetime() }),
);

/** The portal will not make an e-way bill of a paper as it is, or it is not fit to be asked for. */
export const EWayBillRefused = event(
  'tax.eway_bill_refused',
  z.strictObject({ documentId: z.uuid(), sellerId: z.uuid(), number: z.string(), code: z.string() }),
);
/** Goods will not move, and the portal does not cancel their e-way bill. */
export const EWayBillKept = event(
  'tax.eway_bill_kept',
  z.strictObject({ documentId: z.uuid(), sellerId: z.uuid(), number: z.string(), code: z.string() }),
);
/** Goods wait for their e-way bill, for longer than that should last. */
export const EWayBillWaits = event(
  'tax.eway_bill_waits',
  z.strictObject({ documentId: z.uuid(), sellerId: z.uuid(), number: z.string(), since: z.iso.datetime() }),
);

/** Goods are under way, and their e-way bill ends soon. */
export const EWayBillExpires = event(
  'tax.eway_bill_expires',
  z.strictObject({
    ...{ documentId: z.uuid(), sellerId: z.uuid(), number: z.string() },
    /** Its number at the portal. */
    eWayBill: z.string(),
    expiresAt: z.iso.datetime(),
  }),
);

/** A maker cancelled an invoice at the portal that stands in her books here. */
export const InvoiceCancelled = event(
  'tax.invoice_cancelled',
  z.strictObject({ documentId: z.uuid(), sellerId: z.uuid(), number: z.string() }),
);

/** What an invoice said too little stands on a note of its own. */
export const DebitNoteIssued = event(
  'tax.debit_note_issued',
  z.strictObject({
    documentId: z.uuid(),
    sellerId: z.uuid(),
    number: z.string(),
    /** Number of the invoice. */
    invoice: z.string(),
    tax_paise: z.int().min(0),
  }),
);

/** An unregistered maker's sales of the year come near the threshold of registration. */
export const TurnoverNear = event('tax.turnover_near', reached);
/** They have reached it: she takes no new orders until she is registered. */
export const TurnoverFull = event('tax.turnover_full', reached);
