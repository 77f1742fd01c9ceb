import { z } from 'zod';
import type { Tx } from '#platform/database';

const stroke = z.object({ name: z.string(), slot_at: z.date() });

/** The last stroke done of each clock. */
export const strokesDone = async (tx: Tx): Promise<Map<string, Date>> =>
  new Map((await tx.many(stroke, `select name, slot_at from platform.schedule`)).map((row) => [row.name, row.slot_at]));

/** A clock seen for the first time begins with its next stroke. */
export const beginClock = (tx: Tx, name: string, slot: Date): Promise<number> =>
  tx.run(`insert into platform.schedule (name, slot_at) values ($1, $2) on conflict (name) do nothing`, [name, slot]);

/** Marks a stroke as done in the transaction that does it. @returns 0 when another worker was faster */
export const claimStroke = (tx: Tx, name: string, slot: Date): Promise<number> =>
  tx.run(`update platform.schedule set slot_at = $2, ran_at = platform.now() where name = $1 and slot_at < $2`, [
    name,
    slot,
  ]);

/** A stroke the clock showed before it was turned back is not done yet: the next one is not waited for until that day. */
export const putBackClock = (tx: Tx, name: string, slot: Date): Promise<number> =>
  tx.run(`update platform.schedule set slot_at = $2 where name = $1 and slot_at > platform.now()`, [name, slot]);
