import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { days_max, deliveries_min } from '../domain/route-days.js';

/** How many days parcels from a district to a postal zone take, as they lately did. Replaced as a whole every night. */
@Entity({ schema: 'fulfilment', name: 'route_days' })
@Check('route_days_zone', `to_zone ~ '^[1-9]$'`)
@Check('route_days_days', `days between 1 and ${days_max}`)
@Check('route_days_deliveries', `deliveries >= ${deliveries_min}`)
export class RouteDaysEntity {
  @PrimaryColumn('uuid') from_district_id: string;
  @PrimaryColumn('text') to_zone: string;
  @Column('smallint') days: number;
  /** Of so many deliveries. */
  @Column('integer') deliveries: number;
  @Column('timestamptz') reckoned_at: Date;
}
