import { z } from 'zod';
import { pincodeBases } from '#odop';
import { pageQuery } from '#platform/http';
import {
  boundingBox,
  districtName,
  legalDay,
  pincodeText,
  searchText,
  slug,
  stateCode,
  stateName,
} from './names.schema.js';
import { odopEntry } from './odop-entries.schema.js';

/** Places change a few times a year. */
export const placesMaxAge_s = 3600;
/** The counts on the map are taken every five minutes. */
export const mapMaxAge_s = 300;

export const districtsQuery = pageQuery.extend({
  state: stateCode.optional(),
  text: searchText.optional().describe('words of a present or former name, in any script of India, as they sound'),
  bbox: boundingBox.optional(),
  on: legalDay.optional(),
});

export const state = z
  .strictObject({
    ...stateName.shape,
    kind: z.enum(['state', 'union_territory']),
    lgdCode: z.int(),
    gstCode: z.string().describe('first two digits of a GSTIN of this State'),
    districts: z.int().describe('districts it has now'),
  })
  .meta({
    id: 'State',
    example: { code: 'IN-UP', name: 'Uttar Pradesh', kind: 'state', lgdCode: 9, gstCode: '09', districts: 75 },
  });

const district_example = {
  id: '3a48050f-e9df-8c1d-85d8-aed1bad16319',
  slug: 'varanasi',
  name: 'Varanasi',
  lgdCode: 187,
  state: { code: 'IN-UP', name: 'Uttar Pradesh' },
  point: { latitude: 25.3919, longitude: 82.9076, source: 'polygon' },
  otherNames: [],
  parent: null,
  validFrom: null,
  validTo: null,
  successors: [],
};

export const district = z
  .strictObject({
    id: z.uuid(),
    ...districtName.shape,
    state: stateName,
    point: z
      .strictObject({
        latitude: z.number(),
        longitude: z.number(),
        source: z.string().nullable().describe('polygon, polygon-pre-split, hq-town or hq-pin'),
      })
      .nullable()
      .describe('for a marker, degrees; not for finding the nearest district'),
    otherNames: z.array(z.string()).max(100).describe('former names and other spellings'),
    parent: slug.nullable().describe('the district it was divided from'),
    validFrom: z.iso
      .date()
      .nullable()
      .describe('first day it was a district; null: before July 2025, when this register begins, or not known'),
    validTo: z.iso.date().nullable().describe('first day it was no more'),
    successors: z
      .array(z.strictObject({ slug, name: z.string() }))
      .max(30)
      .describe('the districts that were made of it or took it in, once it is no more'),
  })
  .meta({ id: 'District', example: district_example });

/** Any geometry of RFC 7946 §3.1 but collections. */
const geometry = z
  .strictObject({
    type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
    coordinates: z.array(z.unknown()).max(100_000),
  })
  .meta({ id: 'Geometry' });

/** Districts for a map (RFC 7946). */
export const districtMap = z
  .strictObject({
    type: z.literal('FeatureCollection'),
    features: z
      .array(
        z.strictObject({
          type: z.literal('Feature'),
          id: slug,
          geometry: geometry.nullable().describe('its outline if the operator has imported one, else a point'),
          properties: z.strictObject({
            slug,
            name: z.string(),
            state: stateCode,
            lgdCode: z.int().nullable(),
            geometryIs: z.string().nullable().describe('outline, or where the point was taken'),
            products: z.int().describe('listed now, or on the day asked for'),
            giProducts: z.int(),
            makers: z.int().describe('who sell'),
            listings: z.int().describe('on sale; counted every few minutes'),
          }),
        }),
      )
      .max(10_000),
  })
  .meta({ id: 'DistrictMap' });

export const districtWithEntries = district
  .extend({ odopEntries: z.array(odopEntry).max(100).describe('what it is known for, weightiest first') })
  .meta({ id: 'DistrictWithEntries', example: { ...district_example, odopEntries: [] } });

export const pincodeQuery = z.strictObject({ on: legalDay.optional() });

export const pincode = z
  .strictObject({
    pincode: pincodeText,
    state: stateName,
    district: districtName,
    basis: z
      .enum(pincodeBases)
      .describe(
        'what the tie rests on: the post office’s name, its position, both, an order, or what is generally known',
      ),
    sure: z.boolean().describe('false: a suggestion, let the person confirm it'),
  })
  .meta({
    id: 'Pincode',
    example: {
      pincode: '221001',
      state: district_example.state,
      district: { slug: 'varanasi', name: 'Varanasi', lgdCode: 187 },
      basis: 'agree',
      sure: true,
    },
  });
