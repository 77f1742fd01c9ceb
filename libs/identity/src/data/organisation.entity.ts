import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '../domain/organisation-kind.js';
import { PersonEntity } from './person.entity.js';

@Entity({ schema: 'identity', name: 'organisation' })
@Check(
  'organisation_kind',
  `kind in ('seller', 'buyer_ministry', 'buyer_department', 'buyer_organisation', 'buyer_office', 'platform', 'state_nodal', 'district_nodal', 'collection_centre')`,
)
@Check('organisation_state', `state in ('pending', 'active', 'suspended')`)
@Check(
  'organisation_nodal_place',
  `(kind <> 'district_nodal' or district_id is not null) and (kind <> 'state_nodal' or state_code is not null)`,
)
@Index('organisation_by_parent', ['parent_id'], { where: 'parent_id is not null' })
@Index('organisation_by_kind', ['kind', 'id'], { where: `kind <> 'seller'` })
export class OrganisationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OrganisationKind;
  @Column('text') name: string;
  @Column('uuid', { nullable: true }) parent_id: string | null;
  @Column('uuid', { nullable: true }) district_id: string | null;
  @Column('text', { nullable: true }) state_code: string | null;
  /** CENTRAL, CPSE, STATE:<code>, AUTONOMOUS, SCIENTIFIC: which set of policy parameters applies. */
  @Column('text', { nullable: true }) buyer_class: string | null;
  @Column('text') state: 'pending' | 'active' | 'suspended';
  @Column('timestamptz') created_at: Date;
  @ManyToOne(() => OrganisationEntity)
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'organisation_parent' })
  parent?: OrganisationEntity;
}

@Entity({ schema: 'identity', name: 'membership' })
@Index('membership_once', ['person_id', 'organisation_id'], { unique: true, where: 'ended_at is null' })
@Index('membership_by_organisation', ['organisation_id', 'id'])
export class MembershipEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person_id: string;
  @Column('uuid') organisation_id: string;
  @Column('timestamptz') joined_at: Date;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'membership_of_person' })
  person?: PersonEntity;
  @ManyToOne(() => OrganisationEntity)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'membership_in_organisation' })
  organisation?: OrganisationEntity;
}

/** A chair that somebody sits in. Posts, not persons, own a buyer's transactions. */
@Entity({ schema: 'identity', name: 'post' })
@Index('post_by_organisation', ['organisation_id', 'id'])
@Index('post_by_holder', ['holder_person_id'], { where: 'holder_person_id is not null' })
export class PostEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisation_id: string;
  @Column('text') title: string;
  @Column('text') rank: string;
  @Column('text', { nullable: true }) division: string | null;
  @Column('uuid', { nullable: true }) holder_person_id: string | null;
  @Column('timestamptz') created_at: Date;
  @Column('timestamptz', { nullable: true }) closed_at: Date | null;
  @ManyToOne(() => OrganisationEntity)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'post_in_organisation' })
  organisation?: OrganisationEntity;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'holder_person_id', foreignKeyConstraintName: 'post_holder' })
  holder?: PersonEntity;
}

@Entity({ schema: 'identity', name: 'role_grant' })
@Check('role_grant_state', `state in ('proposed', 'active', 'ended')`)
@Check('role_grant_ended', `(state = 'ended') = (ended_at is not null)`)
@Index('role_grant_once', { synchronize: false })
@Index('role_grant_by_organisation', ['organisation_id', 'id'])
export class RoleGrantEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') person_id: string;
  @Column('uuid') organisation_id: string;
  @Column('uuid', { nullable: true }) post_id: string | null;
  @Column('text') role: string;
  @Column('text') state: 'proposed' | 'active' | 'ended';
  @Column('uuid', { nullable: true }) granted_by: string | null;
  @Column('timestamptz') granted_at: Date;
  @Column('uuid', { nullable: true }) confirmed_by: string | null;
  @Column('timestamptz', { nullable: true }) confirmed_at: Date | null;
  @Column('uuid', { nullable: true }) ended_by: string | null;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @Column('text', { nullable: true }) end_reason: string | null;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'role_grant_to_person' })
  person?: PersonEntity;
  @ManyToOne(() => OrganisationEntity)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'role_grant_in_organisation' })
  organisation?: OrganisationEntity;
  @ManyToOne(() => PostEntity)
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'role_grant_with_post' })
  post?: PostEntity;
}
