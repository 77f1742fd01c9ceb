import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Entries } from '../data/entries.repository.js';
import { EvidenceFiles } from '../data/evidence-files.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';

@Injectable()
export class RemoveEvidenceFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
    private readonly evidence: EvidenceFiles,
    private readonly offices: OfficesQuery,
  ) {}

  /**
   * Takes a file out of a dossier while it lies with the district; it is destroyed. That there is such a paper stays.
   * @throws odop_entry_not_found, evidence_file_unknown (404), outside_your_desk (403), illegal_transition (409)
   * @rule S-66 SM-2
   */
  run(entryId: string, fileId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const entry = await this.entries.lock(tx, entryId);
      await this.offices.assertMay(tx, 'attach_evidence', entry);
      odopEntryStates.next(entry.state, 'complete_dossier');
      const file = await this.evidence.find(tx, entryId, fileId);
      await this.evidence.end(tx, file.id, 'removed');
      tx.audit({ action: 'odop.evidence_file_removed', object: { kind: 'odop.evidence_file', id: fileId } });
    });
  }
}
