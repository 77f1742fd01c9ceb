import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { SealedFiles } from '#platform/files';
import { checkUpload, type SafeFile } from '#platform/uploads';
import { documentAt, Documents } from '../data/documents.repository.js';
import { Sellers, type Seller } from '../data/sellers.repository.js';
import { assertAskedFor } from '../domain/application.js';
import { assertOpenToDocuments, assertRoomFor } from '../domain/document.js';
import type { EvidenceKind } from '../domain/evidence-matrix.js';
import { fail } from '../domain/seller.errors.js';
import { ScanDocumentJob } from '../domain/seller.events.js';

export interface DocumentToAttach {
  kind: EvidenceKind;
  /** Where it came from; looked at and thrown away. */
  fileName: string;
  /** An earlier file of the kind whose place it takes. */
  replaces?: string | undefined;
}

@Injectable()
export class AttachDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly documents: Documents,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Keeps a photo or scan of a paper: made harmless, sealed, and shown to nobody before the scanner has looked.
   * @returns the document's id
   * @throws seller_unknown (404), evidence_closed, document_relied_on, too_many_documents (409), evidence_not_asked,
   *   file_unreadable, file_too_large, file_unsafe (422)
   * @rule S-58 S-52
   */
  async run(sellerId: string, wanted: DocumentToAttach, sent: Buffer): Promise<string> {
    const id = newId();
    const seen = (tx: Tx) => this.sellers.findOwn(tx, sellerId);
    await this.work.run(async (tx) => this.assertWelcome(tx, await seen(tx), wanted));
    const file = await checkUpload(sent, wanted.fileName);
    await this.files.keep(documentAt({ id, seller_id: sellerId }), file.bytes, (tx, storageKey) =>
      this.keep(tx, { id, sellerId, storageKey }, wanted, file),
    );
    return id;
  }

  private async keep(
    tx: Tx,
    of: { id: string; sellerId: string; storageKey: string },
    wanted: DocumentToAttach,
    file: SafeFile,
  ): Promise<void> {
    await this.assertWelcome(tx, await this.sellers.lockOwn(tx, of.sellerId), wanted);
    if (wanted.replaces !== undefined) await this.documents.end(tx, of.sellerId, 'replaced', [wanted.replaces]);
    await this.documents.add(tx, { ...of, kind: wanted.kind }, file);
    tx.enqueue(ScanDocumentJob, { documentId: of.id });
    tx.audit({
      action: 'sellers.document_attached',
      object: { kind: 'seller_document', id: of.id },
      after: { kind: wanted.kind, pages: file.pages },
    });
  }

  /** Looked at before the file is, so that nobody keeps us busy with what is not wanted, and again when it is kept. */
  private async assertWelcome(tx: Tx, seller: Seller, { kind, replaces }: DocumentToAttach): Promise<void> {
    assertOpenToDocuments(seller.state, kind);
    assertAskedFor(kind, seller.class);
    const there = (await this.documents.of(tx, seller.id)).filter((each) => each.kind === kind);
    if (replaces !== undefined && !there.some((each) => each.id === replaces)) throw fail('document_unknown');
    const keeps = await this.documents.reliedOn(tx, seller.id);
    if (replaces !== undefined && keeps.has(replaces)) throw fail('document_relied_on');
    // What is kept for good leaves room for what is handed in after it.
    const others = there.filter(({ id, state }) => id !== replaces && state !== 'infected' && !keeps.has(id));
    assertRoomFor(kind, others.length);
  }
}
