import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RecordCounts } from '#odop';
import { UnitOfWork } from '#platform/database';

const counted = z.object({ id: z.uuid(), makers: z.number(), listings: z.number() });

/** Goods anybody may look at: those a restricted maker may not sell now are hidden, and do not count. @rule SM-1 */
const shown = `shown as (
  select l.district_id, l.odop_entry_id, l.seller_id
    from catalogue.listing l
    join sellers.v_seller s on s.seller_id = l.seller_id
    left join odop.v_entry e on e.id = l.odop_entry_id
   where l.state in ('live', 'out_of_stock') and s.is_selling
     and not (s.hides_food and catalogue.is_food(l.hsn)) and not (s.hides_gi and coalesce(e.gi, false)))`;

@Injectable()
export class CountGoods {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recordCounts: RecordCounts,
  ) {}

  /**
   * Counts makers who sell and goods on sale, by district and by ODOP entry, and tells the register: maps and cards show the
   * counts without reading the catalogue.
   * @rule
   */
  run(): Promise<void> {
    return this.work.run(async (tx) => {
      const districts = await tx.many(
        counted,
        `with ${shown}
         select d.id, coalesce(s.makers, 0)::integer as makers, coalesce(l.listings, 0)::integer as listings
           from odop.v_district d
           left join (select district_id, count(*) as makers from sellers.v_seller where is_selling group by 1) s
             on s.district_id = d.id
           left join (select district_id, count(*) as listings from shown group by 1) l on l.district_id = d.id
          where s.makers > 0 or l.listings > 0`,
      );
      const entries = await tx.many(
        counted,
        `with ${shown}
         select odop_entry_id as id, count(distinct seller_id)::integer as makers, count(*)::integer as listings
           from shown where odop_entry_id is not null group by 1`,
      );
      await this.recordCounts.inside(tx, { districts, entries });
    });
  }
}
