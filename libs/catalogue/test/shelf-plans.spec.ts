import pg from 'pg';
import { freshDatabase, type TestDatabase } from '#platform/testing';
import { browsePage, similarGoods, type ShelfKey, type ShelfSort } from '../src/data/shelf/browse-shelf.query.js';
import { searchPage, type SearchKey } from '../src/data/shelf/search-shelf.query.js';
import type { ShelfFilter } from '../src/data/shelf/shelf-conditions.js';
import { countedTags, facetsOf } from '../src/data/shelf/shelf-facets.query.js';
import { suggestions, wordFacts } from '../src/data/shelf/shelf-words.query.js';
import { askedWord, type AskedWord } from '../src/domain/shelf/query-words.js';

const goods = 6_000;
const someone = '0198c0de-0000-7000-8000-000000000003';

/**
 * How PostgreSQL would run each question of lists and searches as it is sent: a lost index shows here, not in a slow week. The
 * same questions among a million goods are written down in bench/explain.
 */
describe('plans of the shelf', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(`alter table catalogue.shelf drop constraint shelf_of_listing`); // rows of the shelf, and none beneath
    await client.query(
      `insert into catalogue.shelf (listing_id, seller_id, odop_entry_id, category_slug, district_slug, state_code, live_at,
                                    price_paise, country_of_origin, rating_tenths, complete_bp, in_stock, standing, is_top, tags,
                                    words, card)
       select md5('goods ' || n)::uuid, md5('maker ' || n % 400)::uuid, md5('entry ' || n % 300)::uuid, 'category-' || n % 90,
              'district-' || n % 12, 'IN-' || n % 30, timestamptz '2026-01-01' + n * interval '1 minute', 10000 + n % 977 * 100,
              case when n % 50 = 0 then 'NP' else 'IN' end, n % 51, 5000, n % 10 > 0, n, n > 5000,
              array['state:IN-' || n % 30, 'district:district-' || n % 300, 'category:category-' || n % 90,
                    'handmade:' || case when n % 3 = 0 then 'handloom' else 'none' end, 'inStock:' || (n % 10 > 0),
                    'storefront:s' || n % 200, 'pin:*'],
              (case when n % 40 = 0 then '''silk'':1A ' else '' end || case when n % 60 = 0 then '''sari'':1A ' else '' end
                || '''w' || n % 500 || ''':1D')::tsvector,
              jsonb_build_object('gi', false, 'title', repeat(md5(n::text), 30)) -- as wide as rows are
         from generate_series(1, $1::integer) n`,
      [goods],
    );
    await client.query(
      `insert into catalogue.shelf_word (word, listings) select 'w' || md5(n::text), 1 from generate_series(1, 6000) n`,
    );
    await client.query(
      `insert into catalogue.shelf_phrase (kind, phrase, sound, listings)
       select 'goods', md5(n::text), md5(n::text), 1 from generate_series(1, 6000) n`,
    );
    await client.query(`vacuum analyze catalogue.shelf, catalogue.shelf_word, catalogue.shelf_phrase`);
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const planOf = async ({ sql, values }: { sql: string; values: readonly unknown[] }) =>
    (await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, [...values])).rows
      .map((row) => row['QUERY PLAN'])
      .join('\n');
  const request = <K extends ShelfKey | SearchKey>(key: K | null) =>
    ({ limit: 20, key, towards: 'next', wantsCount: false, list: '' }) as const;
  const word = (typed: string): AskedWord => askedWord(typed, { isKnown: true, begins: [], near: [] }, false);

  const listed: [string, Partial<ShelfFilter>, ShelfSort, ShelfKey | null, string][] = [
    ['everything, newest first', {}, 'newest', null, 'shelf_newest'],
    ['its next page', {}, 'newest', ['2026-01-03', someone], 'shelf_newest'],
    ['everything by price', {}, 'price', null, 'shelf_price'],
    ['everything, dearest first', {}, '-price', ['20000', someone], 'shelf_price'],
    ['everything by rating', {}, 'rating', null, 'shelf_rating'],
    ['everything by origin', {}, 'origin', null, 'shelf_origin'],
    ['a district', { district_slug: 'district-7' }, 'newest', null, 'shelf_newest'],
    ['a district by price', { district_slug: 'district-7' }, 'price', null, 'shelf_price_of_district'],
    ['a state by rating', { state_code: 'IN-7' }, 'rating', null, 'shelf_rating_of_state'],
    ['a state by origin', { state_code: 'IN-7' }, 'origin', null, 'shelf_origin_of_state'],
  ];
  test.each(listed)('%s comes in the order of an index, unsorted', async (_, filter, sort, key, index) => {
    const plan = await planOf(browsePage({ tags: [], ...filter }, null, sort, request(key)));
    expect(plan).toContain(`using ${index}`);
    expect(plan).not.toMatch(/Sort|Seq Scan on shelf/);
  });

  const narrowed: [string, Partial<ShelfFilter>][] = [
    ['a maker', { seller_id: someone }],
    ['a product', { odop_entry_id: someone }],
    ['a rare tag', { tags: [['storefront:s7']] }],
    ['one of two rare tags', { tags: [['storefront:s7', 'storefront:s8']] }],
    ['a category and handloom', { tags: [['category:category-7'], ['handmade:handloom']] }],
    ['common tags', { tags: [['inStock:true'], ['pin:*', 'pin:8']] }],
    ['a span of prices', { price_min_paise: 10_000n, price_max_paise: 10_500n }],
  ];
  test.each(narrowed)('%s is found through an index, not by reading the shelf', async (_, filter) => {
    const where = { tags: [], ...filter };
    expect(await planOf(browsePage(where, null, 'newest', request<ShelfKey>(null)))).not.toMatch(/Seq Scan on shelf/);
    expect(await planOf(facetsOf({ ...where, district_slug: 'district-7' }, null))).not.toMatch(/Seq Scan on shelf/);
  });

  test.each<[string, AskedWord[], 0 | 1 | 2, SearchKey | null]>([
    ['two words', [word('silk'), word('sari')], 0, null],
    ['two words, next page', [word('silk'), word('sari')], 0, [0, 700, someone]],
    ['all but one of three', [word('silk'), word('sari'), word('w7')], 1, null],
    ['any of three', [word('silk'), word('sari'), word('w7')], 2, null],
  ])('a search for %s looks at the best goods first, and reads no table', async (_, words, strictness, key) => {
    const plan = await planOf(searchPage({ tags: [] }, words, strictness, request(key), true));
    expect(plan).toContain('shelf_top_words');
    expect(plan).not.toMatch(/Seq Scan on shelf/);
  });

  test('a list with words goes through the index of words', async () => {
    const plan = await planOf(browsePage({ tags: [] }, [word('silk'), word('sari')], 'price', request<ShelfKey>(null)));
    expect(plan).toContain('shelf_words');
    expect(plan).not.toMatch(/Seq Scan on shelf/);
  });

  test.each<[string, string, unknown[], RegExp]>([
    ['words that are looked up', wordFacts, [['silk', 'sarri']], /shelf_word_trigrams/],
    ['what is being typed', suggestions, ['sar%', 8], /shelf_phrase_beginnings/],
    ['goods alike', similarGoods, [someone, 8], /shelf_newest_of_category/],
    ['what was counted before', countedTags, [''], /./],
  ])('%s are found through an index', async (_, sql, values, index) => {
    const plan = await planOf({ sql, values });
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan on shelf(?!_count)/);
  });
});
