import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { log } from '#platform/observability';
import { AnswerFiles, fileOf } from '../data/answer-files.repository.js';

@Injectable()
export class ScanAnswerFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly answerFiles: AnswerFiles,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Lets the scanner look at a file nobody has seen yet. One with a virus ends and is destroyed; one that ended meanwhile stays
   * ended.
   * @throws ScannerSilent, so that the queue tries again; until then nobody sees the file
   * @rule S-58
   */
  async run({ fileId }: { fileId: string }): Promise<void> {
    const verdict = await this.files.scan(async (tx) => {
      const file = await this.answerFiles.known(tx, fileId);
      return file?.state === 'waiting' ? fileOf(file) : null;
    });
    if (verdict === null) return;
    if (verdict === 'infected') log.warn({ fileId }, 'a file with a virus was refused');
    await this.work.run(async (tx) => {
      await this.answerFiles.scanned(tx, fileId, verdict);
      const object = { kind: 'grievances.answer_file', id: fileId };
      tx.audit({ action: 'grievances.answer_file_scanned', object, after: { verdict } });
    });
  }
}
