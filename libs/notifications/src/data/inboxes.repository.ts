import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';

const counted = z.object({ person_id: z.uuid(), told: z.number() });
const looked = z.object({ person_id: z.uuid(), changes: z.number() });

/** How far each person's inbox has come. */
@Injectable()
export class Inboxes {
  /**
   * Numbers for messages that go into inboxes now: a reader's are consecutive, and her row stays held until the
   * transaction ends, so that a higher number is never seen before a lower one. @rule S-13
   * @param readers  one for each message
   * @returns a reader's first new number
   */
  async count(tx: Tx, readers: readonly string[]): Promise<Map<string, number>> {
    const wanted = new Map<string, number>();
    for (const reader of readers) wanted.set(reader, (wanted.get(reader) ?? 0) + 1);
    const rows = await tx.many(
      counted,
      `insert into notifications.inbox (person_id, told, changes)
       select w.person_id, w.n, w.n from unnest($1::uuid[], $2::integer[]) as w(person_id, n) order by w.person_id
           on conflict (person_id)
           do update set told = inbox.told + excluded.told, changes = inbox.changes + excluded.told
       returning person_id, told`,
      [[...wanted.keys()], [...wanted.values()]],
    );
    return new Map(rows.map((row) => [row.person_id, row.told - wanted.get(row.person_id)! + 1]));
  }

  /** Something in it was read. */
  async change(tx: Tx, personId: string): Promise<void> {
    await tx.run(`update notifications.inbox set changes = changes + 1 where person_id = $1`, [personId]);
  }

  /** How often each of these inboxes has changed; who was never told anything is left out. */
  async changes(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.many(
      looked,
      `select person_id, changes from notifications.inbox where person_id = any($1::uuid[])`,
      [personIds],
    );
    return new Map(rows.map((row) => [row.person_id, row.changes]));
  }

  async forget(tx: Tx, personId: string): Promise<void> {
    await tx.run(`delete from notifications.inbox where person_id = $1`, [personId]);
  }
}
