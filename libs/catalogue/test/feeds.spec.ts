import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { RegistriesSimulator } from '#platform/simulators';
import { asOwner, boot, freshDatabase, type Booted, type TestDatabase } from '#platform/testing';
import { CatalogueModule, ChangePrice, GoodsFeedQuery, ShelveGoods } from '../src/index.js';
import { addressBatch, feedBatch } from '../src/data/feeds/goods-feed.query.js';
import { reviewsPage } from '../src/data/reviews/reviews.query.js';
import { goods, type Goods } from './builders/goods.js';

const firstPage = { limit: 20, key: null, towards: 'next', wantsCount: false, list: '' } as const;
const nobody = '00000000-0000-0000-0000-000000000000';

describe('Feeds of goods', () => {
  let database: TestDatabase;
  let app: Booted;
  let live: Goods[];
  const registries = new RegistriesSimulator();
  beforeAll(async () => {
    database = await freshDatabase();
    await registries.start({ secretKey: 'sk_test_simulated' });
    const { appUrl, ownerUrl } = database;
    Object.assign(process.env, { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, REGISTRIES_URL: registries.url });
    app = await boot([CatalogueModule]);
    const shop = goods(app);
    const maker = await shop.make.verified();
    live = [];
    for (let i = 0; i < 6; i++) live.push(await shop.live({ title: `Stole ${i}` }, maker));
    for (const one of live) await shelved(one);
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await registries.stop();
    await database.drop();
  });

  const shelved = ({ listingId }: Goods) => app.asSystem(() => app.get(ShelveGoods).run(listingId));
  async function all<T>(parts: AsyncIterable<T[]>): Promise<T[]> {
    const found: T[] = [];
    for await (const part of parts) found.push(...part);
    return found;
  }
  /** How a statement is carried out where tables are large. */
  const planOf = (sql: string, values: readonly unknown[]) =>
    app.asSystem(() =>
      app.get(UnitOfWork).run(async (tx) => {
        await tx.run(`set local enable_seqscan = off`);
        await tx.run(`set local enable_bitmapscan = off`);
        await tx.run(`set local enable_sort = off`);
        const row = z.object({ 'QUERY PLAN': z.string() });
        const lines = await tx.many(row, `explain (costs off) ${sql}`, [...values]);
        return lines.map((line) => line['QUERY PLAN']).join('\n');
      }),
    );

  test('STD-6.2 all goods of the shelf are told once, in the order of their ids', async () => {
    const told = await all(app.get(GoodsFeedQuery).goods());
    expect(told.map((one) => one.id)).toEqual(live.map((one) => one.listingId).sort());
    expect(told[0]).toMatchObject({ images: [expect.any(String), expect.any(String), expect.any(String)] });
    expect(told[0]!.offers).toMatchObject([{ price_paise: 145_000n, in_stock: true }]);
    expect((await app.get(GoodsFeedQuery).paths()).get('stoles-and-scarves')?.at(-1)).toMatch(/stole/i);
  });

  test.each([1, 4, 4_096])('STD-6.2 dealt into %i parts, each of the goods is in one of them', async (parts) => {
    const feed = app.get(GoodsFeedQuery);
    const lots = new Set(
      live.map(({ listingId }) => Math.floor((Number.parseInt(listingId.slice(-3), 16) * parts) / 4_096)),
    );
    const dealt: string[] = [];
    for (const part of lots) dealt.push(...(await all(feed.addresses(part, parts, 50_000))).map((one) => one.id));
    expect(dealt.sort()).toEqual(live.map((one) => one.listingId).sort());
    expect(await all(feed.addresses(0, 1, 2))).toHaveLength(2);
  });

  test('STD-6.2 the state of the shelf is another after each change, also of one that is not the last', async () => {
    const feed = app.get(GoodsFeedQuery);
    const before = await feed.state();
    expect(await feed.state()).toEqual(before);
    await asOwner(`update catalogue.shelf set changed_at = changed_at - interval '1 hour' where listing_id = $1`, [
      live[0]!.listingId,
    ]);
    const late = await feed.state();
    expect(late.digest).not.toBe(before.digest);
    await shelved(live[0]!);
    expect(await feed.state()).toEqual(late);
    await app.as(live[0]!.maker.actor, () => app.get(ChangePrice).run(live[0]!.offerId, 144_900n));
    await shelved(live[0]!);
    expect((await feed.state()).digest).not.toBe(late.digest);
    // Goods that leave take their time of change with them, also two that came at once.
    await asOwner(`update catalogue.shelf set changed_at = '2027-01-31T06:30:00Z'`);
    const stamped = await feed.state();
    await asOwner(`update catalogue.shelf set changed_at = '2027-02-28T06:30:00Z'`);
    expect((await feed.state()).digest).not.toBe(stamped.digest);
  });

  test('S-54 batches of feeds and pages of reviews are read in the order of an index, without sorting all', async () => {
    const feed = await planOf(feedBatch, [nobody, 200]);
    expect(feed).toMatch(/Index (Only )?Scan using shelf_pkey/);
    const addresses = await planOf(addressBatch, ['000', nobody, '400', 200]);
    expect(addresses).toMatch(/using shelf_lot/);
    expect(addresses).not.toMatch(/Sort/);
    for (const sort of ['newest', 'highest', 'lowest'] as const) {
      const { sql, values } = reviewsPage(nobody, null, sort, firstPage);
      const plan = await planOf(sql, values);
      expect(plan).toMatch(sort === 'newest' ? /using review_shown_newest/ : /using review_shown_by_stars/);
      expect(plan).not.toMatch(/Sort/);
    }
  });
});
