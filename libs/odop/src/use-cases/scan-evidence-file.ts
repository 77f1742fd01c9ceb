import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { log } from '#platform/observability';
import { EvidenceFiles, fileOf } from '../data/evidence-files.repository.js';

@Injectable()
export class ScanEvidenceFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceFiles,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Lets the scanner look at a paper nobody has seen yet. One with a virus ends and is destroyed; one that ended meanwhile
   * stays ended.
   * @throws ScannerSilent, so that the queue tries again; until then nobody sees the file
   * @rule S-58
   */
  async run({ fileId }: { fileId: string }): Promise<void> {
    const verdict = await this.files.scan(async (tx) => {
      const file = await this.evidence.known(tx, fileId);
      return file?.state === 'waiting' ? fileOf(file) : null;
    });
    if (verdict === null) return;
    if (verdict === 'infected') log.warn({ fileId }, 'a paper with a virus was refused');
    await this.work.run(async (tx) => {
      await this.evidence.scanned(tx, fileId, verdict);
      tx.audit({
        action: 'odop.evidence_file_scanned',
        object: { kind: 'odop.evidence_file', id: fileId },
        after: { verdict },
      });
    });
  }
}
