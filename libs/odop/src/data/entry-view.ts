import { z } from 'zod';
import { odopLists, ranks, sectors } from '../domain/odop-entry.js';
import { odopEntryStates } from '../domain/odop-entry.states.js';

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

export const entryColumns = `
         e.id, e.slug, e.product, e.sector, e.rank, e.position, coalesce(e.gi_override, e.gi_published) as gi,
         e.takes_listings, e.state, e.list, e.source, e.effective_from::text, e.effective_to::text, e.version,
         e.district_id, d.slug as district_slug, d.name as district_name, d.lgd_code as district_lgd_code,
         d.state_code, s.name as state_name`;

export const entrySource = `
    from odop.entry e
    join odop.district d on d.id = e.district_id
    join odop.state s on s.code = d.state_code`;
