import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { districtConditions, districtNameOn, type DistrictFilter } from './districts.query.js';

const asText = z.object({ text: z.string() });

/** The map as GeoJSON (RFC 7946), made whole by the database: the service only passes the text on. */
@Injectable()
export class DistrictMapQuery {
  constructor(private readonly read: ReadClient) {}

  /**
   * Districts as features with their outline if one was imported, else their point, else no geometry; each with its number
   * of listed products, of makers that sell and of goods on sale.
   * @returns a FeatureCollection as JSON text
   * @rule
   */
  async features(filter: DistrictFilter): Promise<string> {
    const { sql, values } = districtMap(filter);
    return (await this.read.maybe(asText, sql, values))!.text;
  }
}

const listedNow = `odop.entry e where e.state = 'live'`;
/** Versions in force on a day, in the district they lay in then. */
const listedOn = (day: string): string => `
  (select x.gi_override, x.gi_published,
          coalesce((select p.district_id from odop.entry_former_place p
                     where p.entry_id = x.id and p.until > ${day}::date order by p.until limit 1), x.district_id) as district_id
     from odop.entry x
    where x.state in ('live', 'suspended', 'retired') and x.effective_from <= ${day}::date
      and (x.effective_to is null or x.effective_to > ${day}::date)) e`;

/** The statement of the map, as it is sent. */
export function districtMap(filter: DistrictFilter) {
  const fits = districtConditions(filter);
  const day = filter.on === undefined ? null : fits.value(filter.on);
  const name = day === null ? 'd.name' : districtNameOn(day);
  return {
    sql: `${fits.ctes}
      select '{"type":"FeatureCollection","features":[' || coalesce(string_agg(f.feature, ',' order by f.slug), '') || ']}'
             as text
        from (select d.slug,
                     json_build_object(
                       'type', 'Feature',
                       'id', d.slug,
                       'geometry', coalesce(b.geometry,
                         case when d.latitude_deg is not null
                              then json_build_object('type', 'Point', 'coordinates',
                                                     json_build_array(d.longitude_deg, d.latitude_deg)) end),
                       'properties', json_build_object(
                         'slug', d.slug, 'name', ${name}, 'state', d.state_code, 'lgdCode', d.lgd_code,
                         'geometryIs', case when b.district_id is not null then 'outline'
                                            when d.latitude_deg is not null then d.point_source end,
                         'products', coalesce(p.products, 0), 'giProducts', coalesce(p.gi_products, 0),
                         'makers', coalesce(c.makers, 0), 'listings', coalesce(c.listings, 0)))::text as feature
                from odop.district d
                left join odop.district_boundary b on b.district_id = d.id
                left join odop.district_counts c on c.district_id = d.id
                left join (select e.district_id, count(*)::integer as products,
                                  count(*) filter (where coalesce(e.gi_override, e.gi_published))::integer as gi_products
                             from ${day === null ? listedNow : listedOn(day)} group by e.district_id) p on p.district_id = d.id
               where ${fits.where} limit 10000) f`,
    values: fits.values,
  };
}
