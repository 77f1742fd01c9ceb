import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Documents } from '../data/documents.repository.js';
import { Sellers } from '../data/sellers.repository.js';
import { assertOpenToDocuments } from '../domain/document.js';
import { fail } from '../domain/seller.errors.js';

@Injectable()
export class RemoveDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sellers: Sellers,
    private readonly documents: Documents,
  ) {}

  /**
   * Takes a photo or scan away; it is destroyed.
   * @throws seller_unknown, document_unknown (404), evidence_closed, document_relied_on (409)
   * @rule S-66 SM-1
   */
  run(sellerId: string, documentId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const seller = await this.sellers.lockOwn(tx, sellerId);
      const document = await this.documents.find(tx, sellerId, documentId);
      assertOpenToDocuments(seller.state, document.kind);
      if ((await this.documents.reliedOn(tx, sellerId)).has(document.id)) throw fail('document_relied_on');
      await this.documents.end(tx, sellerId, 'removed', [document.id]);
      tx.audit({ action: 'sellers.document_removed', object: { kind: 'seller_document', id: documentId } });
    });
  }
}
