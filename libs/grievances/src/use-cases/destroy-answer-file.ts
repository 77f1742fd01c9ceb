import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { AnswerFiles } from '../data/answer-files.repository.js';

@Injectable()
export class DestroyAnswerFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly answerFiles: AnswerFiles,
    private readonly files: SealedFiles,
  ) {}

  /** Takes an ended file out of the store; a second time there is nothing to take. @rule S-66 */
  async run({ fileId }: { fileId: string }): Promise<void> {
    const file = await this.work.run((tx) => this.answerFiles.known(tx, fileId));
    if (!file || file.state === 'waiting' || file.state === 'clean') return;
    await this.files.remove(file.storage_key);
    await this.work.run((tx) => this.answerFiles.destroyed(tx, fileId));
  }
}
