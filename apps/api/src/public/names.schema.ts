import { z } from 'zod';

/** How answers and queries name a place. @rule STD-1.9 */
export const stateCode = z
  .string()
  .regex(/^IN-[A-Z]{2}$/, 'Expected an ISO 3166-2 code such as IN-UP')
  .describe('State or Union Territory, ISO 3166-2');
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected a slug such as varanasi');
export const searchText = z.string().trim().min(2).max(80);

export const stateName = z.strictObject({ code: stateCode, name: z.string() });
export const districtName = z.strictObject({
  slug,
  name: z.string(),
  lgdCode: z.int().nullable().describe('Local Government Directory; null where none is known'),
});
