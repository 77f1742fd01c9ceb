import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a maker earns with a cause waits while something is decided. */
@Entity({ schema: 'payments', name: 'earning_hold' })
@Index('earning_hold_of_seller', { synchronize: false })
export class EarningHoldEntity {
  @PrimaryColumn('text') cause_kind: string;
  @PrimaryColumn('uuid') cause_id: string;
  /** What is to be decided: a complaint. */
  @PrimaryColumn('uuid') held_for: string;
  @Column('uuid') seller_id: string;
  @Column('timestamptz') held_at: Date;
  @Column('timestamptz', { nullable: true }) released_at: Date | null;
}
