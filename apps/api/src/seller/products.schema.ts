import { z } from 'zod';
import { freeText } from '#platform/identifiers';
import type { GiAuthorisationView, TiedProduct } from '#sellers';
import { slug } from '../public/names.schema.js';

export const productsBody = z
  .strictObject({
    odopEntryIds: z
      .array(z.uuid())
      .max(20)
      .refine((ids) => new Set(ids).size === ids.length, 'each once')
      .describe('all products of your district’s list that you make'),
  })
  .meta({ id: 'ProductsOfMaker' });

export const products = z
  .strictObject({
    products: z.array(z.strictObject({ odopEntryId: z.uuid(), product: z.string(), since: z.iso.datetime() })).max(20),
  })
  .meta({ id: 'MadeProducts' });

export const giClaimBody = z
  .strictObject({
    gi: slug.describe('of the GI register'),
    number: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9/-]{2,30}$/, 'Expected letters, digits, / and -')
      .describe('of your certificate as authorised user'),
    validFrom: z.iso.date(),
    validTo: z.iso.date().describe('first day it no longer holds'),
  })
  .meta({ id: 'GiClaim' });

export const giDecisionBody = z
  .strictObject({
    decision: z.enum(['verify', 'reject']),
    reason: freeText(500).describe('what you found in Part B of the register; the maker reads it'),
  })
  .meta({ id: 'GiDecision' });

export const giAuthorisations = z
  .strictObject({
    authorisations: z
      .array(
        z.strictObject({
          id: z.uuid(),
          gi: z.strictObject({ slug, name: z.string() }),
          number: z.string(),
          validFrom: z.iso.date(),
          validTo: z.iso.date(),
          state: z.enum(['claimed', 'verified', 'rejected']),
          reason: z.string().nullable(),
        }),
      )
      .max(100)
      .describe('the last hundred'),
  })
  .meta({ id: 'GiAuthorisations' });

export const viewOfProducts = (rows: readonly TiedProduct[]): z.input<typeof products> => ({
  products: rows.map(({ id, product, since }) => ({ odopEntryId: id, product, since: since.toISOString() })),
});

export const viewOfAuthorisations = (rows: readonly GiAuthorisationView[]): z.input<typeof giAuthorisations> => ({
  authorisations: rows.map((row) => ({
    id: row.id,
    gi: { slug: row.gi_slug, name: row.gi_name },
    number: row.number,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    state: row.state,
    reason: row.reason,
  })),
});
