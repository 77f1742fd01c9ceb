import { namedId } from '#platform/kernel';

/**
 * Ids of seeded rows grow from their slugs, which outlive a change of name: every installation gives the same district the
 * same id, so that files and programs can carry it from one to another.
 */
export const districtId = (slug: string): string => namedId('odop.district', slug);
export const odopEntryId = (district_slug: string, slug: string): string => namedId('odop.entry', district_slug, slug);
export const giId = (slug: string): string => namedId('odop.gi', slug);
export const infrastructureId = (slug: string): string => namedId('odop.infrastructure', slug);
