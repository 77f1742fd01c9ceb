import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { deliveryProofs } from '../domain/delivery-code.js';
import { shipmentStates } from '../domain/shipment.states.js';

@Entity({ schema: 'fulfilment', name: 'shipment' })
@Unique('shipment_once_per_cause', ['cause_kind', 'cause_id'])
@Index('shipment_by_awb', { synchronize: false })
@Index('shipment_by_seller', ['seller_id', 'state', 'id'])
@Check('shipment_state', `state in (${shipmentStates.names.map((name) => `'${name}'`).join(', ')})`)
@Check('shipment_weight', 'weight_g > 0')
@Check('shipment_carriage', 'carriage_paise >= 0')
@Check('shipment_held', `held_why in ('dispute')`)
@Check('shipment_cash', 'cash_paise >= 0')
@Check('shipment_delivery_proof', `delivery_proof in (${deliveryProofs.map((proof) => `'${proof}'`).join(', ')})`)
@Check('shipment_code_tries', 'code_tries >= 0')
@Check('shipment_attempts', 'attempts >= 0')
@Index('shipment_waits', { synchronize: false })
@Index('shipment_delivered', { synchronize: false })
@Index('shipment_alarmed', { synchronize: false })
export class ShipmentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') cause_kind: string;
  @Column('uuid') cause_id: string;
  @Column('uuid') seller_id: string;
  /** The shopper, or the organisation of the consignee. */
  @Column('uuid') receiver_id: string;
  @Column('text') from_pincode: string;
  @Column('text') to_pincode: string;
  @Column('integer') weight_g: number;
  /** What the courier collects at the door. */
  @Column('bigint', { default: 0 }) cash_paise: string;
  @Column('text') state: string;
  @Column('text', { nullable: true }) courier: string | null;
  /** The courier's number for the parcel (air waybill). */
  @Column('text', { nullable: true }) awb: string | null;
  /** What that courier asks for it; null where a maker sends it herself, or it did not say. */
  @Column('bigint', { nullable: true }) carriage_paise: string | null;
  /** The maker sends it with somebody of her own choice: both words are hers. */
  @Column('boolean', { default: false }) own_carrier: boolean;
  /** Why it must not leave its maker now; null: it may. */
  @Column('text', { nullable: true }) held_why: string | null;
  /** How often it was held. */
  @Column('integer', { default: 0 }) holds: number;
  @Column('timestamptz') made_at: Date;
  @Column('timestamptz', { nullable: true }) dispatched_at: Date | null;
  @Column('timestamptz', { nullable: true }) delivered_at: Date | null;
  /** How it was proved that a parcel of a carrier of the maker's own has arrived. */
  @Column('text', { nullable: true }) delivery_proof?: string | null;
  /** Wrong delivery codes of the day of the last one. */
  @Column('smallint', { default: 0 }) code_tries?: number;
  @Column('timestamptz', { nullable: true }) code_tried_at?: Date | null;
  /** When a courier was first asked to fetch it; null: nobody was. */
  @Column('timestamptz', { nullable: true }) asked_at?: Date | null;
  /** Which courier that was, or is asked now; null: nobody, or all said no. */
  @Column('text', { nullable: true }) asked_courier?: string | null;
  /** When it was found first that no courier carries it; null: not. */
  @Column('timestamptz', { nullable: true }) unserved_at?: Date | null;
  /** How often its courier came in vain. */
  @Column('smallint', { default: 0 }) attempts?: number;
  /** Since when it is in its state; the database writes it. */
  @Column('timestamptz') state_since?: Date;
  /** When the desk was told that nobody moves it; null: not. */
  @Column('timestamptz', { nullable: true }) alarmed_at?: Date | null;
}

@Entity({ schema: 'fulfilment', name: 'shipment_line' })
@Check('shipment_line_quantity', 'quantity > 0')
export class ShipmentLineEntity {
  @PrimaryColumn('uuid') shipment_id: string;
  @PrimaryColumn('uuid') offer_id: string;
  @Column('uuid') seller_id: string;
  @Column('uuid') receiver_id: string;
  @Column('text') title: string;
  @Column('integer') quantity: number;
  @ManyToOne(() => ShipmentEntity)
  @JoinColumn({ name: 'shipment_id', foreignKeyConstraintName: 'shipment_line_shipment_id_fkey' })
  shipment?: ShipmentEntity;
}

@Entity({ schema: 'fulfilment', name: 'tracking_notice' })
@Index('tracking_notice_by_awb', ['courier', 'awb'])
@Check('tracking_notice_proof', `proof in ('code', 'signature')`)
export class TrackingNoticeEntity {
  @PrimaryColumn('text') courier: string;
  @PrimaryColumn('text') event_id: string;
  @Column('text') awb: string;
  @Column('text', { nullable: true }) kind: string | null;
  /** How a delivery was proved, where the courier told. */
  @Column('text', { nullable: true }) proof: string | null;
  @Column('timestamptz') at: Date;
  @Column('timestamptz') received_at: Date;
}

/** A file of a courier's news that was read. @rule S-19 */
@Entity({ schema: 'fulfilment', name: 'tracking_file' })
@Check('tracking_file_counts', 'bytes >= 0 and broken >= 0')
export class TrackingFileEntity {
  @PrimaryColumn('text') courier: string;
  @PrimaryColumn('text') name: string;
  /** How long it was when it was read; a longer one is read again. */
  @Column('integer') bytes: number;
  /** Rows that could not be read. */
  @Column('integer') broken: number;
  @Column('timestamptz') written_at: Date;
  @Column('timestamptz') read_at: Date;
}
