import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';
import { PersonEntity } from './person.entity.js';

/** Somebody is asked to work for a maker; the address is known by its keyed hash only. */
@Entity({ schema: 'identity', name: 'invitation' })
@Check('invitation_state', `state in ('open', 'accepted', 'declined', 'withdrawn')`)
@Check('invitation_is_decided', `(state = 'open') = (decided_at is null)`)
@Index('invitation_open_once', { synchronize: false })
@Index('invitation_by_contact', { synchronize: false })
@Index('invitation_by_organisation', ['organisation_id', 'id'])
export class InvitationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisation_id: string;
  @Column('bytea') contact_lookup: Buffer;
  /** Enough for who invited to know it. */
  @Column('text') contact_hint: string;
  @Column('text') role: string;
  @Column('text') state: 'open' | 'accepted' | 'declined' | 'withdrawn';
  @Column('uuid', { nullable: true }) invited_by: string | null;
  @Column('timestamptz') invited_at: Date;
  @Column('timestamptz') expires_at: Date;
  @Column('uuid', { nullable: true }) person_id: string | null;
  @Column('timestamptz', { nullable: true }) decided_at: Date | null;
  @ManyToOne(() => OrganisationEntity)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'invitation_into_organisation' })
  organisation?: OrganisationEntity;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'invitation_taken_by' })
  person?: PersonEntity;
}
