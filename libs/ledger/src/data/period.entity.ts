import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptTrial } from '../domain/period.js';

/** A month whose books an officer asked to close, and what was kept of it when another closed it. */
@Entity({ schema: 'ledger', name: 'period' })
@Check('period_month', `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
@Check('period_transfers', 'transfers >= 0')
@Check(
  'period_closed_whole',
  '(closed_at is null) = (digest is null) and (closed_at is null) = (trial is null) and (closed_at is null) = (transfers is null)',
)
@Check('period_closed_by_another', 'closed_at is null or closed_by is distinct from asked_by')
@Check('period_shut_by_another', 'closing_at is null or closed_by is distinct from asked_by')
export class PeriodEntity {
  /** `2026-10`, in India's time. */
  @PrimaryColumn('text') month: string;
  /** Its first instant that is not part of it. */
  @Column('timestamptz') before_at: Date;
  /** null: at the machine of the installation. */
  @Column('uuid', { nullable: true }) asked_by: string | null;
  @Column('timestamptz') asked_at: Date;
  /** From when on it takes nothing: what it is made of is read after that, and kept with `closed_at`. */
  @Column('timestamptz', { nullable: true }) closing_at: Date | null;
  @Column('uuid', { nullable: true }) closed_by: string | null;
  @Column('timestamptz', { nullable: true }) closed_at: Date | null;
  @Column('bigint', { nullable: true }) transfers: string | null;
  @Column('jsonb', { nullable: true }) trial: KeptTrial | null;
  @Column('text', { nullable: true }) digest: string | null;
}
