import { z } from 'zod';
import { freeText, readHsn } from '#platform/identifiers';
import { ranks, sectors } from './odop-entry.js';

/** What a proposal may rest on. */
export const evidenceKinds = [
  'government_order',
  'survey',
  'gi_certificate',
  'minutes',
  'publication',
  'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const nameKinds = ['local', 'synonym'] as const;
export type NameKind = (typeof nameKinds)[number];

const language = z.string().regex(/^[a-z]{2,3}$/, 'Expected a language code such as hi');
const webAddress = z
  .url({ protocol: /^https$/ })
  .max(500)
  .describe('where it can be read; https only');

export const storyQuote = z.strictObject({
  words: freeText(400),
  maker: freeText(120).describe('as she wants to be named'),
  consent: z.literal(true).describe('she agreed to be quoted'),
});
export type StoryQuote = z.output<typeof storyQuote>;
export const storyImage = z.strictObject({ url: webAddress, alt: freeText(200), credit: freeText(120).nullable() });
export type StoryImage = z.output<typeof storyImage>;

/** A story of 300 to 1,200 characters in one language. @rule */
export const story = z.strictObject({
  lang: language,
  title: freeText(120),
  body: freeText(1_200).refine((text) => [...text].length >= 300, 'expected at least 300 characters'),
  craft: freeText(120).nullable().default(null),
  materials: z.array(freeText(80)).max(20).default([]),
  steps: z.array(freeText(300)).max(20).default([]),
  sustainability: freeText(400).nullable().default(null),
  quotes: z.array(storyQuote).max(5).default([]),
  images: z.array(storyImage).max(8).default([]),
});
export type Story = z.output<typeof story>;

export const evidence = z.strictObject({
  kind: z.enum(evidenceKinds),
  title: freeText(200),
  issuer: freeText(200),
  reference: freeText(80).nullable().default(null),
  issuedOn: z.iso.date().nullable().default(null),
  url: webAddress.nullable().default(null),
});
export type Evidence = z.output<typeof evidence>;

export const hsnCode = z
  .string()
  .max(20)
  .refine((code) => readHsn(code).ok, 'expected an HSN code of 4, 6 or 8 digits');

/** What an officer may say about a product, all of it optional until the dossier is complete. @rule  */
export const dossier = z.strictObject({
  product: freeText(160),
  sector: z.enum(sectors),
  rank: z.enum(ranks),
  gi: z.boolean().describe('a registered geographical indication'),
  hsn: z.array(hsnCode).max(20),
  names: z
    .array(z.strictObject({ lang: language, name: freeText(160), kind: z.enum(nameKinds) }))
    .max(30)
    .describe('in the district’s languages, and other common names'),
  giSlugs: z.array(z.string().max(80)).max(10).describe('entries of the GI register it belongs to'),
  stories: z.array(story).max(10),
  evidence: z.array(evidence).max(20).describe('added to what is there'),
});
export type Dossier = z.output<typeof dossier>;

/** What is still missing before a dossier can go to the State, in plain words. @rule SM-2 */
export function missingFromDossier(entry: {
  lgd_code: number | null;
  district_ended: boolean;
  hsn: readonly string[];
  evidence: number;
  stories: number;
}): string[] {
  return [
    ...(entry.district_ended ? ['a district that exists today'] : []),
    ...(entry.lgd_code === null ? ['the LGD code of the district'] : []),
    ...(entry.hsn.length === 0 ? ['at least one HSN code'] : []),
    ...(entry.evidence === 0 ? ['a paper that it rests on'] : []),
    ...(entry.stories === 0 ? ['a story of 300 to 1,200 characters'] : []),
  ];
}
