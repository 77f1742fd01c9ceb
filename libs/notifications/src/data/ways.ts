import { Inject, Injectable } from '@nestjs/common';
import type { Recipient } from '#identity';
import type { Tx } from '#platform/database';
import { reachWithout, waysFor, type Channel, type Way } from '../domain/channels.js';
import type { Stop } from '../domain/delivery.js';
import type { Topic } from '../domain/topics.js';
import { MESSAGE_SENDERS, type MessageSenders } from '../ports/message-sender.js';
import { asUsual, Preferences, type Choice } from './preferences.repository.js';
import { StoppedAddresses } from './stopped-addresses.repository.js';

/** How people are told of something: by what they chose, and by where they can be reached. */
@Injectable()
export class Ways {
  constructor(
    private readonly preferences: Preferences,
    private readonly stopped: StoppedAddresses,
    @Inject(MESSAGE_SENDERS) private readonly senders: MessageSenders,
  ) {}

  /** The channels of each of these people for a topic, as things stand now. @rule S-14 */
  async of(tx: Tx, readers: readonly Recipient[], topic: Topic): Promise<(reader: Recipient) => Way[]> {
    const people = readers.map((reader) => reader.personId);
    const choices = await this.preferences.on(tx, people, topic);
    const stops = await this.stopped.of(tx, people);
    return (reader) =>
      this.waysOf(reader, stops.get(reader.personId) ?? [], topic, choices.get(reader.personId) ?? asUsual);
  }

  /** The same of one reader, whose choice and stops are known. */
  waysOf(reader: Recipient, stops: readonly Stop[], topic: Topic, choice: Choice): Way[] {
    const without = new Set<Channel>(stops.map(({ channel }) => channel));
    return waysFor(reachWithout(reader, without, topic), topic, choice, this.senders.whatsapp !== null);
  }
}
