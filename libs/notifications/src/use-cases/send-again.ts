import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Messages } from '../data/messages.repository.js';
import { fail } from '../domain/message.errors.js';
import { SendMessageJob } from '../domain/message.jobs.js';

@Injectable()
export class SendAgain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
  ) {}

  /**
   * An operator has a failed message offered to its provider again, with all its tries.
   * @throws message_not_found (404) · message_fell_back (409) when its reader had it by SMS · illegal_transition (409) when
   *         it did not fail
   * @rule S-14
   */
  run(messageId: string): Promise<void> {
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const message = await this.messages.lock(tx, messageId);
        if (!message) throw fail('message_not_found');
        if (message.fell_back_at !== null) throw fail('message_fell_back');
        await this.messages.markQueued(tx, message);
        tx.audit({ action: 'notifications.retry', object: { kind: 'message', id: messageId } });
        tx.enqueue(SendMessageJob, { messageId });
      }),
    );
  }
}
