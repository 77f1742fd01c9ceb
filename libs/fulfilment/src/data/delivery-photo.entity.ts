import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { deliveryPhotoStates, type DeliveryPhotoState } from '../domain/delivery-photo.js';
import { ShipmentEntity } from './shipment.entity.js';

const listed = deliveryPhotoStates.map((name) => `'${name}'`).join(', ');

/** What shows that a parcel of a maker's own carrier has arrived: sealed, in the store, seen by both sides and the desk. @rule S-58 */
@Entity({ schema: 'fulfilment', name: 'delivery_photo' })
@Index('delivery_photo_once', { synchronize: false })
@Index('delivery_photo_by_shipment', ['shipment_id', 'given_at'])
@Index('delivery_photo_kept', { synchronize: false })
@Check('delivery_photo_type', `content_type in ('application/pdf', 'image/jpeg')`)
@Check('delivery_photo_hash', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('delivery_photo_state', `state in (${listed})`)
@Check('delivery_photo_ends_once', `(ended_at is null) = (state in ('waiting', 'clean'))`)
@Check('delivery_photo_destroyed_after_its_end', 'destroyed_at is null or ended_at is not null')
export class DeliveryPhotoEntity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => ShipmentEntity, { name: 'delivery_photo_of_shipment' })
  @Column('uuid')
  shipment_id: string;
  @Column('uuid') seller_id: string;
  @Column('uuid') receiver_id: string;
  @Column('text') content_type: 'application/pdf' | 'image/jpeg';
  /** Of what is shown, not of its sealed form. */
  @Column('integer') size_bytes: number;
  /** Of what is shown: who saved it can prove that it is the same. */
  @Column('text') sha256: string;
  /** Drawn by lot; says nothing. */
  @Column('text') storage_key: string;
  @Column('text') state: DeliveryPhotoState;
  @Column('timestamptz') given_at: Date;
  @Column('timestamptz', { nullable: true }) scanned_at: Date | null;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @Column('timestamptz', { nullable: true }) destroyed_at: Date | null;
}
