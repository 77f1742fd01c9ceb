import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { AnswerFiles } from '../data/answer-files.repository.js';
import { MakerQuestions } from '../data/maker-questions.repository.js';
import { fail } from '../domain/complaint.errors.js';
import { MakerAnswered } from '../domain/complaint.events.js';
import { assertAwaited } from '../domain/maker-question.js';
import { askedParties } from '../domain/parties.js';

@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly questions: MakerQuestions,
    private readonly files: AnswerFiles,
  ) {}

  /**
   * The maker answers, once: the desk and who complained read it, with the files she names. What else she handed in is taken
   * away again.
   * @throws question_not_found, answer_file_unknown (404) · question_answered, question_over (409)
   * @rule S-42 S-66
   */
  run(id: string, words: string, fileIds: readonly string[]): Promise<void> {
    return this.work.run(async (tx) => {
      const question = await this.questions.lockOwn(tx, id);
      assertAwaited(question, tx.now);
      const there = await this.files.of(tx, [id]);
      if (!fileIds.every((one) => there.some((file) => file.id === one))) throw fail('answer_file_unknown');
      const others = there.filter((file) => file.state !== 'infected' && !fileIds.includes(file.id));
      for (const file of others) await this.files.end(tx, file.id, 'removed');
      await this.questions.answer(tx, question, words);
      const object = { kind: 'complaint', id: question.complaint_id };
      tx.audit({ action: 'grievances.maker_answered', object, after: { question: id, files: fileIds.length } });
      tx.emit(MakerAnswered, askedParties(question));
    });
  }
}
