import { Injectable } from '@nestjs/common';
import { SubjectKeys, type Place } from '#platform/crypto';
import { UnitOfWork, type Tx } from '#platform/database';
import { KeptFiles, ObjectStore } from '#platform/storage';
import { FileScanner } from '#platform/uploads';

/** With whose key a file is sealed, and which row it belongs to. */
export interface FileAt {
  subjectId: string;
  place: Place;
}

export interface StoredFile extends FileAt {
  /** Drawn by lot; says nothing. */
  storageKey: string;
}

/** Private files: sealed before they leave the process, and looked at by the virus scanner before anybody sees them. */
@Injectable()
export class SealedFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: SubjectKeys,
    private readonly store: ObjectStore,
    private readonly files: KeptFiles,
    private readonly scanner: FileScanner,
  ) {}

  /**
   * Keeps a file that was checked. It goes to the store before its row is written, and leaves it again when the row is
   * refused: no row without a file.
   * @param row  writes the row, in a transaction of its own
   * @rule S-58 S-63
   */
  async keep(at: FileAt, bytes: Buffer, row: (tx: Tx, storageKey: string) => Promise<void>): Promise<void> {
    const sealed = await this.work.run(async (tx) => (await this.keys.of(tx, at.subjectId)).seal(at.place, bytes));
    const [storageKey] = await this.files.put([sealed]);
    try {
      await this.work.run(async (tx) => {
        await this.files.claimFresh(tx, [storageKey!]);
        await row(tx, storageKey!);
      });
    } catch (error) {
      await this.files.discard([storageKey!]);
      throw error;
    }
  }

  /** The file, opened; null when its key or the file itself is gone. */
  async open(tx: Tx, { subjectId, place, storageKey }: StoredFile): Promise<Buffer | null> {
    const sealed = await this.store.get(storageKey);
    const key = (await this.keys.existing(tx, [subjectId])).get(subjectId);
    return sealed === null || !key ? null : key.openBytes(place, sealed);
  }

  /**
   * Lets the scanner look at a file, with no transaction open.
   * @param waiting  the file, if nobody has looked at it yet
   * @returns null when nothing waits any more
   * @throws ScannerSilent, so that the queue tries again
   * @rule S-58
   */
  async scan(waiting: (tx: Tx) => Promise<StoredFile | null>): Promise<'clean' | 'infected' | null> {
    const bytes = await this.work.run(async (tx) => {
      const file = await waiting(tx);
      return file === null ? null : this.open(tx, file);
    });
    return bytes === null ? null : this.scanner.scan(bytes);
  }

  /** Takes a file away for good; a second time there is nothing to take. @rule S-66 */
  remove(storageKey: string): Promise<void> {
    return this.store.remove(storageKey);
  }
}
