import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Messages } from '../data/messages.repository.js';

const at_most = 1_000;

@Injectable()
export class PurgeMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
    private readonly policy: PolicyQuery,
  ) {}

  /** Forgets old messages, out of inboxes too. Run by a clock, in small bites. @returns messages removed @rule S-66 */
  run(): Promise<number> {
    return this.work.run((tx) => this.messages.deleteOlder(tx, this.policy.at('message.keep_days', tx.now), at_most));
  }
}
