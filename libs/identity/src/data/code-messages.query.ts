import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { CodeMessage } from '../domain/code-message.js';
import { Challenges } from './challenges.repository.js';
import { asSystem } from './system-scope.js';

/** What goes to the owner of an address, for whoever carries messages. Codes are worked out here and rest nowhere. */
@Injectable()
export class CodeMessagesQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: Challenges,
  ) {}

  /** null when nothing is to be sent: nobody has that address, or the code was used or ran out meanwhile. @rule S-32 S-34 */
  of(challengeId: string): Promise<CodeMessage | null> {
    return asSystem(() => this.work.run((tx) => this.challenges.message(tx, challengeId)));
  }
}
