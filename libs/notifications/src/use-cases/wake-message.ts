import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { minutesAfter } from '#platform/time';
import { Messages } from '../data/messages.repository.js';
import { SendMessageJob } from '../domain/message.jobs.js';

/** A message that was woken and not taken up for so long is woken again: a job may be lost with its store. */
const again_minutes = 5;

@Injectable()
export class WakeMessage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
  ) {}

  /** Messages that waited for the morning or for their provider, and whose time has come. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.messages.due(tx, limit);
  }

  /** It goes to the queue again, with the tries it has left. @rule S-14 S-81 */
  run(messageId: string): Promise<void> {
    return this.work.run(async (tx) => {
      if (await this.messages.wake(tx, messageId, minutesAfter(tx.now, again_minutes)))
        tx.enqueue(SendMessageJob, { messageId });
    });
  }
}
