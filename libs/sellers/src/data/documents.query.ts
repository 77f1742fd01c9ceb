import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { assertShown } from '../domain/document.js';
import { fail } from '../domain/seller.errors.js';
import { Documents, fileOf, type SellerDocument } from './documents.repository.js';
import { Sellers, type Seller } from './sellers.repository.js';

/** A file that may be handed to who asks. */
export interface OpenedDocument {
  document: SellerDocument;
  bytes: Buffer;
}

/** Photos and scans for the seller's own people and for the desk that decides; that one was read is recorded. @rule S-42 S-58 */
@Injectable()
export class DocumentsQuery {
  constructor(
    private readonly sellers: Sellers,
    private readonly documents: Documents,
    private readonly files: SealedFiles,
  ) {}

  /** @throws seller_unknown (404) */
  async own(tx: Tx, sellerId: string): Promise<SellerDocument[]> {
    return this.documents.of(tx, (await this.sellers.findOwn(tx, sellerId)).id);
  }

  /** @throws seller_unknown (404) */
  async onDesk(tx: Tx, sellerId: string): Promise<SellerDocument[]> {
    return this.documents.of(tx, (await this.sellers.findOnDesk(tx, sellerId)).id);
  }

  /** @throws seller_unknown, document_unknown (404), document_not_scanned (409), document_infected (410) */
  async readOwn(tx: Tx, sellerId: string, id: string): Promise<OpenedDocument> {
    return this.read(tx, await this.sellers.findOwn(tx, sellerId), id);
  }

  /** The same for the officer. */
  async readOnDesk(tx: Tx, sellerId: string, id: string): Promise<OpenedDocument> {
    return this.read(tx, await this.sellers.findOnDesk(tx, sellerId), id);
  }

  private async read(tx: Tx, seller: Seller, id: string): Promise<OpenedDocument> {
    const document = await this.documents.find(tx, seller.id, id);
    assertShown(document.state);
    const bytes = await this.files.open(tx, fileOf(document));
    if (bytes === null) throw fail('document_unknown');
    tx.audit({ action: 'sellers.document_read', object: { kind: 'seller_document', id } });
    return { document, bytes };
  }
}
