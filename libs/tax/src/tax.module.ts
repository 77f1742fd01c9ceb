import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CryptoModule } from '#platform/crypto';
import { FilesModule } from '#platform/files';
import { PrintModule } from '#platform/print';
import { PolicyModule } from '#policy';
import { DocumentEntity, DocumentLineEntity, DocumentSeriesEntity } from './data/document.entity.js';
import { CertificateEntity } from './data/certificate.entity.js';
import { Certificates } from './data/certificates.repository.js';
import { DocumentFileEntity } from './data/document-file.entity.js';
import { DocumentFiles } from './data/document-files.repository.js';
import { Documents } from './data/documents.repository.js';
import { DocumentsQuery } from './data/documents.query.js';
import { ReturnsQuery } from './data/returns.query.js';
import { SellerYearEntity, TakenBackEntity, WithholdingEntity } from './data/withholding.entity.js';
import { TurnoverMarkEntity } from './data/turnover-mark.entity.js';
import { ExportReturns } from './use-cases/export-returns.js';
import { ForgetPapers } from './use-cases/forget-papers.js';
import { IssueCertificates } from './use-cases/issue-certificates.js';
import { IssueCreditNote } from './use-cases/issue-credit-note.js';
import { IssueDocument } from './use-cases/issue-document.js';
import { PrintCertificate } from './use-cases/print-certificate.js';
import { PrintDocument } from './use-cases/print-document.js';
import { ReadCertificates } from './use-cases/read-certificates.js';
import { ReadPrinted } from './use-cases/read-printed.js';
import { SupplyGate } from './use-cases/supply-gate.js';
import { WatchTurnover } from './use-cases/watch-turnover.js';
import { QuoteTax } from './use-cases/quote-tax.js';
import { TakeBack } from './use-cases/take-back.js';
import { Withhold } from './use-cases/withhold.js';

const verbs = [
  ...[QuoteTax, Withhold, TakeBack, WatchTurnover, SupplyGate],
  ...[IssueDocument, IssueCreditNote, ExportReturns, ForgetPapers, PrintDocument, ReadPrinted],
  ...[IssueCertificates, PrintCertificate, ReadCertificates],
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
    ]),
    CryptoModule,
    FilesModule,
    PrintModule,
    PolicyModule,
  ],
  providers: [...verbs, Documents, DocumentsQuery, DocumentFiles, ReturnsQuery, Certificates],
  exports: [...verbs, DocumentsQuery],
})
export class TaxModule {}
