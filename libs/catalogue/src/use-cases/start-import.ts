import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { KeptFiles } from '#platform/storage';
import { mayList, SellersQuery } from '#sellers';
import { Imports } from '../data/desk/imports.repository.js';
import { CheckImportJob } from '../domain/desk/import.jobs.js';
import { fail as deskFail } from '../domain/desk/desk.errors.js';
import { fail } from '../domain/listing.errors.js';

/** So many sheets of a maker may be under way. */
const open_max = 3;

@Injectable()
export class StartImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: KeptFiles,
    private readonly imports: Imports,
    private readonly sellers: SellersQuery,
  ) {}

  /**
   * Keeps a sheet of goods and has it checked after the answer. The same sheet while it is under way is the same import.
   * @throws seller_not_listing (409), too_many_imports (429)
   * @rule S-52 S-60
   */
  async run(sheet: Buffer): Promise<{ importId: string }> {
    const sha256 = createHash('sha256').update(sheet).digest('hex');
    const before = await this.work.run((tx) => this.mayStart(tx, sha256));
    if (before !== null) return { importId: before };
    const [storageKey] = await this.files.put([sheet]);
    return this.work.run(async (tx) => {
      const { organisationId: sellerId, personId } = tx.actor;
      assert(sellerId !== null && personId !== null && storageKey !== undefined, 'a person brings a sheet of her shop');
      await tx.run(`select pg_advisory_xact_lock(hashtextextended('catalogue.import ' || $1, 0))`, [sellerId]);
      const other = await this.mayStart(tx, sha256);
      if (other !== null) return { importId: other };
      const importId = await this.imports.add(tx, { sellerId, personId, sha256, storageKey });
      await this.files.claimFresh(tx, [storageKey]);
      tx.enqueue(CheckImportJob, { importId });
      tx.audit({ action: 'catalogue.import_received', object: { kind: 'catalogue.listing_import', id: importId } });
      return { importId };
    });
  }

  /** @returns the same sheet under way, if any */
  private async mayStart(tx: Tx, sha256: string): Promise<string | null> {
    const sellerId = tx.actor.organisationId;
    if (sellerId === null) throw fail('seller_not_listing', { state: 'nobody' });
    const { state } = await this.sellers.byId(tx, sellerId);
    if (!mayList(state)) throw fail('seller_not_listing', { state });
    const same = await this.imports.open(tx, sellerId, sha256);
    if (same === null && (await this.imports.openCount(tx, sellerId)) >= open_max)
      throw deskFail('too_many_imports', { open_max });
    return same;
  }
}
