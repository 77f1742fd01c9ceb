import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { ObjectStore } from '#platform/storage';
import { Documents } from '../data/documents.repository.js';

@Injectable()
export class DestroyDocument {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: Documents,
    private readonly store: ObjectStore,
  ) {}

  /** Takes the file of an ended document out of the store; a second time there is nothing to take. @rule S-66 */
  async run({ documentId }: { documentId: string }): Promise<void> {
    const document = await this.work.run((tx) => this.documents.known(tx, documentId));
    if (!document || document.state === 'waiting' || document.state === 'clean') return;
    await this.store.remove(document.storage_key);
    await this.work.run((tx) => this.documents.destroyed(tx, documentId));
  }
}
