import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { channels } from '../domain/channels.js';
import { deliveries } from '../domain/delivery.js';
import { messageStates } from '../domain/message.states.js';

const oneOf = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Name, address and text are sealed with the reader's own key: erasing her leaves a row that says nothing (S-63, S-66). */
@Entity({ schema: 'notifications', name: 'message' })
@Unique('message_told_once', ['event_id', 'audience', 'recipient_id', 'channel'])
@Index('message_inbox', ['recipient_id', 'id'], { where: `channel = 'in_app'` })
@Index('message_numbered', ['recipient_id', 'number'], { unique: true, where: `number is not null` })
@Index('message_unread', ['recipient_id'], { where: `number is not null and read_at is null` })
@Index('message_by_state', ['state', 'id'])
@Index('message_waiting', ['not_before'], { where: 'not_before is not null' })
@Index('message_to_alarm', ['state', 'changed_at'], { where: `state <> 'sent' and alarmed_at is null` })
@Index('message_alarmed', ['state', 'channel', 'alarmed_at'], { where: 'alarmed_at is not null' })
@Index('message_falls_back', ['fall_back_at'], { where: 'fall_back_at is not null' })
@Index('message_by_age', ['made_at'])
@Check('message_state', `state in (${oneOf(messageStates.names)})`)
@Check('message_channel', `channel in (${oneOf(channels)})`)
@Check('message_sent_is_kept', `state <> 'sent' or text_sealed is not null`)
@Check('message_failed_says_why', `(state = 'failed') = (failure is not null)`)
@Check('message_delivery', `delivery in (${oneOf(deliveries)})`)
@Check('message_delivery_is_dated', `(delivery is null) = (delivery_at is null)`)
@Check('message_delivery_outside', `delivery is null or channel <> 'in_app'`)
@Check('message_waits_in_the_queue', `not_before is null or state = 'queued'`)
@Check('message_falls_back_from_whatsapp', `coalesce(fall_back_at, fell_back_at) is null or channel = 'whatsapp'`)
@Check('message_read_in_the_inbox', `read_at is null or channel = 'in_app'`)
export class MessageEntity {
  @PrimaryColumn('uuid') id: string;
  /** The piece of news behind it: told twice, one message. */
  @Column('uuid') event_id: string;
  /** With `audience`: which wording. */
  @Column('text') event: string;
  @Column('text') audience: string;
  @Column('integer') template_version: number;
  /** The text of the desk it was written with, 0 for that of the build; null while it is not written. */
  @Column('integer', { nullable: true }) wording_version: number | null;
  @Column('uuid') recipient_id: string;
  @Column('text') channel: string;
  @Column('text') language: string;
  /** The values in the message; never personal. */
  @Column('jsonb') params: Record<string, unknown>;
  @Column('text') state: string;
  @Column('integer') tries: number;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('bytea', { nullable: true }) subject_sealed: Buffer | null;
  @Column('bytea', { nullable: true }) text_sealed: Buffer | null;
  @Column('bytea', { nullable: true }) address_sealed: Buffer | null;
  /** The address with its middle taken out, for the operator. */
  @Column('text', { nullable: true }) address_hint: string | null;
  @Column('text', { nullable: true }) provider: string | null;
  @Column('text', { nullable: true }) provider_reference: string | null;
  /** What its provider told of it later. */
  @Column('text', { nullable: true }) delivery: string | null;
  @Column('timestamptz', { nullable: true }) delivery_at: Date | null;
  /** Until when it waits: for the morning, or for its provider; null when it may go. */
  @Column('timestamptz', { nullable: true }) not_before: Date | null;
  /** When it goes as an SMS unless it arrived; null when it never does, or has. */
  @Column('timestamptz', { nullable: true }) fall_back_at: Date | null;
  /** When it went as an SMS instead. */
  @Column('timestamptz', { nullable: true }) fell_back_at: Date | null;
  /** When it could go first, if that is later than it came into its state: it waited for the morning, or for room. */
  @Column('timestamptz', { nullable: true }) ready_at: Date | null;
  /** When the desk heard that it lies too long in its state. */
  @Column('timestamptz', { nullable: true }) alarmed_at: Date | null;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz') changed_at: Date;
  /** Its place in the reader's inbox, in the order of commits; null elsewhere. */
  @Column('integer', { nullable: true }) number: number | null;
  /** When its reader opened it in her inbox. */
  @Column('timestamptz', { nullable: true }) read_at: Date | null;
}
