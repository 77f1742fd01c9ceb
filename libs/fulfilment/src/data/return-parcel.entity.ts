import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { returnParcelStates } from '../domain/return-parcel.states.js';

/** What a shopper sends back to its maker: fetched by the courier we book, or sent by her. @rule SM-5 */
@Entity({ schema: 'fulfilment', name: 'return_parcel' })
@Unique('return_parcel_once_per_return', ['return_id'])
@Index('return_parcel_by_awb', { synchronize: false })
@Index('return_parcel_by_cause', ['cause_kind', 'cause_id'])
@Index('return_parcel_waits', { synchronize: false })
@Index('return_parcel_alarmed', { synchronize: false })
@Check('return_parcel_state', `state in (${returnParcelStates.names.map((name) => `'${name}'`).join(', ')})`)
@Check('return_parcel_weight', 'weight_g > 0')
@Check('return_parcel_carriage', 'carriage_paise >= 0')
@Check('return_parcel_counts', 'bookings > 0 and misses >= 0')
export class ReturnParcelEntity {
  @PrimaryColumn('uuid') id: string;
  /** Whose request for a return it is; its journey knows it. */
  @Column('uuid') return_id: string;
  @Column('text') cause_kind: string;
  @Column('uuid') cause_id: string;
  @Column('uuid') seller_id: string;
  /** The shopper. */
  @Column('uuid') sender_id: string;
  @Column('text') from_pincode: string;
  @Column('text') to_pincode: string;
  @Column('integer') weight_g: number;
  @Column('text') state: string;
  /** How often a courier was asked to come. */
  @Column('integer') bookings: number;
  /** How often it came in vain, of the present booking. */
  @Column('integer') misses: number;
  @Column('text', { nullable: true }) courier: string | null;
  /** The courier's number for the parcel (air waybill). */
  @Column('text', { nullable: true }) awb: string | null;
  /** What that courier asks for it; null where the shopper sends it herself, or it did not say. */
  @Column('bigint', { nullable: true }) carriage_paise: string | null;
  /** The shopper sends it with somebody of her own choice: both words are hers. */
  @Column('boolean') own_carrier: boolean;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz', { nullable: true }) dispatched_at: Date | null;
  @Column('timestamptz', { nullable: true }) delivered_at: Date | null;
  /** Since when it is in its state; the database writes it. */
  @Column('timestamptz') state_since?: Date;
  /** When the desk was told that nobody moves it; null: not. */
  @Column('timestamptz', { nullable: true }) alarmed_at?: Date | null;
}

/**
 * A courier was asked to fetch it, the so-many-th time. Its number stays known when another is asked: a driver who comes all the
 * same has the goods. @rule SM-5 S-13
 */
@Entity({ schema: 'fulfilment', name: 'pickup_booking' })
@Unique('pickup_booking_by_awb', ['courier', 'awb'])
export class PickupBookingEntity {
  @PrimaryColumn('uuid') parcel_id: string;
  @PrimaryColumn('integer') booking: number;
  @Column('text') courier: string;
  /** The courier's number; null: it was asked, and has not said yes as far as we know. */
  @Column('text', { nullable: true }) awb: string | null;
  @Column('bigint', { nullable: true }) carriage_paise: string | null;
  @Column('timestamptz') asked_at: Date;
  @ManyToOne(() => ReturnParcelEntity)
  @JoinColumn({ name: 'parcel_id', foreignKeyConstraintName: 'pickup_booking_parcel_id_fkey' })
  parcel?: ReturnParcelEntity;
}
