import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { assertShown } from '../domain/evidence-file.js';
import { fail } from '../domain/odop.errors.js';
import { Entries } from './entries.repository.js';
import { EvidenceFiles, fileOf, type EvidenceFile } from './evidence-files.repository.js';

/** A file that may be handed to who asks. */
export interface OpenedEvidence {
  file: EvidenceFile;
  bytes: Buffer;
}

/**
 * The papers of a dossier, for the desks that decide on it and the office that handed them in; to any other officer they are
 * not there. That one was read is recorded.
 * @rule S-42 S-58
 */
@Injectable()
export class EvidenceFilesQuery {
  constructor(
    private readonly entries: Entries,
    private readonly evidence: EvidenceFiles,
    private readonly files: SealedFiles,
  ) {}

  /** @throws odop_entry_not_found (404) */
  async of(tx: Tx, entryId: string): Promise<EvidenceFile[]> {
    await this.entries.assertThere(tx, entryId);
    return this.evidence.of(tx, entryId);
  }

  /**
   * @throws odop_entry_not_found, evidence_file_unknown (404), evidence_file_not_scanned (409), evidence_file_infected (410)
   */
  async read(tx: Tx, entryId: string, id: string): Promise<OpenedEvidence> {
    await this.entries.assertThere(tx, entryId);
    const file = await this.evidence.find(tx, entryId, id);
    assertShown(file.state);
    const bytes = await this.files.open(tx, fileOf(file));
    if (bytes === null) throw fail('evidence_file_unknown');
    tx.audit({ action: 'odop.evidence_file_read', object: { kind: 'odop.evidence_file', id } });
    return { file, bytes };
  }
}
