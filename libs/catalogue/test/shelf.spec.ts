import { UnitOfWork } from '#platform/database';
import { asOwner, ownDatabase, type Booted, type TestDatabase } from '#platform/testing';
import {
  BrowseShelfQuery,
  CountShelf,
  explainScore,
  factorValues,
  RebuildShelf,
  SearchShelfQuery,
  SetStock,
  ShelfFacetsQuery,
  ShelfWordsQuery,
  ShelveGoods,
  type ShelfFilter,
} from '../src/index.js';
import { artisanPapers } from '../../sellers/test/builders/makers.js';
import type { Goods, GoodsWish } from './builders/goods.js';
import { onShelf } from './builders/shelf.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const firstPage = { limit: 20, key: null, towards: 'next', wantsCount: false, list: '' } as const;

describe('The shelf', () => {
  let database: TestDatabase;
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  let stole: Goods;
  let sari: Goods;
  beforeAll(async () => {
    database = await ownDatabase();
    open = await openGoods();
    ({ app, shop } = open);
    stole = await shop.live({ title: 'Tussar stole', commonName: 'stole' });
    const sarees = onShelf('50072010', 'fabric', 'silk-sarees');
    sari = await shop.live(
      { title: 'Tussar silk saree', commonName: 'saree', price_paise: 900_000, ...sarees },
      stole.maker,
    );
    await app.asSystem(() => app.get(RebuildShelf).run());
  });
  afterAll(async () => {
    await open.close();
    await database.drop();
  });

  const browse = async (filter: Partial<ShelfFilter> = {}, sort: 'newest' | 'price' | '-price' = 'newest') =>
    (await app.get(BrowseShelfQuery).page({ tags: [], ...filter }, null, sort, firstPage)).map((row) => row.listing_id);
  const search = async (text: string, filter: Partial<ShelfFilter> = {}) => {
    const words = await app.get(ShelfWordsQuery).understand(text);
    return { words, ...(await app.get(SearchShelfQuery).page({ tags: [], ...filter }, words, firstPage, true)) };
  };
  const found = async (text: string) => (await search(text)).items.map((row) => row.listing_id);

  test('R-9.7 lists come newest first, by price and by origin, under every filter', async () => {
    expect(await browse()).toEqual([sari.listingId, stole.listingId]);
    expect(await browse({}, 'price')).toEqual([stole.listingId, sari.listingId]);
    expect(await browse({ district_slug: 'bhagalpur', tags: [['handmade:handloom']] }, '-price')).toEqual([
      sari.listingId,
      stole.listingId,
    ]);
    expect(await browse({ tags: [['origin:CN']] })).toEqual([]);
    expect(await browse({ tags: [['origin:CN', 'origin:IN'], ['price:5000-10000']] })).toEqual([sari.listingId]);
    expect(await browse({ price_max_paise: 200_000n })).toEqual([stole.listingId]);
  });

  test.each([
    ['saree'],
    ['sari'],
    ['साड़ी'],
    ['Sarees of Bhagalpur'],
    ['tusser silk sari'],
    ['resham saree'],
    ['tusar sare'],
    ['टसर साड़ी'],
  ])('"%s" finds the saree first', async (text) => {
    expect((await found(text))[0]).toBe(sari.listingId);
  });

  test('what is mistyped is put right once, and said', async () => {
    const { words, items } = await search('bhaglapur tusra');
    expect(items).toHaveLength(2);
    expect(words.flatMap((word) => word.corrected)).toContain('tusar');
  });

  test('less than all words only where nothing has all', async () => {
    expect((await search('saree stole')).strictness).toBe(1);
    expect((await search('tussar saree')).strictness).toBe(0);
    expect((await search('elephant umbrella spaceship')).items).toEqual([]);
  });

  test('R-9.3 the factors of the ranking add up to the score by which it is ordered', async () => {
    const { words, items } = await search('tussar saree handloom');
    const scores = items.map((row) => explainScore(factorValues(row, words.length)).score);
    expect(scores).toEqual(items.map((row) => row.score));
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  });

  test('facets are counted now while they are few', async () => {
    const facets = await app.get(ShelfFacetsQuery).of({ tags: [], state_code: 'IN-BR' }, null);
    expect(facets).toMatchObject({ basis: 'exact', found: 2 });
    expect(facets.tags).toMatchObject({ 'handmade:handloom': 2, 'price:1000-2500': 1, 'inStock:true': 2 });
    const narrowed = await search('tussar', { tags: [['price:5000-10000']] });
    expect(narrowed).toMatchObject({ found: 1, isAll: true, tags: { 'district:bhagalpur': 1 } });
  });

  test('what is being typed is completed, in any script', async () => {
    const proposed = async (text: string) => (await app.get(ShelfWordsQuery).suggest(text, 8)).map((one) => one.phrase);
    expect(await proposed('sar')).toContain('saree');
    expect(await proposed('sare')).toContain('saree');
    expect(await proposed('सा')).toContain('saree');
    expect(await proposed('bhagalp')).toContain('Bhagalpur');
    expect(await proposed('%')).toEqual([]);
  });

  test('goods alike are of the same product, without the goods themselves', async () => {
    const alike = await app.get(BrowseShelfQuery).similar(stole.listingId, 8);
    expect(alike.map((row) => row.listing_id)).toEqual([sari.listingId]);
  });

  test('SM-3 goods that are sold out stay, and say so', async () => {
    await app.as(stole.maker.actor, () => app.get(SetStock).run(stole.offerId, 0));
    const told = await asOwner<{ name: string }>(
      `select name from platform.outbox where payload ->> 'listingId' = $1 and name = 'catalogue.stock_turned'`,
      [stole.listingId],
    );
    expect(told).toHaveLength(1);
    await app.asSystem(() => app.get(ShelveGoods).run(stole.listingId));
    expect(await browse({ tags: [['inStock:false']] })).toEqual([stole.listingId]);
    await app.as(stole.maker.actor, () => app.get(SetStock).run(stole.offerId, 4));
    await app.asSystem(() => app.get(ShelveGoods).run(stole.listingId));
    expect(await browse({ tags: [['inStock:true']] })).toHaveLength(2);
  });

  test('SM-1 the goods of a maker who may not sell are gone at once, and come back with her', async () => {
    await asOwner(`update sellers.seller set state = 'suspended' where id = $1`, [stole.maker.sellerId]);
    await app.asSystem(() => app.get(ShelveGoods).ofMaker(stole.maker.sellerId));
    expect(await browse()).toEqual([]);
    await asOwner(`update sellers.seller set state = 'active' where id = $1`, [stole.maker.sellerId]);
    await app.asSystem(() => app.get(ShelveGoods).ofMaker(stole.maker.sellerId));
    expect(await browse()).toHaveLength(2);
  });

  test('what the news missed is mended, and a rebuild changes nothing that is right', async () => {
    await asOwner(`delete from catalogue.shelf where listing_id = $1`, [sari.listingId]);
    expect(await app.asSystem(() => app.get(RebuildShelf).mend())).toBe(1);
    expect(await app.asSystem(() => app.get(RebuildShelf).mend())).toBe(0);
    const before = await asOwner(`select * from catalogue.shelf order by listing_id`);
    expect(await app.asSystem(() => app.get(RebuildShelf).run())).toBe(2);
    expect(await asOwner(`select * from catalogue.shelf order by listing_id`)).toEqual(before);
  });

  describe('R-4.6 goods of a general category', () => {
    const fssai = { kind: 'fssai', number: '10020123000123', expiresOn: '2030-01-01' } as const;
    const food = { isVegetarian: true, ingredients: 'honey', allergens: 'none', bestBefore_days: 180 };
    const honeyOf = (title: string): GoodsWish => ({
      ...{ odopEntryId: null, title, commonName: 'honey', hsn: '0409', gstRateKey: 'honey_tea_coffee_spices' },
      ...{ handmade: 'none', food },
    });
    let forest: Goods;
    let lychee: Goods;
    beforeAll(async () => {
      const maker = await shop.make.verified({}, artisanPapers({ fssai }));
      forest = await shop.live(honeyOf('Forest honey'), maker);
      lychee = await shop.live(honeyOf('Lychee honey'), maker);
      await app.asSystem(() => app.get(RebuildShelf).run());
    });
    afterAll(async () => {
      await asOwner(`update catalogue.listing set state = 'archived' where id = any($1::uuid[])`, [
        [forest.listingId, lychee.listingId],
      ]);
      await app.asSystem(() => app.get(RebuildShelf).run());
    });

    test('stand on the shelf of the district of their maker, without a product', async () => {
      const filter = { district_slug: 'bhagalpur', tags: [['category:honey']] };
      const rows = await app.get(BrowseShelfQuery).page(filter, null, 'newest', firstPage);
      expect(rows.map((row) => row.listing_id)).toEqual([lychee.listingId, forest.listingId]);
      expect(rows[0]).toMatchObject({ odop_entry_id: null, card: { product: null, gi: false } });
    });

    test('are found by the words of their category, and proposed under its name', async () => {
      expect(new Set(await found('शहद'))).toEqual(new Set([forest.listingId, lychee.listingId]));
      expect(await app.get(ShelfWordsQuery).suggest('hone', 8)).toContainEqual({ kind: 'product', phrase: 'Honey' });
    });

    test('are like others of their category, and then like what their district makes', async () => {
      const alike = await app.get(BrowseShelfQuery).similar(forest.listingId, 8);
      expect(alike.map((row) => row.listing_id)).toEqual([lychee.listingId, sari.listingId, stole.listingId]);
    });

    test('are missed by no mend', async () => {
      await asOwner(`delete from catalogue.shelf where listing_id = $1`, [forest.listingId]);
      expect(await app.asSystem(() => app.get(RebuildShelf).mend())).toBe(1);
      expect(await browse({ tags: [['category:honey']] })).toHaveLength(2);
    });

    test('follow their category to its new name', async () => {
      await asOwner(`update catalogue.category set name = 'Nectar of bees' where slug = 'honey'`);
      const [category] = await asOwner<{ id: string }>(`select id from catalogue.category where slug = 'honey'`);
      await app.asSystem(() => app.get(ShelveGoods).ofCategory(category!.id));
      const [job] = await asOwner<{ payload: { sellerId: string; after: null; turn: string } }>(
        `select payload from platform.outbox where name = 'catalogue.shelve-maker' order by id desc limit 1`,
      );
      expect(job!.payload.sellerId).toBe(forest.maker.sellerId);
      await app.asSystem(() => app.get(ShelveGoods).next(job!.payload));
      expect(await found('nectar')).toHaveLength(2);
      await asOwner(`update catalogue.category set name = 'Honey' where slug = 'honey'`);
    });
  });

  describe('storefronts', () => {
    const inStorefront = (slug: string) => browse({ tags: [[`storefront:${slug}`]] });
    const write = (sql: string, values: unknown[] = []) =>
      app.asSystem(() => app.get(UnitOfWork).run((tx) => tx.run(sql, values)));

    test('are rules over what goods are, narrowed by an index like any other mark', async () => {
      expect(await inStorefront('odop-bazaar')).toHaveLength(2);
      expect(await inStorefront('handloom')).toHaveLength(2);
      expect(await inStorefront('gifts')).toEqual([]);
      await asOwner(`update catalogue.listing set gift_wrap_paise = 5000 where id = $1`, [sari.listingId]);
      await app.asSystem(() => app.get(ShelveGoods).run(sari.listingId));
      expect(await inStorefront('gifts')).toEqual([sari.listingId]);
    });

    test('R-4.3 women own what a register says they own, and until the day it says', async () => {
      expect(await inStorefront('womaniya')).toEqual([]);
      await write(
        `insert into sellers.preference (id, seller_id, flag, source, verified_at, valid_to)
         values ('0198c0de-0000-7000-8000-000000000001', $1, 'women', 'udyam', now(), current_date + 100)`,
        [stole.maker.sellerId],
      );
      await app.asSystem(() => app.get(ShelveGoods).ofMaker(stole.maker.sellerId));
      expect(await inStorefront('womaniya')).toHaveLength(2);
      await write(`update sellers.preference set valid_to = current_date - 10`);
      await asOwner(`update catalogue.shelf set stale_on = current_date - 9 where stale_on is not null`);
      expect(await app.asSystem(() => app.get(RebuildShelf).mend())).toBe(2);
      expect(await inStorefront('womaniya')).toEqual([]);
      expect(await app.asSystem(() => app.get(RebuildShelf).mend())).toBe(0);
    });
  });

  test('counts made beforehand are told where there are too many to count', async () => {
    await asOwner(`update catalogue.shelf_count set listings = 5000 where scope = '' and tag = 'inStock:true'`);
    const facets = await app.get(ShelfFacetsQuery).of({ tags: [] }, null);
    expect(facets).toMatchObject({ basis: 'as_counted', found: 5000 });
    await app.asSystem(() => app.get(CountShelf).run());
    expect(await app.get(ShelfFacetsQuery).of({ tags: [] }, null)).toMatchObject({ basis: 'exact', found: 2 });
  });
});
