import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { Documents } from '../data/documents.repository.js';

@Injectable()
export class DestroyDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: Documents,
    private readonly files: SealedFiles,
  ) {}

  /** Takes the file of an ended document out of the store; a second time there is nothing to take. @rule S-66 */
  async run({ documentId }: { documentId: string }): Promise<void> {
    const document = await this.work.run((tx) => this.documents.known(tx, documentId));
    if (!document || document.state === 'waiting' || document.state === 'clean') return;
    await this.files.remove(document.storage_key);
    await this.work.run((tx) => this.documents.destroyed(tx, documentId));
  }
}
