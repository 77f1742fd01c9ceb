import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { days_max, deliveries_min, reckoned_days, share_in_time } from '../domain/route-days.js';

@Injectable()
export class ReckonRoutes {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * How long parcels of the last weeks took from each district to each postal zone, in days that were begun: four of five came
   * within it. Ways fewer parcels went have no row: for them the tariff's table speaks. What a desk decided, or a receiver said
   * some day, is no time of arrival, and goods of contracts are brought by their makers.
   * @returns how many ways there are
   * @rule
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      await tx.run(`delete from fulfilment.route_days`);
      return tx.run(
        `insert into fulfilment.route_days (from_district_id, to_zone, days, deliveries, reckoned_at)
         select p.district_id, left(s.to_pincode, 1),
                least(greatest(percentile_disc($3::float8) within group (order by s.days), 1), $5), count(*), $1
           from (select from_pincode, to_pincode,
                        ceil(extract(epoch from delivered_at - dispatched_at) / 86400)::integer as days
                   from fulfilment.shipment
                  where state = 'delivered' and cause_kind = 'order' and (not own_carrier or delivery_proof = 'code')
                    and delivered_at > $1::timestamptz - make_interval(days => $2) and delivered_at <= $1) s
           join odop.v_pincode p on p.pincode = s.from_pincode
          group by p.district_id, left(s.to_pincode, 1) having count(*) >= $4`,
        [tx.now, reckoned_days, share_in_time, deliveries_min, days_max],
      );
    });
  }
}
