import { Injectable } from '@nestjs/common';
import { ObjectStore } from '#platform/storage';

@Injectable()
export class RemoveFile {
  constructor(private readonly store: ObjectStore) {}

  /** Takes the file of a forgotten picture out of the store; a second time there is nothing to take. @rule S-66 */
  run({ storageKey }: { storageKey: string }): Promise<void> {
    return this.store.remove(storageKey);
  }
}
