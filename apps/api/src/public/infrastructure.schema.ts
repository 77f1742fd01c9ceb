import { z } from 'zod';
import { infrastructureKinds, infrastructureStatuses, type InfrastructureView } from '#odop';
import { pageQuery } from '#platform/http';
import { boundingBox, districtName, slug, stateCode, stateName } from './names.schema.js';

export const infrastructureQuery = pageQuery.extend({
  state: stateCode.optional(),
  district: slug.optional(),
  kind: z.enum(infrastructureKinds).optional(),
  bbox: boundingBox.optional(),
});

export const infrastructure = z
  .strictObject({
    id: z.uuid(),
    slug,
    kind: z.enum(infrastructureKinds),
    name: z.string(),
    status: z.enum(infrastructureStatuses),
    sample: z.boolean().describe('made up to show how it looks; not a place'),
    point: z
      .strictObject({
        latitude: z.number(),
        longitude: z.number(),
        own: z.boolean().describe('false: its district’s point stands in'),
      })
      .nullable(),
    source: z.string(),
    district: districtName,
    state: stateName,
  })
  .meta({
    id: 'Infrastructure',
    example: {
      id: '7c1f3c52-8a55-8d9b-a0b1-6b2f4c9f1f10',
      slug: 'pm-ekta-mall-varanasi',
      kind: 'ekta_mall',
      name: 'PM Ekta Mall, Varanasi',
      status: 'sanctioned',
      sample: false,
      point: { latitude: 25.3919, longitude: 82.9076, own: false },
      source: 'capital-assistance-2023-24',
      district: { slug: 'varanasi', name: 'Varanasi', lgdCode: 187 },
      state: { code: 'IN-UP', name: 'Uttar Pradesh' },
    },
  });

export const viewOfInfrastructure = (row: InfrastructureView): z.input<typeof infrastructure> => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  name: row.name,
  status: row.status,
  sample: row.is_sample,
  point:
    row.latitude_deg === null || row.longitude_deg === null
      ? null
      : { latitude: row.latitude_deg, longitude: row.longitude_deg, own: row.point_is_own },
  source: row.source,
  district: { slug: row.district_slug, name: row.district_name, lgdCode: row.district_lgd_code },
  state: { code: row.state_code, name: row.state_name },
});
