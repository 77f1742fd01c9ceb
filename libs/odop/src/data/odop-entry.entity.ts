import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { GiClass, OdopList, Rank, Sector } from '../domain/odop-entry.js';
import type { OdopEntryState } from '../domain/odop-entry.states.js';
import { DistrictEntity } from './place.entity.js';

/** One version of one product of one district, on one of the parallel lists. */
@Entity({ schema: 'odop', name: 'entry' })
@Index('entry_live_once', { synchronize: false })
@Index('entry_by_district', ['district_id', 'position', 'id'])
@Index('entry_search', { synchronize: false })
@Index('entry_public_order', { synchronize: false })
@Index('entry_due', { synchronize: false })
@Index('entry_on_desk', ['state', 'state_since', 'id'])
@Index('entry_one_successor', { synchronize: false })
@Check('entry_list', `list in ('dpiit_odop', 'pmfme_odop', 'state_odop', 'deh')`)
@Check(
  'entry_sector',
  `sector in ('agriculture', 'dairy', 'food_processing', 'handicrafts', 'handloom', 'manufacturing', 'marine', 'textiles', 'others')`,
)
@Check('entry_rank', `rank in ('primary', 'secondary', 'tertiary', 'other')`)
@Check(
  'entry_state',
  `state in ('proposed', 'district_reviewed', 'state_approved', 'confirmed', 'live', 'suspended', 'retired', 'rejected')`,
)
@Check('entry_hsn', `array_to_string(hsn, ' ') ~ '^([0-9]{4}([0-9]{2}){0,2}( |$))*$'`)
@Index('entry_withdrawal_asked', { synchronize: false })
@Check('entry_withdrawal_asked_of_live', `withdrawal_asked_at is null or state in ('live', 'suspended')`)
@Check('entry_gi_override_has_reason', '(gi_override is null) = (gi_override_reason is null)')
@Check('entry_retired_has_end', `state <> 'retired' or effective_to is not null`)
export class OdopEntryEntity {
  @PrimaryColumn('uuid') id!: string;
  @ForeignKey(() => DistrictEntity, { name: 'entry_of_district' })
  @Column('uuid')
  district_id!: string;
  /** Its district's, which never changes: the public list is in the order of one index. */
  @Column('text') district_slug!: string;
  @Column('text') list!: OdopList;
  @Column('text') slug!: string;
  @Column('text') product!: string;
  @Column('text') sector!: Sector;
  @Column('text') rank!: Rank;
  /** Order within the district, from 1. */
  @Column('smallint') position!: number;
  @Column('boolean') gi_published!: boolean;
  /** An officer's correction of the published flag, with its reason. */
  @Column('boolean', { nullable: true }) gi_override!: boolean | null;
  @Column('text', { nullable: true }) gi_override_reason!: string | null;
  /** False where there is nothing to sell: tourism. */
  @Column('boolean') takes_listings!: boolean;
  @Column('text') state!: OdopEntryState;
  /** The version this one replaces. */
  @ForeignKey(() => OdopEntryEntity, { name: 'entry_succeeds_entry' })
  @Column('uuid', { nullable: true })
  succeeds_id!: string | null;
  @Column('date', { nullable: true }) effective_from!: string | null;
  @Column('date', { nullable: true }) effective_to!: string | null;
  @Column('text') source!: string;
  /** Tariff codes of its goods: 4, 6 or 8 digits. */
  @Column('text', { array: true, default: () => `'{}'` }) hsn!: string[];
  /** The order that put it on the list. */
  @Column('text', { nullable: true }) decision_no!: string | null;
  @Column('date', { nullable: true }) decision_on!: string | null;
  /** Its names, its GIs' and its district's as they sound. */
  @Column('text', { default: '' }) search!: string;
  @Column('timestamptz') state_since!: Date;
  /** When the desk it lies on is reminded, or a confirmed one goes live. */
  @Column('timestamptz', { nullable: true }) due_at!: Date | null;
  @Column('timestamptz', { nullable: true }) alarmed_at!: Date | null;
  /** Its State has asked for its end, and the programme desk has not decided yet. */
  @Column('timestamptz', { nullable: true }) withdrawal_asked_at!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}

/** What happened to an entry, by whom and why; never changed, never deleted. */
@Entity({ schema: 'odop', name: 'entry_history' })
@Check('entry_history_counts_from_one', 'seq >= 1')
export class OdopEntryHistoryEntity {
  @ForeignKey(() => OdopEntryEntity, { name: 'entry_history_of_entry' })
  @PrimaryColumn('uuid')
  entry_id!: string;
  @PrimaryColumn('smallint') seq!: number;
  /** An event of SM-2, or `propose`, `edit_dossier`, `correct_gi`, `alarm`. */
  @Column('text') event!: string;
  @Column('text', { nullable: true }) from_state!: OdopEntryState | null;
  @Column('text') to_state!: OdopEntryState;
  /** Null when the system acted; `actor` says as what. */
  @Column('uuid', { nullable: true }) person_id!: string | null;
  @Column('text') actor!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') at!: Date;
}

/** A registered geographical indication, by name; a word and its logo are two registrations. */
@Entity({ schema: 'odop', name: 'gi' })
@Unique('gi_slug_once', ['slug'])
@Unique('gi_application_no_once', ['application_no'])
@Index('gi_search', { synchronize: false })
@Check('gi_goods_class', `goods_class in ('agricultural', 'food_stuff', 'handicraft', 'manufactured', 'natural_goods')`)
@Check('gi_application_no', 'application_no between 1 and 99999')
export class GiEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') goods_class!: GiClass;
  @Column('text', { array: true }) state_codes!: string[];
  @Column('text', { default: '' }) search!: string;
  @Column('integer', { nullable: true }) application_no!: number | null;
  /** Its line in the list it was read from, which numbers one line twice. */
  @Column('integer') list_no!: number;
  @Column('text') source!: string;
}
