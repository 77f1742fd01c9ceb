import { z } from 'zod';
import { giClasses, type GiView } from '#odop';
import { pageQuery } from '#platform/http';
import { searchText, slug, stateCode } from './names.schema.js';

export const giQuery = pageQuery.extend({
  state: stateCode.optional(),
  class: z.enum(giClasses).optional(),
  text: searchText.optional().describe('words of the name, in any script of India, as they sound'),
});

export const gi = z
  .strictObject({
    id: z.uuid(),
    slug,
    name: z.string(),
    class: z.enum(giClasses),
    states: z.array(stateCode).max(50),
    applicationNo: z.int().nullable().describe('null where the list read does not give it'),
    source: z.string(),
    odopEntries: z
      .array(z.strictObject({ id: z.uuid(), product: z.string(), district: slug }))
      .max(100)
      .describe('ODOP entries it belongs to'),
  })
  .meta({
    id: 'Gi',
    example: {
      id: '2a9f3c52-8a55-8d9b-a0b1-6b2f4c9f1f10',
      slug: 'darjeeling-tea',
      name: 'Darjeeling Tea',
      class: 'agricultural',
      states: ['IN-WB'],
      applicationNo: null,
      source: 'gi-list-2025',
      odopEntries: [],
    },
  });

export const viewOfGi = (row: GiView): z.input<typeof gi> => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  class: row.goods_class,
  states: row.state_codes,
  applicationNo: row.application_no,
  source: row.source,
  odopEntries: row.entries,
});
