import type { Type } from '@nestjs/common';
import { assert, type EventOf } from '#platform/kernel';
import type { JobHandler, Subscription } from './call.js';
import { termsOfNews, type WorkTerms } from './work-table.js';

/** One thing this worker can do for an inbox row. */
export interface Handler {
  readonly name: string;
  readonly kind: 'reaction' | 'job';
  readonly terms: WorkTerms;
  /** Two waiting rows of one handler with one key are one. */
  key(eventId: string, payload: unknown): string;
  run(news: EventOf<unknown>): Promise<void>;
}

/**
 * Every handler of this build by name, from the two tables. A use-case that no module provides stops the start.
 * News and jobs of one module have a queue each, so that a flood of one module, or a slow provider, holds up only its own.
 */
export class Handlers {
  private readonly named = new Map<string, Handler>();
  private readonly reactions = new Map<string, Handler[]>();
  readonly jobs: readonly string[];

  constructor(
    subscriptions: readonly Subscription[],
    jobs: readonly JobHandler[],
    find: (verb: Type<unknown>) => unknown,
  ) {
    for (const { event, reactions } of subscriptions) {
      for (const [words, reaction] of Object.entries(reactions)) {
        const found = find(reaction.verb);
        const handler = this.add({
          name: `${event.name}/${words.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`,
          kind: 'reaction',
          terms: termsOfNews(event.name),
          key: (eventId) => eventId,
          run: async (news) => {
            const payload = event.schema.parse(news.payload) as never;
            await reaction.act(found, payload, { ...news, payload });
          },
        });
        this.reactions.set(event.name, [...(this.reactions.get(event.name) ?? []), handler]);
      }
    }
    for (const { job, does, terms } of jobs) {
      const found = find(does.verb);
      this.add({
        name: job.name,
        kind: 'job',
        terms,
        key: (_eventId, payload) => job.key(job.payload.parse(payload)),
        run: async (news) => {
          const payload = job.payload.parse(news.payload) as never;
          await does.act(found, payload, { ...news, payload });
        },
      });
    }
    this.jobs = jobs.map(({ job }) => job.name);
  }

  get names(): string[] {
    return [...this.named.keys()];
  }

  get queues(): string[] {
    return [...new Set([...this.named.values()].map(({ terms }) => terms.queue))];
  }

  byName(name: string): Handler | undefined {
    return this.named.get(name);
  }

  /** Who is told of this news; nobody is an answer. */
  for(kind: 'event' | 'job', name: string): readonly Handler[] {
    if (kind === 'event') return this.reactions.get(name) ?? [];
    const handler = this.named.get(name);
    return handler ? [handler] : [];
  }

  private add(handler: Handler): Handler {
    assert(/^[a-z_]+\./.test(handler.name), `${handler.name} starts with its module's name`);
    assert(!this.named.has(handler.name), `${handler.name} is handled once`);
    this.named.set(handler.name, handler);
    return handler;
  }
}
