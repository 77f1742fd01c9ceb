import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One look at the providers' own lists. */
@Entity({ schema: 'payments', name: 'reconciliation' })
@Index('reconciliation_by_end', { synchronize: false })
@Check('reconciliation_kind', `kind in ('hourly', 'daily', 'asked')`)
export class ReconciliationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  /** From when on it looked, and when it began and ended: by real time, as the providers count it. */
  @Column('timestamptz') since_at: Date;
  @Column('timestamptz') began_at: Date;
  @Column('timestamptz', { nullable: true }) ended_at: Date | null;
  @Column('jsonb', { default: {} }) counts: object;
}

/** What one side has and the other has not; there until it agrees again or somebody has explained it. */
@Entity({ schema: 'payments', name: 'difference' })
@Unique('difference_once', ['provider', 'about', 'provider_id', 'kind'])
@Index('difference_open', { synchronize: false })
@Check('difference_about', `about in ('payment', 'refund', 'fee', 'payout', 'notice', 'cash', 'settlement')`)
@Check('difference_kind', `kind in ('missing_here', 'missing_there', 'amount', 'state')`)
@Check('difference_status', `status in ('open', 'repaired', 'explained')`)
@Check('difference_settled', `(status = 'open') = (settled_at is null)`)
@Check('difference_explained', `(status = 'explained') = (reason is not null and settled_by is not null)`)
export class DifferenceEntity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => ReconciliationEntity, { name: 'difference_of_run' })
  @Column('uuid')
  run_id: string;
  @Column('text') about: string;
  @Column('text') kind: string;
  @Column('text') provider: string;
  @Column('text') provider_id: string;
  @Column('uuid', { nullable: true }) our_id: string | null;
  @Column('bigint', { nullable: true }) ours_paise: string | null;
  @Column('bigint', { nullable: true }) theirs_paise: string | null;
  /** How each side saw it when it was found. */
  @Column('text') says: string;
  @Column('text') status: string;
  /** What put it right. */
  @Column('text', { nullable: true }) how: string | null;
  /** The desk's words. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) settled_by: string | null;
  @Column('timestamptz') found_at: Date;
  @Column('timestamptz', { nullable: true }) settled_at: Date | null;
}
