import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { InboxQuery } from '../data/inbox.query.js';
import { Inboxes } from '../data/inboxes.repository.js';
import { fail } from '../domain/message.errors.js';

@Injectable()
export class ReadInbox {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inbox: InboxQuery,
    private readonly inboxes: Inboxes,
  ) {}

  /** The caller has opened a message; a second time nothing changes. @throws message_not_found (404) when it is not hers @rule S-42 */
  one(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      if ((await this.inbox.own(tx, id)) === null) throw fail('message_not_found');
      await this.mark(tx, `id = $3`, id);
    });
  }

  /**
   * The caller has seen everything up to a message, and nothing that came after it.
   * @param upTo  the newest one she saw
   * @throws message_not_found (404) when it is not hers
   * @rule S-42
   */
  upTo(upTo: string): Promise<void> {
    return this.work.run(async (tx) => {
      if ((await this.inbox.own(tx, upTo)) === null) throw fail('message_not_found');
      await this.mark(tx, `number <= (select m.number from notifications.message m where m.id = $3)`, upTo);
    });
  }

  private async mark(tx: Tx, which: string, id: string): Promise<void> {
    const marked = await tx.run(
      `update notifications.message set read_at = $2
        where recipient_id = $1 and number is not null and read_at is null and ${which}`,
      [tx.actor.personId, tx.now, id],
    );
    if (marked > 0) await this.inboxes.change(tx, tx.actor.personId!);
  }
}
