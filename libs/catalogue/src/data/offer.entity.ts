import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ListingEntity } from './listing.entity.js';

/** A variant somebody can buy, with its price and its stock. @rule S-4 */
@Entity({ schema: 'catalogue', name: 'offer' })
@Index('offer_label_once', ['listing_id', 'seller_id', 'label'], { unique: true })
@Index('offer_by_seller', ['seller_id', 'id'])
@Check('offer_price', 'price_paise > 0')
@Check('offer_within_mrp', 'price_paise <= mrp_paise')
@Check('offer_lead', 'lead_days between 0 and 365')
@Check('offer_quantities', 'min_quantity between 1 and max_quantity')
@Check('offer_low_stock', 'low_stock between 0 and 1000000')
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
  /** With so many pieces left its seller is told; null: when the platform's number is reached. */
  @Column('integer', { nullable: true }) low_stock!: number | null;
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
