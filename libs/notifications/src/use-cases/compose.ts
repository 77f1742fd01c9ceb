import { Injectable } from '@nestjs/common';
import type { Recipient } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, type EventOf } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Audiences } from '../data/audiences.js';
import { Facts } from '../data/facts.js';
import { Gathered } from '../data/gathered.repository.js';
import { Inboxes } from '../data/inboxes.repository.js';
import { Messages, type Message, type NewMessage } from '../data/messages.repository.js';
import { Preferences } from '../data/preferences.repository.js';
import { Ways } from '../data/ways.js';
import { WordingsInUse } from '../data/wordings-in-use.js';
import { roadOf, type Channel, type Way } from '../domain/channels.js';
import { gatheredUntil } from '../domain/gathering.js';
import { languageFor, type Language } from '../domain/languages.js';
import { SendMessageJob } from '../domain/message.jobs.js';
import { followed, written } from '../domain/render.js';
import { topicOf } from '../domain/topics.js';
import { told } from '../domain/told.js';
import type { News, Telling } from '../news/about.js';
import { news as newsTable } from '../news/news.js';

@Injectable()
export class Compose {
  constructor(
    private readonly work: UnitOfWork,
    private readonly facts: Facts,
    private readonly audiences: Audiences,
    private readonly messages: Messages,
    private readonly inboxes: Inboxes,
    private readonly ways: Ways,
    private readonly preferences: Preferences,
    private readonly gathered: Gathered,
    private readonly policy: PolicyQuery,
    private readonly wordings: WordingsInUse,
  ) {}

  /**
   * Turns a piece of news into messages: who is told, in which language and over which channels. What stays in the house
   * is there at once; the rest goes to the queue. Told twice, each reader hears of it once.
   * @rule S-13
   */
  run(news: EventOf<unknown>): Promise<void> {
    const row = newsTable.get(news.name);
    assert(row, `people are told of ${news.name}`);
    return this.work.run(async (tx) => {
      const told: Message[] = [];
      for (const telling of await row.tellings(news, { tx, facts: this.facts }))
        told.push(...(await this.tell(tx, row, news.id, telling)));
      // At the end and all at once: whoever counts in several inboxes holds them in one order.
      await this.putInInboxes(
        tx,
        told.filter((message) => message.channel === 'in_app'),
      );
    });
  }

  private async tell(tx: Tx, row: News, eventId: string, telling: Telling): Promise<Message[]> {
    const readers = await this.audiences.of(tx, telling.to);
    const topic = topicOf(row.event, telling.audience);
    const waysOf = await this.ways.of(tx, readers, topic);
    const together = await this.preferences.gathering(
      tx,
      readers.map((reader) => reader.personId),
      topic,
    );
    const languageIn = (channel: Channel, wanted: Language): Language =>
      this.wordings.languageOf(row.event, telling.audience, channel, wanted, tx.now);
    const news = { row, eventId, languageIn, fall_back_at: this.policy.deadline('message.fallback_minutes', tx.now) };
    const all = readers.flatMap((reader) => messagesFor(reader, waysOf(reader), news, telling));
    const waits = (message: NewMessage): boolean => message.channel !== 'in_app' && together.has(message.recipient_id);
    // One of several channels stands for all: over which she is told is seen when she is.
    const hour = this.policy.at('message.digest_hour', tx.now);
    for (const message of all.filter(waits))
      await this.gathered.keep(tx, message, gatheredUntil(tx.now, together.get(message.recipient_id)!, hour));
    const added = await this.messages.add(
      tx,
      all.filter((message) => !waits(message)),
    );
    for (const message of added)
      if (message.channel !== 'in_app') tx.enqueue(SendMessageJob, { messageId: message.id });
    return added;
  }

  private async putInInboxes(tx: Tx, inside: readonly Message[]): Promise<void> {
    if (inside.length === 0) return;
    const readers = inside.map((message) => message.recipient_id);
    const next = await this.inboxes.count(tx, readers);
    for (const message of inside) {
      const { event, audience, language, params: values, recipient_id } = message;
      const number = next.get(recipient_id)!;
      next.set(recipient_id, number + 1);
      const edited = this.wordings.of(event, audience, 'in_app', language, tx.now);
      const text = written({ event, audience, language, values, edited }, 'in_app', null);
      await this.messages.putInInbox(tx, message, text, number, edited?.version ?? 0);
    }
  }
}

/** What is the same for everybody who hears of a piece of news. */
interface Composing {
  row: News;
  eventId: string;
  languageIn: (channel: Channel, wanted: Language) => Language;
  fall_back_at: Date;
}

function messagesFor(
  reader: Recipient,
  ways: readonly Way[],
  { row, eventId, languageIn, fall_back_at }: Composing,
  telling: Telling,
): NewMessage[] {
  const { channels, fallsBack } = roadOf(ways);
  return channels.map((channel) => ({
    event_id: eventId,
    event: row.event,
    audience: telling.audience,
    template_version: told[row.event].version,
    recipient_id: reader.personId,
    channel,
    language: languageIn(channel, languageFor(reader.language)),
    params: valuesFor(reader, telling),
    fall_back_at: channel === 'whatsapp' && fallsBack ? fall_back_at : null,
  }));
}

/** A guest has no list of her orders here: her letters say where she follows this one. Its id is kept, never the link. @rule S-36 */
const valuesFor = (reader: Recipient, { to, values }: Telling): Readonly<Record<string, unknown>> =>
  to.kind === 'shopper' && !reader.hasInbox ? { ...values, [followed]: to.orderId } : values;
