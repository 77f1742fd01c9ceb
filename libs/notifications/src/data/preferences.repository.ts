import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { channels, type Channel } from '../domain/channels.js';
import { topicNames, type Topic } from '../domain/topics.js';

const chosen = z.object({ person_id: z.uuid(), topic: z.string(), channel: z.enum(channels), wanted: z.boolean() });

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
    await tx.run(`delete from notifications.preference where person_id = $1`, [personId]);
  }
}
