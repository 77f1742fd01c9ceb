import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A share of the registration threshold a maker's sales have reached in a year. Written once; what comes back later changes nothing. */
@Entity({ schema: 'tax', name: 'turnover_mark' })
@Check('turnover_mark_amounts', 'turnover_paise >= 0 AND threshold_paise > 0')
export class TurnoverMarkEntity {
  @PrimaryColumn('uuid') seller_id: string;
  /** '2026-27' */
  @PrimaryColumn('text') financial_year: string;
  @PrimaryColumn('integer') share_bp: number;
  /** Whether new orders stop at it. */
  @Column('boolean') stops: boolean;
  @Column('bigint') turnover_paise: string;
  @Column('bigint') threshold_paise: string;
  @Column('timestamptz') reached_at: Date;
}
