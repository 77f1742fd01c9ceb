import { platformOrganisationId } from '#identity';
import {
  DebitNoteIssued,
  EWayBillExpires,
  EWayBillKept,
  EWayBillRefused,
  EWayBillWaits,
  InvoiceCancelled,
  InvoiceRefused,
  InvoiceWaits,
  TurnoverFull,
  TurnoverNear,
} from '#tax';
import { about, holders, maker, makerOwner } from './about.js';

const paymentsDesk = holders(platformOrganisationId, ['payments_officer']);

/** A maker's sales near the limit, and her invoices the portal does not have: she and the payments desk hear of it. */
export const aboutTax = [
  about('tax.turnover_near', TurnoverNear, (e) => {
    const values = { share: `${e.share_bp / 100} %`, sold: e.turnover_paise, limit: e.threshold_paise };
    return { maker: { to: makerOwner(e.sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
  about('tax.invoice_refused', InvoiceRefused, ({ sellerId, number, code }) => {
    const values = { number, code };
    return { maker: { to: maker(sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
  about('tax.invoice_waits', InvoiceWaits, ({ sellerId, number, since }) => {
    const values = { number, since };
    return { maker: { to: maker(sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
  about('tax.eway_bill_refused', EWayBillRefused, ({ sellerId, number, code }) => {
    const values = { number, code };
    return { maker: { to: maker(sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
  about('tax.eway_bill_kept', EWayBillKept, ({ sellerId, number, code }) => {
    const values = { number, code };
    return { maker: { to: maker(sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
  about('tax.eway_bill_expires', EWayBillExpires, ({ sellerId, number, eWayBill: eway, expiresAt: ends }) => {
    const values = { number, eway, ends };
    return { maker: { to: maker(sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
  about('tax.eway_bill_waits', EWayBillWaits, ({ sellerId, number, since }) => {
    const values = { number, since };
    return { maker: { to: maker(sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
  about('tax.invoice_cancelled', InvoiceCancelled, ({ sellerId, number }) => {
    const values = { number };
    return { maker: { to: maker(sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
  about('tax.debit_note_issued', DebitNoteIssued, ({ sellerId, number, invoice, tax_paise }) => ({
    maker: { to: maker(sellerId), values: { number, invoice, tax: tax_paise } },
  })),
  about('tax.turnover_full', TurnoverFull, (e) => {
    const values = { sold: e.turnover_paise, limit: e.threshold_paise };
    return { maker: { to: makerOwner(e.sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
];
