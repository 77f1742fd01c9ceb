import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Challenges } from '../data/challenges.repository.js';
import { CodeSender } from '../ports/code-sender.js';

/** Carries the one-time code of a challenge to its owner; nothing when it was used or ran out meanwhile. */
@Injectable()
export class SendCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: Challenges,
    private readonly sender: CodeSender,
  ) {}

  /** The body of the job `identity.send-code`. A second run sends the same code again. */
  async run({ challengeId }: { challengeId: string }): Promise<void> {
    const message = await this.work.run((tx) => this.challenges.message(tx, challengeId));
    if (message === null) return;
    const template = message.code === null ? 'already_registered' : 'code';
    await this.sender.send({ id: challengeId, template, ...message });
  }
}
