import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { ListingEntity } from '../listing.entity.js';

/** Goods everybody may see, flat: made from the catalogue, never written by hand. */
@Entity({ schema: 'catalogue', name: 'shelf' })
@Index('shelf_newest', ['live_at', 'listing_id'])
@Index('shelf_newest_of_state', ['state_code', 'live_at', 'listing_id'])
@Index('shelf_newest_of_district', ['district_slug', 'live_at', 'listing_id'])
@Index('shelf_price', ['price_paise', 'listing_id'])
@Index('shelf_price_of_state', ['state_code', 'price_paise', 'listing_id'])
@Index('shelf_price_of_district', ['district_slug', 'price_paise', 'listing_id'])
@Index('shelf_rating', ['rating_bp', 'listing_id'])
@Index('shelf_rating_of_state', ['state_code', 'rating_bp', 'listing_id'])
@Index('shelf_rating_of_district', ['district_slug', 'rating_bp', 'listing_id'])
@Index('shelf_origin', ['country_of_origin', 'listing_id'])
@Index('shelf_origin_of_state', ['state_code', 'country_of_origin', 'listing_id'])
@Index('shelf_origin_of_district', ['district_slug', 'country_of_origin', 'listing_id'])
@Index('shelf_newest_of_maker', ['seller_id', 'live_at', 'listing_id'])
@Index('shelf_newest_of_entry', ['odop_entry_id', 'live_at', 'listing_id'])
@Index('shelf_newest_of_category', ['category_slug', 'live_at', 'listing_id'])
@Index('shelf_stale', { synchronize: false })
@Index('shelf_standing', ['standing', 'listing_id'])
@Index('shelf_top', ['standing', 'listing_id'], { where: 'is_top' })
@Index('shelf_upper', ['standing', 'listing_id'], { where: 'is_upper' })
@Index('shelf_changed', ['changed_at'])
@Index('shelf_lot', { synchronize: false })
@Index('shelf_words', { synchronize: false })
@Index('shelf_top_words', { synchronize: false })
@Index('shelf_upper_words', { synchronize: false })
@Check('shelf_stars', 'rating_tenths between 0 and 50')
@Check('shelf_rating_share', 'rating_bp between 0 and 10000')
@Check('shelf_complete', 'complete_bp between 0 and 10000')
export class ShelfEntity {
  @ForeignKey(() => ListingEntity, { name: 'shelf_of_listing' })
  @PrimaryColumn('uuid')
  listing_id!: string;
  @Column('uuid') seller_id!: string;
  /** Null: goods of a general category. */
  @Column('uuid', { nullable: true }) odop_entry_id!: string | null;
  /** The category itself, without those above it; null for goods older than the categories. */
  @Column('text', { nullable: true }) category_slug!: string | null;
  @Column('text') district_slug!: string;
  @Column('text') state_code!: string;
  @Column('timestamptz') live_at!: Date;
  /** Of the cheapest variant. */
  @Column('bigint') price_paise!: string;
  @Column('text') country_of_origin!: string;
  /** Tenths of a star; 0 = nobody rated them. */
  @Column('smallint') rating_tenths!: number;
  /** What the stars count where goods are held against each other: the middle while nobody has spoken. */
  @Column('smallint', { default: 5000 }) rating_bp!: number;
  @Column('smallint') complete_bp!: number;
  @Column('boolean') in_stock!: boolean;
  /** Points that do not depend on a search, times 1,024, and a lot among equals. */
  @Column('integer') standing!: number;
  /** Among the best few thousand: looked at first by a search. */
  @Column('boolean') is_top!: boolean;
  /** Among the best tenth of a large shop: looked at when too few of the best thousands fit. */
  @Column('boolean', { default: false }) is_upper!: boolean;
  @Column('text', { array: true }) tags!: string[];
  @Column('tsvector') words!: string;
  /** When it was last put there. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) changed_at!: Date;
  /** What lists show of it. */
  @Column('jsonb') card!: unknown;
  /** First legal day on which a mark or proof it stands in a storefront for no longer holds. */
  @Column('date', { nullable: true }) stale_on!: string | null;
}

/** A word that stands on the shelf, as it sounds: mistyped ones are held against these. */
@Entity({ schema: 'catalogue', name: 'shelf_word' })
@Index('shelf_word_trigrams', { synchronize: false })
@Index('shelf_word_beginnings', { synchronize: false })
@Check('shelf_word_form', `word ~ '^[a-z0-9]+$'`)
export class ShelfWordEntity {
  @PrimaryColumn('text') word!: string;
  /** As last counted; 0 = not yet. */
  @Column('integer') listings!: number;
}

/** What is proposed while somebody types, under the sound of each of its words and what follows it. */
@Entity({ schema: 'catalogue', name: 'shelf_phrase' })
@Index('shelf_phrase_beginnings', { synchronize: false })
@Check('shelf_phrase_kind', `kind in ('product', 'goods', 'district')`)
export class ShelfPhraseEntity {
  @PrimaryColumn('text') kind!: 'product' | 'goods' | 'district';
  @PrimaryColumn('text') phrase!: string;
  @PrimaryColumn('text') sound!: string;
  @Column('integer') listings!: number;
}

/** Goods by tag, within everything (scope '') or within one tag, as last counted. */
@Entity({ schema: 'catalogue', name: 'shelf_count' })
export class ShelfCountEntity {
  @PrimaryColumn('text') scope!: string;
  @PrimaryColumn('text') tag!: string;
  @Column('integer') listings!: number;
}

/** As of when goods, words and phrases are counted, and where the best begin: one row. */
@Entity({ schema: 'catalogue', name: 'shelf_counted' })
@Check('shelf_counted_once', 'only_one')
export class ShelfCountedEntity {
  @PrimaryColumn('boolean', { default: true }) only_one!: boolean;
  @Column('integer') top_standing!: number;
  @Column('integer', { default: 0 }) upper_standing!: number;
  @Column('timestamptz') counted_at!: Date;
}

/** What a row of the shelf was counted under before it changed, and after; taken away once it is counted. */
@Entity({ schema: 'catalogue', name: 'shelf_change' })
export class ShelfChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('text', { array: true }) old_tags!: string[];
  @Column('text', { array: true }) new_tags!: string[];
  /** Empty where they stayed the same. */
  @Column('text', { array: true }) old_words!: string[];
  @Column('text', { array: true }) new_words!: string[];
  @Column('text', { array: true }) old_phrases!: (string | null)[];
  @Column('text', { array: true }) new_phrases!: (string | null)[];
}
