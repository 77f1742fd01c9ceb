import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { stoppableChannels, type StoppableChannel } from '../domain/channels.js';
import { stopReasons, type Stop, type StopReason } from '../domain/delivery.js';

const row = z.object({
  person_id: z.uuid(),
  channel: z.enum(stoppableChannels),
  why: z.enum(stopReasons),
  since: z.date(),
});

@Injectable()
export class StoppedAddresses {
  /** Which addresses of these people are stopped; who has none is left out. */
  async of(tx: Tx, personIds: readonly string[]): Promise<Map<string, Stop[]>> {
    const rows = await tx.many(
      row,
      `select person_id, channel, why, since from notifications.stopped_address
        where person_id = any($1::uuid[]) order by channel`,
      [personIds],
    );
    const found = new Map<string, Stop[]>();
    for (const { person_id, ...stop } of rows) found.set(person_id, [...(found.get(person_id) ?? []), stop]);
    return found;
  }

  /** @returns whether it was not stopped before */
  async stop(tx: Tx, personId: string, channel: StoppableChannel, why: StopReason): Promise<boolean> {
    const added = await tx.run(
      `insert into notifications.stopped_address (person_id, channel, why, since) values ($1, $2, $3, $4)
           on conflict do nothing`,
      [personId, channel, why, tx.now],
    );
    return added === 1;
  }

  /** Messages go to it again. */
  async lift(tx: Tx, personId: string, channel: StoppableChannel): Promise<void> {
    await tx.run(`delete from notifications.stopped_address where person_id = $1 and channel = $2`, [
      personId,
      channel,
    ]);
  }

  async forget(tx: Tx, personId: string): Promise<void> {
    await tx.run(`delete from notifications.stopped_address where person_id = $1`, [personId]);
  }
}
