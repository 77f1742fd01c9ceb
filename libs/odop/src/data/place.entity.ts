import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { PincodeBasis } from '../domain/pincode.js';

/** A State or Union Territory, keyed by its ISO 3166-2 code (`IN-UP`). */
@Entity({ schema: 'odop', name: 'state' })
@Unique('state_lgd_code_once', ['lgd_code'])
@Unique('state_gst_code_once', ['gst_code'])
@Check('state_code', `code ~ '^IN-[A-Z]{2}$'`)
@Check('state_kind', `kind in ('state', 'union_territory')`)
export class StateEntity {
  @PrimaryColumn('text') code!: string;
  @Column('text') name!: string;
  @Column('text') kind!: 'state' | 'union_territory';
  @Column('smallint') lgd_code!: number;
  /** First two digits of a GSTIN; differs from the LGD code for some. */
  @Column('text') gst_code!: string;
  @Column('text', { array: true }) aka!: string[];
}

@Entity({ schema: 'odop', name: 'district' })
@Unique('district_slug_once', ['slug'])
@Unique('district_lgd_code_once', ['lgd_code'])
@Index('district_name_once', { synchronize: false })
@Index('district_by_state', ['state_code', 'slug'])
@Index('district_search', { synchronize: false })
@Check('district_lgd_code', 'lgd_code between 1 and 999')
@Check('district_point_is_whole', '(latitude_deg is null) = (longitude_deg is null)')
@Check('district_ends_after_it_begins', 'valid_to > valid_from')
@Check('district_merged_has_ended', 'merged_into_id is null or valid_to is not null')
export class DistrictEntity {
  @PrimaryColumn('uuid') id!: string;
  /** For addresses; never changes, also when the name does. */
  @Column('text') slug!: string;
  @ForeignKey(() => StateEntity, { name: 'district_in_state' })
  @Column('text')
  state_code!: string;
  @Column('text') name!: string;
  /** `foldName(name)`: two live districts of a State never share it. */
  @Column('text') name_folded!: string;
  /** Its names as they sound (`soundWords`). */
  @Column('text', { default: '' }) search!: string;
  @Column('integer', { nullable: true }) lgd_code!: number | null;
  @Column('text', { nullable: true }) lgd_source!: string | null;
  @Column('double precision', { nullable: true }) latitude_deg!: number | null;
  @Column('double precision', { nullable: true }) longitude_deg!: number | null;
  @Column('text', { nullable: true }) point_source!: string | null;
  /** The district this one was divided from. */
  @ForeignKey(() => DistrictEntity, { name: 'district_divided_from' })
  @Column('uuid', { nullable: true })
  parent_id!: string | null;
  /** The district it was merged into, once it has ended. */
  @ForeignKey(() => DistrictEntity, { name: 'district_merged_into' })
  @Column('uuid', { nullable: true })
  merged_into_id!: string | null;
  /** Legal days, half open; null = not known or not ended. */
  @Column('date', { nullable: true }) valid_from!: string | null;
  @Column('date', { nullable: true }) valid_to!: string | null;
}

/** A former name, another spelling, another list's label. */
@Entity({ schema: 'odop', name: 'district_alias' })
@Index('district_alias_by_district', ['district_id'])
export class DistrictAliasEntity {
  @ForeignKey(() => StateEntity, { name: 'district_alias_in_state' })
  @PrimaryColumn('text')
  state_code!: string;
  @PrimaryColumn('text') alias_folded!: string;
  @Column('text') alias!: string;
  @ForeignKey(() => DistrictEntity, { name: 'district_alias_means_district' })
  @Column('uuid')
  district_id!: string;
}

@Entity({ schema: 'odop', name: 'pincode' })
@Index('pincode_by_district', ['district_id'])
@Check('pincode_form', `pincode ~ '^[1-9][0-9]{5}$'`)
@Check(
  'pincode_basis',
  `basis in ('agree', 'name', 'point', 'agree_presplit', 'name_presplit', 'point_presplit', 'order', 'knowledge')`,
)
export class PincodeEntity {
  @PrimaryColumn('text') pincode!: string;
  @ForeignKey(() => DistrictEntity, { name: 'pincode_in_district' })
  @Column('uuid')
  district_id!: string;
  @Column('text') basis!: PincodeBasis;
}
