import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MeasureKind, Outcome, Severity } from '../domain/conduct.rules.js';
import type { RenewableKind } from '../domain/paper-terms.rules.js';
import { SellerEntity } from './seller.entity.js';

/** A paper handed in anew; the one in force stays until this one is accepted. @rule SM-1 */
@Entity({ schema: 'sellers', name: 'renewal' })
@Index('renewal_waits_once', { synchronize: false })
@Index('renewal_by_seller', ['seller_id', 'given_at'])
@Index('renewal_waiting', { synchronize: false })
@Check('renewal_kind', `kind in ('fssai', 'gi_user', 'land_border')`)
@Check('renewal_state', `state in ('waiting', 'accepted', 'refused')`)
@Check('renewal_is_decided', `(state = 'waiting') = (decided_at is null)`)
export class RenewalEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'renewal_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('text') kind!: RenewableKind;
  @Column('bytea') value_sealed!: Buffer;
  @Column('text') hint!: string;
  @Column('date') valid_to!: string;
  @Column('text') state!: 'waiting' | 'accepted' | 'refused';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz') given_at!: Date;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
}

/** A warning, a moratorium or a suspension. @rule */
@Entity({ schema: 'sellers', name: 'measure' })
@Index('measure_open_once', { synchronize: false })
@Index('measure_by_seller', ['seller_id', 'decided_at'])
@Check('measure_kind', `kind in ('warning', 'moratorium', 'suspension')`)
@Check('measure_severity', `severity in ('mild', 'serious', 'severe', 'grave')`)
@Check('measure_outcome', `outcome in ('cleared', 'over', 'appeal', 'suspended', 'debarred')`)
@Check('measure_is_ended', '(ended_at is null) = (outcome is null)')
@Check('measure_has_severity', `(kind = 'moratorium') = (severity is null)`)
export class MeasureEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'measure_against_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('text') kind!: MeasureKind;
  @Column('text', { nullable: true }) severity!: Severity | null;
  /** The how-manieth of its level in the time of repetition. */
  @Column('integer') occurrence!: number;
  /** Number of the incident it is about. */
  @Column('text') incident!: string;
  @Column('text') reason!: string;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  @Column('timestamptz') decided_at!: Date;
  @Column('timestamptz', { nullable: true }) until!: Date | null;
  @Column('timestamptz', { nullable: true }) ended_at!: Date | null;
  @Column('text', { nullable: true }) outcome!: Outcome | null;
  @Column('text', { nullable: true }) end_reason!: string | null;
}

/** The appeal against a suspension. @rule */
@Entity({ schema: 'sellers', name: 'appeal' })
@Index('appeal_against_measure_by', ['measure_id'])
@Index('appeal_by_seller', ['seller_id', 'made_at'])
@Index('appeal_on_desk', { synchronize: false })
@Check('appeal_is_decided', '(decided_at is null) = (is_allowed is null)')
export class AppealEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'appeal_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @ForeignKey(() => MeasureEntity, { name: 'appeal_against_measure' })
  @Column('uuid')
  measure_id!: string;
  /** The office that decides: the State's, or the platform where there is none. */
  @Column('uuid', { nullable: true }) desk_id!: string | null;
  @Column('text') words!: string;
  @Column('timestamptz') made_at!: Date;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  @Column('boolean', { nullable: true }) is_allowed!: boolean | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
