import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { InfrastructureKind, InfrastructureStatus } from '../domain/infrastructure.js';
import { OdopEntryEntity } from './odop-entry.entity.js';
import { DistrictEntity } from './place.entity.js';

/** The outline of a district, as an operator has imported it; the project ships none. */
@Entity({ schema: 'odop', name: 'district_boundary' })
export class DistrictBoundaryEntity {
  @ForeignKey(() => DistrictEntity, { name: 'district_boundary_of_district' })
  @PrimaryColumn('uuid')
  district_id!: string;
  /** A GeoJSON geometry, kept as text so that it goes out as it came in. */
  @Column('json') geometry!: object;
  @Column('text') source!: string;
  @Column('text', { nullable: true }) as_of!: string | null;
  @Column('timestamptz') imported_at!: Date;
}

/** How many makers sell from a district and how many of their goods are live; told by the catalogue. */
@Entity({ schema: 'odop', name: 'district_counts' })
@Check('district_counts_makers', 'makers >= 0')
@Check('district_counts_listings', 'listings >= 0')
export class DistrictCountsEntity {
  @ForeignKey(() => DistrictEntity, { name: 'district_counts_of_district' })
  @PrimaryColumn('uuid')
  district_id!: string;
  @Column('integer') makers!: number;
  @Column('integer') listings!: number;
  @Column('timestamptz') counted_at!: Date;
}

/** The same for one ODOP entry. */
@Entity({ schema: 'odop', name: 'entry_counts' })
@Check('entry_counts_makers', 'makers >= 0')
@Check('entry_counts_listings', 'listings >= 0')
export class EntryCountsEntity {
  @ForeignKey(() => OdopEntryEntity, { name: 'entry_counts_of_entry' })
  @PrimaryColumn('uuid')
  entry_id!: string;
  @Column('integer') makers!: number;
  @Column('integer') listings!: number;
  @Column('timestamptz') counted_at!: Date;
}

/** A place that supports makers: a point on the map. */
@Entity({ schema: 'odop', name: 'infrastructure' })
@Unique('infrastructure_slug_once', ['slug'])
@Index('infrastructure_by_district', ['district_id'])
@Check('infrastructure_kind', `kind in ('cluster', 'common_facility_centre', 'testing_lab', 'cold_chain', 'ekta_mall')`)
@Check('infrastructure_status', `status in ('sanctioned', 'being_built', 'working', 'closed')`)
@Check('infrastructure_point_is_whole', '(latitude_deg is null) = (longitude_deg is null)')
export class InfrastructureEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') kind!: InfrastructureKind;
  @Column('text') name!: string;
  @ForeignKey(() => DistrictEntity, { name: 'infrastructure_in_district' })
  @Column('uuid')
  district_id!: string;
  @Column('text') status!: InfrastructureStatus;
  /** Where no point is known, its district's stands in. */
  @Column('double precision', { nullable: true }) latitude_deg!: number | null;
  @Column('double precision', { nullable: true }) longitude_deg!: number | null;
  /** Made up to show how it looks; not a place. */
  @Column('boolean') is_sample!: boolean;
  @Column('text') source!: string;
}
