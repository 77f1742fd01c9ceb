import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { PolicyQuery } from '#policy';
import { Gathered } from '../data/gathered.repository.js';
import { Messages } from '../data/messages.repository.js';
import { Replies } from '../data/replies.repository.js';
import { ReplyCodes } from '../data/reply-codes.repository.js';

const at_most = 1_000;

@Injectable()
export class PurgeMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
    private readonly replies: Replies,
    private readonly codes: ReplyCodes,
    private readonly gathered: Gathered,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * Forgets old messages, out of inboxes too, and what was replied to them. Run by a clock, in small bites.
   * @returns rows removed
   * @rule S-66
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      const days = this.policy.at('message.keep_days', tx.now);
      let gone = 0;
      for (const table of [this.messages, this.gathered, this.replies, this.codes])
        gone += await table.deleteOlder(tx, days, at_most);
      return gone;
    });
  }
}
