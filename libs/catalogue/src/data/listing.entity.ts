import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { handmades, type FoodDetails, type Handmade, type Unit } from '../domain/listing-content.js';
import { listingStates, type BlockGround, type ListingState } from '../domain/listing.states.js';
import { MediaEntity } from './media.entity.js';

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Goods as their maker describes them; what can be bought of them are its offers. @rule SM-3 */
@Entity({ schema: 'catalogue', name: 'listing' })
@Index('listing_newest', { synchronize: false })
@Index('listing_newest_of_district', { synchronize: false })
@Index('listing_newest_of_entry', { synchronize: false })
@Index('listing_words', { synchronize: false })
@Index('listing_by_seller', ['seller_id', 'id'])
@Index('listing_by_category', ['category_id', 'id'])
@Check('listing_gift_wrap', 'gift_wrap_paise >= 0')
@Index('listing_by_desk', ['desk_id', 'state', 'state_since', 'id'])
@Index('listing_by_above_desk', ['above_desk_id', 'state', 'state_since', 'id'])
@Index('listing_due', { synchronize: false })
@Index('listing_with_care', { synchronize: false })
@Check('listing_hsn', `hsn ~ '^([0-9]{4}|[0-9]{6}|[0-9]{8})$'`)
@Check('listing_net_quantity', 'net_quantity > 0')
@Check('listing_handmade', `handmade in (${listed(handmades)})`)
@Check('listing_country_of_origin', `country_of_origin ~ '^[A-Z]{2}$'`)
@Check('listing_weight', 'weight_g > 0')
@Check('listing_state', `state in (${listed(listingStates.names)})`)
@Check('listing_shown_was_live', `state not in ('live', 'out_of_stock') or live_at is not null`)
@Check('listing_blocked_for', `blocked_for in ('report', 'licence')`)
@Check('listing_blocked_says_why', `(state = 'blocked') = (blocked_for is not null)`)
@Check('listing_size_is_whole', '(length_mm is null) = (width_mm is null) and (width_mm is null) = (height_mm is null)')
export class ListingEntity {
  @PrimaryColumn('uuid') id!: string;
  /** The maker, who alone describes the goods. */
  @ForeignKey('SellerEntity', { name: 'listing_of_seller' })
  @Column('uuid')
  seller_id!: string;
  /** Null: goods of a category for which no entry is asked. */
  @ForeignKey('OdopEntryEntity', { name: 'listing_of_odop_entry' })
  @Column('uuid', { nullable: true })
  odop_entry_id!: string | null;
  /** The shelf; null in drafts and in goods that are older than the shelves. */
  @ForeignKey('CategoryEntity', { name: 'listing_of_category' })
  @Column('uuid', { nullable: true })
  category_id!: string | null;
  /** What the category asks, by key: what makes offers comparable. */
  @Column('jsonb', { default: () => `'{}'` }) parameters!: Record<string, string | number | boolean>;
  @Column('jsonb', { default: () => `'{}'` }) declarations!: object;
  @Column('jsonb', { default: () => `'[]'` }) certifications!: object[];
  /** Title and description in other languages, by language code. */
  @Column('jsonb', { default: () => `'{}'` }) translations!: Record<string, { title: string; description: string }>;
  /** Beginnings of PIN codes the maker sends to; null: wherever the law lets her. */
  @Column('text', { array: true, nullable: true }) serves_pins!: string[] | null;
  /** What wrapping as a gift costs; null: not offered. */
  @Column('bigint', { nullable: true }) gift_wrap_paise!: string | null;
  /** Place of origin: the maker's district and State. */
  @Column('uuid') district_id!: string;
  @Column('text') state_code!: string;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('text') common_name!: string;
  /** Null reads "Handmade – unbranded". */
  @Column('text', { nullable: true }) brand!: string | null;
  @Column('text') hsn!: string;
  /** Key of the tax rate line, `gst.rate.<key>` in the policy register. */
  @Column('text') gst_rate_key!: string;
  @Column('text') unit!: Unit;
  @Column('integer') net_quantity!: number;
  @Column('text') net_unit!: Unit;
  @Column('text') handmade!: Handmade;
  @Column('text') country_of_origin!: string;
  @Column('integer') weight_g!: number;
  @Column('integer', { nullable: true }) length_mm!: number | null;
  @Column('integer', { nullable: true }) width_mm!: number | null;
  @Column('integer', { nullable: true }) height_mm!: number | null;
  @Column('text', { nullable: true }) care!: string | null;
  @Column('jsonb', { nullable: true }) food!: FoodDetails | null;
  /** The maker's food licence at submission. */
  @Column('text', { nullable: true }) fssai!: string | null;
  /** Title, common name, product and district in small letters, for search. */
  @Column('text') search_text!: string;
  @Column('text') state!: ListingState;
  @Column('timestamptz') state_since!: Date;
  @Column('uuid', { nullable: true }) desk_id!: string | null;
  @Column('uuid', { nullable: true }) above_desk_id!: string | null;
  @Column('timestamptz', { nullable: true }) escalated_at!: Date | null;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  /** When it was first on sale: its place among the newest. */
  @Column('timestamptz', { nullable: true }) live_at!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz') created_at!: Date;
  @Column('text', { nullable: true }) blocked_for!: BlockGround | null;
}

/** What happened to a listing, by whom and why; never changed, never deleted. @rule */
@Entity({ schema: 'catalogue', name: 'listing_history' })
@Check('listing_history_counts_from_one', 'seq >= 1')
export class ListingHistoryEntity {
  @ForeignKey(() => ListingEntity, { name: 'listing_history_of_listing' })
  @PrimaryColumn('uuid')
  listing_id!: string;
  @PrimaryColumn('integer') seq!: number;
  @Column('text') event!: string;
  @Column('text', { nullable: true }) from_state!: ListingState | null;
  @Column('text') to_state!: ListingState;
  @Column('uuid', { nullable: true }) person_id!: string | null;
  @Column('uuid', { nullable: true }) organisation_id!: string | null;
  @Column('text') actor!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz') at!: Date;
}

@Entity({ schema: 'catalogue', name: 'listing_image' })
@Index('listing_image_by_media', ['media_id'])
@Check('listing_image_position', 'position >= 1')
export class ListingImageEntity {
  @ForeignKey(() => ListingEntity, { name: 'listing_image_of_listing' })
  @PrimaryColumn('uuid')
  listing_id!: string;
  @PrimaryColumn('smallint') position!: number;
  @ForeignKey(() => MediaEntity, { name: 'listing_image_of_media' })
  @Column('uuid')
  media_id!: string;
  /** What it shows, for those who cannot see it. */
  @Column('text') alt!: string;
}
