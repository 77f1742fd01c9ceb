export { TaxModule } from './tax.module.js';
export { taxMigrations } from './data/migrations/index.js';
export { QuoteTax, type Deal, type GoodsLine, type QuotedTax } from './use-cases/quote-tax.js';
export { Withhold, type CreditedSale, type Withheld } from './use-cases/withhold.js';
export { TakeBack, type UndoneSupply } from './use-cases/take-back.js';
export { WatchTurnover, type Watched } from './use-cases/watch-turnover.js';
export { SupplyGate } from './use-cases/supply-gate.js';
export { ForgetPapers } from './use-cases/forget-papers.js';
export { IssueDocument, type SuppliedGoods } from './use-cases/issue-document.js';
export { IssueCreditNote, type CreditedChange } from './use-cases/issue-credit-note.js';
export { AskDebitNote, type AskedDebit } from './use-cases/ask-debit-note.js';
export { AgreeDebitNote } from './use-cases/agree-debit-note.js';
export { EndDebitRequest } from './use-cases/end-debit-request.js';
export { DebitRequests, type DebitRequest } from './data/debit-requests.repository.js';
export { debitRequestStates } from './domain/debit-request.js';
export { IssueCertificates } from './use-cases/issue-certificates.js';
export { PrintCertificate } from './use-cases/print-certificate.js';
export { ReadCertificates } from './use-cases/read-certificates.js';
export type { IssuedCertificate } from './data/certificates.repository.js';
export { certificateKinds, periods as certificatePeriods } from './domain/certificate.js';
export { ExportReturns } from './use-cases/export-returns.js';
export { PrintDocument } from './use-cases/print-document.js';
export { ReadPrinted, type PrintedDocument } from './use-cases/read-printed.js';
export { RegisterInvoice } from './use-cases/register-invoice.js';
export { SendInvoiceAgain } from './use-cases/send-invoice-again.js';
export { CheckRegistration } from './use-cases/check-registration.js';
export { AlarmInvoice } from './use-cases/alarm-invoice.js';
export { MakeEWayBill } from './use-cases/make-eway-bill.js';
export { AskEWayBillAgain } from './use-cases/ask-eway-bill-again.js';
export { FollowGoods } from './use-cases/follow-goods.js';
export { WarnEWayBill } from './use-cases/warn-eway-bill.js';
export { AlarmEWayBill } from './use-cases/alarm-eway-bill.js';
export { CallOffEWayBill } from './use-cases/call-off-eway-bill.js';
export { CancelEWayBill } from './use-cases/cancel-eway-bill.js';
export { EWayGate } from './use-cases/eway-gate.js';
export { CancelEWayBillJob, MakeEWayBillJob } from './domain/eway-bill.jobs.js';
export { ewayBillStates } from './domain/eway-bill.states.js';
export { whyNoEWayBill } from './domain/eway-refusals.js';
export { DeclareTurnover, type KnownTurnover } from './use-cases/declare-turnover.js';
export { RegisterInvoiceJob } from './domain/e-invoice.jobs.js';
export { eInvoiceStates } from './domain/e-invoice.states.js';
export { whyRefused } from './domain/irp-refusals.js';
export { PrintCertificateJob, PrintDocumentJob } from './domain/print.jobs.js';
export { DocumentsQuery, type IssuedDocument } from './data/documents.query.js';
export {
  documentKinds,
  kindOf,
  paperLines_max,
  papers_max,
  remarkOf,
  titleOf,
  type DocumentLine,
} from './domain/document.js';
export type { CreditedLine } from './domain/credit.js';
export {
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
} from './domain/tax.events.js';
export { deductedOn, type DeductedTax, type DeductionDeal, type DeductionTerms } from './domain/deducted.js';
export { chargesTax, maySupply, stateTaxName, supplyBetween, type Supply } from './domain/supply.js';
export { taxOf, type LineTax } from './domain/line-tax.js';
export { bearsCollection } from './domain/collected.js';
export type { Payee } from './domain/income-tax.js';
export { feeOf, noFee, paysFees, transactionCharge, type Fee, type FeeTerms } from './domain/fees.js';
