import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { LateMessages } from '../data/late-messages.js';
import { MessagesWait } from '../domain/message.events.js';

@Injectable()
export class AlarmMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly late: LateMessages,
  ) {}

  /** Tells the operations desk of messages that lie too long, of each message once. Called by the clock. @rule S-14 */
  run(): Promise<void> {
    return this.work.run(async (tx) => {
      for (const { channel, state, messages, since } of await this.late.take(tx))
        tx.emit(MessagesWait, { channel, state, messages, since: since.toISOString() });
    });
  }
}
