import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import type { PageRequest } from '#platform/http';
import { assert } from '#platform/kernel';
import { certificateFileAt, Certificates, type IssuedCertificate } from '../data/certificates.repository.js';
import type { CertificateKind, CertifiedPeriod } from '../domain/certificate.js';
import { fail } from '../domain/tax.errors.js';
import type { PrintedDocument } from './read-printed.js';

@Injectable()
export class ReadCertificates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly certificates: Certificates,
    private readonly files: SealedFiles,
  ) {}

  /** The certificates of the caller's shop, the newest first. @rule  S-42 */
  ofMaker(page: PageRequest): Promise<IssuedCertificate[]> {
    return this.work.run((tx) => this.certificates.ofMaker(tx, tx.actor.organisationId!, page));
  }

  /** Those of any shop. @rule  */
  ofDesk(sellerId: string, page: PageRequest): Promise<IssuedCertificate[]> {
    return this.work.run((tx) => seeingAll(tx, () => this.certificates.ofMaker(tx, sellerId, page)));
  }

  /**
   * The PDF of a certificate of the caller's shop.
   * @throws tax_document_not_found (404), tax_document_not_printed (409)
   * @rule  S-42
   */
  paper(kind: CertificateKind, of: CertifiedPeriod): Promise<PrintedDocument> {
    return this.work.run(async (tx) => {
      const certificate = await this.certificates.of(tx, tx.actor.organisationId!, kind, of);
      const { number, storage_key: storageKey, file_sha256 } = certificate;
      if (storageKey === null) throw fail('tax_document_not_printed', { number });
      const pdf = await this.files.open(tx, { ...certificateFileAt(certificate), storageKey });
      if (pdf === null) throw fail('tax_document_not_found');
      assert(createHash('sha256').update(pdf).digest().equals(file_sha256!), 'a certificate is as it was printed');
      return { number, pdf };
    });
  }
}
