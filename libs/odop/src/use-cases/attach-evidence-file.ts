import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { newId } from '#platform/kernel';
import { checkUpload } from '#platform/uploads';
import { Entries } from '../data/entries.repository.js';
import { evidenceFileAt, EvidenceFiles } from '../data/evidence-files.repository.js';
import { OfficesQuery } from '../data/offices.query.js';
import { assertRoomFor } from '../domain/evidence-file.js';
import { ScanEvidenceFileJob } from '../domain/evidence.jobs.js';
import { fail } from '../domain/odop.errors.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';

export interface EvidenceToAttach {
  /** The paper of the dossier it is. */
  evidenceId: string;
  /** Where it came from; looked at and thrown away. */
  fileName: string;
  /** An earlier file of the paper whose place it takes. */
  replaces?: string | undefined;
}

@Injectable()
export class AttachEvidenceFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: Entries,
    private readonly evidence: EvidenceFiles,
    private readonly offices: OfficesQuery,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Puts the paper itself into a dossier while it lies with the district: made harmless, sealed, and shown to nobody before
   * the scanner has looked. What the desks above read stays as it was handed to them.
   * @returns the file's id
   * @throws odop_entry_not_found, evidence_unknown, evidence_file_unknown (404), outside_your_desk (403), illegal_transition,
   *   too_many_evidence_files (409), file_unreadable, file_too_large, file_unsafe (422)
   * @rule S-58 S-52 SM-2
   */
  async run(entryId: string, wanted: EvidenceToAttach, sent: Buffer): Promise<string> {
    const id = newId();
    // Looked at before the file is, so that nobody keeps us busy with what is not wanted, and again when it is kept.
    await this.work.run((tx) => this.assertWelcome(tx, entryId, wanted));
    const file = await checkUpload(sent, wanted.fileName);
    await this.files.keep(evidenceFileAt({ id, entry_id: entryId }), file.bytes, async (tx, storageKey) => {
      await this.assertWelcome(tx, entryId, wanted);
      if (wanted.replaces !== undefined) await this.evidence.end(tx, wanted.replaces, 'replaced');
      await this.evidence.add(tx, { id, entryId, evidenceId: wanted.evidenceId, storageKey }, file);
      tx.enqueue(ScanEvidenceFileJob, { fileId: id });
      tx.audit({
        action: 'odop.evidence_file_attached',
        object: { kind: 'odop.evidence_file', id },
        after: { entry: entryId, pages: file.pages },
      });
    });
    return id;
  }

  private async assertWelcome(tx: Tx, entryId: string, { evidenceId, replaces }: EvidenceToAttach): Promise<void> {
    const entry = await this.entries.lock(tx, entryId);
    await this.offices.assertMay(tx, 'attach_evidence', entry);
    odopEntryStates.next(entry.state, 'complete_dossier');
    await this.evidence.assertPaper(tx, entryId, evidenceId);
    const there = (await this.evidence.of(tx, entryId)).filter((each) => each.evidence_id === evidenceId);
    if (replaces !== undefined && !there.some((each) => each.id === replaces)) throw fail('evidence_file_unknown');
    assertRoomFor(there.filter(({ id, state }) => id !== replaces && state !== 'infected').length);
  }
}
