// The statements of lists, searches and pages of goods, taken from the queries themselves, so that whatever is measured beside
// them or explained is always the very same text.
import { built } from './built.mjs';

/** @typedef {{ sql: string, values: unknown[] }} Statement */

const firstPage = { limit: 20, key: null, towards: 'next', wantsCount: false, list: '' };

/** What a question asks of the database. @param {(read: unknown) => Promise<unknown>} ask @returns {Promise<Statement[]>} */
async function askedBy(ask) {
  /** @type {Statement[]} */
  const asked = [];
  const note = (/** @type {string} */ sql, /** @type {unknown[]} */ values) => asked.push({ sql, values });
  const listener = {
    many: async (/** @type {unknown} */ _row, /** @type {string} */ sql, /** @type {unknown[]} */ values) => (
      note(sql, values),
      []
    ),
    maybe: async (/** @type {unknown} */ _row, /** @type {string} */ sql, /** @type {unknown[]} */ values) => (
      note(sql, values),
      { items: [], found: 0, is_all: true, tags: {}, count: 0 }
    ),
  };
  await ask(listener);
  return asked;
}

/**
 * Every question lists and searches ask, by what it asks. Words are known ones; a key is that of a page in the middle.
 *
 * @param {{ words: Record<string, any[]>, goods: any }} known  words as the shelf understands them, and goods from the middle of it
 * @returns {Promise<Record<string, Statement>>}
 */
export async function shelfStatements({ words, goods }) {
  const { BrowseShelfQuery, ListingsQuery, SearchShelfQuery, ShelfFacetsQuery, ShelfWordsQuery } =
    await built('libs/catalogue/src/index.js');
  /** @type {Record<string, Statement>} */
  const all = {};
  const add = async (/** @type {string} */ name, /** @type {(read: unknown) => Promise<unknown>} */ ask, at = 0) => {
    const statement = (await askedBy(ask))[at];
    if (statement === undefined) throw new Error(`${name} asks nothing`);
    all[name] = statement;
  };
  const list = (
    /** @type {string} */ name,
    /** @type {object} */ filter,
    sort = 'newest',
    /** @type {unknown} */ key = null,
    /** @type {unknown} */ asked = null,
  ) =>
    add(name, (read) => new BrowseShelfQuery(read).page({ tags: [], ...filter }, asked, sort, { ...firstPage, key }));
  const state = { state_code: goods.state_code };
  const district = { district_slug: goods.district_slug };
  const loom = { ...state, tags: [['handmade:handloom']] };
  const middle = [String(goods.price_paise), goods.listing_id];

  await list('list newest', {});
  await list('list newest, page in the middle', {}, 'newest', [goods.live_key, goods.listing_id]);
  for (const sort of ['price', '-price', 'rating', 'origin']) await list(`list by ${sort}`, {}, sort);
  await list('list of a district', district);
  await list('list of a district by price', district, 'price');
  await list('list of a state by rating', state, 'rating');
  await list('list of a state, handloom, by price', loom, 'price');
  await list('list of a state, handloom, by price, page in the middle', loom, 'price', middle);
  await list('list of a maker', { seller_id: goods.seller_id });
  await list('list of a product', { odop_entry_id: goods.odop_entry_id });
  await list('list of a category', { tags: [[`category:${goods.category_slug}`]] });
  await list('list of a storefront', { tags: [['storefront:womaniya']] });
  await list('list of a small storefront', { tags: [['storefront:tribes']] });
  await list('list of two categories with stars', {
    tags: [['category:silk-sarees', 'category:shawls'], ['rating:4']],
  });
  await list('list sent to a PIN, in stock', { tags: [['inStock:true'], ['pin:*', 'pin:8', 'pin:81', 'pin:812']] });
  await list('list in a span of prices', { price_min_paise: '100000', price_max_paise: '200000' }, 'price');
  await list('list from abroad', { tags: [['origin:NP', 'origin:BD']] });
  await list('list with words by price', {}, 'price', null, words['silk saree']);
  await add('count of a district', (read) => new BrowseShelfQuery(read).count({ tags: [], ...district }, null));
  await add('facets counted now', (read) => new ShelfFacetsQuery(read).of({ tags: [['gi:true']], ...district }, null));
  await add('facets counted before', (read) => new ShelfFacetsQuery(read).of({ tags: [] }, null));
  const find = (
    /** @type {string} */ name,
    /** @type {string} */ text,
    /** @type {object} */ filter = {},
    /** @type {unknown} */ key = null,
    at = 0,
  ) =>
    add(
      name,
      (read) => new SearchShelfQuery(read).page({ tags: [], ...filter }, words[text], { ...firstPage, key }, true),
      at,
    );
  await find('search silk saree with facets', 'silk saree');
  await find('search silk saree with facets, next page', 'silk saree', {}, [0, 700, goods.listing_id]);
  await find('search silk saree in a state', 'silk saree', state);
  await find('search one common word', 'handmade');
  await find('search four words, all but one', 'red silk saree umbrella', {}, null, 1);
  await find('search four words, any', 'red silk saree umbrella', {}, null, 2);
  await add('words looked up', (read) => new ShelfWordsQuery(read).understand('silk saree'));
  await add('words put right', (read) => new ShelfWordsQuery(read).understand('bhaglapuri slik'));
  await add('autocomplete', (read) => new ShelfWordsQuery(read).suggest('sare', 8));
  await add('similar goods', (read) => new BrowseShelfQuery(read).similar(goods.listing_id, 8));
  await add('goods on their page', (read) => new ListingsQuery(read).one(goods.listing_id));
  return all;
}

/** What is known before: words as the shelf understands them, and goods of a district. @param {import('pg').Client} client */
export async function whatIsKnown(client) {
  const { ShelfWordsQuery } = await built('libs/catalogue/src/index.js');
  const read = {
    many: async (/** @type {any} */ row, /** @type {string} */ sql, /** @type {unknown[]} */ values) =>
      (await client.query(sql, values)).rows.map((/** @type {unknown} */ one) => row.parse(one)),
  };
  /** @type {Record<string, any[]>} */
  const words = {};
  for (const text of ['silk saree', 'handmade', 'red silk saree umbrella']) {
    words[text] = await new ShelfWordsQuery(read).understand(text);
  }
  const { rows } = await client.query(
    `select s.*, s.live_at::text as live_key from catalogue.shelf s
      where s.state_code = 'IN-UP' and s.odop_entry_id is not null and 'handmade:handloom' = any(s.tags)
      order by s.price_paise, s.listing_id limit 1`,
  );
  if (rows.length === 0) throw new Error('there are no handloom goods of Uttar Pradesh');
  return { words, goods: rows[0] };
}
