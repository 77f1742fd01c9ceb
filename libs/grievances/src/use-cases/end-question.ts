import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { MakerQuestions } from '../data/maker-questions.repository.js';
import { MakerSilent } from '../domain/complaint.events.js';
import { isAwaited } from '../domain/maker-question.js';
import { askedParties } from '../domain/parties.js';

@Injectable()
export class EndQuestion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly questions: MakerQuestions,
  ) {}

  /** Questions whose time is over, the longest first, for the sweep. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.questions.due(tx, limit);
  }

  /** She said nothing in her time: the desk hears of it, once, and decides without her. @rule */
  run(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const question = await this.questions.locked(tx, id);
      if (question === null || question.answered_at !== null || question.ended_at !== null) return;
      if (isAwaited(question, tx.now)) return;
      await this.questions.end(tx, id);
      tx.emit(MakerSilent, askedParties(question));
    });
  }
}
