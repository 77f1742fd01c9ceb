import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** When a maker is paid next, and whether the desk holds her payouts. */
@Entity({ schema: 'payments', name: 'payout_clock' })
@Check('payout_clock_held', '(held_at is null) = (held_reason is null) and (held_at is not null or held_by is null)')
@Index('payout_clock_due', { synchronize: false })
@Index('payout_clock_held_since', { synchronize: false })
export class PayoutClockEntity {
  @PrimaryColumn('uuid') seller_id: string;
  /** The last payout by a run; null before the first. */
  @Column('timestamptz', { nullable: true }) ran_at: Date | null;
  /** When to look whether something is to be paid; null when nothing waits. */
  @Column('timestamptz', { nullable: true }) due_at: Date | null;
  @Column('timestamptz', { nullable: true }) held_at: Date | null;
  /** The officer; null when the platform itself held them. */
  @Column('uuid', { nullable: true }) held_by: string | null;
  @Column('text', { nullable: true }) held_reason: string | null;
  /** Her shop is closed: whatever is owed is paid. */
  @Column('boolean', { default: false }) is_last?: boolean;
}
