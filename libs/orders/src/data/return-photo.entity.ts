import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { returnPhotoStates, type ReturnPhotoState } from '../domain/return-photo.js';
import { OrderEntity } from './order.entity.js';
import { ReturnRequestEntity } from './return.entity.js';

const listed = returnPhotoStates.map((name) => `'${name}'`).join(', ');

/** A photo of goods that are to go back: sealed, in the store, seen by shopper, maker and desk. @rule S-58 */
@Entity({ schema: 'orders', name: 'return_photo' })
@Index('return_photo_by_order', ['order_id', 'given_at'])
@Index('return_photo_kept', { synchronize: false })
@Check('return_photo_type', `content_type in ('application/pdf', 'image/jpeg')`)
@Check('return_photo_hash', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('return_photo_state', `state in (${listed})`)
@Check('return_photo_ends_once', `(ended_at is null) = (state in ('waiting', 'clean'))`)
@Check('return_photo_destroyed_after_its_end', 'destroyed_at is null or ended_at is not null')
export class ReturnPhotoEntity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => OrderEntity, { name: 'return_photo_of_order' })
  @Column('uuid')
  order_id: string;
  /** null: she has not asked yet. */
  @ForeignKey(() => ReturnRequestEntity, { name: 'return_photo_of_request' })
  @Column('uuid', { nullable: true })
  request_id: string | null;
  @Column('uuid') buyer_id: string;
  @Column('uuid') seller_id: string;
  @Column('text') content_type: 'application/pdf' | 'image/jpeg';
  /** Of what is shown, not of its sealed form. */
  @Column('integer') size_bytes: number;
  /** Of what is shown: who saved it can prove that it is the same. */
  @Column('text') sha256: string;
  /** Drawn by lot; says nothing. */
  @Column('text') storage_key: string;
  @Column('text') state: ReturnPhotoState;
  @Column('timestamptz') given_at: Date;
  @Column('timestamptz', { nullable: true }) scanned_at: Date | null;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @Column('timestamptz', { nullable: true }) destroyed_at: Date | null;
}
