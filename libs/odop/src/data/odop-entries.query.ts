import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { ranks, sectors, type Sector } from '../domain/odop-entry.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';
import { likeAnywhere, type Reader } from './reader.js';

const entryView = z.object({
  id: z.uuid(),
  slug: z.string(),
  product: z.string(),
  sector: z.enum(sectors),
  rank: z.enum(ranks),
  position: z.number(),
  gi: z.boolean(),
  takes_listings: z.boolean(),
  state: z.enum(odopEntryStates.names),
  list: z.string(),
  source: z.string(),
  effective_from: z.string().nullable(),
  effective_to: z.string().nullable(),
  version: z.number(),
  district_id: z.uuid(),
  district_slug: z.string(),
  district_name: z.string(),
  district_lgd_code: z.number().nullable(),
  state_code: z.string(),
  state_name: z.string(),
});
/** `state` is the entry's state of SM-2; `state_code` and `state_name` are the State of the Union. */
export type OdopEntryView = z.output<typeof entryView>;

export type OdopEntryFilter = {
  state_code?: string;
  district_slug?: string;
  sector?: Sector;
  gi?: boolean;
  text?: string;
};
/** Where a page of entries ends: the whole sort key. */
export type OdopEntryKey = { district_slug: string; position: number; id: string };

const selectEntry = `
  select e.id, e.slug, e.product, e.sector, e.rank, e.position, coalesce(e.gi_override, e.gi_published) as gi,
         e.takes_listings, e.state, e.list, e.source, e.effective_from::text, e.effective_to::text, e.version,
         e.district_id, d.slug as district_slug, d.name as district_name, d.lgd_code as district_lgd_code,
         d.state_code, s.name as state_name
    from odop.entry e
    join odop.district d on d.id = e.district_id
    join odop.state s on s.code = d.state_code`;

/** $8 the text in small letters, $9 the same as a pattern. Near misses (one letter wrong) count only if nothing contains it. */
const withFound = `
  with exact as materialized (
    select p.id from odop.entry p where lower(p.product) like $9
     union
    select p.id from odop.entry p join odop.district n on n.id = p.district_id where lower(n.name) like $9
     union
    select p.id from odop.entry p join odop.district_alias a using (district_id) where lower(a.alias) like $9
  ), near as (
    select p.id from odop.entry p where lower(p.product) %> $8
     union
    select p.id from odop.entry p join odop.district n on n.id = p.district_id where lower(n.name) %> $8
     union
    select p.id from odop.entry p join odop.district_alias a using (district_id) where lower(a.alias) %> $8
  ), found as (
    select id from exact union all select id from near where not exists (select from exact)
  )`;

@Injectable()
export class OdopEntriesQuery {
  constructor(private readonly read: ReadClient) {}

  /** An entry in any state: listings keep the entry they were made under. */
  byId(id: string, db: Reader = this.read): Promise<OdopEntryView | null> {
    return db.maybe(entryView, `${selectEntry} where e.id = $1`, [id]);
  }

  /** What a district is known for now, weightiest first. @rule */
  listForDistrict(district_id: string, db: Reader = this.read): Promise<OdopEntryView[]> {
    return db.many(
      entryView,
      `${selectEntry} where e.district_id = $1 and e.state = 'live' order by e.position, e.id`,
      [district_id],
    );
  }

  /**
   * Live entries by district, then weight, the first `limit` after the key `after`. `text` finds part of a product's name or
   * of its district's present or former names; if there is none, near misses of one.
   */
  page(filter: OdopEntryFilter, after: OdopEntryKey | null, limit: number): Promise<OdopEntryView[]> {
    const text = filter.text?.toLowerCase() ?? null;
    return this.read.many(
      entryView,
      `${withFound}
       ${selectEntry}
        where e.state = 'live'
          and ($1::text is null or (d.slug >= $1 and (d.slug, e.position, e.id) > ($1, $2::smallint, $3::uuid)))
          and ($4::text is null or d.state_code = $4)
          and ($5::text is null or d.slug = $5)
          and ($6::text is null or e.sector = $6)
          and ($7::boolean is null or coalesce(e.gi_override, e.gi_published) = $7)
          and ($8::text is null or e.id in (select id from found))
        order by d.slug, e.position, e.id
        limit $10`,
      [
        after?.district_slug ?? null,
        after?.position ?? null,
        after?.id ?? null,
        filter.state_code ?? null,
        filter.district_slug ?? null,
        filter.sector ?? null,
        filter.gi ?? null,
        text,
        text === null ? null : likeAnywhere(text),
        limit,
      ],
    );
  }
}
