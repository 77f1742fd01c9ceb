import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { assert } from '#platform/kernel';
import { documentFileAt, DocumentFiles, fingerprintOf } from '../data/document-files.repository.js';
import { DocumentsQuery, type IssuedDocument } from '../data/documents.query.js';
import { PrintDocumentJob } from '../domain/print.jobs.js';
import { fail } from '../domain/tax.errors.js';
import type { Edition } from '../domain/tax-paper.js';

export interface PrintedDocument {
  number: string;
  pdf: Buffer;
}

@Injectable()
export class ReadPrinted {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
    private readonly printed: DocumentFiles,
    private readonly files: SealedFiles,
  ) {}

  /** The PDF of a paper of what she bought. @throws tax_document_not_found (404), tax_document_forgotten (410), tax_document_not_printed (409) @rule S-42 */
  ofShopper(id: string): Promise<PrintedDocument> {
    return this.read(async (tx) => {
      const document = await this.documents.known(tx, id);
      if (document.recipient_id !== tx.actor.personId) throw fail('tax_document_not_found');
      return this.copyOf(tx, document, 'named');
    });
  }

  /**
   * The PDF of a paper of the caller's shop. It names who bought, for good, so each look is written down.
   * @throws tax_document_not_found (404), tax_document_forgotten (410), tax_document_not_printed (409)
   * @rule S-42 S-63
   */
  ofMaker(id: string): Promise<PrintedDocument> {
    return this.read(async (tx) => {
      const document = await this.documents.known(tx, id);
      if (document.seller_id !== tx.actor.organisationId) throw fail('tax_document_not_found');
      tx.audit({ action: 'tax.document_read', object: { kind: 'tax.document', id } });
      return this.copyOf(tx, document, 'named');
    });
  }

  /** The PDF of any maker's paper, without the name of who bought. @throws as for the others @rule S-63 */
  ofDesk(id: string): Promise<PrintedDocument> {
    return this.read((tx) => seeingAll(tx, async () => this.copyOf(tx, await this.documents.known(tx, id), 'unnamed')));
  }

  /** What has no copy yet is ordered for good, and refused for now. */
  private async read(work: (tx: Tx) => Promise<{ number: string; pdf: Buffer | null }>): Promise<PrintedDocument> {
    const { number, pdf } = await this.work.run(work);
    if (pdf === null) throw fail('tax_document_not_printed', { number });
    return { number, pdf };
  }

  /** The printed copy; null: there is none yet, and one is ordered. Where nobody can be named the copy without her is given. */
  private async copyOf(
    tx: Tx,
    document: IssuedDocument,
    asked: Edition,
  ): Promise<{ number: string; pdf: Buffer | null }> {
    const { number } = document;
    if (document.supplier === null) throw fail('tax_document_forgotten', { number });
    const edition = document.recipient === null ? 'unnamed' : asked;
    const file = await this.printed.find(tx, document.id, edition);
    if (file === null) {
      tx.enqueue(PrintDocumentJob, { documentId: document.id, edition });
      return { number, pdf: null };
    }
    const pdf = await this.files.open(tx, { ...documentFileAt(document, edition), storageKey: file.storage_key });
    assert(pdf !== null, 'a printed document is in the store');
    assert(fingerprintOf(pdf).equals(file.sha256), 'a printed document is as it was printed');
    return { number, pdf };
  }
}
