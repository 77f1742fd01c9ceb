import { Injectable } from '@nestjs/common';
import { RecipientsQuery } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { Gathered, type GatheredNews } from '../data/gathered.repository.js';
import { Messages } from '../data/messages.repository.js';
import { Ways } from '../data/ways.js';
import { WordingsInUse } from '../data/wordings-in-use.js';
import { roadOf } from '../domain/channels.js';
import { gatheredUntil } from '../domain/gathering.js';
import { languageFor, type Language } from '../domain/languages.js';
import { SendMessageJob } from '../domain/message.jobs.js';
import { written } from '../domain/render.js';
import { told } from '../domain/told.js';

const event = 'notifications.digest';
const audience = 'person';
/** So many lines a letter has at most; it says how many there were. */
const lines_max = 50;

@Injectable()
export class TellDigest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly gathered: Gathered,
    private readonly messages: Messages,
    private readonly recipients: RecipientsQuery,
    private readonly ways: Ways,
    private readonly policy: PolicyQuery,
    private readonly wordings: WordingsInUse,
  ) {}

  /** People who are to be told now what was gathered for them. */
  due(tx: Tx, limit: number): Promise<string[]> {
    return this.gathered.due(tx, limit);
  }

  /**
   * One message over each channel she chose for it, with what happened since the last. What is told is marked in the same
   * transaction: a worker that dies between has told nothing, a second one finds nothing left. @rule S-13 S-14
   */
  run(personId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const next = gatheredUntil(tx.now, 'day', this.policy.at('message.digest_hour', tx.now));
      const news = await this.gathered.take(tx, personId, next);
      const readers = await this.recipients.persons(tx, [personId]);
      const [reader] = readers;
      if (news.length === 0 || reader === undefined) return;
      const { channels, fallsBack } = roadOf((await this.ways.of(tx, readers, 'digest'))(reader));
      const template_version = told[event].version;
      const same = { event_id: newId(), event, audience, template_version, recipient_id: personId };
      const fall_back_at = this.policy.deadline('message.fallback_minutes', tx.now);
      const added = await this.messages.add(
        tx,
        channels.map((channel) => {
          const wanted = languageFor(reader.language);
          const language = this.wordings.languageOf(event, audience, channel, wanted, tx.now);
          return {
            ...{ ...same, language, channel, params: this.valuesOf(news, language, tx.now) },
            fall_back_at: channel === 'whatsapp' && fallsBack ? fall_back_at : null,
          };
        }),
      );
      for (const { id: messageId } of added) tx.enqueue(SendMessageJob, { messageId });
    });
  }

  /** Each piece of news is the line that her inbox has of it, in the desk's words where they are in use. */
  private valuesOf(news: readonly GatheredNews[], language: Language, at: Date) {
    const lines = news.slice(0, lines_max).map((one) => {
      const edited = this.wordings.of(one.event, one.audience, 'in_app', language, at);
      const line = { event: one.event, audience: one.audience, language, values: one.params, edited };
      return written(line, 'in_app', null).subject!;
    });
    return { news: news.length, opening: lines[0]!, list: lines };
  }
}
