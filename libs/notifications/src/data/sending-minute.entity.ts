import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { outsideChannels } from '../domain/channels.js';

/** How many messages were handed over in the newest minute there was one: one row for each channel with a limit. */
@Entity({ schema: 'notifications', name: 'sending_minute' })
@Check('sending_minute_channel', `channel in (${outsideChannels.map((name) => `'${name}'`).join(', ')})`)
@Check('sending_minute_counts', 'sent > 0')
export class SendingMinuteEntity {
  @PrimaryColumn('text') channel: string;
  @Column('timestamptz') minute: Date;
  @Column('integer') sent: number;
}
