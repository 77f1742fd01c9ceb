import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { PrintHouse } from '#platform/print';
import { certificateFileAt, Certificates } from '../data/certificates.repository.js';
import { certificateSheet } from '../domain/certificate.js';

/** Two printed the same certificate at once: the other one's copy is kept. */
class PrintedMeanwhile extends Error {}

@Injectable()
export class PrintCertificate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly certificates: Certificates,
    private readonly files: SealedFiles,
    private readonly press: PrintHouse,
  ) {}

  /**
   * Prints a certificate and keeps it sealed with its maker's key. Printed already, it does nothing.
   * @throws PrinterDown, StoreAway, so that the queue tries again
   * @rule  S-13 S-61
   */
  async run({ certificateId }: { certificateId: string }): Promise<void> {
    const { certificate, whom } = await this.work.run(async (tx) => {
      const known = await this.certificates.known(tx, certificateId);
      return { certificate: known, whom: await this.certificates.whom(tx, known.seller_id) };
    });
    if (certificate.storage_key !== null) return;
    const { financial_year: year, issued_at: issuedAt, ...says } = certificate;
    const sheet = certificateSheet({ ...says, year, issuedAt }, whom, randomBytes(16).toString('hex'));
    const pdf = await this.press.print(sheet);
    const sha256 = createHash('sha256').update(pdf).digest();
    try {
      await this.files.keep(certificateFileAt(certificate), pdf, async (tx, storageKey) => {
        if (!(await this.certificates.printed(tx, certificateId, { storageKey, sha256 }))) throw new PrintedMeanwhile();
      });
    } catch (error) {
      if (!(error instanceof PrintedMeanwhile)) throw error;
    }
  }
}
