import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { counted, searched, type Reader } from './reader.js';

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
});
export type DistrictView = z.output<typeof districtView>;

export type DistrictFilter = { state_code?: string; text?: string };
/** The whole sort key of a page of districts: its slug. */
export const districtKey = z.tuple([z.string()]);
export type DistrictKey = z.output<typeof districtKey>;

const selectDistrict = `
  select d.id, d.slug, d.name, d.state_code, s.name as state_name, d.lgd_code, d.latitude_deg, d.longitude_deg,
         d.point_source, d.valid_from::text, d.valid_to::text,
         array(select a.alias from odop.district_alias a where a.district_id = d.id order by a.alias) as aka
    from odop.district d join odop.state s on s.code = d.state_code`;

/** $2 the text in small letters, $3 the same as a pattern. Near misses (one letter wrong) count only if nothing contains it. */
const withFound = `
  with exact as materialized (
    select n.id from odop.district n where lower(n.name) like $3
     union
    select a.district_id from odop.district_alias a where lower(a.alias) like $3
  ), near as (
    select n.id from odop.district n where lower(n.name) %> $2
     union
    select a.district_id from odop.district_alias a where lower(a.alias) %> $2
  ), found as (
    select id from exact union all select id from near where not exists (select from exact)
  )`;

const fits = `
       d.valid_to is null
   and ($1::text is null or d.state_code = $1)
   and ($2::text is null or d.id in (select id from found))`;

const filterValues = ({ state_code, text }: DistrictFilter) => [state_code ?? null, ...searched(text)];

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
    return db.maybe(districtView, `${selectDistrict} where d.id = $1`, [id]);
  }

  bySlug(slug: string, db: Reader = this.read): Promise<DistrictView | null> {
    return db.maybe(districtView, `${selectDistrict} where d.slug = $1`, [slug]);
  }

  /** Present districts by slug. `text` finds part of a present or former name; if there is none, near misses of one. */
  page(filter: DistrictFilter, request: PageRequest<DistrictKey>): Promise<DistrictView[]> {
    const part = keyset(request, ['d.slug'], 'asc', 4);
    return this.read.many(
      districtView,
      `${withFound} ${selectDistrict} where ${fits} ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [...filterValues(filter), ...part.values],
    );
  }

  /** How many present districts fit. */
  async count(filter: DistrictFilter): Promise<number> {
    const row = await this.read.maybe(
      counted,
      `${withFound} select count(*)::integer as count from odop.district d where ${fits}`,
      filterValues(filter),
    );
    return row!.count;
  }
}
