import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CountReason, MovementKind } from '../domain/stock.rules.js';
import { OfferEntity } from './offer.entity.js';

/** Where a seller keeps goods. The first of each bears her own id and stays. */
@Entity({ schema: 'catalogue', name: 'stock_location' })
@Index('stock_location_name_once', { synchronize: false })
@Check('stock_location_pincode', `pincode ~ '^[1-9][0-9]{5}$'`)
@Check('stock_location_first_stays', 'not is_retired or id <> seller_id')
export class StockLocationEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey('SellerEntity', { name: 'stock_location_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('text') name!: string;
  @Column('text') pincode!: string;
  @Column('uuid') district_id!: string;
  @Column('boolean', { default: false }) is_retired!: boolean;
  @Column('timestamptz') made_at!: Date;
}

/** Pieces of an offer in a place; `reserved` of them are promised. What an offer has is the sum over its places. @rule S-4 */
@Entity({ schema: 'catalogue', name: 'stock_level' })
@Index('stock_level_by_location', ['location_id', 'offer_id'])
@Check('stock_level_on_hand', 'on_hand >= 0')
@Check('stock_level_reserved', 'reserved between 0 and on_hand')
@Check('stock_level_closed_is_empty', 'not is_closed or on_hand = 0')
export class StockLevelEntity {
  @ForeignKey(() => OfferEntity, { name: 'stock_level_of_offer' })
  @PrimaryColumn('uuid')
  offer_id!: string;
  @ForeignKey(() => StockLocationEntity, { name: 'stock_level_of_location' })
  @PrimaryColumn('uuid')
  location_id!: string;
  @Column('integer') on_hand!: number;
  @Column('integer', { default: 0 }) reserved!: number;
  /** The place is given up: what comes back goes to the first one. */
  @Column('boolean', { default: false }) is_closed!: boolean;
}

const ofLevel = ['offer_id', 'location_id'] as const;

/** Pieces promised to a cause until it is paid, given up or its time is over; a part for each place they lie in. @rule S-4 */
@Entity({ schema: 'catalogue', name: 'stock_hold' })
@ForeignKey(() => StockLevelEntity, [...ofLevel], [...ofLevel], { name: 'stock_hold_of_level' })
@Index('stock_hold_once', { synchronize: false })
@Index('stock_hold_of_offer_held', { synchronize: false })
@Index('stock_hold_expiring', { synchronize: false })
@Index('stock_hold_by_holder', { synchronize: false })
@Check('stock_hold_quantity', 'quantity > 0')
@Check('stock_hold_part', 'part >= 1')
@Check('stock_hold_left', 'left_at is null or is_to_make')
@Check('stock_hold_came_back', 'came_back between 0 and quantity')
@Check('stock_hold_state', `state in ('held', 'released', 'committed', 'returned')`)
export class StockHoldEntity {
  @PrimaryColumn('uuid') id!: string;
  @PrimaryColumn('smallint', { default: 1 }) part!: number;
  @Column('uuid') offer_id!: string;
  @Column('uuid') location_id!: string;
  @Column('text') cause_kind!: string;
  @Column('uuid') cause_id!: string;
  @Column('integer') quantity!: number;
  /** Its pieces are made after they were ordered: of no shelf, but of how many their maker takes on. */
  @Column('boolean', { default: false }) is_to_make!: boolean;
  /** When they left her, made: she can take on as many again. */
  @Column('timestamptz', { nullable: true }) left_at!: Date | null;
  /** Pieces of a committed hold that came back, or need not be made any more. */
  @Column('integer', { default: 0 }) came_back!: number;
  @Column('text') state!: 'held' | 'released' | 'committed' | 'returned';
  /** The person whose unpaid holds are counted. @rule S-52 */
  @Column('uuid', { nullable: true }) held_by!: string | null;
  @Column('timestamptz') expires_at!: Date;
  @Column('timestamptz') made_at!: Date;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
}

/** Somebody wants to be told when an offer is there again; the row goes with the telling. */
@Entity({ schema: 'catalogue', name: 'stock_wish' })
@Index('stock_wish_by_person', ['person_id', 'asked_at'])
export class StockWishEntity {
  @ForeignKey(() => OfferEntity, { name: 'stock_wish_of_offer' })
  @PrimaryColumn('uuid')
  offer_id!: string;
  @PrimaryColumn('uuid') person_id!: string;
  @Column('timestamptz') asked_at!: Date;
}

/** Why a shelf changed. What lies in a place is the sum of these; rows are only ever added. @rule S-4 */
@Entity({ schema: 'catalogue', name: 'stock_movement' })
@ForeignKey(() => StockLevelEntity, [...ofLevel], [...ofLevel], { name: 'stock_movement_of_level' })
@Index('stock_movement_by_offer', ['offer_id', 'id'])
@Check('stock_movement_kind', `kind in ('received', 'sold', 'returned', 'written_off', 'moved')`)
@Check('stock_movement_moves', 'change <> 0')
@Check('stock_movement_direction', `kind = 'moved' or (change > 0) = (kind in ('received', 'returned'))`)
@Check(
  'stock_movement_reason',
  `reason in ('counted', 'made', 'found', 'returned', 'damaged', 'lost', 'sold_elsewhere', 'given_away')`,
)
export class StockMovementEntity {
  @PrimaryColumn('uuid') id!: string;
  @PrimaryColumn('uuid') offer_id!: string;
  @PrimaryColumn('uuid') location_id!: string;
  @Column('text') kind!: MovementKind;
  @Column('integer') change!: number;
  @Column('text', { nullable: true }) cause_kind!: string | null;
  @Column('uuid', { nullable: true }) cause_id!: string | null;
  /** Why its seller counted anew, and what she wrote to it. */
  @Column('text', { nullable: true }) reason!: CountReason | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) person_id!: string | null;
  @Column('timestamptz') at!: Date;
}
