import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { repliesSaid, replyOutcomes } from '../domain/reply.js';

const oneOf = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** A reply of somebody known: what is understood of it. Her number and her words are kept nowhere. */
@Entity({ schema: 'notifications', name: 'reply' })
@Unique('reply_passed_on_once', ['event_id'])
@Check('reply_channel', `channel in ('sms', 'whatsapp')`)
@Check('reply_says', `says in (${oneOf(repliesSaid)})`)
@Check('reply_code_digits', `code ~ '^[0-9]{4}$'`)
@Check('reply_outcome', `outcome in (${oneOf(replyOutcomes)})`)
@Index('reply_of_person', ['person_id', 'received_at'])
@Index('reply_by_age', ['received_at'])
export class ReplyEntity {
  @PrimaryColumn('uuid') id: string;
  /** The provider's. */
  @Column('text') event_id: string;
  @Column('uuid') person_id: string;
  @Column('text') channel: string;
  @Column('text', { nullable: true }) says: string | null;
  @Column('text', { nullable: true }) code: string | null;
  /** null until it is read. */
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('timestamptz') received_at: Date;
}
