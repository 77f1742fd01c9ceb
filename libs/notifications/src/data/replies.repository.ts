import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { repliesSaid, reply_pause_minutes, replyOutcomes, type ReadReply, type ReplyOutcome } from '../domain/reply.js';

const row = z.object({
  id: z.uuid(),
  person_id: z.uuid(),
  channel: z.string(),
  says: z.enum(repliesSaid).nullable(),
  code: z.string().nullable(),
  outcome: z.enum(replyOutcomes).nullable(),
  received_at: z.date(),
});
export type Reply = z.infer<typeof row>;

@Injectable()
export class Replies {
  /** @returns the reply's id; null when it was passed on before. @rule S-19 */
  async add(tx: Tx, reply: ReadReply & { eventId: string; personId: string; channel: string }): Promise<string | null> {
    const { eventId, personId, channel, says, code } = reply;
    const added = await tx.maybe(
      z.object({ id: z.uuid() }),
      `insert into notifications.reply (id, event_id, person_id, channel, says, code, received_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (event_id) do nothing returning id`,
      [newId(), eventId, personId, channel, says, code, tx.now],
    );
    return added?.id ?? null;
  }

  /** The reply, held until commit with all others of whoever wrote it: they are read one after another. */
  async lock(tx: Tx, id: string): Promise<Reply | null> {
    const reply = await this.read(tx, id);
    if (reply === null) return null;
    await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 4822))`, [reply.person_id]);
    return this.read(tx, id);
  }

  /** How often she guessed or was not understood of late, and whether she was told to wait. */
  async wrongOf(tx: Tx, { person_id, received_at }: Reply): Promise<{ wrong: number; isTold: boolean }> {
    const counted = await tx.maybe(
      z.object({ wrong: z.int(), told: z.boolean() }),
      `select count(*) filter (where outcome in ('unknown_code', 'not_understood'))::integer as wrong,
              coalesce(bool_or(outcome = 'paused'), false) as told
         from notifications.reply
        where person_id = $1 and received_at > $2::timestamptz - make_interval(mins => $3)`,
      [person_id, received_at, reply_pause_minutes],
    );
    return { wrong: counted?.wrong ?? 0, isTold: counted?.told ?? false };
  }

  async settle(tx: Tx, id: string, outcome: ReplyOutcome): Promise<void> {
    await tx.run(`update notifications.reply set outcome = $2 where id = $1`, [id, outcome]);
  }

  /** @param days  older ones go, of real time @returns replies removed */
  deleteOlder(tx: Tx, days: number, at_most: number): Promise<number> {
    return tx.run(
      `delete from notifications.reply where id in (
         select id from notifications.reply
          where received_at < clock_timestamp() - make_interval(days => $1)
          order by received_at limit $2 for update skip locked)`,
      [days, at_most],
    );
  }

  private read(tx: Tx, id: string): Promise<Reply | null> {
    return tx.maybe(
      row,
      `select id, person_id, channel, says, code, outcome, received_at from notifications.reply where id = $1`,
      [id],
    );
  }
}
