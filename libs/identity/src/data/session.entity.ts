import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** One sign-in on one device, alive through its chain of refresh tokens. */
@Entity({ schema: 'identity', name: 'session' })
@Check('session_ended', '(ended_at is null) = (end_reason is null)')
@Check('session_staff', '(staff_id is null) = (staff_reason is null)')
@Index('session_by_person', ['person_id', 'id'], { where: 'ended_at is null' })
@Index('session_by_end', ['expires_at'])
export class SessionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person_id: string;
  /** What the browser or app calls itself, shortened. */
  @Column('text') client: string;
  @Column('text', { nullable: true }) address: string | null;
  @Column('timestamptz') opened_at: Date;
  /** When the password or code was last given. */
  @Column('timestamptz') proved_at: Date;
  @Column('timestamptz', { nullable: true }) second_factor_at: Date | null;
  @Column('timestamptz') last_used_at: Date;
  @Column('timestamptz') expires_at: Date;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @Column('text', { nullable: true }) end_reason: string | null;
  /** A member of staff who looks through this person's eyes, and why (S-45). */
  @Column('uuid', { nullable: true }) staff_id: string | null;
  @Column('text', { nullable: true }) staff_reason: string | null;
  /** When a fresh code to the person's own mobile or mailbox was last proved: enough for makers, never for officers. */
  @Column('timestamptz', { nullable: true }) own_code_at: Date | null;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'session_of_person' })
  person?: PersonEntity;
}

@Entity({ schema: 'identity', name: 'refresh_token' })
@Index('refresh_token_by_session', ['session_id'])
@Index('refresh_token_by_age', ['issued_at'])
export class RefreshTokenEntity {
  @PrimaryColumn('bytea') token_hash: Buffer;
  @Column('uuid') session_id: string;
  @Column('uuid') person_id: string;
  @Column('timestamptz') issued_at: Date;
  @Column('timestamptz', { nullable: true }) spent_at: Date | null;
  /** Hash of the client that spent it: only that client may repeat the same request (S-37). */
  @Column('bytea', { nullable: true }) spent_by: Buffer | null;
  @ManyToOne(() => SessionEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'refresh_token_of_session' })
  session?: SessionEntity;
}

/** A one-time code that was asked for. The code itself is worked out from a key and the id, and kept nowhere (S-34). */
@Entity({ schema: 'identity', name: 'challenge' })
@Check('challenge_channel', `channel in ('sms', 'email')`)
@Index('challenge_by_address', ['address_lookup', 'made_at'])
@Index('challenge_by_prefix', ['prefix_lookup', 'made_at'])
@Index('challenge_by_age', ['made_at'])
export class ChallengeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') purpose: string;
  @Column('uuid', { nullable: true }) person_id: string | null;
  @Column('text') channel: 'sms' | 'email';
  @Column('bytea') address_lookup: Buffer;
  @Column('bytea') prefix_lookup: Buffer;
  @Column('bytea', { nullable: true }) address_sealed: Buffer | null;
  /** The session, request or act the code is for; it counts for nothing else. */
  @Column('text', { nullable: true }) bound_to: string | null;
  /** What the message says the code is for, when that is more than its purpose. */
  @Column('text', { nullable: true }) says: string | null;
  @Column('text') language: string;
  /** Asked for an address that must not be told about: answered alike, never right (S-32). */
  @Column('boolean') is_decoy: boolean;
  @Column('smallint', { default: 0 }) tries: number;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz') expires_at: Date;
  @Column('timestamptz', { nullable: true }) used_at: Date | null;
}

/** A browser or app that has signed in before: strangers' wrong guesses do not slow it down (S-33). */
@Entity({ schema: 'identity', name: 'device' })
@Unique('device_by_token', ['token_hash'])
@Index('device_by_person', ['person_id'])
@Index('device_by_age', ['last_seen_at'])
export class DeviceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person_id: string;
  @Column('bytea') token_hash: Buffer;
  @Column('timestamptz') last_seen_at: Date;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'device_of_person' })
  person?: PersonEntity;
}

/** Wrong guesses of late for an account, an address or a device, each as a keyed hash. */
@Entity({ schema: 'identity', name: 'guess' })
@Index('guess_by_age', ['last_at'])
export class GuessEntity {
  @PrimaryColumn('bytea') key: Buffer;
  @Column('integer') failures: number;
  @Column('timestamptz') last_at: Date;
  @Column('timestamptz') free_at: Date;
}
