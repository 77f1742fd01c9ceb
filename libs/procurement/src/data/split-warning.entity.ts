import { Check, Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { DemandEntity } from './procurement.entity.js';

/** Orders of an office that add up above a ceiling with this demand: one warning a demand, however often it is tried. */
@Entity({ schema: 'procurement', name: 'split_warning' })
@Index('split_warning_by_office', ['office_id', 'raised_at'])
@Check('split_warning_found', `found in ('warning', 'block')`)
export class SplitWarningEntity {
  @PrimaryColumn('uuid') demand_id: string;
  @Column('uuid') office_id: string;
  @Column('text') found: string;
  @Column('bigint') sum_paise: string;
  @Column('bigint') ceiling_paise: string;
  @Column('timestamptz') raised_at: Date;
  /** When vigilance heard of it. */
  @Column('timestamptz', { nullable: true }) reported_at: Date | null;
  @OneToOne(() => DemandEntity)
  @JoinColumn({ name: 'demand_id', foreignKeyConstraintName: 'split_warning_of_demand' })
  demand?: DemandEntity;
}
