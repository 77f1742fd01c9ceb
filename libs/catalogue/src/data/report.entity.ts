import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { reportReasons, type ReportReason, type ReportState } from '../domain/report.rules.js';
import { ListingEntity } from './listing.entity.js';

/** What somebody says against goods in the shop, and what the desk found. @rule SM-3 R-9.3 */
@Entity({ schema: 'catalogue', name: 'report' })
@Index('report_waits_once', { synchronize: false })
@Index('report_on_desk', { synchronize: false })
@Index('report_due', { synchronize: false })
@Index('report_of_ip', { synchronize: false })
@Index('report_by_reporter', ['reporter_id', 'made_at'])
@Check('report_reason', `reason in (${reportReasons.map((one) => `'${one}'`).join(', ')})`)
@Check('report_state', `state in ('waiting', 'upheld', 'dismissed')`)
@Check('report_is_decided', `(state = 'waiting') = (decided_at is null)`)
export class ReportEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ListingEntity, { name: 'report_of_listing' })
  @Column('uuid')
  listing_id!: string;
  @Column('uuid') seller_id!: string;
  @Column('uuid') reporter_id!: string;
  @Column('text') reason!: ReportReason;
  @Column('text') words!: string;
  @Column('text') state!: ReportState;
  @Column('uuid', { nullable: true }) desk_id!: string | null;
  @Column('uuid', { nullable: true }) above_desk_id!: string | null;
  @Column('timestamptz') made_at!: Date;
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('timestamptz', { nullable: true }) escalated_at!: Date | null;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  /** What the officer says to who reported, and of upheld ones to the maker. */
  @Column('text', { nullable: true }) answer!: string | null;
}

/** A maker's words against a block, for the office above. @rule SM-3 */
@Entity({ schema: 'catalogue', name: 'block_appeal' })
@Index('block_appeal_waits_once', { synchronize: false })
@Index('block_appeal_by_listing', ['listing_id', 'made_at'])
@Index('block_appeal_on_desk', { synchronize: false })
@Check('block_appeal_is_decided', '(decided_at is null) = (is_allowed is null)')
export class BlockAppealEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => ListingEntity, { name: 'block_appeal_of_listing' })
  @Column('uuid')
  listing_id!: string;
  @Column('uuid') seller_id!: string;
  /** The State's office, or the platform where there is none. */
  @Column('uuid', { nullable: true }) desk_id!: string | null;
  @Column('text') words!: string;
  @Column('timestamptz') made_at!: Date;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  @Column('boolean', { nullable: true }) is_allowed!: boolean | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
