import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { assert, final } from '#platform/kernel';
import { PolicyQuery, type ClockKey } from '#policy';
import { outsideChannels } from '../domain/channels.js';
import { messageStates } from '../domain/message.states.js';

const states = ['queued', 'failed'] as const;
const group = z.object({
  channel: z.enum(outsideChannels),
  messages: z.number(),
  since: z.date(),
});

/** Messages of one channel that lie too long in one state. */
export type LateGroup = z.infer<typeof group> & { state: (typeof states)[number] };

@Injectable()
export class LateMessages {
  constructor(private readonly policy: PolicyQuery) {}

  /**
   * Takes what lies too long and was not told yet. Waiting for the morning, or for room in a minute, is not lying; waiting for
   * a provider that is down is. Of a channel that was told within the same time the rest is told later, together.
   */
  async take(tx: Tx): Promise<LateGroup[]> {
    const late: LateGroup[] = [];
    for (const state of states) {
      const waits = messageStates.table[state];
      assert(waits !== final && waits.alarms !== undefined, `somebody hears of messages that stay ${state}`);
      const before = this.since(waits.alarms[0] as ClockKey, tx.now);
      late.push(...(await this.takeIn(tx, state, before)).map((one) => ({ ...one, state })));
    }
    return late;
  }

  private takeIn(tx: Tx, state: string, before: Date): Promise<z.infer<typeof group>[]> {
    return tx.many(
      group,
      `with taken as (
         update notifications.message m set alarmed_at = $3
          where m.state = $1 and m.alarmed_at is null and m.changed_at <= $2 and m.fell_back_at is null
            and greatest(m.changed_at, m.ready_at) <= $2
            and not exists (select 1 from notifications.message told
                             where told.state = $1 and told.channel = m.channel and told.alarmed_at > $2 and told.alarmed_at <= $3)
         returning m.channel, greatest(m.changed_at, m.ready_at) as since)
       select channel, count(*)::int as messages, min(since) as since from taken group by channel order by channel`,
      [state, before, tx.now],
    );
  }

  /** Who lies since then or earlier lies too long. */
  private since(key: ClockKey, now: Date): Date {
    return new Date(now.getTime() - (this.policy.deadline(key, now).getTime() - now.getTime()));
  }
}
