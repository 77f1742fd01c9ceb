import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import type { Sector } from '../domain/odop-entry.js';
import { entryColumns, entryOn, entrySource, entryView, type OdopEntryView } from './entry-view.js';
import { counted, type Reader } from './reader.js';
import { Conditions, type BoundingBox } from './search.sql.js';

export type OdopEntryFilter = {
  state_code?: string;
  district_slug?: string;
  sector?: Sector;
  gi?: boolean;
  text?: string;
  bbox?: BoundingBox;
  /** A legal day: what was listed then, instead of now. */
  on?: string;
};
const groundRow = z.object({ district_id: z.uuid(), is_former: z.boolean() });
/** A district whose makers may list under an entry; `is_former`: only what they have listed under it already. */
export type EntryGround = z.output<typeof groundRow>;
/** The whole sort key of a page of entries: district's slug, position, id. */
export const odopEntryKey = z.tuple([z.string(), z.number(), z.uuid()]);
export type OdopEntryKey = z.output<typeof odopEntryKey>;

const selectEntry = `select ${entryColumns} ${entrySource}`;

function conditionsOf({ state_code, district_slug, sector, gi, text, bbox, on }: OdopEntryFilter) {
  const fits = new Conditions();
  let [columns, source, slug] = [entryColumns, entrySource, 'e.district_slug'];
  if (on === undefined) fits.add(`e.state = 'live'`);
  else {
    const day = fits.value(on);
    ({ columns, source } = entryOn(day));
    slug = 'd.slug';
    // A version was listed from its first day until its last, whatever became of it since.
    fits.add(`e.state in ('live', 'suspended', 'retired') and e.effective_from <= ${day}::date
              and (e.effective_to is null or e.effective_to > ${day}::date)`);
  }
  fits.equals('d.state_code', state_code).equals(slug, district_slug).equals('e.sector', sector);
  fits
    .equals('coalesce(e.gi_override, e.gi_published)', gi)
    .inside(bbox, 'd.latitude_deg', 'd.longitude_deg')
    .search(text, 'odop.entry', 'e.id', on === undefined ? `x.state = 'live'` : 'true');
  return { fits, columns, source, slug };
}

@Injectable()
export class OdopEntriesQuery {
  constructor(private readonly read: ReadClient) {}

  /** An entry in any state: listings keep the entry they were made under. */
  byId(id: string, db: Reader = this.read): Promise<OdopEntryView | null> {
    return db.maybe(entryView, `${selectEntry} where e.id = $1`, [id]);
  }

  /**
   * The version in force that followed an entry, or the entry itself: goods listed under an earlier version are held to
   * what the register says now.
   * @rule SM-2
   */
  inForce(id: string, db: Reader = this.read): Promise<OdopEntryView | null> {
    return db.maybe(
      entryView,
      `with recursive line as (
         select e.id, e.state, 0 as height from odop.entry e where e.id = $1
         union all
         select n.id, n.state, line.height + 1 from odop.entry n join line on n.succeeds_id = line.id
          where n.state in ('live', 'suspended', 'retired') and line.height < 100)
       ${selectEntry}
        where e.id = (select id from line order by (state = 'live') desc, (state = 'suspended') desc, height limit 1)`,
      [id],
    );
  }

  /**
   * Districts whose makers may list under an entry: its own, those divided from that one since the product came onto its
   * list, and, for what they have listed already, the one it lay in before a division took it along.
   * @rule 
   */
  groundOf(id: string, db: Reader = this.read): Promise<EntryGround[]> {
    return db.many(groundRow, `select district_id, is_former from odop.v_entry_ground where entry_id = $1 limit 100`, [
      id,
    ]);
  }

  /** What a district is known for now, weightiest first. @rule */
  listForDistrict(district_id: string, db: Reader = this.read): Promise<OdopEntryView[]> {
    return db.many(
      entryView,
      `${selectEntry} where e.district_id = $1 and e.state = 'live' order by e.position, e.id limit 100`,
      [district_id],
    );
  }

  /**
   * Live entries, or those listed on a day, by district, then weight. `text` is compared by sound with the product's names,
   * its GIs and its district's present and former names; if nothing has all its words, near misses count.
   * @rule 
   */
  page(filter: OdopEntryFilter, request: PageRequest<OdopEntryKey>): Promise<OdopEntryView[]> {
    const { sql, values } = entryPage(filter, request);
    return this.read.many(entryView, sql, values);
  }

  /** How many fit. */
  async count(filter: OdopEntryFilter): Promise<number> {
    const { fits, source } = conditionsOf(filter);
    const row = await this.read.maybe(
      counted,
      `${fits.ctes} select count(*)::integer as count ${source} where ${fits.where}`,
      fits.values,
    );
    return row!.count;
  }
}

/** The statement of a page, as it is sent: the tests ask PostgreSQL how it would run it. */
export function entryPage(filter: OdopEntryFilter, request: PageRequest<OdopEntryKey>) {
  const { fits, columns, source, slug } = conditionsOf(filter);
  const part = keyset(request, [slug, 'e.position', 'e.id'], 'asc', fits.values.length + 1);
  return {
    sql: `${fits.ctes} select ${columns} ${source} where ${fits.where} ${part.where} order by ${part.orderBy} limit ${part.limit}`,
    values: [...fits.values, ...part.values],
  };
}
