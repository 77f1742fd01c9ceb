import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { channels, type Channel } from '../domain/channels.js';
import { rhythms, type Rhythm } from '../domain/gathering.js';
import { topicNames, type Topic } from '../domain/topics.js';

const chosen = z.object({ person_id: z.uuid(), topic: z.string(), channel: z.enum(channels), wanted: z.boolean() });

const gathers = z.object({ person_id: z.uuid(), topic: z.string(), every: z.enum(rhythms) });

/** What somebody chose for a topic, by channel; a channel that is missing is left as usual. */
export type Choice = ReadonlyMap<Channel, boolean>;
export const asUsual: Choice = new Map();

@Injectable()
export class Preferences {
  /** What these people chose for a topic; who chose nothing is left out. */
  async on(tx: Tx, personIds: readonly string[], topic: Topic): Promise<Map<string, Choice>> {
    const rows = await tx.many(
      chosen,
      `select person_id, topic, channel, wanted from notifications.preference
        where person_id = any($1::uuid[]) and topic = $2`,
      [personIds, topic],
    );
    const found = new Map<string, Map<Channel, boolean>>();
    for (const row of rows)
      found.set(row.person_id, (found.get(row.person_id) ?? new Map<Channel, boolean>()).set(row.channel, row.wanted));
    return found;
  }

  /** All that somebody chose. */
  async of(tx: Tx, personId: string): Promise<Map<Topic, Choice>> {
    const rows = await tx.many(
      chosen,
      `select person_id, topic, channel, wanted from notifications.preference where person_id = $1`,
      [personId],
    );
    const all = new Map<Topic, Map<Channel, boolean>>();
    for (const { topic: name, channel, wanted } of rows) {
      const topic = topicNames.find((known) => known === name);
      if (topic) all.set(topic, (all.get(topic) ?? new Map<Channel, boolean>()).set(channel, wanted));
    }
    return all;
  }

  async choose(tx: Tx, personId: string, topic: Topic, channel: Channel, wanted: boolean): Promise<void> {
    await tx.run(
      `insert into notifications.preference (person_id, topic, channel, wanted, chosen_at) values ($1, $2, $3, $4, $5)
           on conflict (person_id, topic, channel)
           do update set wanted = excluded.wanted, chosen_at = excluded.chosen_at`,
      [personId, topic, channel, wanted, tx.now],
    );
  }

  async forget(tx: Tx, personId: string): Promise<void> {
    for (const table of ['preference', 'gathering', 'gathered'])
      await tx.run(`delete from notifications.${table} where person_id = $1`, [personId]);
  }

  /** Who of these people hears of a topic together with other news, and how often. */
  async gathering(tx: Tx, personIds: readonly string[], topic: Topic): Promise<Map<string, Rhythm>> {
    const rows = await tx.many(
      gathers,
      `select person_id, topic, every from notifications.gathering where person_id = any($1::uuid[]) and topic = $2`,
      [personIds, topic],
    );
    return new Map(rows.map((row) => [row.person_id, row.every]));
  }

  /** Which topics somebody hears of together with other news, and how often. */
  async gatheredTopics(tx: Tx, personId: string): Promise<Map<string, Rhythm>> {
    const rows = await tx.many(
      gathers,
      `select person_id, topic, every from notifications.gathering where person_id = $1`,
      [personId],
    );
    return new Map(rows.map((row) => [row.topic, row.every]));
  }

  /** @param every  null to hear of it at once */
  async gather(tx: Tx, personId: string, topic: Topic, every: Rhythm | null): Promise<void> {
    if (every === null)
      await tx.run(`delete from notifications.gathering where person_id = $1 and topic = $2`, [personId, topic]);
    else
      await tx.run(
        `insert into notifications.gathering (person_id, topic, every, chosen_at) values ($1, $2, $3, $4)
             on conflict (person_id, topic) do update set every = excluded.every, chosen_at = excluded.chosen_at`,
        [personId, topic, every, tx.now],
      );
  }
}
