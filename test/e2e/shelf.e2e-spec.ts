import { OdopEntriesQuery } from '#odop';
import { platformOrganisationId } from '#identity';
import { newId } from '#platform/kernel';
import { asOwner } from '#platform/testing';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';

/** The shop window follows the news by itself, through outbox, relay and queue as they are shipped. */
describe('The shelf follows the news', () => {
  let bazaar: Bazaar;
  let piece: Goods;
  let maker: Record<string, string>;
  beforeAll(async () => {
    bazaar = await openBazaar();
    ({ piece, maker } = await bazaar.makerWith({ title: 'Stole of the follower', price_paise: 222_200 }));
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const list = async (query: string) =>
    (await bazaar.api.get(`/v1/public/listings?maker=${piece.maker.sellerId}${query}`).expect(200)).body;
  const shows = (query: string, what: string, fits: (items: Record<string, unknown>[]) => boolean) =>
    bazaar.until(
      what,
      async () => (await list(query)).items,
      (items) => fits(items),
    );

  test('SM-3 goods that went on sale, and their price, show without anybody asking', async () => {
    await shows('', 'the stole on the shelf', (items) => items[0]?.['title'] === 'Stole of the follower');
    await bazaar.api
      .put(`/v1/seller/offers/${piece.offerId}/price`)
      .set({ ...maker, 'idempotency-key': newId() })
      .send({ price: { paise: 211_100, currency: 'INR' } })
      .expect(204);
    await shows('&sort=price', 'the new price', (items) =>
      expect.objectContaining({ paise: 211_100 }).asymmetricMatch(items[0]?.['price']),
    );
  }, 60_000);

  test('R-7.3 a GI flag that an officer sets right reaches the goods under the product', async () => {
    const [entry] = await bazaar.booted.get(OdopEntriesQuery).listForDistrict(piece.maker.district.id);
    expect(entry).toBeDefined();
    const [before] = await asOwner<{ gi: boolean }>(`select gi from odop.v_entry where id = $1`, [entry!.id]);
    const { headers } = await bazaar.people.officer('programme_officer', platformOrganisationId, 'Gita Test');
    const correct = (gi: boolean | null) =>
      bazaar.api
        .put(`/v1/admin/odop-entries/${entry!.id}/gi-flag`)
        .set({ ...headers, 'idempotency-key': newId() })
        .send({ gi, reason: 'The register says otherwise.' })
        .expect(200);
    await correct(!before!.gi);
    await shows(`&gi=${!before!.gi}`, 'the other flag', (items) => items.length === 1);
    await correct(null);
    await shows(`&gi=${before!.gi}`, 'the flag as published', (items) => items.length === 1);
  }, 60_000);

  test('STD-1.4 a cursor belongs to its list with its filters, and says so', async () => {
    const get = (path: string) => bazaar.api.get(`/v1/public/${path}`);
    const found = await get('search?text=stole&limit=1').expect(200);
    const again = await bazaar.goods.live({ title: 'Stole of the follower, again' }, piece.maker);
    await shows('', 'two stoles', (items) => items.length === 2);
    const first = await get(`listings?maker=${piece.maker.sellerId}&limit=1`).expect(200);
    const next = (query: string) =>
      get(`listings?maker=${piece.maker.sellerId}&limit=1&cursor=${first.body.next}${query}`);
    expect((await next('').expect(200)).body.items).toHaveLength(1);
    for (const other of ['&storefront=handloom', '&sort=price', '&gi=true', '&text=stole']) {
      expect((await next(other).expect(400)).body).toMatchObject({ code: 'cursor_invalid' });
    }
    expect((await get(`search?text=stole&cursor=${first.body.next}`).expect(400)).body.code).toBe('cursor_invalid');
    expect(found.body.items).toHaveLength(1);
    expect(again.listingId).not.toBe(piece.listingId);
  }, 60_000);

  test('every facet counts, and a storefront narrows', async () => {
    const { facets, items } = await list('&storefront=handloom&facets=true');
    expect(items.length).toBeGreaterThan(0);
    expect(facets).toMatchObject({ basis: 'exact', found: items.length });
    const empty = Object.entries(facets.by as Record<string, unknown[]>).filter(([, values]) => values.length === 0);
    expect(empty.map(([name]) => name)).toEqual(['rating']); // nobody has rated them
    expect(facets.by.storefront).toContainEqual({ value: 'handloom', listings: items.length });
    expect(facets.by.deliverable).toEqual([{ value: 'everywhere', listings: items.length }]);
    expect((await list('&storefront=saras')).items).toEqual([]);
    await bazaar.api.get('/v1/public/listings?storefront=moon').expect(422);
  });

  test('a search for two hundred words looks for the first six, and says how many it left out', async () => {
    const words = ['tussar', 'stole', ...Array.from({ length: 198 }, (_, i) => `w${i}rd`)];
    const { body } = await bazaar.api.get(`/v1/public/search?text=${words.join('%20')}&facets=true`).expect(200);
    expect(body.wordsLeftOut).toBeGreaterThanOrEqual(190);
    expect(body.match).not.toBe('all');
    expect(body.items.length).toBeGreaterThan(0);
    await bazaar.api.get(`/v1/public/search?text=${'w'.repeat(2_001)}`).expect(422);
  });
});
