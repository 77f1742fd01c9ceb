import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { log } from '#platform/observability';
import { Documents, fileOf } from '../data/documents.repository.js';

@Injectable()
export class ScanDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: Documents,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Lets the scanner look at a file nobody has seen yet, with no transaction open. A file with a virus ends and is
   * destroyed; one that ended meanwhile stays ended.
   * @throws ScannerSilent, so that the queue tries again; until then nobody sees the file
   * @rule S-58
   */
  async run({ documentId }: { documentId: string }): Promise<void> {
    const verdict = await this.files.scan(async (tx) => {
      const document = await this.documents.known(tx, documentId);
      return document?.state === 'waiting' ? fileOf(document) : null;
    });
    if (verdict === null) return;
    if (verdict === 'infected') log.warn({ documentId }, 'a paper with a virus was refused');
    await this.work.run(async (tx) => {
      await this.documents.scanned(tx, documentId, verdict);
      tx.audit({
        action: 'sellers.document_scanned',
        object: { kind: 'seller_document', id: documentId },
        after: { verdict },
      });
    });
  }
}
