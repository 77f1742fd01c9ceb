import type { WordingsOf } from '../../domain/wordings.js';
import { taxDebitNoteIssuedEn } from '../tax.debit_note_issued.en.js';
import { taxDebitNoteIssuedHi } from '../tax.debit_note_issued.hi.js';
import { taxEwayBillRefusedEn } from '../tax.eway_bill_refused.en.js';
import { taxEwayBillRefusedHi } from '../tax.eway_bill_refused.hi.js';
import { taxEwayBillExpiresEn } from '../tax.eway_bill_expires.en.js';
import { taxEwayBillExpiresHi } from '../tax.eway_bill_expires.hi.js';
import { taxEwayBillKeptEn } from '../tax.eway_bill_kept.en.js';
import { taxEwayBillKeptHi } from '../tax.eway_bill_kept.hi.js';
import { taxEwayBillWaitsEn } from '../tax.eway_bill_waits.en.js';
import { taxEwayBillWaitsHi } from '../tax.eway_bill_waits.hi.js';
import { taxInvoiceCancelledEn } from '../tax.invoice_cancelled.en.js';
import { taxInvoiceCancelledHi } from '../tax.invoice_cancelled.hi.js';
import { taxInvoiceRefusedEn } from '../tax.invoice_refused.en.js';
import { taxInvoiceRefusedHi } from '../tax.invoice_refused.hi.js';
import { taxInvoiceWaitsEn } from '../tax.invoice_waits.en.js';
import { taxInvoiceWaitsHi } from '../tax.invoice_waits.hi.js';
import { taxTurnoverNearEn } from '../tax.turnover_near.en.js';
import { taxTurnoverNearHi } from '../tax.turnover_near.hi.js';
import { taxTurnoverFullEn } from '../tax.turnover_full.en.js';
import { taxTurnoverFullHi } from '../tax.turnover_full.hi.js';

export const tax: WordingsOf<'tax'> = {
  'tax.debit_note_issued': { en: taxDebitNoteIssuedEn, hi: taxDebitNoteIssuedHi },
  'tax.eway_bill_refused': { en: taxEwayBillRefusedEn, hi: taxEwayBillRefusedHi },
  'tax.eway_bill_expires': { en: taxEwayBillExpiresEn, hi: taxEwayBillExpiresHi },
  'tax.eway_bill_kept': { en: taxEwayBillKeptEn, hi: taxEwayBillKeptHi },
  'tax.eway_bill_waits': { en: taxEwayBillWaitsEn, hi: taxEwayBillWaitsHi },
  'tax.invoice_cancelled': { en: taxInvoiceCancelledEn, hi: taxInvoiceCancelledHi },
  'tax.invoice_refused': { en: taxInvoiceRefusedEn, hi: taxInvoiceRefusedHi },
  'tax.invoice_waits': { en: taxInvoiceWaitsEn, hi: taxInvoiceWaitsHi },
  'tax.turnover_near': { en: taxTurnoverNearEn, hi: taxTurnoverNearHi },
  'tax.turnover_full': { en: taxTurnoverFullEn, hi: taxTurnoverFullHi },
};
