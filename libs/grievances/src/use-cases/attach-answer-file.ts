import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { newId } from '#platform/kernel';
import { checkUpload } from '#platform/uploads';
import { PolicyQuery } from '#policy';
import { answerFileAt, AnswerFiles } from '../data/answer-files.repository.js';
import { MakerQuestions, type MakerQuestion } from '../data/maker-questions.repository.js';
import { ScanAnswerFileJob } from '../domain/answer-file.jobs.js';
import { fail } from '../domain/complaint.errors.js';
import { assertAwaited } from '../domain/maker-question.js';

@Injectable()
export class AttachAnswerFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly questions: MakerQuestions,
    private readonly answerFiles: AnswerFiles,
    private readonly files: SealedFiles,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * The maker hands in what shows that she is right, before she answers. It is painted anew, sealed, and shown to nobody before
   * the scanner has looked.
   * @param fileName  as it was called; its ending has to fit, and it is not kept
   * @returns the file's id
   * @throws question_not_found (404) · question_answered, question_over, too_many_answer_files (409) ·
   *         file_unreadable, file_too_large, file_unsafe (422)
   * @rule S-58 S-52
   */
  async run(questionId: string, fileName: string, sent: Buffer): Promise<string> {
    const id = newId();
    // Looked at before the file is, so that nobody keeps us busy with what is not wanted, and again when it is kept.
    const { person_id } = await this.work.run((tx) => this.welcome(tx, questionId));
    const file = await checkUpload(sent, fileName);
    await this.files.keep(answerFileAt({ id, person_id }), file.bytes, async (tx, storageKey) => {
      await this.answerFiles.add(tx, await this.welcome(tx, questionId), { id, storageKey }, file);
      tx.enqueue(ScanAnswerFileJob, { fileId: id });
      const object = { kind: 'grievances.answer_file', id };
      tx.audit({ action: 'grievances.answer_file_attached', object, after: { question: questionId } });
    });
    return id;
  }

  private async welcome(tx: Tx, questionId: string): Promise<MakerQuestion> {
    const question = await this.questions.lockOwn(tx, questionId);
    assertAwaited(question, tx.now);
    const files_max = this.policy.at('grv.answer_files_max', tx.now);
    const there = await this.answerFiles.of(tx, [questionId]);
    if (there.length >= files_max) throw fail('too_many_answer_files', { files_max });
    return question;
  }
}
