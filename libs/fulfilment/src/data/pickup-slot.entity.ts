import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { slotChoosers, type SlotChooser } from '../domain/pickup-slot.js';
import { ShipmentEntity } from './shipment.entity.js';

/** When the courier of a parcel comes for it; the hours are empty while no time is agreed. */
@Entity({ schema: 'fulfilment', name: 'pickup_slot' })
@Check('pickup_slot_chosen_by', `chosen_by in (${slotChoosers.map((who) => `'${who}'`).join(', ')})`)
@Check('pickup_slot_whole', 'num_nulls(window_id, from_at, to_at, closes_at) in (0, 4)')
@Check('pickup_slot_hours', 'to_at > from_at')
@Check('pickup_slot_counts', 'misses >= 0 and turn >= 1')
export class PickupSlotEntity {
  @ForeignKey(() => ShipmentEntity, { name: 'pickup_slot_of_shipment' })
  @PrimaryColumn('uuid')
  shipment_id: string;
  @Column('uuid') seller_id: string;
  @Column('uuid') receiver_id: string;
  /** The courier's word for those hours. */
  @Column('text', { nullable: true }) window_id: string | null;
  @Column('timestamptz', { nullable: true }) from_at: Date | null;
  @Column('timestamptz', { nullable: true }) to_at: Date | null;
  /** After it nothing can be changed. */
  @Column('timestamptz', { nullable: true }) closes_at: Date | null;
  @Column('text') chosen_by: SlotChooser;
  /** How often the courier did not come. */
  @Column('integer', { default: 0 }) misses: number;
  /** How often it was written: who finds another than she read knows that somebody chose meanwhile. */
  @Column('integer', { default: 1 }) turn: number;
}
