import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { nameKinds } from '../domain/dossier.js';
import { storyRow } from './dossiers.query.js';
import { entryColumns, entrySource, entryView } from './entry-view.js';

const cardRow = entryView.extend({
  makers: z.number(),
  listings: z.number(),
  updated_at: z.date(),
  names: z.array(z.object({ lang: z.string(), name: z.string(), kind: z.enum(nameKinds) })),
  gis: z.array(z.object({ slug: z.string(), name: z.string() })),
  stories: z.array(storyRow),
});
export type StoryCard = z.output<typeof cardRow>;

const selectCard = `
  select ${entryColumns}, coalesce(c.makers, 0) as makers, coalesce(c.listings, 0) as listings,
         greatest(e.state_since, (select max(t.updated_at) from odop.entry_story t where t.entry_id = e.id)) as updated_at,
         coalesce((select jsonb_agg(jsonb_build_object('lang', n.lang, 'name', n.name, 'kind', n.kind)
                                    order by n.kind, n.lang, n.name)
                     from odop.entry_name n where n.entry_id = e.id), '[]') as names,
         coalesce((select jsonb_agg(jsonb_build_object('slug', g.slug, 'name', g.name) order by g.slug)
                     from odop.entry_gi x join odop.gi g on g.id = x.gi_id where x.entry_id = e.id), '[]') as gis,
         coalesce((select jsonb_agg(to_jsonb(t) - 'entry_id' - 'updated_at' order by t.lang)
                     from odop.entry_story t where t.entry_id = e.id), '[]') as stories
    ${entrySource}
    left join odop.entry_counts c on c.entry_id = e.id`;

/** What the wall of a district tells of its products: one card each. @rule R-7.4b */
@Injectable()
export class StoryCardsQuery {
  constructor(private readonly read: ReadClient) {}

  /** A card of what is in force, or was. */
  one(entryId: string): Promise<StoryCard | null> {
    return this.read.maybe(cardRow, `${selectCard} where e.id = $1 and e.state in ('live', 'suspended', 'retired')`, [
      entryId,
    ]);
  }

  /** The cards of a district, weightiest first. */
  ofDistrict(slug: string): Promise<StoryCard[]> {
    return this.read.many(
      cardRow,
      `${selectCard} where e.district_slug = $1 and e.state = 'live' order by e.position, e.id`,
      [slug],
    );
  }
}
