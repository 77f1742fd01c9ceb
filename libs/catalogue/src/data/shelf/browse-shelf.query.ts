import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ReadClient } from '#platform/database';
import { keyset, type PageRequest } from '#platform/http';
import { wordsQuery, type AskedWord } from '../../domain/shelf/query-words.js';
import { cardColumns, cardRow, type ShelfCard } from './shelf-card.js';
import { ShelfConditions, type ShelfFilter } from './shelf-conditions.js';

/** Orders of a list; each is that of an index, under every filter that is common. */
export const shelfSorts = ['newest', 'price', '-price', 'rating', 'origin'] as const;
export type ShelfSort = (typeof shelfSorts)[number];

/** The whole sort key of a list. */
export const shelfKey = z.tuple([z.string(), z.uuid()]);
export type ShelfKey = z.infer<typeof shelfKey>;

const orders: Record<ShelfSort, { column: string; direction: 'asc' | 'desc' }> = {
  newest: { column: 's.live_at', direction: 'desc' },
  price: { column: 's.price_paise', direction: 'asc' },
  '-price': { column: 's.price_paise', direction: 'desc' },
  rating: { column: 's.rating_bp', direction: 'desc' },
  origin: { column: 's.country_of_origin', direction: 'asc' },
};

/** Counted no further: who asks for a number wants to know whether there are many. */
export const counted_max = 10_000;

const browsedRow = cardRow.extend({ sort_key: z.string() });
export type BrowsedCard = z.infer<typeof browsedRow>;

/** The shop's lists. Read by everybody: one flat table, one statement. */
@Injectable()
export class BrowseShelfQuery {
  constructor(private readonly read: ReadClient) {}

  /**
   * A page of goods in an order.
   * @param words  only goods that have all of these
   * @rule
   */
  page(
    filter: ShelfFilter,
    words: readonly AskedWord[] | null,
    sort: ShelfSort,
    request: PageRequest<ShelfKey>,
  ): Promise<BrowsedCard[]> {
    const { sql, values } = browsePage(filter, words, sort, request);
    return this.read.many(browsedRow, sql, values, isPlain(filter) && words === null ? 'once' : 'each time');
  }

  /** How many fit, up to 10,000. */
  async count(filter: ShelfFilter, words: readonly AskedWord[] | null): Promise<number> {
    const fits = new ShelfConditions().narrow(filter).find(words && wordsQuery(words));
    const row = await this.read.maybe(
      z.object({ count: z.number() }),
      `select count(*)::integer as count
         from (select from catalogue.shelf s where ${fits.where} limit ${counted_max}) fitting`,
      fits.values,
    );
    return row!.count;
  }

  /** Goods like these: of the same ODOP product, then of the same category, then of the same district; never themselves. */
  similar(listingId: string, most: number): Promise<ShelfCard[]> {
    return this.read.many(cardRow, similarGoods, [listingId, most]);
  }
}

/** By one place, product or maker at most: every value is found in the same index, so that one plan is right for all. */
const isPlain = ({ tags, price_min_paise, price_max_paise, ...keys }: ShelfFilter): boolean =>
  tags.length === 0 &&
  price_min_paise === undefined &&
  price_max_paise === undefined &&
  Object.values(keys).filter((key) => key !== undefined).length <= 1;

/** The statement of a page, as it is sent: the tests ask PostgreSQL how it would run it. */
export function browsePage(
  filter: ShelfFilter,
  words: readonly AskedWord[] | null,
  sort: ShelfSort,
  request: PageRequest<ShelfKey>,
) {
  const { column, direction } = orders[sort];
  const fits = (
    words === null ? new ShelfConditions().narrow(filter) : new ShelfConditions().narrowByMarks(filter)
  ).find(words && wordsQuery(words));
  const part = keyset(request, [column, 's.listing_id'], direction, fits.values.length + 1);
  return {
    sql: `select ${cardColumns}, ${column}::text as sort_key from catalogue.shelf s
           where ${fits.where} ${part.where} order by ${part.orderBy} limit ${part.limit}`,
    values: [...fits.values, ...part.values],
  };
}

/** Each kind of likeness is read in the order of its index, and no further than asked. */
const alike = (far: number, column: string): string => `
  select s.listing_id, ${far} as far, s.live_at
    from it cross join lateral (
      select s.listing_id, s.live_at from catalogue.shelf s
       where s.${column} = it.${column} and s.listing_id <> $1
       order by s.live_at desc, s.listing_id desc limit $2) s`;

export const similarGoods = `
  with it as (select odop_entry_id, category_slug, district_slug from catalogue.shelf where listing_id = $1),
       near as (${alike(0, 'odop_entry_id')} union all ${alike(1, 'category_slug')} union all ${alike(2, 'district_slug')})
  select ${cardColumns}
    from (select listing_id, min(far) as far, live_at from near group by listing_id, live_at
           order by 2, 3 desc, 1 desc limit $2) n
    join catalogue.shelf s on s.listing_id = n.listing_id
   order by n.far, n.live_at desc, n.listing_id desc`;
