import pg from 'pg';
import { UnitOfWork } from '#platform/database';
import { boot, ownDatabase, type Booted, type TestDatabase } from '#platform/testing';
import { CatalogueModule, CountShelf, FoldShelfCounts } from '../src/index.js';
import { ShelfCounts } from '../src/data/shelf/shelf-counts.repository.js';

const places = [
  'state:IN-BR',
  'state:IN-UP',
  'district:bhagalpur',
  'district:varanasi',
  'category:silk',
  'category:food',
];
const others = [
  'handmade:handloom',
  'price:0-500',
  'price:500-1000',
  'gi:true',
  'storefront:womaniya',
  'pin:*',
  'pin:81',
];
const words = ['silk', 'sari', 'honey', 'madhubani', 'stole', 'lamp'];
const kinds = ['Silk saree', 'Honey', 'Table lamp'];

/** The same numbers from 0 to 1 in every run. */
function lots(): () => number {
  let state = 20261123;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('counts of the shelf', () => {
  let database: TestDatabase;
  let app: Booted;
  const clients: pg.Client[] = [];
  beforeAll(async () => {
    database = await ownDatabase();
    for (let i = 0; i < 2; i++) {
      const client = new pg.Client({ connectionString: database.ownerUrl });
      await client.connect();
      clients.push(client);
    }
    await clients[0]!.query(`alter table catalogue.shelf drop constraint shelf_of_listing`); // rows of the shelf, and none beneath
    app = await boot([CatalogueModule]);
  });
  afterAll(async () => {
    await app.close();
    await Promise.all(clients.map((client) => client.end()));
    await database.drop();
  });

  const fold = () => app.asSystem(() => app.get(FoldShelfCounts).run());
  const count = () => app.asSystem(() => app.get(CountShelf).run());
  const rows = async (sql: string) => (await clients[0]!.query<Record<string, unknown>>(sql)).rows;
  const all = async () => ({
    counts: await rows(`select scope, tag, listings from catalogue.shelf_count order by 1, 2`),
    words: await rows(`select word, listings from catalogue.shelf_word order by 1`),
    phrases: await rows(`select kind, phrase, sound, listings from catalogue.shelf_phrase order by 1, 2, 3`),
    top: await rows(`select top_standing from catalogue.shelf_counted`),
  });

  const chance = lots();
  const some = (of: readonly string[]) => of.filter(() => chance() < 0.4);
  const one = (of: readonly string[]) => of[Math.floor(chance() * of.length)]!;

  /** Puts goods there or changes them, as the shelf does; or takes them off. */
  async function change(client: pg.Client, number: number): Promise<void> {
    const id = `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const turn = chance();
    if (turn < 0.25) await client.query(`delete from catalogue.shelf where listing_id = $1`, [id]);
    const tags = ['state:IN-BR', ...some(places.slice(1)), ...some(others), `inStock:${chance() < 0.7}`];
    const vector = ['goods', ...some(words)].map((word) => `'${word}':1A`).join(' ');
    const card = { kind: one(kinds), common_name: one(words), district_name: one(['Bhagalpur', 'Varanasi']) };
    if (turn >= 0.25 && turn < 0.5) {
      await client.query(`update catalogue.shelf set tags = $2 where listing_id = $1`, [id, tags]);
    }
    if (turn < 0.5) return;
    await client.query(
      `insert into catalogue.shelf (listing_id, seller_id, district_slug, state_code, live_at, price_paise, country_of_origin,
                                    rating_tenths, complete_bp, in_stock, standing, is_top, tags, words, card)
       values ($1, $1, 'bhagalpur', 'IN-BR', '2026-01-01', 10000, 'IN', 0, 5000, true, $2, true, $3, $4::tsvector, $5)
       on conflict (listing_id) do update set tags = excluded.tags, words = excluded.words, card = excluded.card,
                                              standing = excluded.standing`,
      [id, Math.floor(chance() * 1_000), tags, vector, JSON.stringify(card)],
    );
  }

  test('that were kept change by change are those of a whole count, whatever came, changed and went', async () => {
    expect(await fold()).toBe(0); // nothing was counted yet: everything is
    for (let round = 0; round < 12; round++) {
      // Two at a time, of whom the second is not done when the first changes are added.
      const [first, second] = [clients[0]!, clients[1]!];
      await second.query('begin');
      for (let i = 0; i < 8; i++) {
        await change(second, 2 * Math.floor(chance() * 20));
        await change(first, 2 * Math.floor(chance() * 20) + 1);
      }
      if (round % 3 !== 0) await fold();
      await second.query(round % 4 === 2 ? 'rollback' : 'commit');
    }
    expect(await fold()).toBeGreaterThan(0);
    const kept = await all();
    expect(kept.counts.length).toBeGreaterThan(30);
    expect(kept.phrases.length).toBeGreaterThan(6);
    expect(await count()).toBe(0);
    expect(await all()).toEqual(kept);
    expect(await fold()).toBe(0);
  });

  test('what is not yet added is part of a whole count, and is not added again', async () => {
    for (let i = 0; i < 30; i++) await change(clients[0]!, i);
    expect(await count()).toBe(0);
    const counted = await all();
    expect(await fold()).toBe(0);
    expect(await all()).toEqual(counted);
  });

  test('that are wrong are put right, and it is said how many', async () => {
    const right = await all();
    await clients[0]!.query(`update catalogue.shelf_count set listings = listings + 7 where tag = 'state:IN-BR'`);
    await clients[0]!.query(`delete from catalogue.shelf_word where word = 'goods'`);
    const wrong = right.counts.filter((row) => row['tag'] === 'state:IN-BR').length + 1;
    expect(await count()).toBe(wrong);
    expect(await all()).toEqual(right);
  });

  test('the best bear the mark under which a search looks first, and only they, however goods move', async () => {
    await clients[0]!.query(
      `update catalogue.shelf set is_top = false, standing = right(listing_id::text, 3)::integer`,
    );
    const markBest = () =>
      app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(ShelfCounts).markBest(tx, { top: 9, upper: 14 })));
    const top = async () =>
      (await rows(`select standing from catalogue.shelf where is_top order by 1`)).map((row) => row['standing']);
    const best = async () =>
      (await rows(`select standing from catalogue.shelf order by 1 desc limit 10`))
        .map((row) => row['standing'])
        .reverse();
    await markBest();
    expect(await top()).toEqual(await best());
    await clients[0]!.query(`update catalogue.shelf set standing = -standing where standing % 3 = 0`);
    await markBest();
    expect(await top()).toEqual(await best());
    expect(await top()).toHaveLength(10);
    await fold(); // of so few, all are among the best
    expect(await top()).toHaveLength((await rows(`select from catalogue.shelf where standing >= 0`)).length);
  });
});
