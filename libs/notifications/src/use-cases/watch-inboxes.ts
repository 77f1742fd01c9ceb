import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { log, runAsSystem } from '#platform/observability';
import { Inboxes } from '../data/inboxes.repository.js';

const look_ms = 1_000;

interface Waiting {
  personId: string;
  seen: number;
  wake: () => void;
}

/**
 * Wakes those who follow their inbox: one question a second for all of them in this process, whoever wrote the message
 * and wherever, also through a pooler, which would lose a database's own notices (S-82). Nobody follows: nobody asks.
 */
@Injectable()
export class WatchInboxes implements OnApplicationShutdown {
  private readonly waiting = new Set<Waiting>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly inboxes: Inboxes,
  ) {}

  /**
   * Resolves when a person's inbox has changed since `seen`, when `most_ms` are over, or when she goes.
   * @param seen  how often it had changed when she last looked
   */
  changed(personId: string, seen: number, most_ms: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(patience);
        gone.removeEventListener('abort', end);
        this.waiting.delete(waiting);
        resolve();
      };
      const waiting: Waiting = { personId, seen, wake: end };
      const patience = setTimeout(end, most_ms);
      if (gone.aborted) return end();
      gone.addEventListener('abort', end);
      this.waiting.add(waiting);
      this.lookLater();
    });
  }

  onApplicationShutdown(): void {
    if (this.timer) clearTimeout(this.timer);
    for (const { wake } of this.waiting) wake();
  }

  private lookLater(): void {
    this.timer ??= setTimeout(() => {
      this.look()
        .catch((error: unknown) => log.warn({ err: error }, 'inboxes could not be looked at; the next look is soon'))
        .finally(() => {
          this.timer = null;
          if (this.waiting.size > 0) this.lookLater();
        });
    }, look_ms).unref();
  }

  private async look(): Promise<void> {
    const people = [...new Set([...this.waiting].map(({ personId }) => personId))];
    if (people.length === 0) return;
    const changes = await runAsSystem('notifications.watch-inboxes', newId(), () =>
      this.work.run((tx) => this.inboxes.changes(tx, people)),
    );
    for (const each of this.waiting) if ((changes.get(each.personId) ?? 0) !== each.seen) each.wake();
  }
}
