import { z } from 'zod';
import { plainText } from './plain-text.js';

/**
 * Who may list in a category: q1–q3 brands and those they authorise, q4 anybody, q5 what self help groups make, q6 makers
 * under the ODOP entry of their district.
 * @rule
 */
export const quadrants = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'] as const;
export type Quadrant = (typeof quadrants)[number];

export const parameterKinds = ['number', 'choice', 'text', 'yes_no'] as const;
const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected a slug such as silk-sarees')
  .meta({ examples: ['silk-sarees'] });
export const parameterKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, 'Expected small letters, digits and _')
  .meta({ examples: ['length_cm'] });

/** What goods of a category say of themselves, so that offers can be compared. @rule */
export const goldenParameter = z
  .strictObject({
    key: parameterKey,
    name: plainText(60),
    kind: z.enum(parameterKinds),
    unit: plainText(20).nullable().default(null).describe('of a number'),
    choices: z.array(plainText(60)).max(40).default([]).describe('of a choice'),
    least: z.number().min(0).max(1_000_000).nullable().default(null).describe('of a number'),
    most: z.number().min(0).max(1_000_000).nullable().default(null).describe('of a number'),
    required: z.boolean().default(false).describe('goods are not put on sale without it'),
  })
  .refine((one) => (one.kind === 'choice') === one.choices.length > 0, {
    path: ['choices'],
    error: 'a choice has choices, and nothing else has',
  })
  .meta({ id: 'GoldenParameter' });
export type GoldenParameter = z.infer<typeof goldenParameter>;

/** What an officer writes about a category. */
export const categoryInput = z
  .strictObject({
    slug,
    parent: slug.nullable().default(null).describe('slug of the group it stands in'),
    name: plainText(80),
    description: plainText(300),
    quadrant: z.enum(quadrants).describe('who may list in it: q4 and q5 every maker, q6 under an ODOP entry'),
    mseReservedFrom: z.iso.date().nullable().default(null).describe('reserved for MSEs in public purchase since'),
    isFood: z.boolean().default(false),
    isToy: z.boolean().default(false),
    hsn: z
      .array(z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8})$/, 'Expected 2, 4, 6 or 8 digits'))
      .max(40)
      .default([])
      .describe('beginnings of tariff codes; none makes it a group'),
    gstRateKeys: z
      .array(z.string().regex(/^[a-z0-9_]{2,60}$/))
      .max(20)
      .default([]),
    parameters: z
      .array(goldenParameter)
      .max(30)
      .refine((all) => new Set(all.map((one) => one.key)).size === all.length, 'each key once')
      .default([]),
    discountMin_bp: z.int().min(0).max(9_000).default(0).describe('how far a price must be below the MRP'),
  })
  .meta({ id: 'CategoryInput' });
export type CategoryInput = z.infer<typeof categoryInput>;

/** What a maker answers: words, a number, or yes and no. */
export type ParameterValue = string | number | boolean;
