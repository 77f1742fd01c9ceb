import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A shopper without an account. Name and contact are what she said at checkout; null before. */
@Entity({ schema: 'identity', name: 'guest' })
@Unique('guest_token', ['token_hash'])
@Index('guest_by_end', ['ends_at'])
@Check('guest_is_reached', '(name_sealed is null) = (coalesce(mobile_sealed, email_sealed) is null)')
export class GuestEntity {
  @PrimaryColumn('uuid') id: string;
  /** SHA-256 of what she was given: 256 bits of chance, so a plain hash says nothing. */
  @Column('bytea') token_hash: Buffer;
  @Column('text') language: string;
  @Column('bytea', { nullable: true }) name_sealed: Buffer | null;
  @Column('bytea', { nullable: true }) mobile_sealed: Buffer | null;
  @Column('bytea', { nullable: true }) email_sealed: Buffer | null;
  @Column('timestamptz') opened_at: Date;
  /** Until then what she was given is good. */
  @Column('timestamptz') ends_at: Date;
}
