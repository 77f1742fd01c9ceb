import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Inboxes } from '../data/inboxes.repository.js';
import { Messages } from '../data/messages.repository.js';
import { Preferences } from '../data/preferences.repository.js';
import { StoppedAddresses } from '../data/stopped-addresses.repository.js';
import { MESSAGE_SENDERS, type MessageSenders } from '../ports/message-sender.js';

@Injectable()
export class ForgetReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: Messages,
    private readonly inboxes: Inboxes,
    private readonly preferences: Preferences,
    private readonly stopped: StoppedAddresses,
    @Inject(MESSAGE_SENDERS) private readonly senders: MessageSenders,
  ) {}

  /**
   * A person was erased: sealed texts opened no more with her key; the ends of her addresses go too, and the letters a
   * folder of this house keeps. A second time there is nothing left to take. @rule S-66
   */
  async run(personId: string): Promise<void> {
    const references = await this.work.run(async (tx) => {
      await this.inboxes.forget(tx, personId);
      await this.preferences.forget(tx, personId);
      await this.stopped.forget(tx, personId);
      return this.messages.forget(tx, personId);
    });
    for (const sender of new Set(Object.values(this.senders))) await sender?.forget?.(references);
  }
}
