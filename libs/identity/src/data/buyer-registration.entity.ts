import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { OrganisationEntity, PostEntity } from './organisation.entity.js';
import { PersonEntity } from './person.entity.js';

/** A buying organisation that waits for its verifying authority. */
@Entity({ schema: 'identity', name: 'buyer_registration' })
@Check('buyer_registration_state', `state in ('pending', 'approved', 'rejected')`)
@Check('buyer_registration_decided', `(state = 'pending') = (decided_at is null)`)
@Check('buyer_registration_two_people', 'decided_by is distinct from primary_person_id')
@Index('buyer_registration_once', ['organisation_id'], { unique: true })
@Index('buyer_registration_by_verifier', ['verifier_lookup'], { where: `state = 'pending'` })
export class BuyerRegistrationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organisation_id: string;
  @Column('uuid') primary_person_id: string;
  @Column('uuid') post_id: string;
  @Column('bytea') verifier_lookup: Buffer;
  @Column('text') state: 'pending' | 'approved' | 'rejected';
  @Column('timestamptz') asked_at: Date;
  @Column('uuid', { nullable: true }) decided_by: string | null;
  @Column('timestamptz', { nullable: true }) decided_at: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
  @ManyToOne(() => OrganisationEntity)
  @JoinColumn({ name: 'organisation_id', foreignKeyConstraintName: 'buyer_registration_of' })
  organisation?: OrganisationEntity;
  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'primary_person_id', foreignKeyConstraintName: 'buyer_registration_by' })
  primary?: PersonEntity;
  @ManyToOne(() => PostEntity)
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'buyer_registration_from' })
  post?: PostEntity;
}

/** Who handed a post to whom, and when: insert-only. */
@Entity({ schema: 'identity', name: 'charge_transfer' })
@Index('charge_transfer_by_post', ['post_id', 'id'])
export class ChargeTransferEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') post_id: string;
  @Column('uuid') organisation_id: string;
  @Column('uuid', { nullable: true }) from_person_id: string | null;
  @Column('uuid', { nullable: true }) to_person_id: string | null;
  @Column('timestamptz') transferred_at: Date;
  @Column('uuid', { nullable: true }) transferred_by: string | null;
  @Column('text') reason: string;
  @ManyToOne(() => PostEntity)
  @JoinColumn({ name: 'post_id', foreignKeyConstraintName: 'charge_transfer_of_post' })
  post?: PostEntity;
}
