import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MovementKind } from '../domain/stock.rules.js';
import { ListingEntity } from './listing.entity.js';

/** A variant somebody can buy, with its price and its stock. @rule S-4 */
@Entity({ schema: 'catalogue', name: 'offer' })
@Index('offer_label_once', ['listing_id', 'label'], { unique: true })
@Index('offer_by_seller', ['seller_id', 'id'])
@Check('offer_price', 'price_paise > 0')
@Check('offer_within_mrp', 'price_paise <= mrp_paise')
@Check('offer_lead', 'lead_days between 0 and 365')
@Check('offer_quantities', 'min_quantity between 1 and max_quantity')
@Check('offer_on_hand', 'on_hand >= 0')
@Check('offer_reserved', 'reserved between 0 and on_hand')
@Check('offer_gtin', `gtin ~ '^[0-9]{14}$'`)
@Check('offer_government_price', 'government_price_paise > 0 and government_price_paise <= price_paise')
@Check('offer_made_to_order_takes_time', 'not is_made_to_order or lead_days >= 1')
@Index('offer_options_once', { synchronize: false })
@Index('offer_sku_once', { synchronize: false })
@Index('offer_gtin_once', { synchronize: false })
export class OfferEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ListingEntity, { name: 'offer_of_listing' })
  @Column('uuid')
  listing_id!: string;
  /** Who sells it: the maker, or a reseller paired to the listing. */
  @ForeignKey('SellerEntity', { name: 'offer_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('text') label!: string;
  @Column('smallint') position!: number;
  @Column('bigint') price_paise!: string;
  @Column('bigint') mrp_paise!: string;
  @Column('integer') lead_days!: number;
  @Column('integer') min_quantity!: number;
  @Column('integer') max_quantity!: number;
  /** Pieces on the shelf; `reserved` of them are promised. */
  @Column('integer') on_hand!: number;
  @Column('integer', { default: 0 }) reserved!: number;
  @Column('boolean', { default: false }) is_withdrawn!: boolean;
  /** What sets this variant apart, by name: colour, size. */
  @Column('jsonb', { default: () => `'{}'` }) options!: Record<string, string>;
  /** The maker's own number of it. */
  @Column('text', { nullable: true }) sku!: string | null;
  /** GTIN-14; never invented. */
  @Column('text', { nullable: true }) gtin!: string | null;
  /** Made once it is ordered; the stock then is how many the maker takes on. */
  @Column('boolean', { default: false }) is_made_to_order!: boolean;
  @Column('jsonb', { default: () => `'[]'` }) quantity_breaks!: { from: number; price_paise: number }[];
  /** What public buyers pay where it differs. */
  @Column('bigint', { nullable: true }) government_price_paise!: string | null;
  @Column('integer', { default: 1 }) version!: number;
  /** What an officer saw last; null before the first review. @rule SM-3 */
  @Column('bigint', { nullable: true }) reviewed_price_paise!: string | null;
}

/** What was asked for an offer, and since when; rows are only ever added. @rule  */
@Entity({ schema: 'catalogue', name: 'price_change' })
@Check('price_change_counts_from_one', 'seq >= 1')
@Check('price_change_price', 'price_paise > 0')
export class PriceChangeEntity {
  @ForeignKey(() => OfferEntity, { name: 'price_change_of_offer' })
  @PrimaryColumn('uuid')
  offer_id!: string;
  @PrimaryColumn('integer') seq!: number;
  @Column('bigint') price_paise!: string;
  @Column('bigint') mrp_paise!: string;
  @Column('bigint', { nullable: true }) government_price_paise!: string | null;
  @Column('jsonb') quantity_breaks!: { from: number; price_paise: number }[];
  @Column('uuid', { nullable: true }) person_id!: string | null;
  @Column('timestamptz') at!: Date;
}

/** Pieces promised to a cause until it is paid, given up or its time is over. @rule S-4 */
@Entity({ schema: 'catalogue', name: 'stock_hold' })
@Index('stock_hold_once', { synchronize: false })
@Index('stock_hold_of_offer_held', { synchronize: false })
@Index('stock_hold_expiring', { synchronize: false })
@Index('stock_hold_by_holder', { synchronize: false })
@Check('stock_hold_quantity', 'quantity > 0')
@Check('stock_hold_state', `state in ('held', 'released', 'committed', 'returned')`)
export class StockHoldEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => OfferEntity, { name: 'stock_hold_of_offer' })
  @Column('uuid')
  offer_id!: string;
  @Column('text') cause_kind!: string;
  @Column('uuid') cause_id!: string;
  @Column('integer') quantity!: number;
  @Column('text') state!: 'held' | 'released' | 'committed' | 'returned';
  /** The person whose unpaid holds are counted. @rule S-52 */
  @Column('uuid', { nullable: true }) held_by!: string | null;
  @Column('timestamptz') expires_at!: Date;
  @Column('timestamptz') made_at!: Date;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}

/** Why the shelf changed. The stock on hand is the sum of these; rows are only ever added. @rule S-4 */
@Entity({ schema: 'catalogue', name: 'stock_movement' })
@Index('stock_movement_by_offer', ['offer_id', 'id'])
@Check('stock_movement_kind', `kind in ('received', 'sold', 'returned', 'written_off')`)
@Check('stock_movement_moves', 'change <> 0')
@Check('stock_movement_direction', `(change > 0) = (kind in ('received', 'returned'))`)
export class StockMovementEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => OfferEntity, { name: 'stock_movement_of_offer' })
  @Column('uuid')
  offer_id!: string;
  @Column('text') kind!: MovementKind;
  @Column('integer') change!: number;
  @Column('text', { nullable: true }) cause_kind!: string | null;
  @Column('uuid', { nullable: true }) cause_id!: string | null;
  @Column('uuid', { nullable: true }) person_id!: string | null;
  @Column('timestamptz') at!: Date;
}
