import { z } from 'zod';
import { odopEntryStateNames, odopLists, ranks, sectors, takesNewListings, type OdopEntryView } from '#odop';
import { pageQuery } from '#platform/http';
import { boundingBox, districtName, legalDay, searchText, slug, stateCode, stateName } from './names.schema.js';

/** The list changes a few times a year, an officer's correction should show within minutes. */
export const entriesMaxAge_s = 300;

export const odopEntriesQuery = pageQuery.extend({
  state: stateCode.optional(),
  district: slug.optional(),
  sector: z.enum(sectors).optional(),
  gi: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .describe('only what is, or is not, a registered geographical indication'),
  text: searchText
    .optional()
    .describe(
      'words of the product, its GI or its district, in any script of India, as they sound: banarasi sari, बनारसी साड़ी',
    ),
  bbox: boundingBox.optional(),
  on: legalDay.optional(),
});

/** `state` is the State of the Union; `status` the entry's own. */
export const odopEntry = z
  .strictObject({
    id: z.uuid(),
    slug: z.string().describe('unique within its district'),
    product: z.string(),
    sector: z.enum(sectors),
    rank: z.enum(ranks),
    gi: z.boolean().describe('a registered geographical indication'),
    takesListings: z.boolean().describe('false: nothing can be listed under it now'),
    status: z.enum(odopEntryStateNames),
    list: z.enum(odopLists),
    source: z.string().describe('the published list it was read from'),
    effectiveFrom: z.iso.date().nullable(),
    effectiveTo: z.iso.date().nullable().describe('first day it was no more'),
    district: districtName,
    state: stateName,
  })
  .meta({
    id: 'OdopEntry',
    example: {
      id: 'ba7f5194-8706-8aaa-a97d-43affb6e442e',
      slug: 'silk-products',
      product: 'Silk Products',
      sector: 'textiles',
      rank: 'primary',
      gi: true,
      takesListings: true,
      status: 'live',
      list: 'dpiit_odop',
      source: 'odop-v31',
      effectiveFrom: '2025-07-01',
      effectiveTo: null,
      district: { slug: 'varanasi', name: 'Varanasi', lgdCode: 187 },
      state: { code: 'IN-UP', name: 'Uttar Pradesh' },
    },
  });

export function viewOfEntry(row: OdopEntryView): z.input<typeof odopEntry> {
  return {
    id: row.id,
    slug: row.slug,
    product: row.product,
    sector: row.sector,
    rank: row.rank,
    gi: row.gi,
    takesListings: takesNewListings(row),
    status: row.state,
    list: row.list,
    source: row.source,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    district: { slug: row.district_slug, name: row.district_name, lgdCode: row.district_lgd_code },
    state: { code: row.state_code, name: row.state_name },
  };
}
