import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';
import { PersonEntity } from './person.entity.js';

/** Somebody a maker trusts acts in her name, within a scope, until a day (assisted mode). */
@Entity({ schema: 'identity', name: 'delegation' })
@Check('delegation_kind', `kind in ('shg_leader', 'service_centre', 'field_officer')`)
@Check('delegation_state', `state in ('asked', 'active', 'ended')`)
@Check('delegation_two_people', 'maker_person_id <> delegate_person_id')
@Check('delegation_active_is_consented', `state <> 'active' or consented_at is not null`)
@Index('delegation_of_maker', ['maker_person_id', 'id'])
@Index('delegation_of_delegate', ['delegate_person_id', 'id'])
export class DelegationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') maker_person_id: string;
  @Column('uuid') organisation_id: string;
  @Column('uuid') delegate_person_id: string;
  @Column('text') kind: 'shg_leader' | 'service_centre' | 'field_officer';
  @Column('text', { array: true }) scope: string[];
  @Column('timestamptz') until: Date;
  @Column('text') state: 'asked' | 'active' | 'ended';
  @Column('uuid', { nullable: true }) challenge_id: string | null;
  @Column('timestamptz') asked_at: Date;
  @Column('timestamptz', { nullable: true }) consented_at: Date | null;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @Column('uuid', { nullable: true }) ended_by: string | null;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'maker_person_id', foreignKeyConstraintName: 'delegation_by_maker' })
  maker?: PersonEntity;
  @ManyToOne(() => OrganisationEntity)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'delegation_for_organisation' })
  organisation?: OrganisationEntity;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'delegate_person_id', foreignKeyConstraintName: 'delegation_to_delegate' })
  delegate?: PersonEntity;
}

/** The maker's own code for one act about money, used once. */
@Entity({ schema: 'identity', name: 'own_consent' })
@Index('own_consent_by_delegation', ['delegation_id', 'id'])
export class OwnConsentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') delegation_id: string;
  @Column('uuid') maker_person_id: string;
  @Column('uuid') delegate_person_id: string;
  @Column('uuid') challenge_id: string;
  @Column('text') act: string;
  @Column('text') object_id: string;
  /** What the message to the maker said. */
  @Column('text') says: string;
  @Column('timestamptz') asked_at: Date;
  @Column('timestamptz', { nullable: true }) given_at: Date | null;
  @Column('timestamptz', { nullable: true }) used_at: Date | null;
  @ManyToOne(() => DelegationEntity)
  @JoinColumn({ name: 'delegation_id', foreignKeyConstraintName: 'own_consent_under_delegation' })
  delegation?: DelegationEntity;
}

/** A person asked to be forgotten; done when the time for second thoughts is over (S-66). */
@Entity({ schema: 'identity', name: 'erasure_request' })
@Index('erasure_request_due', ['due_at'], { where: 'done_at is null' })
export class ErasureRequestEntity {
  @PrimaryColumn('uuid') person_id: string;
  @Column('timestamptz') asked_at: Date;
  @Column('timestamptz') due_at: Date;
  @Column('timestamptz', { nullable: true }) done_at: Date | null;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'erasure_request_of_person' })
  person?: PersonEntity;
}
