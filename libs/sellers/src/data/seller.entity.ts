import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { findings, type FindingState } from '../domain/approval.js';
import type { GstStatus } from '../domain/auto-checks.js';
import { evidenceKinds, type EvidenceKind } from '../domain/evidence-matrix.js';
import type { AskedPaper } from '../domain/corrections.js';
import type { GrievanceOfficer } from '../domain/grievance-officer.js';
import { restrictions, type Restriction } from '../domain/paper-terms.rules.js';
import { sellerClasses, type SellerClass } from '../domain/seller-class.js';
import { sellerStates, type SellerState } from '../domain/seller.states.js';

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** A seller; her id is that of her organisation. @rule SM-1 */
@Entity({ schema: 'sellers', name: 'seller' })
@Index('seller_by_desk', ['desk_id', 'state', 'state_since', 'id'])
@Index('seller_by_above_desk', ['above_desk_id', 'state', 'state_since', 'id'])
@Index('seller_due', { synchronize: false })
@Index('seller_one_application_each', { synchronize: false })
@Index('seller_by_applicant', ['applicant_id'])
@Index('seller_to_watch', { synchronize: false })
@Index('seller_by_desk_and_clock', { synchronize: false })
@Check('seller_class', `class in (${listed(sellerClasses)})`)
@Check('seller_state', `state in (${listed(sellerStates.names)})`)
@Check('seller_gst_status', `gst_status in ('registered', 'composition', 'enrolled_unregistered', 'exempt')`)
@Check('seller_sells_under_a_gst_status', `state not in ('verified', 'active', 'restricted') or gst_status is not null`)
@Check('seller_restricted_kinds', `restricted_kinds <@ array[${listed(restrictions)}]`)
@Check('seller_restricted_in_something', `(state = 'restricted') = (cardinality(restricted_kinds) > 0)`)
export class SellerEntity {
  @ForeignKey('OrganisationEntity', { name: 'seller_is_organisation' })
  @PrimaryColumn('uuid')
  id!: string;
  /** The person who applied. */
  @Column('uuid') applicant_id!: string;
  @Column('text') class!: SellerClass;
  /** Legal or trade name, shown to everybody. */
  @Column('text') name!: string;
  @ForeignKey('DistrictEntity', { name: 'seller_in_district' })
  @Column('uuid')
  district_id!: string;
  @Column('text') state_code!: string;
  @Column('text') pincode!: string;
  /** Village, town or quarter: the geographic address everybody sees. */
  @Column('text') place!: string;
  @Column('bytea') address_sealed!: Buffer;
  @Column('text') state!: SellerState;
  @Column('timestamptz') state_since!: Date;
  /** Counts submissions, so that late answers of an earlier one are known as such. */
  @Column('integer', { default: 0 }) submission!: number;
  @Column('uuid', { nullable: true }) desk_id!: string | null;
  /** Who is told when the desk is silent; may act from `escalated_at` on. */
  @Column('uuid', { nullable: true }) above_desk_id!: string | null;
  @Column('timestamptz', { nullable: true }) escalated_at!: Date | null;
  /** When the wait of the present state is over (SM-1). */
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('text', { nullable: true }) gst_status!: GstStatus | null;
  @Column('text', { nullable: true }) gstin!: string | null;
  /** Equal for sellers behind whom one maker stands; says nothing about who. */
  @Column('text') manufacturer_key!: string;
  @Column('text', { nullable: true }) consent_notice!: string | null;
  @Column('timestamptz', { nullable: true }) consent_at!: Date | null;
  @Column('timestamptz', { nullable: true }) verified_at!: Date | null;
  /** Nothing is paid out before, because her bank account was changed (S-9). */
  @Column('timestamptz', { nullable: true }) payout_rests_until!: Date | null;
  /** Which goods are not shown because a paper ended; empty in every state but `restricted`. */
  @Column('text', { array: true, default: () => "'{}'" }) restricted_kinds!: Restriction[];
  /** When her papers are looked at next: a reminder is due, or one ends. */
  @Column('timestamptz', { nullable: true }) watch_at!: Date | null;
  /** Languages the maker reads, the preferred one first. */
  @Column('text', { array: true, default: () => "'{}'" }) languages!: string[];
  /** Who answers for complaints; null: nobody was named, the platform's officer answers. @rule */
  @Column('jsonb', { nullable: true }) grievance_officer?: GrievanceOfficer | null;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz') created_at!: Date;
}

/** A paper or declaration; the newest of a kind holds, earlier ones stay. @rule */
@Entity({ schema: 'sellers', name: 'evidence' })
@Index('evidence_current', { synchronize: false })
@Index('evidence_claimed_once', { synchronize: false })
@Check('evidence_kind', `kind in (${listed(evidenceKinds)})`)
@Check('evidence_finding', `finding in (${listed(findings)})`)
@Check('evidence_claims_something', 'not claimed or claim_hash is not null')
export class EvidenceEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => SellerEntity, { name: 'evidence_of_seller' })
  @Column('uuid')
  seller_id!: string;
  @Column('text') kind!: EvidenceKind;
  @Column('bytea') value_sealed!: Buffer;
  @Column('text') hint!: string;
  /** Keyed hash of what may belong to one verified seller only; `claimed` once she is verified. */
  @Column('bytea', { nullable: true }) claim_hash!: Buffer | null;
  @Column('boolean', { default: false }) claimed!: boolean;
  @Column('date', { nullable: true }) valid_to!: string | null;
  @Column('text', { default: 'unchecked' }) finding!: FindingState;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { nullable: true }) found_at!: Date | null;
  @Column('timestamptz') given_at!: Date;
  @Column('timestamptz', { nullable: true }) replaced_at!: Date | null;
}

/** What happened to a seller, by whom and why; never changed, never deleted. @rule */
@Entity({ schema: 'sellers', name: 'seller_history' })
@Check('seller_history_counts_from_one', 'seq >= 1')
export class SellerHistoryEntity {
  @ForeignKey(() => SellerEntity, { name: 'seller_history_of_seller' })
  @PrimaryColumn('uuid')
  seller_id!: string;
  @PrimaryColumn('integer') seq!: number;
  @Column('text') event!: string;
  @Column('text', { nullable: true }) from_state!: SellerState | null;
  @Column('text') to_state!: SellerState;
  @Column('uuid', { nullable: true }) person_id!: string | null;
  @Column('uuid', { nullable: true }) organisation_id!: string | null;
  @Column('text') actor!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  /** Which papers were asked for, and why each. */
  @Column('jsonb', { nullable: true }) asks!: AskedPaper[] | null;
  @Column('timestamptz') at!: Date;
}
