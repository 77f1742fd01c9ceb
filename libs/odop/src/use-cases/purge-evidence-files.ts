import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { hoursAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { EvidenceFiles } from '../data/evidence-files.repository.js';

const at_most = 200;

@Injectable()
export class PurgeEvidenceFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly evidence: EvidenceFiles,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The papers of an entry that was refused, or taken off the list, are kept for a while for whoever asks why, and then
   * destroyed; that there were such papers stays in the register. Run by a clock, in small bites.
   * @returns files ended
   * @rule S-66
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      const before = hoursAfter(tx.now, -24 * this.policy.at('odop.evidence_keep_days', tx.now));
      const ended = await this.evidence.outlived(tx, before, at_most);
      for (const { id } of ended) await this.evidence.end(tx, id, 'expired');
      return ended.length;
    });
  }
}
