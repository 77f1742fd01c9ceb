import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** Asked for, not yet proved. `person_id` is the id the person will get; their key already seals what is here. */
@Entity({ schema: 'identity', name: 'registration' })
@Check('registration_contact_kind', `contact_kind in ('mobile', 'email')`)
@Index('registration_by_age', ['asked_at'])
export class RegistrationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person_id: string;
  @Column('uuid') challenge_id: string;
  @Column('text') contact_kind: 'mobile' | 'email';
  @Column('bytea') contact_sealed: Buffer;
  @Column('bytea') contact_lookup: Buffer;
  @Column('bytea') name_sealed: Buffer;
  @Column('text', { nullable: true }) password_hash: string | null;
  @Column('text') language: string;
  @Column('text') notice: string;
  @Column('boolean') is_official_mailbox: boolean;
  @Column('timestamptz') asked_at: Date;
}

/** Which notice a person agreed to, in which language (S-66). */
@Entity({ schema: 'identity', name: 'consent' })
@Index('consent_by_person', ['person_id'])
export class ConsentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person_id: string;
  @Column('text') purpose: string;
  @Column('text') notice: string;
  @Column('text') language: string;
  @Column('timestamptz') given_at: Date;
  @Column('timestamptz', { nullable: true }) withdrawn_at: Date | null;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'consent_of_person' })
  person?: PersonEntity;
}
