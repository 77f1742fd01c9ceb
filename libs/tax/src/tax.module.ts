import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CryptoModule } from '#platform/crypto';
import { FilesModule } from '#platform/files';
import { PrintModule } from '#platform/print';
import { OdopModule } from '#odop';
import { PolicyModule } from '#policy';
import { DocumentEntity, DocumentLineEntity, DocumentSeriesEntity } from './data/document.entity.js';
import { HttpEWayPortal } from './adapters/eway-portal.http.js';
import { HttpIrp } from './adapters/irp.http.js';
import { CertificateEntity } from './data/certificate.entity.js';
import { Certificates } from './data/certificates.repository.js';
import { DebitRequestEntity } from './data/debit-request.entity.js';
import { DebitRequests } from './data/debit-requests.repository.js';
import { StandingLinesQuery } from './data/standing-lines.query.js';
import { DocumentFileEntity } from './data/document-file.entity.js';
import { DocumentFiles } from './data/document-files.repository.js';
import { Documents } from './data/documents.repository.js';
import { DocumentsQuery } from './data/documents.query.js';
import { EInvoiceEntity, MakerTurnoverEntity } from './data/e-invoice.entity.js';
import { EWayBillEntity } from './data/eway-bill.entity.js';
import { EWayBills } from './data/eway-bills.repository.js';
import { EInvoices } from './data/e-invoices.repository.js';
import { ReturnsQuery } from './data/returns.query.js';
import { SellerYearEntity, TakenBackEntity, WithholdingEntity } from './data/withholding.entity.js';
import { TurnoverMarkEntity } from './data/turnover-mark.entity.js';
import { EWayPortal } from './ports/eway-portal.js';
import { Irp } from './ports/irp.js';
import { AgreeDebitNote } from './use-cases/agree-debit-note.js';
import { AskDebitNote } from './use-cases/ask-debit-note.js';
import { EndDebitRequest } from './use-cases/end-debit-request.js';
import { WorkOutDebit } from './use-cases/work-out-debit.js';
import { FollowGoods } from './use-cases/follow-goods.js';
import { WarnEWayBill } from './use-cases/warn-eway-bill.js';
import { AlarmEWayBill } from './use-cases/alarm-eway-bill.js';
import { AskEWayBillAgain } from './use-cases/ask-eway-bill-again.js';
import { CallOffEWayBill } from './use-cases/call-off-eway-bill.js';
import { CancelEWayBill } from './use-cases/cancel-eway-bill.js';
import { EWayGate } from './use-cases/eway-gate.js';
import { MakeEWayBill } from './use-cases/make-eway-bill.js';
import { AlarmInvoice } from './use-cases/alarm-invoice.js';
import { CheckRegistration } from './use-cases/check-registration.js';
import { DeclareTurnover } from './use-cases/declare-turnover.js';
import { ExportReturns } from './use-cases/export-returns.js';
import { ForgetPapers } from './use-cases/forget-papers.js';
import { IssueCertificates } from './use-cases/issue-certificates.js';
import { IssueCreditNote } from './use-cases/issue-credit-note.js';
import { IssueDocument } from './use-cases/issue-document.js';
import { PrintCertificate } from './use-cases/print-certificate.js';
import { PrintDocument } from './use-cases/print-document.js';
import { ReadCertificates } from './use-cases/read-certificates.js';
import { ReadPrinted } from './use-cases/read-printed.js';
import { RegisterInvoice } from './use-cases/register-invoice.js';
import { SendInvoiceAgain } from './use-cases/send-invoice-again.js';
import { SupplyGate } from './use-cases/supply-gate.js';
import { WatchTurnover } from './use-cases/watch-turnover.js';
import { QuoteTax } from './use-cases/quote-tax.js';
import { TakeBack } from './use-cases/take-back.js';
import { Withhold } from './use-cases/withhold.js';

const verbs = [
  ...[QuoteTax, Withhold, TakeBack, WatchTurnover, SupplyGate],
  ...[IssueDocument, IssueCreditNote, ExportReturns, ForgetPapers, PrintDocument, ReadPrinted],
  ...[AskDebitNote, AgreeDebitNote, EndDebitRequest],
  ...[IssueCertificates, PrintCertificate, ReadCertificates],
  ...[RegisterInvoice, SendInvoiceAgain, CheckRegistration, AlarmInvoice, DeclareTurnover],
  ...[
    MakeEWayBill,
    AskEWayBillAgain,
    AlarmEWayBill,
    EWayGate,
    CallOffEWayBill,
    CancelEWayBill,
    FollowGoods,
    WarnEWayBill,
  ],
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      WithholdingEntity,
      SellerYearEntity,
      TakenBackEntity,
      TurnoverMarkEntity,
      DocumentSeriesEntity,
      DocumentEntity,
      DocumentLineEntity,
      DocumentFileEntity,
      CertificateEntity,
      EInvoiceEntity,
      MakerTurnoverEntity,
      EWayBillEntity,
      DebitRequestEntity,
    ]),
    CryptoModule,
    FilesModule,
    PrintModule,
    OdopModule,
    PolicyModule,
  ],
  providers: [
    ...verbs,
    Documents,
    DocumentsQuery,
    DocumentFiles,
    ReturnsQuery,
    Certificates,
    EInvoices,
    DebitRequests,
    StandingLinesQuery,
    WorkOutDebit,
    EWayBills,
    { provide: Irp, useClass: HttpIrp },
    { provide: EWayPortal, useClass: HttpEWayPortal },
  ],
  exports: [...verbs, DocumentsQuery, DebitRequests],
})
export class TaxModule {}
