import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { wordsQuery, type AskedWord } from '../../domain/shelf/query-words.js';
import { ShelfConditions, type ShelfFilter } from './shelf-conditions.js';

/** Goods counted while somebody waits; with more than these, what was counted before is told, or "at least". */
export const facet_goods_max = 1_000;

const countRow = z.object({ tag: z.string(), listings: z.number(), counted_at: z.date() });
const liveRow = z.object({ found: z.number(), tags: z.record(z.string(), z.number()) });

export interface Facets {
  /** exact: as it is now; as_counted: as it was at `countedAt`; at_least: of more goods only these were looked at. */
  basis: 'exact' | 'as_counted' | 'at_least';
  countedAt: Date | null;
  found: number;
  tags: Record<string, number>;
}

@Injectable()
export class ShelfFacetsQuery {
  constructor(private readonly read: ReadClient) {}

  /** Goods that fit by tag: few are counted now, many were counted before where there is no more than one filter. */
  async of(filter: ShelfFilter, words: readonly AskedWord[] | null): Promise<Facets> {
    const scope = words === null ? scopeOf(filter) : null;
    const counted = scope === null ? [] : await this.read.many(countRow, countedTags, [scope]);
    const total = totalOf(counted);
    if (total > facet_goods_max) {
      const tags = Object.fromEntries(counted.map((row) => [row.tag, row.listings]));
      return { basis: 'as_counted', countedAt: counted[0]!.counted_at, found: total, tags };
    }
    const { sql, values } = facetsOf(filter, words);
    const { found, tags } = (await this.read.maybe(liveRow, sql, values))!;
    return found > facet_goods_max
      ? { basis: 'at_least', countedAt: null, found: facet_goods_max, tags }
      : { basis: 'exact', countedAt: null, found, tags };
  }
}

/** Every one of the goods has exactly one tag of these. */
const totalOf = (rows: readonly { tag: string; listings: number }[]): number =>
  rows.filter((row) => row.tag.startsWith('inStock:')).reduce((sum, row) => sum + row.listings, 0);

/** The name under which a filter was counted before; null when it was not. */
function scopeOf(filter: ShelfFilter): string | null {
  const { district_slug, state_code, tags, ...others } = filter;
  if (Object.values(others).some((value) => value !== undefined)) return null;
  const wanted = [
    ...(district_slug === undefined ? [] : [`district:${district_slug}`]),
    ...(state_code === undefined ? [] : [`state:${state_code}`]),
    ...tags.map((group) => (group.length === 1 ? group[0]! : 'pin:')),
  ];
  if (wanted.length > 1) return null;
  const [scope = ''] = wanted;
  return scope === '' || /^(?:state|district|sector|category|storefront):/.test(scope) ? scope : null;
}

export const countedTags = `
  select c.tag, c.listings, n.counted_at from catalogue.shelf_count c cross join catalogue.shelf_counted n where c.scope = $1`;

/** The statement that counts now, as it is sent. */
export function facetsOf(filter: ShelfFilter, words: readonly AskedWord[] | null) {
  const fits = new ShelfConditions().narrowByMarks(filter).find(words && wordsQuery(words));
  return {
    sql: `
      with hits as materialized (select s.tags from catalogue.shelf s where ${fits.where} limit ${facet_goods_max + 1})
      select (select count(*)::integer from hits) as found,
             coalesce((select jsonb_object_agg(t.tag, t.listings)
                         from (select u as tag, count(*) as listings from hits, unnest(hits.tags) u
                                where u not like 'pin:%' group by u) t), '{}') as tags`,
    values: fits.values,
  };
}
