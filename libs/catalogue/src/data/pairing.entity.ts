import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ListingEntity } from './listing.entity.js';

/** Somebody sells what another makes. It may end, by either of them, and begin again by the reseller's word if she ended it. */
@Entity({ schema: 'catalogue', name: 'pairing' })
@Index('pairing_by_seller', ['seller_id', 'paired_at'])
@Check('pairing_with_another', 'seller_id <> maker_id')
@Check('pairing_ended_by', `ended_by in ('maker', 'reseller')`)
@Check('pairing_end_is_whole', '(ended_at is null) = (ended_by is null)')
export class PairingEntity {
  @ForeignKey(() => ListingEntity, { name: 'pairing_of_listing' })
  @PrimaryColumn('uuid')
  listing_id!: string;
  @ForeignKey('SellerEntity', { name: 'pairing_of_seller' })
  @PrimaryColumn('uuid')
  seller_id!: string;
  @Column('uuid') maker_id!: string;
  @Column('timestamptz') paired_at!: Date;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
  @Column('text', { nullable: true }) ended_by!: 'maker' | 'reseller' | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
