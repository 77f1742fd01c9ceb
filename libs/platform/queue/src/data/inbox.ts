import { z } from 'zod';
import type { Tx } from '#platform/database';

const inboxRow = z.object({
  event_id: z.string(),
  name: z.string(),
  payload: z.unknown(),
  at: z.coerce.date(),
});
export type InboxRow = z.infer<typeof inboxRow>;

/**
 * Claims a row by taking it away in the transaction of its effects: they commit together or not at all, and whoever
 * comes second finds nothing (S-13).
 */
export const claimRow = (tx: Tx, id: string): Promise<InboxRow | null> =>
  tx.maybe(
    inboxRow,
    `delete from platform.inbox where id = $1 and dead_at is null returning event_id, name, payload, at`,
    [id],
  );

export const readRow = (tx: Tx, id: string): Promise<InboxRow | null> =>
  tx.maybe(inboxRow, `select event_id, name, payload, at from platform.inbox where id = $1 and dead_at is null`, [id]);

export const rowDone = (tx: Tx, id: string): Promise<number> =>
  tx.run(`delete from platform.inbox where id = $1`, [id]);

export const rowFailed = (tx: Tx, id: string, reason: string, dead: boolean): Promise<number> =>
  tx.run(
    `update platform.inbox
        set failures = failures + 1, reason = $2, dead_at = case when $3 then clock_timestamp() end
      where id = $1 and dead_at is null`,
    [id, reason, dead],
  );
