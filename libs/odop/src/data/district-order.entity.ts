import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DistrictPlan, DistrictOrderKind } from '../domain/district-order.js';
import { OdopEntryEntity } from './odop-entry.entity.js';
import { DistrictEntity, PincodeEntity } from './place.entity.js';

/** An order that renames, divides or merges a district: two officers sign it, it takes effect on its day. */
@Entity({ schema: 'odop', name: 'district_order' })
@Index('district_order_one_open', { synchronize: false })
@Index('district_order_due', { synchronize: false })
@Index('district_order_newest', { synchronize: false })
@Check('district_order_kind', `kind in ('rename', 'split', 'merge')`)
@Check('district_order_decision', `decision in ('confirmed', 'refused')`)
@Check(
  'district_order_is_decided',
  '(decision is null) = (decided_at is null) and (decision is null) = (decision_reason is null)',
)
@Check('district_order_applied_once_confirmed', `applied_at is null or decision = 'confirmed'`)
export class DistrictOrderEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: DistrictOrderKind;
  @ForeignKey(() => DistrictEntity, { name: 'district_order_of_district' })
  @Column('uuid')
  district_id!: string;
  /** First legal day it is so. */
  @Column('date') effective_from!: string;
  @Column('text') order_no!: string;
  @Column('date', { nullable: true }) ordered_on!: string | null;
  @Column('text') reason!: string;
  @Column('jsonb') plan!: DistrictPlan;
  @Column('uuid', { nullable: true }) proposed_by!: string | null;
  @Column('timestamptz') proposed_at!: Date;
  @Column('text', { nullable: true }) decision!: 'confirmed' | 'refused' | null;
  @Column('uuid', { nullable: true }) decided_by!: string | null;
  @Column('timestamptz', { nullable: true }) decided_at!: Date | null;
  @Column('text', { nullable: true }) decision_reason!: string | null;
  @Column('timestamptz', { nullable: true }) applied_at!: Date | null;
}

/** What a district was called until a legal day. */
@Entity({ schema: 'odop', name: 'district_former_name' })
export class DistrictFormerNameEntity {
  @ForeignKey(() => DistrictEntity, { name: 'district_former_name_of_district' })
  @PrimaryColumn('uuid')
  district_id!: string;
  @PrimaryColumn('date') until!: string;
  @Column('text') name!: string;
}

/** Which district an entry belonged to until a legal day. */
@Entity({ schema: 'odop', name: 'entry_former_place' })
export class EntryFormerPlaceEntity {
  @ForeignKey(() => OdopEntryEntity, { name: 'entry_former_place_of_entry' })
  @PrimaryColumn('uuid')
  entry_id!: string;
  @PrimaryColumn('date') until!: string;
  @ForeignKey(() => DistrictEntity, { name: 'entry_former_place_is_district' })
  @Column('uuid')
  district_id!: string;
}

/** Which district a PIN code lay in until a legal day. */
@Entity({ schema: 'odop', name: 'pincode_former_place' })
export class PincodeFormerPlaceEntity {
  @ForeignKey(() => PincodeEntity, { name: 'pincode_former_place_of_pincode' })
  @PrimaryColumn('text')
  pincode!: string;
  @PrimaryColumn('date') until!: string;
  @ForeignKey(() => DistrictEntity, { name: 'pincode_former_place_is_district' })
  @Column('uuid')
  district_id!: string;
}
