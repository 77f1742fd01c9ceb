import { z } from 'zod';
import { nameKinds, story, type StoryCard } from '#odop';
import { publicUrl } from '#platform/http';
import { odopEntry, viewOfEntry } from './odop-entries.schema.js';
import { slug } from './names.schema.js';

export const languageCode = z.string().regex(/^[a-z]{2,3}$/, 'Expected a language code such as hi');
export const storyQuery = z.strictObject({
  lang: languageCode.optional().describe('the story in this language if there is one, else in English, else in any'),
});

/** A card of the ODOP wall. */
export const storyCard = z
  .strictObject({
    entry: odopEntry,
    names: z.array(z.strictObject({ lang: z.string(), name: z.string(), kind: z.enum(nameKinds) })).max(100),
    gi: z
      .array(z.strictObject({ slug, name: z.string() }))
      .max(10)
      .describe('registered geographical indications it belongs to'),
    makers: z.int().describe('who have goods of it on sale'),
    listings: z.int().describe('goods on sale; counted every few minutes'),
    languages: z.array(z.string()).max(10).describe('in which its story is told'),
    story: story.nullable().describe('null: nobody has told it yet'),
    panel: z.url().describe('the card to print'),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'StoryCard', example: undefined });

export const storyAddress = (id: string): string => `${publicUrl()}/v1/public/odop-entries/${id}/story`;

export const viewOfCard = (row: StoryCard, lang: string | undefined): z.input<typeof storyCard> => ({
  entry: viewOfEntry(row),
  names: row.names,
  gi: row.gis,
  makers: row.makers,
  listings: row.listings,
  languages: row.stories.map((one) => one.lang),
  story: storyIn(row, lang),
  panel: `${publicUrl()}/v1/public/odop-entries/${row.id}/panel`,
  updatedAt: row.updated_at.toISOString(),
});

/** The language asked for, else English, else the first there is. */
export function storyIn({ stories }: StoryCard, lang: string | undefined): StoryCard['stories'][number] | null {
  const told = (code: string | undefined) => stories.find((one) => one.lang === code);
  return told(lang) ?? told('en') ?? stories[0] ?? null;
}
