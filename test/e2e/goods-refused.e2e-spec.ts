import { ShelveGoods } from '#catalogue';
import { newId } from '#platform/kernel';
import { personActor } from '#platform/testing';
import { pictures } from '../../libs/catalogue/test/builders/pictures.js';
import type { Maker } from '../../libs/sellers/test/builders/makers.js';
import type { Workshop } from '../support/drive/driven.js';
import { openWorkshop } from '../support/workshop.js';

type Headers = Record<string, string>;
type Words = Record<string, unknown>;

describe('What is refused of goods, and what is said about it', () => {
  let shop: Workshop;
  let maker: Maker;
  let her: Headers;
  let words: Words;
  let elsewhere: string;
  beforeAll(async () => {
    shop = await openWorkshop();
    const who = await shop.people.person({ name: 'Meena Devi' });
    maker = await shop.goods.make.verified({ applicant: personActor({ personId: who.personId }) });
    her = (await shop.people.signIn(who, maker.sellerId)).headers;
    words = JSON.parse(JSON.stringify(await shop.goods.words(maker), (_, value: unknown) => plain(value))) as Words;
    const varanasi = await shop.api.get('/v1/public/districts/varanasi').expect(200);
    elsewhere = varanasi.body.odopEntries[0].id as string;
  }, 120_000);
  afterAll(() => shop.close(), 30_000);

  const post = (path: string, body: object) =>
    shop.api
      .post(path)
      .set({ ...her, 'idempotency-key': newId() })
      .send(body);
  const priced = (change: Words) => ({ ...words, offers: [{ ...(words['offers'] as Words[])[0], ...change }] });
  const inr = (paise: number) => ({ paise, currency: 'INR' });

  test.each<[string, () => Words, number, string]>([
    ['a price above the MRP', () => priced({ price: inr(20_001), mrp: inr(20_000) }), 422, 'price_above_mrp'],
    ['a negative price', () => priced({ price: inr(-1) }), 422, 'invalid_input'],
    ['a price of nothing', () => priced({ price: inr(0) }), 422, 'invalid_input'],
    ['half a paisa', () => priced({ price: inr(100.5) }), 422, 'invalid_input'],
    ['an absurd price', () => priced({ price: inr(1e18), mrp: inr(1e18) }), 422, 'invalid_input'],
    ['fewer pieces than none', () => priced({ stock: -1 }), 422, 'invalid_input'],
    ['a thousand years to make it', () => priced({ leadDays: 365_000 }), 422, 'invalid_input'],
    ['at least more than at most', () => priced({ minQuantity: 5, maxQuantity: 4 }), 422, 'quantity_range_empty'],
    ['goods without weight', () => ({ ...words, weight_g: 0 }), 422, 'invalid_input'],
    ['an entry of another district', () => ({ ...words, odopEntryId: elsewhere }), 422, 'odop_entry_of_other_district'],
    ['a category that takes no goods', () => ({ ...words, category: 'textiles' }), 422, 'category_closed'],
    ['a category nobody knows', () => ({ ...words, category: 'moon-rock' }), 422, 'category_closed'],
    ['HTML in the title', () => ({ ...words, title: 'Stole <img src=x onerror=alert(1)>' }), 422, 'invalid_input'],
    ['letters that turn the title round', () => ({ ...words, title: 'Stole \u202Eesrever' }), 422, 'invalid_input'],
    ['a title without an end', () => ({ ...words, title: 'silk '.repeat(10_000) }), 422, 'invalid_input'],
  ])('R-4.7 S-56 %s', async (_, body, status, code) => {
    const answer = await post('/v1/seller/listings', body());
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, code });
    expect(answer.body.detail).toEqual(expect.stringMatching(/.{10}/));
    if (code === 'invalid_input') expect(answer.body.errors).not.toHaveLength(0);
  });

  test.each<[string, () => Words, string]>([
    ['whom a buyer asks', () => ({ ...words, declarations: {} }), 'declarations_missing'],
    ['the importer', () => ({ ...words, countryOfOrigin: 'NP' }), 'declarations_missing'],
    ['what the category asks', () => ({ ...words, parameters: [] }), 'parameters_missing'],
    ['a third picture', () => ({ ...words, images: (words['images'] as object[]).slice(1) }), 'images_missing'],
  ])('R-9.6 a draft without %s is kept, and says at its submission what is missing', async (_, body, code) => {
    const draft = await post('/v1/seller/listings', body()).expect(201);
    const path = `/v1/seller/listings/${draft.body.id as string}`;
    expect((await post(`${path}/submission`, {})).body).toMatchObject({ status: 422, code });
    const { items } = (await shop.api.get(`${path}/checklist`).set(her).expect(200)).body as {
      items: { isDone: boolean }[];
    };
    expect(items.filter((item) => !item.isDone)).toHaveLength(1);
  });

  test('S-58 a picture of 50,000 by 50,000 is refused before anybody paints it', async () => {
    const answer = await shop.api
      .post('/v1/seller/media')
      .set({ ...her, 'content-type': 'image/png' })
      .send(pictures.png(50_000, 50_000));
    expect(answer.body).toMatchObject({ status: 422, code: 'image_too_large' });
  });

  test('S-52 a search of 200 words is answered with those that were looked for', async () => {
    const text = Array.from({ length: 200 }, (_, i) => `silk${i}`).join(' ');
    const answer = await shop.api.get('/v1/public/search').query({ text }).expect(200);
    expect(answer.body).toMatchObject({ items: expect.any(Array) });
  });

  test('S-49 a page is turned only with the filters it began with', async () => {
    for (let i = 0; i < 2; i += 1) {
      const { listingId } = await shop.goods.live({}, maker);
      await shop.asSystem(() => shop.app.get(ShelveGoods, { strict: false }).run(listingId));
    }
    const page = (query: object) =>
      shop.api.get('/v1/public/listings').query({ limit: 1, maker: maker.sellerId, ...query });
    const first = await page({}).expect(200);
    const cursor = first.body.next as string;
    expect((await page({ cursor }).expect(200)).body.items).toHaveLength(1);
    for (const other of [{ sort: 'price' }, { handmade: 'none' }, { maker: newId() }])
      expect((await page({ cursor, ...other })).body).toMatchObject({ status: 400, code: 'cursor_invalid' });
  });
});

/** As it goes over the wire: no amounts of whole numbers that JSON has not. */
const plain = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
