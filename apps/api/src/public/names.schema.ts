import { z } from 'zod';
import { PINCODE } from '#odop';

/** How answers and queries name a place. @rule STD-1.9 */
export const stateCode = z
  .string()
  .regex(/^IN-[A-Z]{2}$/, 'Expected an ISO 3166-2 code such as IN-UP')
  .describe('State or Union Territory, ISO 3166-2')
  .meta({ examples: ['IN-BR'] });
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected a slug such as varanasi')
  .meta({ examples: ['bhagalpur'] });
/** Of goods: words of the title, then the id in 25 digits and letters. */
export const goodsSlugText = slug.meta({ examples: ['tussar-stole-0123456789abcdefghijklmno'] });
export const pincodeText = z
  .string()
  .regex(PINCODE, 'six digits')
  .meta({ examples: ['812001'] });
export const searchText = z.string().trim().min(2).max(80);

export const stateName = z.strictObject({ code: stateCode, name: z.string() });
export const districtName = z.strictObject({
  slug,
  name: z.string(),
  lgdCode: z.int().nullable().describe('Local Government Directory; null where none is known'),
});

/** Four edges in degrees, as GeoJSON orders them (RFC 7946). */
export const boundingBox = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,6})?(,-?\d{1,3}(\.\d{1,6})?){3}$/, 'Expected west,south,east,north in degrees')
  .transform((text) => text.split(',').map(Number) as [number, number, number, number])
  .refine(([west, south, east, north]) => west <= east && south <= north, 'Expected west,south,east,north')
  .refine(
    ([west, south, east, north]) => west >= -180 && east <= 180 && south >= -90 && north <= 90,
    'Expected degrees',
  )
  .describe('west,south,east,north in degrees: only what lies inside')
  .meta({
    as: { type: 'string', pattern: '^-?[0-9.]+(,-?[0-9.]+){3}$', maxLength: 60, examples: ['84.0,24.5,88.5,27.5'] },
  });

export const legalDay = z.iso.date().describe('how it stood on that day (Asia/Kolkata), instead of now');
