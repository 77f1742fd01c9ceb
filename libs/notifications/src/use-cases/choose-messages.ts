import { Injectable } from '@nestjs/common';
import { RecipientsQuery, SpeakLanguage } from '#identity';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { assert } from '#platform/kernel';
import { asUsual, Preferences } from '../data/preferences.repository.js';
import { StoppedAddresses } from '../data/stopped-addresses.repository.js';
import { UnsubscribeLinks } from '../data/unsubscribe-links.js';
import { Ways } from '../data/ways.js';
import type { Channel, Way } from '../domain/channels.js';
import type { Stop } from '../domain/delivery.js';
import { mayBeGathered, type Rhythm } from '../domain/gathering.js';
import { languageFor, type Language } from '../domain/languages.js';
import { fail } from '../domain/message.errors.js';
import { topicNames, topics, type Topic } from '../domain/topics.js';

/** What a person is told, over which channels, and in which language. */
export interface Chosen {
  language: Language;
  /** Addresses of hers to which nothing ordinary is sent until she confirms them. */
  stopped: Stop[];
  /** `together`: how often she hears of it with other news; null at once. */
  topics: { topic: Topic; necessary: string | null; mayBeGathered: boolean; together: Rhythm | null; ways: Way[] }[];
}

export interface Wish {
  topic: Topic;
  channel: Channel;
  wanted: boolean;
}

/** How often she wants to hear of a topic with other news; null at once. */
export interface GatherWish {
  topic: Topic;
  every: Rhythm | null;
}

@Injectable()
export class ChooseMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly preferences: Preferences,
    private readonly stopped: StoppedAddresses,
    private readonly ways: Ways,
    private readonly recipients: RecipientsQuery,
    private readonly languages: SpeakLanguage,
    private readonly links: UnsubscribeLinks,
  ) {}

  /** What the caller is told now. */
  read(): Promise<Chosen> {
    return this.work.run((tx) => this.chosen(tx));
  }

  /**
   * The caller changes what reaches her, and in which language; all of it or nothing.
   * @throws topic_is_necessary (422) for a channel of hers that is not for her to switch off · topic_is_told_at_once (422)
   * @rule S-14
   */
  change(wishes: readonly Wish[], language: Language | null, together: readonly GatherWish[] = []): Promise<Chosen> {
    return this.work.run(async (tx) => {
      const personId = tx.actor.personId!;
      const before = await this.chosen(tx);
      for (const { topic, channel, wanted } of wishes) {
        const way = before.topics.find((each) => each.topic === topic)!.ways.find((each) => each.channel === channel);
        if (way?.isFixed && !wanted) throw fail('topic_is_necessary', { topic, why: topics[topic].necessary! });
        await this.preferences.choose(tx, personId, topic, channel, wanted);
      }
      for (const { topic, every } of together) {
        if (every !== null && !mayBeGathered(topic)) throw fail('topic_is_told_at_once', { topic });
        await this.preferences.gather(tx, personId, topic, every);
      }
      if (language !== null) await this.languages.inside(tx, personId, [language]);
      return this.chosen(tx);
    });
  }

  /** Which letters a link ends. @throws unsubscribe_link_unknown (404) @rule S-36 */
  letters(link: string): Promise<{ topic: Topic; wanted: boolean }> {
    const { personId, topic } = this.behind(link);
    return this.work.run((tx) =>
      seeingAll(tx, async () => ({
        topic,
        wanted: (await this.preferences.on(tx, [personId], topic)).get(personId)?.get('email') ?? true,
      })),
    );
  }

  /**
   * Whoever has the link of a letter wants no more letters of its kind; a second time nothing changes.
   * @throws unsubscribe_link_unknown (404)
   * @rule S-36
   */
  endLetters(link: string): Promise<void> {
    const { personId, topic } = this.behind(link);
    return this.work.run((tx) =>
      seeingAll(tx, async () => {
        const readers = await this.recipients.persons(tx, [personId]);
        // Erased since: nothing is sent to her, and nothing more is kept of her.
        if (readers.length === 0) return;
        await this.preferences.choose(tx, personId, topic, 'email', false);
        tx.audit({
          action: 'notifications.unsubscribed',
          object: { kind: 'person', id: personId },
          after: { topic, channel: 'email' },
        });
      }),
    );
  }

  private behind(link: string): { personId: string; topic: Topic } {
    const known = this.links.read(link);
    if (known === null) throw fail('unsubscribe_link_unknown');
    return known;
  }

  private async chosen(tx: Tx): Promise<Chosen> {
    const personId = tx.actor.personId!;
    const [reach] = await this.recipients.persons(tx, [personId]);
    assert(reach, 'whoever is signed in can be told something');
    const all = await this.preferences.of(tx, personId);
    const together = await this.preferences.gatheredTopics(tx, personId);
    const stopped = (await this.stopped.of(tx, [personId])).get(personId) ?? [];
    return {
      language: languageFor(reach.language),
      stopped,
      topics: topicNames.map((topic) => ({
        topic,
        necessary: topics[topic].necessary,
        mayBeGathered: mayBeGathered(topic),
        together: together.get(topic) ?? null,
        ways: this.ways.waysOf(reach, stopped, topic, all.get(topic) ?? asUsual),
      })),
    };
  }
}
