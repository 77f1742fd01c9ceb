import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { likeAnywhere, type Reader } from './reader.js';

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

const selectDistrict = `
  select d.id, d.slug, d.name, d.state_code, s.name as state_name, d.lgd_code, d.latitude_deg, d.longitude_deg,
         d.point_source, d.valid_from::text, d.valid_to::text,
         array(select a.alias from odop.district_alias a where a.district_id = d.id order by a.alias) as aka
    from odop.district d join odop.state s on s.code = d.state_code`;

/** $3 the text in small letters, $4 the same as a pattern. Near misses (one letter wrong) count only if nothing contains it. */
const withFound = `
  with exact as materialized (
    select n.id from odop.district n where lower(n.name) like $4
     union
    select a.district_id from odop.district_alias a where lower(a.alias) like $4
  ), near as (
    select n.id from odop.district n where lower(n.name) %> $3
     union
    select a.district_id from odop.district_alias a where lower(a.alias) %> $3
  ), found as (
    select id from exact union all select id from near where not exists (select from exact)
  )`;

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

  /**
   * Present districts by slug, the first `limit` after the slug `after`. `text` finds part of a present or former name; if
   * there is none, near misses of one.
   */
  page(filter: DistrictFilter, after: string | null, limit: number): Promise<DistrictView[]> {
    return this.read.many(
      districtView,
      `${withFound}
       ${selectDistrict}
        where d.valid_to is null
          and ($1::text is null or d.slug > $1)
          and ($2::text is null or d.state_code = $2)
          and ($3::text is null or d.id in (select id from found))
        order by d.slug
        limit $5`,
      [after, filter.state_code ?? null, ...searched(filter.text), limit],
    );
  }
}

const searched = (text?: string): [string | null, string | null] =>
  text === undefined ? [null, null] : [text.toLowerCase(), likeAnywhere(text)];
