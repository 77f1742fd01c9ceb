import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Name and addresses are sealed with the person's own key; the look-ups are keyed hashes (S-63). */
@Entity({ schema: 'identity', name: 'person' })
@Check('person_state', `state in ('active', 'suspended', 'erased')`)
@Index('person_by_mobile', ['mobile_lookup'], { unique: true, where: 'mobile_lookup is not null' })
@Index('person_by_email', ['email_lookup'], { unique: true, where: 'email_lookup is not null' })
export class PersonEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') name_sealed: Buffer;
  @Column('bytea', { nullable: true }) mobile_sealed: Buffer | null;
  @Column('bytea', { nullable: true }) mobile_lookup: Buffer | null;
  @Column('timestamptz', { nullable: true }) mobile_verified_at: Date | null;
  @Column('bytea', { nullable: true }) email_sealed: Buffer | null;
  @Column('bytea', { nullable: true }) email_lookup: Buffer | null;
  @Column('timestamptz', { nullable: true }) email_verified_at: Date | null;
  @Column('boolean', { default: false }) is_official_mailbox: boolean;
  @Column('text') language: string;
  @Column('text') state: 'active' | 'suspended' | 'erased';
  @Column('text', { nullable: true }) state_reason: string | null;
  @Column('timestamptz') registered_at: Date;
}
