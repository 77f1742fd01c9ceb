import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { wordQuery, wordsQuery, type AskedWord } from '../../domain/shelf/query-words.js';
import type { FactorValues } from '../../domain/shelf/ranking.rules.js';
import { fresh_days, rankColumns } from './rank.sql.js';
import { cardColumns, cardRow } from './shelf-card.js';
import { ShelfConditions, type ShelfFilter } from './shelf-conditions.js';

/** So many goods at most are ranked for one search, and shown. */
export const ranked_max = 500;
/** With so many among the best thousands the rest of the shelf is not looked at. */
const enough = 100;

/** How much of what was asked must be there: all words, all but one, or any. */
export type Strictness = 0 | 1 | 2;
/** The whole sort key of a search: strictness, score, listing. */
export const searchKey = z.tuple([z.union([z.literal(0), z.literal(1), z.literal(2)]), z.int(), z.uuid()]);
export type SearchKey = z.infer<typeof searchKey>;

const foundCard = cardRow.extend({
  score: z.number(),
  in_title: z.number(),
  in_product: z.number(),
  in_any: z.number(),
  in_typed: z.number(),
  age_days: z.number(),
  complete_bp: z.number(),
  rating_bp: z.number(),
});
export type FoundCard = z.infer<typeof foundCard>;

const foundRow = z.object({
  items: z.array(foundCard),
  found: z.number(),
  is_all: z.boolean(),
  tags: z.record(z.string(), z.number()),
});

export interface Found {
  strictness: Strictness;
  items: FoundCard[];
  /** Goods that were ranked. */
  found: number;
  /** Whether there are no others. */
  isAll: boolean;
  /** Goods among them by tag, when asked for. */
  tags: Record<string, number>;
}

/** Search by words, the best first. */
@Injectable()
export class SearchShelfQuery {
  constructor(private readonly read: ReadClient) {}

  /**
   * A page of what fits. When nothing has all the words, goods that have all but one are found, and then those with any.
   * @param request  its key says how strict the first page was
   * @rule R-9.3
   */
  async page(
    filter: ShelfFilter,
    words: readonly AskedWord[],
    request: PageRequest<SearchKey>,
    wantsFacets: boolean,
  ): Promise<Found> {
    const nothing: Found = { strictness: 0, items: [], found: 0, isAll: true, tags: {} };
    if (words.length === 0) return nothing;
    const ways: readonly Strictness[] = request.key ? [request.key[0]] : words.length === 1 ? [0] : [0, 1, 2];
    for (const strictness of ways) {
      if (strictness === 2 && words.length === 2) break; // all but one is any
      const { sql, values } = searchPage(filter, words, strictness, request, wantsFacets);
      const row = (await this.read.maybe(foundRow, sql, values))!;
      if (row.found === 0 && strictness !== ways.at(-1)) continue;
      return { strictness, items: row.items, found: row.found, isAll: row.is_all, tags: row.tags };
    }
    return nothing;
  }
}

/** What each factor saw of goods that were found. @param words  how many were asked */
export const factorValues = (row: FoundCard, words: number): FactorValues => ({
  title: row.in_title / words,
  product: row.in_product / words,
  anywhere: row.in_any / words,
  asTyped: row.in_typed / words,
  inStock: Number(row.in_stock),
  rating: row.rating_bp / 10_000,
  complete: row.complete_bp / 10_000,
  fresh: 1 - row.age_days / fresh_days,
});

/**
 * The statement of a search, as it is sent. The best thousands of the shelf have a small index of their own, and so has the
 * best tenth of a large one: where enough of them fit, the others are not touched, so that a common word costs the same at ten
 * thousand goods and at a million; a rare one has few goods anywhere. Where the last of all goods bears a mark, so do all.
 */
export function searchPage(
  filter: ShelfFilter,
  words: readonly AskedWord[],
  strictness: Strictness,
  request: PageRequest<SearchKey>,
  wantsFacets: boolean,
) {
  const query = strictness === 2 ? words.map((word) => wordQuery(word)).join(' | ') : wordsQuery(words, strictness);
  const fits = new ShelfConditions().narrowByMarks(filter).find(query);
  const where = fits.where;
  const { facts, score } = rankColumns(words, fits);
  const pool = (condition: string): string => `
    select s.listing_id, s.in_stock, s.rating_bp, s.complete_bp, s.standing, ${wantsFacets ? 's.tags,' : ''} ${facts}
      from catalogue.shelf s where ${condition} and ${where}
     order by s.standing desc, s.listing_id desc limit ${ranked_max}`;
  const key: [number, string] | null = request.key && [request.key[1], request.key[2]];
  const part = keyset({ ...request, key }, ['p.score', 'p.listing_id'], 'desc', fits.values.length + 1);
  return {
    sql: `
      with lowest as materialized (
             select l.is_top, l.is_upper from catalogue.shelf l order by l.standing, l.listing_id limit 1),
           top as materialized (${pool('s.is_top')}),
           many as materialized (
             select count(*) >= ${enough} or coalesce((select is_top from lowest), true) as there from top),
           upper as materialized (${pool('not (select there from many) and s.is_upper')}),
           several as materialized (
             select (select there from many) or count(*) >= ${enough} or (select is_upper from lowest) as there from upper),
           rest as materialized (${pool('not (select there from several)')}),
           pool as materialized (
             select * from top where (select there from many)
             union all select * from upper where (select there from several)
             union all select * from rest),
           ranked as (select r.*, ${score} as score from pool r),
           page as (select p.* from ranked p where true ${part.where} order by ${part.orderBy} limit ${part.limit})
      select (select count(*)::integer from pool) as found,
             (select count(*) < ${ranked_max} from pool)
               and (not (select there from several)
                    or coalesce((select case when (select there from many) then is_top else is_upper end from lowest), true)) as is_all,
             ${
               wantsFacets
                 ? `coalesce((select jsonb_object_agg(t.tag, t.listings)
                                from (select u as tag, count(*) as listings from pool, unnest(pool.tags) u
                                       where u not like 'pin:%' group by u) t), '{}')`
                 : `'{}'::jsonb`
             } as tags,
             coalesce((select jsonb_agg(to_jsonb(i) order by ${part.orderBy.replaceAll('p.', 'i.')})
                         from (select ${cardColumns}, p.score, p.in_title, p.in_product, p.in_any, p.in_typed, p.age_days, p.complete_bp, p.rating_bp
                                 from page p join catalogue.shelf s on s.listing_id = p.listing_id) i), '[]') as items`,
    values: [...fits.values, ...part.values],
  };
}
