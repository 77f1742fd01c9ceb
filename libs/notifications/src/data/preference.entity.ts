import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { channels } from '../domain/channels.js';

/** What a person chose for one topic and channel; without a row the usual holds. It goes with her (S-66). */
@Entity({ schema: 'notifications', name: 'preference' })
@Check('preference_channel', `channel in (${channels.map((name) => `'${name}'`).join(', ')})`)
export class PreferenceEntity {
  @PrimaryColumn('uuid') person_id: string;
  /** One of `domain/topics.ts`; one that is gone there says nothing any more. */
  @PrimaryColumn('text') topic: string;
  @PrimaryColumn('text') channel: string;
  @Column('boolean') wanted: boolean;
  @Column('timestamptz') chosen_at: Date;
}
