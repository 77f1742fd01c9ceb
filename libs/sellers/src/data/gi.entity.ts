import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SellerEntity } from './seller.entity.js';

/** A product of her district's list that a maker makes. */
@Entity({ schema: 'sellers', name: 'maker_entry' })
@Index('maker_entry_by_entry', { synchronize: false })
export class MakerEntryEntity {
  @ForeignKey(() => SellerEntity, { name: 'maker_entry_of_seller' })
  @PrimaryColumn('uuid')
  seller_id!: string;
  @ForeignKey('OdopEntryEntity', { name: 'maker_entry_is_entry' })
  @PrimaryColumn('uuid')
  entry_id!: string;
  @Column('timestamptz') since!: Date;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}

/** A maker's place in Part B of the GI register: she may carry the name from one day to another. */
@Entity({ schema: 'sellers', name: 'gi_authorisation' })
@Index('gi_authorisation_number_once', { synchronize: false })
@Index('gi_authorisation_by_seller', ['seller_id', 'gi_id'])
@Check('gi_authorisation_state', `state in ('claimed', 'verified', 'rejected')`)
@Check('gi_authorisation_ends_after_it_begins', 'valid_to > valid_from')
@Check('gi_authorisation_is_decided', `(state = 'claimed') = (decided_at is null)`)
export class GiAuthorisationEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'gi_authorisation_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @ForeignKey('GiEntity', { name: 'gi_authorisation_for_gi' })
  @Column('uuid')
  gi_id!: string;
  /** Of the certificate. */
  @Column('text') number!: string;
  @Column('date') valid_from!: string;
  /** First legal day it no longer holds. */
  @Column('date') valid_to!: string;
  @Column('text') state!: 'claimed' | 'verified' | 'rejected';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz') claimed_at!: Date;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
}
