import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { giClasses, type GiClass } from '../domain/odop-entry.js';
import { counted } from './reader.js';
import { Conditions } from './search.sql.js';

const giView = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  goods_class: z.enum(giClasses),
  state_codes: z.array(z.string()),
  application_no: z.number().nullable(),
  source: z.string(),
  entries: z.array(z.object({ id: z.uuid(), product: z.string(), district: z.string() })),
});
export type GiView = z.output<typeof giView>;
export type GiFilter = { state_code?: string; goods_class?: GiClass; text?: string };
/** The whole sort key of a page of GIs: its slug. */
export const giKey = z.tuple([z.string()]);
export type GiKey = z.output<typeof giKey>;

const selectGi = `
  select g.id, g.slug, g.name, g.goods_class, g.state_codes, g.application_no, g.source,
         coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'product', e.product, 'district', e.district_slug)
                                    order by e.district_slug, e.position)
                     from (select e.* from odop.entry_gi x join odop.entry e on e.id = x.entry_id
                            where x.gi_id = g.id and e.state = 'live' order by e.district_slug, e.position limit 100) e), '[]') as entries
    from odop.gi g`;

function conditionsOf({ state_code, goods_class, text }: GiFilter): Conditions {
  const fits = new Conditions().equals('g.goods_class', goods_class);
  if (state_code !== undefined) fits.add(`g.state_codes @> array[${fits.value(state_code)}]::text[]`);
  return fits.search(text, 'odop.gi', 'g.id', 'true');
}

/** The register of geographical indications, by name. */
@Injectable()
export class GiQuery {
  constructor(private readonly read: ReadClient) {}

  bySlug(slug: string): Promise<GiView | null> {
    return this.read.maybe(giView, `${selectGi} where g.slug = $1`, [slug]);
  }

  page(filter: GiFilter, request: PageRequest<GiKey>): Promise<GiView[]> {
    const fits = conditionsOf(filter);
    const part = keyset(request, ['g.slug'], 'asc', fits.values.length + 1);
    return this.read.many(
      giView,
      `${fits.ctes} ${selectGi} where ${fits.where} ${part.where} order by ${part.orderBy} limit ${part.limit}`,
      [...fits.values, ...part.values],
    );
  }

  async count(filter: GiFilter): Promise<number> {
    const fits = conditionsOf(filter);
    const row = await this.read.maybe(
      counted,
      `${fits.ctes} select count(*)::integer as count from odop.gi g where ${fits.where}`,
      fits.values,
    );
    return row!.count;
  }
}
