import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { log } from '#platform/observability';
import type { Channel } from '../domain/channels.js';
import type { Language } from '../domain/languages.js';
import { languageOf } from '../domain/render.js';
import { editedColumns, editedWording, type EditedWording } from './edited-wordings.repository.js';

/** How often a process looks whether the desk let a text out or took one back: so soon it is in use everywhere. */
const LOOK_MS = 2_000;

const seen = z.object({ approved: z.number(), withdrawn: z.number() });

/**
 * Answers what the desk wrote for a message, from memory: sending asks nobody for it. A text only ever goes from draft to
 * approved to withdrawn, so two counts tell whether there is something new.
 * @rule S-14
 */
@Injectable()
export class WordingsInUse implements OnModuleInit, OnModuleDestroy {
  private texts: ReadonlyMap<string, readonly EditedWording[]> = new Map();
  private version = '';
  private looking: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly reads: ReadClient) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh(), LOOK_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** The text that is in use at an instant, the one that began last; undefined where the build speaks. */
  of(event: string, audience: string, channel: Channel, language: Language, at: Date): EditedWording | undefined {
    return this.texts.get(key({ event, audience, channel, language }))?.find((text) => text.in_use_from! <= at);
  }

  /** In which language somebody reads a message: her own where the build or the desk wrote it, else English. */
  languageOf(event: string, audience: string, channel: Channel, wanted: Language, at: Date): Language {
    return this.of(event, audience, channel, wanted, at) ? wanted : languageOf(event, audience, wanted);
  }

  /** Looks for news now, one look at a time. A database that does not answer leaves what is known in place. */
  refresh(): Promise<void> {
    this.looking = this.looking.then(() =>
      this.look().catch((error: unknown) => log.warn({ err: error }, 'the wordings of messages could not be read')),
    );
    return this.looking;
  }

  private async look(): Promise<void> {
    const [counts] = await this.reads.many(
      seen,
      `select count(*) filter (where state = 'approved')::int as approved,
              count(*) filter (where state = 'withdrawn')::int as withdrawn from notifications.wording`,
    );
    const version = `${counts!.approved} ${counts!.withdrawn}`;
    if (version === this.version) return;
    const rows = await this.reads.many(
      editedWording,
      `select ${editedColumns} from notifications.wording where state = 'approved' order by in_use_from desc, version desc`,
    );
    const texts = new Map<string, EditedWording[]>();
    for (const row of rows) texts.set(key(row), [...(texts.get(key(row)) ?? []), row]);
    this.texts = texts;
    this.version = version;
  }
}

const key = ({
  event,
  audience,
  channel,
  language,
}: Record<'event' | 'audience' | 'channel' | 'language', string>): string =>
  `${event}/${audience}/${channel}/${language}`;
