import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { compensationStates, type CompensationState } from '../domain/late-refund.js';
import { RefundEntity } from './payment.entity.js';

/** What a shopper is owed because money of a failed payment came back too late. */
@Entity({ schema: 'payments', name: 'compensation' })
@Index('compensation_by_state', ['state', 'refund_id'])
@Index('compensation_waits', { synchronize: false })
@Index('compensation_alarmed', { synchronize: false })
@Check('compensation_state', `state in (${compensationStates.map((name) => `'${name}'`).join(', ')})`)
@Check('compensation_amount', 'days > 0 and daily_paise > 0 and amount_paise = days * daily_paise')
@Check('compensation_paid', `(state = 'paid') = (paid_at is not null and reference is not null)`)
export class CompensationEntity {
  @ForeignKey(() => RefundEntity, { name: 'compensation_of_refund' })
  @PrimaryColumn('uuid')
  refund_id: string;
  @Column('uuid') payer_id: string;
  /** Owed for each day that was begun, by the rule of the day it was promised for. */
  @Column('bigint') daily_paise: string;
  @Column('integer') days: number;
  @Column('bigint') amount_paise: string;
  /** The end of the last day that is owed for: no other refund of the payment is owed for days up to it. */
  @Column('timestamptz') counted_to: Date;
  @Column('text') state: CompensationState;
  /** Since when it is in its state; the database writes it. */
  @Column('timestamptz') state_since?: Date;
  /** When the desk was told that nobody pays it; null: not. */
  @Column('timestamptz', { nullable: true }) alarmed_at?: Date | null;
  /** The bank's reference of what was paid. */
  @Column('text', { nullable: true }) reference: string | null;
  @Column('uuid', { nullable: true }) paid_by: string | null;
  @Column('timestamptz', { nullable: true }) paid_at: Date | null;
  @Column('timestamptz') made_at: Date;
}
