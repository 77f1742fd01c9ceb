import { platformOrganisationId } from '#identity';
import { newId } from '#platform/kernel';
import { asOwner, personActor } from '#platform/testing';
import type { Goods, GoodsWish } from '../../libs/catalogue/test/builders/goods.js';
import type { Maker } from '../../libs/sellers/test/builders/makers.js';
import type { Workshop } from '../support/drive/driven.js';
import { openWorkshop } from '../support/workshop.js';

type Headers = Record<string, string>;
/** Her only variant, the MRP as it was. */
const at = (paise: number, stock = 3): GoodsWish => ({
  offers: [
    {
      label: 'natural',
      price: { paise, currency: 'INR' },
      mrp: { paise: 165_000, currency: 'INR' },
      stock,
      leadDays: 5,
    },
  ],
});
/** Goods of a category that asks for no ODOP entry. */
const bat: GoodsWish = {
  ...{
    odopEntryId: null,
    category: 'sports-goods',
    parameters: [
      { key: 'sport', value: 'cricket' },
      { key: 'material', value: 'willow' },
    ],
  },
  ...{ title: 'Willow cricket bat', commonName: 'bat', hsn: '9506', gstRateKey: 'sports', handmade: 'none' },
};

describe('SM-3 the life of goods, over HTTP', () => {
  let shop: Workshop;
  let district: Headers;
  let shopper: Headers;
  beforeAll(async () => {
    shop = await openWorkshop();
    const { people, goods } = shop;
    const office = await goods.make.officeOf('bhagalpur');
    district = (await people.officer('district_officer', office, 'Arjun Test')).headers;
    shopper = (await people.shopper()).headers;
  }, 120_000);
  afterAll(() => shop.close(), 30_000);

  const send = (method: 'post' | 'put' | 'delete', who: Headers, path: string, body: object = {}) =>
    shop.api[method](path)
      .set({ ...who, 'idempotency-key': newId() })
      .send(body);
  const get = (who: Headers, path: string) => shop.api.get(path).set(who);
  const isShown = async (one: Goods) => (await shop.api.get(`/v1/public/listings/${one.listingId}`)).status === 200;

  interface Selling {
    maker: Maker;
    headers: Headers;
    piece: Goods;
    path: string;
  }
  /** A maker whose piece is on sale. */
  async function selling(wish: GoodsWish = {}): Promise<Selling> {
    const who = await shop.people.person({ name: 'Meena Devi' });
    const maker = await shop.goods.make.verified({ applicant: personActor({ personId: who.personId }) });
    const { headers } = await shop.people.signIn(who, maker.sellerId);
    const piece = await shop.goods.live(wish, maker);
    return { maker, headers, piece, path: `/v1/seller/listings/${piece.listingId}` };
  }
  /** Pictures as they are read, as they are written. */
  const shownOf = (images: unknown) =>
    (images as { mediaId: string; alt: string }[]).map(({ mediaId, alt }) => ({ mediaId, alt }));
  /** Writes the goods anew, as she sees them, with a change. */
  async function rewrites({ headers, maker, path }: Selling, change: GoodsWish) {
    const seen = await get(headers, path).expect(200);
    const words = await shop.goods.words(maker, { images: shownOf(seen.body.images), ...change });
    return send('put', { ...headers, 'if-match': seen.headers['etag']! }, `${path}/change`, words);
  }

  test('R-2.11 SM-3 what an officer need not see changes at once; the rest waits, is sent back, and is approved', async () => {
    const her = await selling();
    const light = await rewrites(her, at(140_000, 7));
    expect(light.body).toMatchObject({ state: 'live', offers: [{ price: { paise: 140_000 }, onHand: 7 }] });

    expect((await rewrites(her, { parameters: [] })).body).toMatchObject({ status: 422, code: 'parameters_missing' });
    await rewrites(her, { title: 'Eri stole', ...at(140_000) });
    const waiting = await get(her.headers, `${her.path}/change`).expect(200);
    expect(waiting.body).toMatchObject({
      state: 'waiting',
      fields: ['title'],
      title: 'Tussar stole',
      hideAt: expect.any(String),
    });
    expect((await rewrites(her, at(140_000))).body).toMatchObject({ status: 409, code: 'change_waits' });
    expect(await isShown(her.piece)).toBe(true);

    const change = `/v1/admin/listing-changes/${waiting.body.id as string}`;
    const returned = await send('post', district, `${change}/return`, { reason: 'Say which silk it is.' });
    expect(returned.body).toMatchObject({ state: 'returned', answer: 'Say which silk it is.' });

    await rewrites(her, { title: 'Eri silk stole', ...at(140_000) });
    const next = (await get(her.headers, `${her.path}/change`)).body.id as string;
    await send('post', district, `/v1/admin/listing-changes/${next}/approval`).expect(200);
    const shown = await shop.api.get(`/v1/public/listings/${her.piece.listingId}`).expect(200);
    expect(shown.body).toMatchObject({ title: 'Eri silk stole', price: { paise: 140_000 } });
  });

  test('SM-3 she pauses her goods, takes them back, and retires them; none of it twice', async () => {
    const { headers, piece, path } = await selling();
    for (const [step, state, shown] of [
      ['pause', 'paused', false],
      ['resumption', 'live', true],
      ['retirement', 'archived', false],
    ] as const) {
      expect((await send('post', headers, `${path}/${step}`)).body).toMatchObject({ state });
      expect(await isShown(piece)).toBe(shown);
    }
    expect((await send('post', headers, `${path}/pause`)).body).toMatchObject({ code: 'illegal_transition' });
  });

  test('SM-3 R-9.3 goods a report was right about are blocked, and are shown again when the State allows her appeal', async () => {
    const { headers, piece, path } = await selling();
    const report = { reason: 'false_origin', words: 'The same cloth is sold by a mill.' };
    const made = await send('post', shopper, `/v1/buyer/listings/${piece.listingId}/reports`, report).expect(201);
    const again = await send('post', shopper, `/v1/buyer/listings/${piece.listingId}/reports`, report);
    expect(again.body).toMatchObject({ status: 409, code: 'report_waits' });
    const decision = { uphold: true, answer: 'The officer saw a power loom.' };
    await send('post', district, `/v1/admin/listing-reports/${made.body.id as string}/decision`, decision).expect(204);
    expect(await isShown(piece)).toBe(false);
    expect((await get(headers, path)).body).toMatchObject({ state: 'blocked', blockedFor: 'report' });
    const { items } = (await get(shopper, '/v1/buyer/listing-reports')).body as { items: object[] };
    expect(items).toContainEqual(expect.objectContaining({ state: 'upheld', answer: decision.answer }));

    await send('post', headers, `${path}/appeals`, { words: 'The loom belongs to my neighbour.' }).expect(200);
    const twice = await send('post', headers, `${path}/appeals`, { words: 'Please look again.' });
    expect(twice.body).toMatchObject({ status: 409, code: 'block_appeal_made' });
    const states = await shop.hands.sees<{ id: string; desk: string }>(
      `select id, desk_id as desk from catalogue.block_appeal where listing_id = $1`,
      [piece.listingId],
    );
    const role = states.desk === platformOrganisationId ? 'platform_reviewer' : 'state_officer';
    const state = (await shop.people.officer(role, states.desk, 'Latha Test')).headers;
    const waits = (await get(state, '/v1/admin/listing-appeals')).body as { items: object[] };
    expect(waits.items).toContainEqual(expect.objectContaining({ id: states.id, blockReason: decision.answer }));
    const allowed = { allow: true, reason: 'The loom is not hers.' };
    await send('post', state, `/v1/admin/listing-appeals/${states.id}/decision`, allowed).expect(204);
    expect(await isShown(piece)).toBe(true);
  });

  test('SM-3 blocked goods are put right and go before the officer again', async () => {
    const { headers, maker, piece, path } = await selling();
    const report = { reason: 'other', words: 'It is mercerised cotton.' };
    const made = await send('post', shopper, `/v1/buyer/listings/${piece.listingId}/reports`, report).expect(201);
    const decision = { uphold: true, answer: 'Name the fibre.' };
    await send('post', district, `/v1/admin/listing-reports/${made.body.id as string}/decision`, decision).expect(204);
    const seen = await get(headers, path).expect(200);
    const words = await shop.goods.words(maker, { title: 'Cotton stole', images: shownOf(seen.body.images) });
    await send('put', { ...headers, 'if-match': seen.headers['etag']! }, path, words).expect(200);
    expect((await send('post', headers, `${path}/submission`)).body).toMatchObject({ state: 'in_review' });
    expect((await send('post', district, `/v1/admin/listings/${piece.listingId}/approval`)).body).toMatchObject({
      state: 'live',
    });
  });

  test('SM-3 R-4.7 general goods of a trusted maker are on sale with their submission, ODOP goods never', async () => {
    const her = await selling(bat);
    await shop.drive.seller.on(her.maker, 'active');
    /** With pictures that have been compared with those of others. */
    const submits = async (wish: GoodsWish, painted = 'ready') => {
      const one = await shop.goods.drafted(her.maker, wish);
      await asOwner(`update catalogue.media set state = $2 where seller_id = $1`, [her.maker.sellerId, painted]);
      return (await send('post', her.headers, `/v1/seller/listings/${one.listingId}/submission`)).body as object;
    };
    const looked = await shop.hands.sees<{ goods: number }>(
      `select count(distinct h.listing_id)::integer as goods from catalogue.listing l
         join catalogue.listing_history h on h.listing_id = l.id where l.seller_id = $1 and h.event = 'approve'`,
      [her.maker.sellerId],
    );
    expect(looked.goods).toBeLessThan(5);
    for (let approved = looked.goods; approved < 5; approved += 1) {
      expect(await submits(bat)).toMatchObject({ state: 'in_review' });
      await shop.goods.live(bat, her.maker);
    }
    expect(await submits(bat)).toMatchObject({ state: 'live' });
    expect(await submits(bat, 'waiting')).toMatchObject({ state: 'in_review' });
    expect(await submits({})).toMatchObject({ state: 'in_review' });
    expect(await submits({ ...bat, stock: 0 })).toMatchObject({ state: 'out_of_stock' });
  });
});
