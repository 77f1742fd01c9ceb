import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { daysAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { AnswerFiles } from '../data/answer-files.repository.js';

const at_most = 200;

@Injectable()
export class PurgeAnswerFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly answerFiles: AnswerFiles,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Files of answers are kept until their complaint is closed, and half a year; those nobody answered with go at once. Run by a
   * clock, in small bites.
   * @returns files ended
   * @rule S-66
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      const before = daysAfter(tx.now, -this.policy.at('grv.answer_files_keep_days', tx.now));
      const ended = await this.answerFiles.outlived(tx, before, at_most);
      for (const id of ended) await this.answerFiles.end(tx, id, 'expired');
      return ended.length;
    });
  }
}
