import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import type { Sector } from '../domain/odop-entry.js';
import { entryColumns, entrySource, entryView, type OdopEntryView } from './entry-view.js';
import { counted, searched, type Reader } from './reader.js';

export type OdopEntryFilter = {
  state_code?: string;
  district_slug?: string;
  sector?: Sector;
  gi?: boolean;
  text?: string;
};
/** The whole sort key of a page of entries: district's slug, position, id. */
export const odopEntryKey = z.tuple([z.string(), z.number(), z.uuid()]);
export type OdopEntryKey = z.output<typeof odopEntryKey>;

const selectEntry = `select ${entryColumns} ${entrySource}`;

/** $5 the text in small letters, $6 the same as a pattern. Near misses (one letter wrong) count only if nothing contains it. */
const withFound = `
  with exact as materialized (
    select p.id from odop.entry p where lower(p.product) like $6
     union
    select p.id from odop.entry p join odop.district n on n.id = p.district_id where lower(n.name) like $6
     union
    select p.id from odop.entry p join odop.district_alias a using (district_id) where lower(a.alias) like $6
  ), near as (
    select p.id from odop.entry p where lower(p.product) %> $5
     union
    select p.id from odop.entry p join odop.district n on n.id = p.district_id where lower(n.name) %> $5
     union
    select p.id from odop.entry p join odop.district_alias a using (district_id) where lower(a.alias) %> $5
  ), found as (
    select id from exact union all select id from near where not exists (select from exact)
  )`;

const fits = `
       e.state = 'live'
   and ($1::text is null or d.state_code = $1)
   and ($2::text is null or d.slug = $2)
   and ($3::text is null or e.sector = $3)
   and ($4::boolean is null or coalesce(e.gi_override, e.gi_published) = $4)
   and ($5::text is null or e.id in (select id from found))`;

const filterValues = ({ state_code, district_slug, sector, gi, text }: OdopEntryFilter) => [
  state_code ?? null,
  district_slug ?? null,
  sector ?? null,
  gi ?? null,
  ...searched(text),
];

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
   * Live entries by district, then weight. `text` finds part of a product's name or of its district's present or former
   * names; if there is none, near misses of one.
   */
  page(filter: OdopEntryFilter, request: PageRequest<OdopEntryKey>): Promise<OdopEntryView[]> {
    const part = keyset(request, ['d.slug', 'e.position', 'e.id'], 'asc', 7);
    // The key spans two tables, which no index does: the district's half of it, said again, can use one.
    const district = part.where === '' ? '' : `and d.slug ${request.towards === 'next' ? '>=' : '<='} $7`;
    return this.read.many(
      entryView,
      `${withFound} ${selectEntry} where ${fits} ${district} ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [...filterValues(filter), ...part.values],
    );
  }

  /** How many live entries fit. */
  async count(filter: OdopEntryFilter): Promise<number> {
    const row = await this.read.maybe(
      counted,
      `${withFound}
       select count(*)::integer as count from odop.entry e join odop.district d on d.id = e.district_id where ${fits}`,
      filterValues(filter),
    );
    return row!.count;
  }
}
