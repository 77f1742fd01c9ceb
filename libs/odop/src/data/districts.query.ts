import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { counted, type Reader } from './reader.js';
import { Conditions, type BoundingBox } from './search.sql.js';

const stateView = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['state', 'union_territory']),
  lgd_code: z.number(),
  gst_code: z.string(),
  districts: z.number(),
});
export type StateView = z.output<typeof stateView>;

const districtView = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  state_code: z.string(),
  state_name: z.string(),
  lgd_code: z.number().nullable(),
  latitude_deg: z.number().nullable(),
  longitude_deg: z.number().nullable(),
  point_source: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  aka: z.array(z.string()),
  /** The district it was divided from. */
  parent_slug: z.string().nullable(),
  /** What was made of it or took it in, once it is no more. */
  successors: z.array(z.object({ slug: z.string(), name: z.string() })),
});
export type DistrictView = z.output<typeof districtView>;

export type DistrictFilter = { state_code?: string; text?: string; bbox?: BoundingBox; on?: string };
/** The whole sort key of a page of districts: its slug. */
export const districtKey = z.tuple([z.string()]);
export type DistrictKey = z.output<typeof districtKey>;

/** @param name  the name it goes by: today's, or that of a day */
const selectDistrict = (name = 'd.name') => `
  select d.id, d.slug, ${name} as name, d.state_code, s.name as state_name, d.lgd_code, d.latitude_deg, d.longitude_deg,
         d.point_source, d.valid_from::text, d.valid_to::text,
         array(select a.alias from odop.district_alias a where a.district_id = d.id order by a.alias limit 100) as aka,
         p.slug as parent_slug,
         case when d.valid_to is null then '[]' else
           (select coalesce(jsonb_agg(jsonb_build_object('slug', c.slug, 'name', c.name) order by c.slug), '[]')
              from odop.district c
             where c.id = d.merged_into_id or (c.parent_id = d.id and c.valid_from = d.valid_to)) end as successors
    from odop.district d join odop.state s on s.code = d.state_code left join odop.district p on p.id = d.parent_id`;

/** What a district `d` was called on a day. @param day  the parameter that holds it */
export const districtNameOn = (day: string): string => `
  coalesce((select f.name from odop.district_former_name f where f.district_id = d.id and f.until > ${day}::date
             order by f.until limit 1), d.name)`;

/** Present districts, or those of a day, that fit. */
export function districtConditions({ state_code, text, bbox, on }: DistrictFilter): Conditions {
  const fits = new Conditions();
  if (on === undefined) fits.add('d.valid_to is null');
  else {
    const day = fits.value(on);
    fits.add(
      `(d.valid_from is null or d.valid_from <= ${day}::date) and (d.valid_to is null or d.valid_to > ${day}::date)`,
    );
  }
  return fits
    .equals('d.state_code', state_code)
    .inside(bbox, 'd.latitude_deg', 'd.longitude_deg')
    .search(text, 'odop.district', 'd.id', on === undefined ? 'x.valid_to is null' : 'true');
}

@Injectable()
export class DistrictsQuery {
  constructor(private readonly read: ReadClient) {}

  /** All States and Union Territories by name, with the number of their present districts. */
  states(): Promise<StateView[]> {
    return this.read.many(
      stateView,
      `select s.code, s.name, s.kind, s.lgd_code, s.gst_code, count(d.id)::integer as districts
         from odop.state s left join odop.district d on d.state_code = s.code and d.valid_to is null
        group by s.code
        order by s.name`,
    );
  }

  byId(id: string, db: Reader = this.read): Promise<DistrictView | null> {
    return db.maybe(districtView, `${selectDistrict()} where d.id = $1`, [id]);
  }

  bySlug(slug: string, db: Reader = this.read): Promise<DistrictView | null> {
    return db.maybe(districtView, `${selectDistrict()} where d.slug = $1`, [slug]);
  }

  /** Present districts, or those of a day, by slug. `text` is compared by sound with present and former names. */
  page(filter: DistrictFilter, request: PageRequest<DistrictKey>): Promise<DistrictView[]> {
    const fits = districtConditions(filter);
    const name = filter.on === undefined ? undefined : districtNameOn(fits.value(filter.on));
    const part = keyset(request, ['d.slug'], 'asc', fits.values.length + 1);
    return this.read.many(
      districtView,
      `${fits.ctes} ${selectDistrict(name)} where ${fits.where} ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [...fits.values, ...part.values],
    );
  }

  /** How many fit. */
  async count(filter: DistrictFilter): Promise<number> {
    const fits = districtConditions(filter);
    const row = await this.read.maybe(
      counted,
      `${fits.ctes} select count(*)::integer as count from odop.district d where ${fits.where}`,
      fits.values,
    );
    return row!.count;
  }
}
