import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MakeRenditions, ShelveGoods } from '#catalogue';
import { ActivateSeller } from '#sellers';
import { newId } from '#platform/kernel';
import type { ApiClient } from '#platform/testing';
import { pictures } from '../../libs/catalogue/test/builders/pictures.js';
import type { SignedInPerson } from '../../libs/identity/test/builders/identity-actors.js';
import { artisanPapers } from '../../libs/sellers/test/builders/makers.js';
import { asSystem, openSellersDesk, requestsOf, type SellersDesk } from '../support/sellers-desk.js';

describe('An artisan is on-boarded and lists a piece of her district', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  let people: SellersDesk['people'];
  let officer: SignedInPerson;
  let elsewhere: SignedInPerson;
  let desk: SellersDesk;
  beforeAll(async () => {
    desk = await openSellersDesk();
    ({ app, api, people, officer, elsewhere } = desk);
  });
  afterAll(() => desk.close());

  const as = (who: SignedInPerson) => requestsOf(api, who);
  const uploads = (who: SignedInPerson, bytes: Buffer, type = 'image/png') =>
    as(who).upload('/v1/seller/media', bytes, type);

  async function verified(name: string): Promise<{ who: SignedInPerson; sellerId: string }> {
    const who = await people.shopper(name);
    const sellerId = await desk.applies(who);
    for (const paper of artisanPapers()) {
      await as(who).post(`/v1/seller/applications/${sellerId}/evidence`, paper).expect(200);
    }
    await as(who).post(`/v1/seller/applications/${sellerId}/submission`, { consentNotice: 'en-1' }).expect(200);
    await desk.machineChecks(sellerId);
    await as(officer)
      .post(`/v1/admin/sellers/${sellerId}/approval`, { confirmed: ['pehchan_card'] })
      .expect(200);
    return { who, sellerId };
  }

  async function words(who: SignedInPerson) {
    const entries = await api.get('/v1/public/districts/bhagalpur').expect(200);
    const images = [];
    for (const size of [600, 601, 602]) {
      const { body } = await uploads(who, pictures.png(size, size)).expect(201);
      images.push({ mediaId: body.id as string, alt: `the stole, ${size} pixels wide` });
    }
    return {
      odopEntryId: entries.body.odopEntries[0].id as string,
      category: 'stoles-and-scarves',
      parameters: [
        { key: 'fibre', value: 'tussar silk' },
        { key: 'length_cm', value: 200 },
        { key: 'width_cm', value: 70 },
      ],
      declarations: { consumerCare: { phone: '1800123456' } },
      title: 'Tussar stole',
      description: 'Hand-spun tussar, natural dye.',
      commonName: 'stole',
      hsn: '50072010',
      gstRateKey: 'fabric',
      unit: 'piece',
      netQuantity: { value: 1, unit: 'piece' },
      handmade: 'handloom',
      weight_g: 250,
      images,
      offers: [
        {
          label: 'natural',
          price: { paise: 145_000, currency: 'INR' },
          mrp: { paise: 160_000, currency: 'INR' },
          stock: 3,
          leadDays: 5,
        },
      ],
    };
  }

  test('she applies, her district verifies her, her stole is reviewed and everybody can see it', async () => {
    const who = await people.shopper('Meena Devi');
    const sellerId = await desk.applies(who);
    const early = await as(who).post(`/v1/seller/applications/${sellerId}/submission`, { consentNotice: 'en-1' });
    expect(early.body).toMatchObject({ status: 422, code: 'evidence_missing', rule: 'R-4.1' });
    for (const paper of artisanPapers()) {
      await as(who).post(`/v1/seller/applications/${sellerId}/evidence`, paper).expect(200);
    }
    await as(who).post(`/v1/seller/applications/${sellerId}/submission`, { consentNotice: 'en-1' }).expect(200);
    await desk.machineChecks(sellerId);
    expect((await as(who).get('/v1/seller/applications').expect(200)).body.items).toEqual([
      expect.objectContaining({ id: sellerId, state: 'under_review' }),
    ]);

    const waitingOnes = await as(officer).get('/v1/admin/sellers?limit=100').expect(200);
    expect(waitingOnes.body.items.map((row: { id: string }) => row.id)).toContain(sellerId);
    const papers = await as(officer).get(`/v1/admin/sellers/${sellerId}`).expect(200);
    expect(papers.body.papers[1]).toMatchObject({ kind: 'pan', finding: 'passed', value: { pan: 'AAAPD1234C' } });
    expect(JSON.stringify((await as(who).get(`/v1/seller/applications/${sellerId}`)).body)).not.toContain('AAAPD1234C');
    await as(officer)
      .post(`/v1/admin/sellers/${sellerId}/approval`, { confirmed: ['pehchan_card'] })
      .expect(200);

    const draft = await as(who)
      .post('/v1/seller/listings', await words(who))
      .expect(201);
    const listingId = draft.body.id as string;
    const [offer] = draft.body.offers;
    await api.get(`/v1/public/listings/${listingId}`).expect(404);
    await as(who).post(`/v1/seller/listings/${listingId}/submission`).expect(200);
    const waiting = await as(officer).get('/v1/admin/listings?limit=100').expect(200);
    expect(waiting.body.items.map((row: { id: string }) => row.id)).toContain(listingId);
    const live = await as(officer).post(`/v1/admin/listings/${listingId}/approval`).expect(200);
    expect(live.body.state).toBe('live');
    await asSystem(() => app.get(ActivateSeller, { strict: false }).run(sellerId));

    const shown = await api.get(`/v1/public/listings/${listingId}`).expect(200);
    expect(shown.body).toMatchObject({
      title: 'Tussar stole',
      price: { paise: 145_000, currency: 'INR' },
      inStock: true,
      maker: { id: sellerId, name: 'Meena Devi Silk Works', place: 'Champanagar' },
      district: { slug: 'bhagalpur' },
      offers: [{ id: offer.id, label: 'natural' }],
    });
    await api.get(`/v1/public/listings/${listingId}`).set('if-none-match', shown.headers['etag']!).expect(304);
    await asSystem(() => app.get(ShelveGoods, { strict: false }).run(listingId));
    const page = await api.get(`/v1/public/listings?maker=${sellerId}&text=tussar&district=bhagalpur&count=true`);
    expect(page.body).toMatchObject({ count: 1, next: null, items: [{ id: listingId }] });
    await picturesAreShown(shown.body.images);

    await as(who)
      .put(`/v1/seller/offers/${offer.id}/price`, { price: { paise: 140_000, currency: 'INR' } })
      .expect(204);
    await as(who).post(`/v1/seller/offers/${offer.id}/stock-counts`, { onHand: 0 }).expect(204);
    const soldOut = await api.get(`/v1/public/listings/${listingId}`).expect(200);
    expect(soldOut.body).toMatchObject({ price: { paise: 140_000 }, inStock: false });
  });

  /** S-58: what was painted anew, in the format and size asked for, for good; until then a grey field that nobody keeps. */
  async function picturesAreShown(images: { mediaId: string; sizes: Record<string, unknown> }[]): Promise<void> {
    const [{ mediaId, sizes }] = images as [(typeof images)[0]];
    const small = `/v1/public/media/${mediaId}?size=small`;
    expect(sizes).toMatchObject({ small: { url: small, width_px: 320, height_px: 320 } });
    const grey = await api.get(small).expect(200);
    expect(grey.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' });
    expect((grey.body as Buffer).equals(pictures.png(600, 600))).toBe(false);

    await asSystem(() => app.get(MakeRenditions, { strict: false }).run({ mediaId }));
    const jpeg = await api.get(small).expect(200);
    expect(jpeg.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=86400',
      'content-disposition': `inline; filename="${mediaId}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(jpeg.headers['vary']).toContain('accept');
    expect((jpeg.body as Buffer).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    const avif = await api.get(small).set('accept', 'image/avif,image/webp,*/*').expect(200);
    expect(avif.headers['content-type']).toBe('image/avif');
    expect(avif.headers['etag']).not.toBe(jpeg.headers['etag']);
    await api.get(small).set('if-none-match', jpeg.headers['etag']!).expect(304);
    await api.get(`/v1/public/media/${mediaId}?size=huge`).expect(422);
  }

  test('STD-1.3 a draft is written anew only over the version that was seen', async () => {
    const { who } = await verified('Radha Devi');
    const content = await words(who);
    const draft = await as(who).post('/v1/seller/listings', content).expect(201);
    const path = `/v1/seller/listings/${draft.body.id}`;
    const etag = (await as(who).get(path).expect(200)).headers['etag']!;
    await as(who).put(path, content).expect(428);
    await as(who)
      .put(path, { ...content, title: 'Ghicha stole' })
      .set('if-match', etag)
      .expect(200);
    await as(who).put(path, content).set('if-match', etag).expect(412);
    expect((await as(who).get(path)).body.title).toBe('Ghicha stole');
    await as(who)
      .put(path, { ...content, state: 'live', sellerId: newId() })
      .set('if-match', '*')
      .expect(422);
  });

  test('S-42 another district and another maker find nothing, whatever they send', async () => {
    const { who, sellerId } = await verified('Sunita Devi');
    const other = await verified('Lata Devi');
    const draft = await as(who)
      .post('/v1/seller/listings', await words(who))
      .expect(201);
    await as(who).post(`/v1/seller/listings/${draft.body.id}/submission`).expect(200);
    const [offer] = draft.body.offers;
    await as(elsewhere).get(`/v1/admin/sellers/${sellerId}`).expect(404);
    await as(elsewhere).post(`/v1/admin/sellers/${sellerId}/approval`).expect(404);
    await as(elsewhere).post(`/v1/admin/sellers/${sellerId}/rejection`, { reason: 'no' }).expect(404);
    await as(elsewhere).post(`/v1/admin/sellers/${sellerId}/information-request`, { asks: 'more' }).expect(404);
    await as(elsewhere).get(`/v1/admin/listings/${draft.body.id}`).expect(404);
    await as(elsewhere).post(`/v1/admin/listings/${draft.body.id}/approval`).expect(404);
    await as(elsewhere).post(`/v1/admin/listings/${draft.body.id}/return`, { asks: 'more' }).expect(404);
    await as(elsewhere).get(`/v1/admin/listings/media/${draft.body.images[0].mediaId}`).expect(404);
    await as(officer).get(`/v1/admin/listings/media/${draft.body.images[0].mediaId}`).expect(200);
    await as(other.who).get(`/v1/seller/applications/${sellerId}`).expect(404);
    await as(other.who).get(`/v1/seller/listings/${draft.body.id}`).expect(404);
    await as(other.who).post(`/v1/seller/listings/${draft.body.id}/submission`).expect(404);
    await as(other.who).get(`/v1/seller/media/${draft.body.images[0].mediaId}`).expect(404);
    await as(other.who).post(`/v1/seller/offers/${offer.id}/stock-counts`, { onHand: 9 }).expect(404);
    expect((await as(other.who).get('/v1/seller/listings')).body.items).toEqual([]);
    await as(who).get(`/v1/admin/sellers/${sellerId}`).expect(403);
  });

  test('S-58 a picture is sent to a signed address and confirmed; or in a form', async () => {
    const { who } = await verified('Phulo Devi');
    const bytes = pictures.png(640, 480);
    const asked = await as(who)
      .post('/v1/seller/media/uploads', { type: 'image/png', size_bytes: bytes.length })
      .expect(201);
    expect(asked.body).toMatchObject({ method: 'PUT', headers: { 'content-type': 'image/png' }, fields: {} });
    const address = new URL(asked.body.url as string).pathname;
    const confirm = () => as(who).post(`/v1/seller/media/uploads/${asked.body.id}/completion`);
    expect((await confirm()).body).toMatchObject({ status: 409, code: 'upload_missing' });
    const put = (path: string, file: Buffer) => api.put(path).set('content-type', 'image/png').send(file);
    expect((await put(address, bytes.subarray(1))).body).toMatchObject({ status: 422, code: 'upload_unlike' });
    expect((await put(`${address}x`, bytes)).body).toMatchObject({ status: 404, code: 'upload_address_unknown' });
    await put(address, bytes).expect(204);
    const { body } = await confirm().expect(200);
    expect(body).toEqual({ id: body.id, width_px: 640, height_px: 480, state: 'waiting', fault: null });
    expect((await confirm().expect(200)).body.id).toBe(body.id);
    expect((await as(who).get(`/v1/seller/media/${body.id}/details`).expect(200)).body).toEqual(body);

    const form = await api.post('/v1/seller/media').set(who.headers).attach('file', bytes, 'stole.png').expect(201);
    expect(form.body).toMatchObject({ type: 'image/png', width_px: 640 });
    const empty = await api.post('/v1/seller/media').set(who.headers).field('note', 'no file').expect(422);
    expect(empty.body.code).toBe('image_unreadable');
  });

  test('S-58 pictures are taken by what they are, up to 5 MiB', async () => {
    const { who } = await verified('Gita Devi');
    const page = Buffer.from('<html><script>alert(1)</script></html>'.padEnd(80));
    expect((await uploads(who, page)).body).toMatchObject({ status: 422, code: 'image_unreadable' });
    expect((await uploads(who, pictures.png(9_000, 9_000))).body).toMatchObject({ code: 'image_too_large' });
    await uploads(who, pictures.png(9, 9), 'image/svg+xml').expect(415);
    const five = 5 * 1024 * 1024;
    const large = Buffer.concat([pictures.png(600, 600), Buffer.alloc(five)]);
    await uploads(who, large.subarray(0, five)).expect(201);
    await uploads(who, large.subarray(0, five + 1)).expect(413);
    await api.post('/v1/seller/applications').set(who.headers).set('content-type', 'image/png').send(page).expect(415);
  });
});
