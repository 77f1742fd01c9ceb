import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { log } from '#platform/observability';
import { daysAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { fileOf, IncidentFiles } from '../data/incident-files.repository.js';

const at_most = 200;

@Injectable()
export class KeepIncidentFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidentFiles: IncidentFiles,
    private readonly files: SealedFiles,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Lets the scanner look at a file nobody has seen yet. One with a virus ends and is destroyed; one that ended meanwhile stays
   * ended.
   * @throws ScannerSilent, so that the queue tries again; until then nobody sees the file
   * @rule S-58
   */
  async scan({ fileId }: { fileId: string }): Promise<void> {
    const verdict = await this.files.scan(async (tx) => {
      const file = await this.incidentFiles.known(tx, fileId);
      return file?.state === 'waiting' ? fileOf(file) : null;
    });
    if (verdict === null) return;
    if (verdict === 'infected') log.warn({ fileId }, 'a file with a virus was refused');
    await this.work.run(async (tx) => {
      await this.incidentFiles.scanned(tx, fileId, verdict);
      const object = { kind: 'procurement.incident_file', id: fileId };
      tx.audit({ action: 'procurement.incident.file_scanned', object, after: { verdict } });
    });
  }

  /** Takes an ended file out of the store; a second time there is nothing to take. @rule S-66 */
  async destroy({ fileId }: { fileId: string }): Promise<void> {
    const file = await this.work.run((tx) => this.incidentFiles.known(tx, fileId));
    if (!file || file.state === 'waiting' || file.state === 'clean') return;
    await this.files.remove(file.storage_key);
    await this.work.run((tx) => this.incidentFiles.destroyed(tx, fileId));
  }

  /**
   * Files are kept until their incident has ended, and for their days. Run by a clock, in small bites.
   * @returns files ended
   * @rule S-66
   */
  purge(): Promise<number> {
    return this.work.run((tx) => {
      const before = daysAfter(tx.now, -this.policy.at('incident.files_keep_days', tx.now));
      return this.incidentFiles.expire(tx, before, at_most);
    });
  }
}
