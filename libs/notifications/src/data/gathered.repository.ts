import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import type { NewMessage } from './messages.repository.js';

const row = z.object({
  id: z.uuid(),
  event: z.string(),
  audience: z.string(),
  params: z.record(z.string(), z.unknown()),
  due_at: z.date(),
});
export type GatheredNews = z.infer<typeof row>;

@Injectable()
export class Gathered {
  /** Keeps news to be told with others; the same news once. @rule S-13 */
  async keep(tx: Tx, news: Omit<NewMessage, 'channel' | 'language' | 'template_version'>, due: Date): Promise<void> {
    await tx.run(
      `insert into notifications.gathered (id, person_id, event_id, event, audience, params, made_at, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint gathered_once do nothing`,
      [newId(), news.recipient_id, news.event_id, news.event, news.audience, news.params, tx.now, due],
    );
  }

  /** People who have something to be told now, whoever waits longest first. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.many(
      z.object({ person_id: z.uuid() }),
      `select person_id from notifications.gathered where told_at is null and due_at <= $1
        group by person_id order by min(due_at), person_id limit $2`,
      [tx.now, limit],
    );
    return rows.map(({ person_id }) => person_id);
  }

  /**
   * Takes what somebody is to be told now, in the order in which it came. What came too late for a time at which she was told
   * already waits for `next`: who holds the rows has seen what others told before.
   */
  async take(tx: Tx, personId: string, next: Date): Promise<GatheredNews[]> {
    const held = await tx.many(
      row,
      `select id, event, audience, params, due_at from notifications.gathered
        where person_id = $1 and told_at is null and due_at <= $2 order by id for update`,
      [personId, tx.now],
    );
    const told = await tx.many(
      z.object({ due_at: z.date() }),
      `select distinct due_at from notifications.gathered where person_id = $1 and told_at is not null and due_at = any($2)`,
      [personId, held.map((one) => one.due_at)],
    );
    const past = new Set(told.map((one) => one.due_at.getTime()));
    const [late, now] = [true, false].map((isLate) => held.filter((one) => past.has(one.due_at.getTime()) === isLate));
    await tx.run(`update notifications.gathered set due_at = $2 where id = any($1)`, [late!.map(({ id }) => id), next]);
    await tx.run(`update notifications.gathered set told_at = $2 where id = any($1)`, [
      now!.map(({ id }) => id),
      tx.now,
    ]);
    return now!;
  }

  /** @param days  older ones go, of real time @returns rows removed */
  deleteOlder(tx: Tx, days: number, at_most: number): Promise<number> {
    return tx.run(
      `delete from notifications.gathered where id in (
         select id from notifications.gathered
          where told_at is not null and made_at < clock_timestamp() - make_interval(days => $1)
          order by made_at limit $2 for update skip locked)`,
      [days, at_most],
    );
  }
}
