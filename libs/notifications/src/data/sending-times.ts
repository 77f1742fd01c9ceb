import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import { minutesAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import type { OutsideChannel } from '../domain/channels.js';
import { morningAfter } from '../domain/quiet-hours.js';
import { topics, type Topic } from '../domain/topics.js';
import { notificationsConfig } from '../notifications.config.js';

const taken = z.object({ sent: z.number() });

/** When a message may go out. */
@Injectable()
export class SendingTimes {
  constructor(private readonly policy: PolicyQuery) {}

  /**
   * Until when a message has to wait, by the hour or by what its provider takes in a minute; null when it may go, and is
   * counted. @rule S-14 S-81
   */
  async waitUntil(tx: Tx, channel: OutsideChannel, topic: Topic): Promise<Date | null> {
    const night = channel !== 'email' && topics[topic].byDay ? this.morning(tx.now) : null;
    if (night !== null) return night;
    return (await this.hasRoom(tx, channel)) ? null : minutesAfter(minuteOf(tx.now), 1);
  }

  private morning(now: Date): Date | null {
    const hour = (key: 'message.quiet_from_hour' | 'message.quiet_to_hour'): number => this.policy.at(key, now);
    return morningAfter(now, { from: hour('message.quiet_from_hour'), to: hour('message.quiet_to_hour') });
  }

  /** Counts one more in this minute, over all processes, if there is room. */
  private async hasRoom(tx: Tx, channel: OutsideChannel): Promise<boolean> {
    const { WHATSAPP_PER_MINUTE, SMS_PER_MINUTE, EMAIL_PER_MINUTE } = notificationsConfig();
    const most = { whatsapp: WHATSAPP_PER_MINUTE, sms: SMS_PER_MINUTE, email: EMAIL_PER_MINUTE }[channel];
    if (most === undefined) return true;
    const counted = await tx.maybe(
      taken,
      `insert into notifications.sending_minute as m (channel, minute, sent) values ($1, $2, 1)
           on conflict (channel) do update
              set sent = case when m.minute = excluded.minute then m.sent + 1 else 1 end, minute = excluded.minute
            where m.minute <> excluded.minute or m.sent < $3
       returning sent`,
      [channel, minuteOf(tx.now), most],
    );
    return counted !== null;
  }
}

const minuteOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 60_000) * 60_000);
