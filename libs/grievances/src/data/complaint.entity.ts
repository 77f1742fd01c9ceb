import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { About, Outcome, StepMaker } from '../domain/complaint.js';
import type { ComplaintState } from '../domain/complaint.states.js';

/** A consumer's complaint and its clocks. Its words are in its steps. @rule SM-9 */
@Entity({ schema: 'grievances', name: 'complaint' })
@Unique('complaint_ticket', ['ticket'])
@Index('complaint_by_person', ['person_id', 'id'])
@Index('complaint_by_state', ['state', 'id'])
@Index('complaint_due', { synchronize: false })
@Check('complaint_about', `about in ('order', 'goods', 'payment', 'delivery', 'maker', 'platform', 'privacy')`)
@Check('complaint_state', `state in ('received', 'acknowledged', 'in_progress', 'escalated', 'resolved', 'closed')`)
@Check('complaint_outcome', `outcome in ('upheld', 'partly', 'dismissed', 'withdrawn')`)
@Check('complaint_of_order', '(order_id is null) = (order_number is null)')
export class ComplaintEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') ticket!: string;
  @Column('uuid') person_id!: string;
  /** Of the order; null: it is about none. */
  @Column('uuid', { nullable: true }) seller_id!: string | null;
  @Column('uuid', { nullable: true }) order_id!: string | null;
  @Column('text', { nullable: true }) order_number!: string | null;
  @Column('text') about!: About;
  @Column('text') state!: ComplaintState;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('smallint') reopens!: number;
  @Column('timestamptz') received_at!: Date;
  @Column('timestamptz') acknowledge_by!: Date;
  @Column('timestamptz') escalate_by!: Date;
  @Column('timestamptz') redress_by!: Date;
  @Column('timestamptz', { nullable: true }) acknowledged_at!: Date | null;
  /** The desk was told that nobody acknowledged it in time. */
  @Column('timestamptz', { nullable: true }) reminded_at!: Date | null;
  @Column('timestamptz', { nullable: true }) escalated_at!: Date | null;
  @Column('timestamptz', { nullable: true }) breached_at!: Date | null;
  @Column('timestamptz', { nullable: true }) resolved_at!: Date | null;
  @Column('timestamptz', { nullable: true }) reopen_until!: Date | null;
  @Column('timestamptz', { nullable: true }) closes_at!: Date | null;
  /** When its next clock strikes (domain/clocks.ts). */
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('integer') version!: number;
}

/** What happened to a complaint, and what was said; only added to. */
@Entity({ schema: 'grievances', name: 'complaint_step' })
@Check('complaint_step_made_by', `made_by in ('shopper', 'desk', 'bazaar')`)
export class ComplaintStepEntity {
  @ForeignKey(() => ComplaintEntity, { name: 'complaint_step_of_complaint' })
  @PrimaryColumn('uuid')
  complaint_id!: string;
  /** The complaint's version after the step. */
  @PrimaryColumn('integer') n!: number;
  @Column('uuid') person_id!: string;
  @Column('text') event!: string;
  @Column('text') state!: string;
  @Column('text') made_by!: StepMaker;
  /** Hers and the desk's alike are sealed with her key: they speak of her. */
  @Column('bytea', { nullable: true }) words_sealed!: Buffer | null;
  @Column('timestamptz') at!: Date;
}
