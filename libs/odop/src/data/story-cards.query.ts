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

const batch_cards = 20;

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

  /**
   * The cards of a State, a batch at a time, so that a wall of any length is never held whole.
   * @param code  ISO 3166-2
   */
  async *ofState(code: string): AsyncGenerator<StoryCard[]> {
    let after: [string, number, string] | null = null;
    for (;;) {
      const [slug, position, id]: [string | null, number | null, string | null] = after ?? [null, null, null];
      const cards: StoryCard[] = await this.read.many(
        cardRow,
        `${selectCard}
          where d.state_code = $1 and e.state = 'live'
            and ($2::text is null or (e.district_slug, e.position, e.id) > ($2, $3::smallint, $4::uuid))
          order by e.district_slug, e.position, e.id limit $5`,
        [code, slug, position, id, batch_cards],
      );
      if (cards.length > 0) yield cards;
      const last = cards.at(-1);
      if (last === undefined || cards.length < batch_cards) return;
      after = [last.district_slug, last.position, last.id];
    }
  }

  /**
   * How many cards a State has, when the newest of them was changed, and a digest of all that stands on them; null when there
   * is no such State.
   */
  stateWall(
    code: string,
  ): Promise<{ name: string; cards: number; updated_at: Date | null; digest: string | null } | null> {
    return this.read.maybe(
      z.object({ name: z.string(), cards: z.number(), updated_at: z.date().nullable(), digest: z.string().nullable() }),
      `select s.name, count(e.id)::integer as cards,
              max(greatest(e.state_since, (select max(t.updated_at) from odop.entry_story t where t.entry_id = e.id)))
                as updated_at,
              md5(string_agg(jsonb_build_array(
                e.id, e.product, e.sector, e.position, coalesce(e.gi_override, e.gi_published), e.state_since, d.name, s.name,
                (select max(t.updated_at) from odop.entry_story t where t.entry_id = e.id),
                (select jsonb_agg(n.name order by n.lang, n.name) from odop.entry_name n where n.entry_id = e.id),
                (select jsonb_agg(g.name order by g.slug)
                   from odop.entry_gi x join odop.gi g on g.id = x.gi_id where x.entry_id = e.id),
                (select jsonb_build_array(c.makers, c.listings) from odop.entry_counts c where c.entry_id = e.id))::text, ','
                order by e.id)) as digest
         from odop.state s
         left join odop.district d on d.state_code = s.code
         left join odop.entry e on e.district_id = d.id and e.state = 'live'
        where s.code = $1 group by s.code`,
      [code],
    );
  }
}
