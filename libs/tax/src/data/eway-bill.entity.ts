import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ewayBillStates, type EWayBillState } from '../domain/eway-bill.states.js';
import { DocumentEntity } from './document.entity.js';

/** The e-way bill of goods that may not move without one. @rule R-6.23 */
@Entity({ schema: 'tax', name: 'eway_bill' })
@Check('eway_bill_state', `state in (${ewayBillStates.names.map((name) => `'${name}'`).join(', ')})`)
@Check('eway_bill_why', `why in ('value', 'handicraft')`)
@Check(
  'eway_bill_made',
  `case when state in ('waiting', 'refused') then number is null when state = 'made' then number is not null else true end and num_nulls(number, made_at, distance_km, valid_days) in (0, 4)`,
)
@Check('eway_bill_refused', `(state in ('refused', 'kept')) = (refusal is not null)`)
@Check('eway_bill_number', `number ~ '^[0-9]{12}$'`)
@Check('eway_bill_distance', 'distance_km between 0 and 4000')
@Check('eway_bill_days', 'valid_days > 0')
@Check('eway_bill_round', 'round >= 0')
@Index('eway_bill_waits', { synchronize: false })
@Index('eway_bill_runs', { synchronize: false })
export class EWayBillEntity {
  @ForeignKey(() => DocumentEntity, { name: 'eway_bill_of_document' })
  @PrimaryColumn('uuid')
  document_id: string;
  @Column('uuid') seller_id: string;
  @Column('uuid') recipient_id: string;
  /** Its value, or handicraft of a maker without registration for another State. */
  @Column('text') why: 'value' | 'handicraft';
  @Column('text') state: EWayBillState;
  @Column('timestamptz') state_since: Date;
  /** When the desk was told that nobody moves it; null: not. */
  @Column('timestamptz', { nullable: true }) alarmed_at: Date | null;
  /** How often it was asked for again after a refusal. */
  @Column('integer') round: number;
  /** When the portal was first asked: from then on it may have made it. */
  @Column('timestamptz', { nullable: true }) asked_at: Date | null;
  /** A fault of ours, or the portal's code. */
  @Column('text', { nullable: true }) refusal: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('timestamptz', { nullable: true }) made_at: Date | null;
  @Column('integer', { nullable: true }) distance_km: number | null;
  /** So long it is valid from when the vehicle is known. */
  @Column('integer', { nullable: true }) valid_days: number | null;
  /** When it runs out, reckoned from when its goods left; null before. */
  @Column('timestamptz', { nullable: true }) expires_at?: Date | null;
  /** When they had arrived, or would not any more. */
  @Column('timestamptz', { nullable: true }) ended_at?: Date | null;
  /** When maker and desk were told that it runs out before they arrive. */
  @Column('timestamptz', { nullable: true }) warned_at?: Date | null;
}
