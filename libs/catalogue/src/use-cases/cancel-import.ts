import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { KeptFiles } from '#platform/storage';
import { Imports, type ListingImport } from '../data/desk/imports.repository.js';

/** Imports that ended so long ago are forgotten: their maker has looked by then. */
const keep_days = 30;
const at_most = 20;

@Injectable()
export class CancelImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: KeptFiles,
    private readonly imports: Imports,
  ) {}

  /** Its maker gives it up. What was written of it stays. @throws import_unknown (404), illegal_transition (409) @rule S-60 */
  run(importId: string): Promise<void> {
    return this.work.run(async (tx) => this.end(tx, await this.imports.lockOwn(tx, importId), 'cancel'));
  }

  /** Imports that were checked and left alone, for the sweep. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.imports.due(tx, limit);
  }

  /** Nobody wrote it in time. */
  lapse(importId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const one = await this.imports.lock(tx, importId);
      if (one?.state === 'checked' && one.due_at !== null && one.due_at <= tx.now) await this.end(tx, one, 'lapse');
    });
  }

  /** Forgets old imports, a few at a time; for the clock. @returns how many */
  purge(): Promise<number> {
    return this.work.run((tx) => this.imports.forget(tx, keep_days, at_most));
  }

  private async end(tx: Tx, one: ListingImport, event: 'cancel' | 'lapse'): Promise<void> {
    await this.imports.move(tx, one, event);
    if (one.storage_key !== null) await this.files.release(tx, [one.storage_key]);
    await this.imports.forgetFile(tx, one.id);
  }
}
