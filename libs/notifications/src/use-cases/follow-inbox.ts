import { Injectable } from '@nestjs/common';
import { currentContext, runInContext } from '#platform/observability';
import { InboxQuery, type InboxMessage } from '../data/inbox.query.js';
import { notificationsConfig } from '../notifications.config.js';
import { WatchInboxes } from './watch-inboxes.js';

const at_once = 50;

/** What a person who follows her inbox is told: a message, how many are unread, or that the line is still open. */
export type InboxNews =
  | { kind: 'message'; number: number; message: InboxMessage }
  | { kind: 'unread'; number: number; unread: number }
  | { kind: 'still here' };

@Injectable()
export class FollowInbox {
  constructor(
    private readonly inbox: InboxQuery,
    private readonly watch: WatchInboxes,
  ) {}

  /**
   * The caller's inbox as it grows, until she goes. Numbers are given in the order of commits, so who goes on after the
   * last one she saw misses nothing and hears nothing twice.
   * @param after  number of the last message she has; null: only what comes from now on
   * @rule S-13 S-43
   */
  run(personId: string, after: number | null, gone: AbortSignal): AsyncGenerator<InboxNews, void> {
    const context = currentContext();
    return this.follow(personId, after, gone, (work) => runInContext(context, work));
  }

  private async *follow(
    personId: string,
    after: number | null,
    gone: AbortSignal,
    asCaller: <T>(work: () => Promise<T>) => Promise<T>,
  ): AsyncGenerator<InboxNews, void> {
    const heartbeat_ms = notificationsConfig().INBOX_HEARTBEAT_MS;
    let number = after;
    for (let seen = -1; !gone.aborted;) {
      const { told, changes } = await asCaller(() => this.inbox.progress());
      number = Math.min(number ?? told, told);
      while (number < told) {
        const from: number = number;
        const messages = await asCaller(() => this.inbox.after(from, at_once));
        for (const message of messages) yield { kind: 'message', number: (number = message.number!), message };
        // What is missing was purged since.
        if (messages.length < at_once) number = Math.max(number, told);
      }
      if (changes === seen) yield { kind: 'still here' };
      else yield { kind: 'unread', number, unread: await asCaller(() => this.inbox.unread()) };
      seen = changes;
      await this.watch.changed(personId, seen, heartbeat_ms, gone);
    }
  }
}
