import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ListingInput } from '../domain/listing-content.js';
import { ListingEntity } from './listing.entity.js';
import { MediaEntity } from './media.entity.js';

export type ChangeState = 'waiting' | 'approved' | 'returned' | 'withdrawn';

/** A new version of goods on sale that waits for the desk, or was decided on. @rule SM-3 */
@Entity({ schema: 'catalogue', name: 'listing_change' })
@Index('listing_change_waits_once', { synchronize: false })
@Index('listing_change_on_desk', { synchronize: false })
@Index('listing_change_to_hide', { synchronize: false })
@Index('listing_change_due', { synchronize: false })
@Index('listing_change_by_listing', ['listing_id', 'proposed_at'])
@Check('listing_change_state', `state in ('waiting', 'approved', 'returned', 'withdrawn')`)
@Check('listing_change_is_decided', `(state = 'waiting') = (decided_at is null)`)
export class ListingChangeEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ListingEntity, { name: 'listing_change_of_listing' })
  @Column('uuid')
  listing_id!: string;
  @Column('uuid') seller_id!: string;
  /** The whole new version as the maker wrote it. */
  @Column('jsonb') content!: ListingInput;
  /** Labels of the variants of which she changed the price: the others keep the one they have when it is approved. */
  @Column('text', { array: true }) priced!: string[];
  /** What an officer must look at. */
  @Column('text', { array: true }) fields!: string[];
  @Column('text') state!: ChangeState;
  @Column('uuid', { nullable: true }) desk_id!: string | null;
  @Column('uuid', { nullable: true }) above_desk_id!: string | null;
  @Column('timestamptz') proposed_at!: Date;
  /** Until then the old version is for sale. */
  @Column('timestamptz', { nullable: true }) hide_at!: Date | null;
  @Column('timestamptz', { nullable: true }) hidden_at!: Date | null;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('timestamptz', { nullable: true }) escalated_at!: Date | null;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
}

/** A picture of a version that waits: not forgotten meanwhile, and seen by the desk. */
@Entity({ schema: 'catalogue', name: 'change_image' })
@Index('change_image_by_media', ['media_id'])
export class ChangeImageEntity {
  @ForeignKey(() => ListingChangeEntity, { name: 'change_image_of_change' })
  @PrimaryColumn('uuid')
  change_id!: string;
  @ForeignKey(() => MediaEntity, { name: 'change_image_of_media' })
  @PrimaryColumn('uuid')
  media_id!: string;
}
