import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { Messages, type Message } from '../data/messages.repository.js';
import { SendMessageJob } from '../domain/message.jobs.js';

@Injectable()
export class FallBack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
  ) {}

  /** WhatsApp messages that did not arrive in their time. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.messages.late(tx, limit);
  }

  /** Such a one goes as an SMS, once; what still waits for WhatsApp is not sent there any more. @rule S-13 S-14 */
  run(messageId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const message = await this.messages.lock(tx, messageId);
      if (!message?.fall_back_at || message.fall_back_at > tx.now) return;
      if (message.state === 'queued') await this.messages.markFailed(tx, message, 'too_late');
      await this.inside(tx, message);
    });
  }

  /** Its provider tells that it will not arrive. */
  async now(tx: Tx, messageId: string): Promise<void> {
    const message = await this.messages.lock(tx, messageId);
    if (message) await this.inside(tx, message);
  }

  /** It was refused there, or is late: the same news by SMS, where that was on. One per news and reader, however often asked. */
  async inside(tx: Tx, message: Message): Promise<void> {
    if (message.fall_back_at === null) return;
    const { event_id, event, audience, template_version, recipient_id, language, params } = message;
    const same = { event_id, event, audience, template_version, recipient_id, language, params };
    const added = await this.messages.add(tx, [{ ...same, channel: 'sms' }]);
    for (const { id: messageId } of added) tx.enqueue(SendMessageJob, { messageId });
    await this.messages.fellBack(tx, message.id);
  }
}
