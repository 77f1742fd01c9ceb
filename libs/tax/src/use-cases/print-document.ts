import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { PrintHouse } from '#platform/print';
import { PolicyQuery } from '#policy';
import { documentFileAt, DocumentFiles } from '../data/document-files.repository.js';
import { EInvoices } from '../data/e-invoices.repository.js';
import { DocumentsQuery, type IssuedDocument } from '../data/documents.query.js';
import { bearsUpiCode, upiCodeOf } from '../domain/upi-code.js';
import { sheetOf } from '../domain/paper-sheet.js';
import type { Edition } from '../domain/tax-paper.js';
import { taxConfig } from '../tax.config.js';

/** Two printed the same document at once: the other one's copy is kept. */
class PrintedMeanwhile extends Error {}

@Injectable()
export class PrintDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
    private readonly printed: DocumentFiles,
    private readonly files: SealedFiles,
    private readonly press: PrintHouse,
    private readonly eInvoices: EInvoices,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Prints a document and keeps it sealed, with the fingerprint of the file. Printed already, it does nothing. Where the
   * shopper was erased before it was packed there is nobody to name: the copy without her is printed.
   * @throws PrinterDown, StoreAway, so that the queue tries again
   * @rule S-13 S-61 S-63
   */
  async run(asked: { documentId: string; edition: Edition }): Promise<void> {
    const document = await this.work.run((tx) => this.documents.known(tx, asked.documentId));
    if (document.supplier === null) return; // the law wants it no longer
    if (document.eInvoice !== null && document.registration === null) return; // printed when it is registered
    const edition = document.recipient === null ? 'unnamed' : asked.edition;
    if ((await this.work.run((tx) => this.printed.find(tx, document.id, edition))) !== null) return;
    const says = edition === 'named' ? document : unnamed(document);
    const upi = await this.work.run((tx) => this.codeToPay(tx, document));
    const pdf = await this.press.print(sheetOf(says, randomBytes(16).toString('hex'), upi));
    try {
      await this.files.keep(documentFileAt(document, edition), pdf, (tx, storageKey) =>
        this.note(tx, document, edition, { storageKey, pdf }),
      );
    } catch (error) {
      if (!(error instanceof PrintedMeanwhile)) throw error;
    }
  }

  private async codeToPay(tx: Tx, document: IssuedDocument): Promise<string | null> {
    const { PLATFORM_UPI: address } = taxConfig();
    const threshold_paise = this.policy.maybe('upi_qr.threshold', document.issued_at);
    if (address === undefined || threshold_paise === undefined || document.paid_when !== 'at_door') return null;
    const turnover_paise = await this.eInvoices.turnover(tx, document.seller_id);
    return bearsUpiCode(document, { turnover_paise, threshold_paise }) ? upiCodeOf(document, address) : null;
  }

  private async note(
    tx: Tx,
    document: IssuedDocument,
    edition: Edition,
    file: { storageKey: string; pdf: Buffer },
  ): Promise<void> {
    // One at a time of a document: who comes second finds the first one's.
    await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${document.id} ${edition}`]);
    if ((await this.printed.find(tx, document.id, edition)) !== null) throw new PrintedMeanwhile();
    await this.printed.add(tx, document, edition, file);
  }
}

/** The portal's code says who bought: it is left out with her name. */
const unnamed = (document: IssuedDocument): IssuedDocument => ({
  ...document,
  recipient: null,
  registration: document.registration && { ...document.registration, signedQr: null },
});
