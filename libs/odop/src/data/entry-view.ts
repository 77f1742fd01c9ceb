import { z } from 'zod';
import { odopLists, ranks, sectors } from '../domain/odop-entry.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';
import { districtNameOn } from './districts.query.js';

/** An entry with its place, as every question about entries gives it. */
export const entryView = z.object({
  id: z.uuid(),
  slug: z.string(),
  product: z.string(),
  sector: z.enum(sectors),
  rank: z.enum(ranks),
  position: z.number(),
  gi: z.boolean(),
  takes_listings: z.boolean(),
  state: z.enum(odopEntryStates.names),
  list: z.enum(odopLists),
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

const columnsOf = (district_name: string): string => `
         e.id, e.slug, e.product, e.sector, e.rank, e.position, coalesce(e.gi_override, e.gi_published) as gi,
         e.takes_listings, e.state, e.list, e.source, e.effective_from::text, e.effective_to::text, e.version,
         d.id as district_id, d.slug as district_slug, ${district_name} as district_name, d.lgd_code as district_lgd_code,
         d.state_code, s.name as state_name`;

const sourceOf = (district_id: string): string => `
    from odop.entry e
    join odop.district d on d.id = ${district_id}
    join odop.state s on s.code = d.state_code`;

export const entryColumns = columnsOf('d.name');
export const entrySource = sourceOf('e.district_id');

/** The same as it was on a day: the district it lay in then, by the name it had. @param day  the parameter that holds it */
export const entryOn = (day: string): { columns: string; source: string } => ({
  columns: columnsOf(districtNameOn(day)),
  source: sourceOf(`coalesce((select p.district_id from odop.entry_former_place p
                               where p.entry_id = e.id and p.until > ${day}::date order by p.until limit 1), e.district_id)`),
});
