import { isPublicIp, Outgoing } from '#platform/outgoing';
import { sheetTypes } from '#platform/sheets';
import { newId } from '#platform/kernel';
import { personActor } from '#platform/testing';
import { pictures } from '../../libs/catalogue/test/builders/pictures.js';
import { csvSheet, stoleOf, type Cells } from '../../libs/catalogue/test/builders/sheets.js';
import { openOutside, type Outside } from '../../libs/platform/outgoing/test/builders/outside.js';
import { zipOf } from '../../libs/platform/sheets/test/builders/workbook.js';
import type { Maker } from '../../libs/sellers/test/builders/makers.js';
import type { Workshop } from '../support/drive/driven.js';
import { openWorkshop } from '../support/workshop.js';

/** Names of the world outside, and where they lead. */
const names: Readonly<Record<string, string>> = {
  'pictures.example': '127.0.0.1',
  'inner.example': '192.168.7.7',
};

describe('A maker brings her goods in sheets and their pictures by address and in archives', () => {
  let shop: Workshop;
  let outside: Outside;
  let maker: Maker;
  let her: Record<string, string>;
  beforeAll(async () => {
    shop = await openWorkshop();
    outside = await openOutside({
      '/a.png': (_, answer) => void answer.end(pictures.png(600, 601)),
      '/text.png': (_, answer) => void answer.end('no picture'),
    });
    // The way of the service, but that the world is on this machine.
    const road = outside.road({
      resolve: (host) => Promise.resolve(Object.hasOwn(names, host) ? [names[host]!] : []),
      isOpen: (address) => address === '127.0.0.1' || isPublicIp(address),
    });
    const abroad = new Outgoing(road);
    shop.booted.get(Outgoing).get = (address, wanted) => abroad.get(address, wanted);
    const who = await shop.people.person({ name: 'Meena Devi' });
    maker = await shop.goods.make.verified({ applicant: personActor({ personId: who.personId }) });
    her = (await shop.people.signIn(who, maker.sellerId)).headers;
  }, 120_000);
  afterAll(async () => {
    await shop.close();
    await outside.close();
  }, 30_000);

  const stole = (cells: Cells = {}) => stoleOf(shop.booted, maker, cells);
  const get = (path: string) => shop.api.get(path).set(her);
  const post = (path: string) => shop.api.post(path).set({ ...her, 'idempotency-key': newId() });
  const send = (path: string, bytes: Buffer, type: string) => post(path).set('content-type', type).send(bytes);
  const sheetOf = async (...rows: Promise<Cells>[]) => csvSheet(await Promise.all(rows));

  async function checked(uploaded: { body: unknown }): Promise<string> {
    const { id } = uploaded.body as { id: string };
    await shop.hands.does({ name: 'catalogue.check-import' }, { importId: id });
    return `/v1/seller/imports/${id}`;
  }
  async function written(path: string): Promise<void> {
    await post(`${path}/application`).send({ partial: true }).expect(202);
    await shop.hands.does({ name: 'catalogue.apply-import' }, { importId: path.split('/').at(-1) });
    expect((await get(path).expect(200)).body).toMatchObject({ state: 'applied' });
  }
  const told = async (path: string) => {
    const { items } = (await get(`${path}/errors`).expect(200)).body as {
      items: { row: number; column: string; code: string; says: string }[];
    };
    return items.map(({ row, column, code, says }) => [row, column, code, says]);
  };
  interface Own {
    id: string;
    images: { mediaId: string }[];
    offers: { sku: string }[];
  }
  async function goodsOf(sku: string): Promise<Own> {
    const { items } = (await get('/v1/seller/listings?limit=100').expect(200)).body as { items: { id: string }[] };
    const all = await Promise.all(items.map(async ({ id }) => (await get(`/v1/seller/listings/${id}`)).body as Own));
    const found = all.find((one) => one.offers.some((offer) => offer.sku === sku));
    if (!found) throw new Error(`${sku} is not among her goods`);
    return found;
  }

  test('S-60 a sheet comes as the file of a form as it comes by itself', async () => {
    const sheet = await sheetOf(stole({ sku: 'FORM' }));
    const form = await post('/v1/seller/imports').attach('file', sheet, 'goods.csv').expect(201);
    // The same sheet under way is the same import, however it comes.
    const bare = await send('/v1/seller/imports', sheet, 'text/csv').expect(201);
    expect(bare.body).toMatchObject({ id: (form.body as { id: string }).id });
    const path = await checked(form);
    expect(await told(path)).toEqual([]);
    await written(path);
    expect(await goodsOf('FORM')).toMatchObject({ state: 'draft' });
    const empty = await checked(await post('/v1/seller/imports').field('note', 'no file').expect(201));
    expect((await get(empty).expect(200)).body).toMatchObject({ state: 'failed' });
    await send('/v1/seller/imports', sheet, sheetTypes.xlsx).expect(201);
    await send('/v1/seller/imports', sheet, 'application/json').expect(415);
  });

  test('S-21 pictures are fetched by the job from addresses of the open internet; every other is told by its row', async () => {
    const sheet = await sheetOf(
      stole({ sku: 'SEEN', pictures: 'https://pictures.example/a.png' }),
      stole({ sku: 'HIDDEN', pictures: 'https://127.0.0.1/a.png' }),
      stole({ sku: 'INNER', pictures: 'https://inner.example/a.png https://pictures.example/a.png' }),
      stole({ sku: 'GONE', pictures: 'https://pictures.example/gone.png https://nowhere.example/a.png' }),
      stole({ sku: 'TEXT', pictures: 'https://pictures.example/text.png' }),
    );
    const path = await checked(await send('/v1/seller/imports', sheet, 'text/csv').expect(201));
    expect(await told(path)).toEqual([[3, 'pictures', 'address_unfit', expect.stringMatching(/.{10}/)]]);
    await written(path);
    expect(await told(path)).toEqual([
      [3, 'pictures', 'address_unfit', expect.any(String)],
      [4, 'pictures', 'picture_unfetched', expect.stringContaining('inner network')],
      [5, 'pictures', 'picture_unfetched', expect.stringContaining('status 404')],
      [5, 'pictures', 'picture_unfetched', expect.stringContaining('not known')],
      [6, 'pictures', 'picture_unfetched', expect.stringContaining('image_unreadable')],
    ]);
    const seen = await goodsOf('SEEN');
    expect(seen.images).toHaveLength(1);
    await get(`/v1/seller/media/${seen.images[0]!.mediaId}`).expect(200).expect('content-type', 'image/png');
    // Fetched once, it is the picture of both.
    expect((await goodsOf('INNER')).images).toEqual(seen.images);
    expect((await goodsOf('GONE')).images).toEqual([]);
    await expect(goodsOf('HIDDEN')).rejects.toThrow('not among her goods');
  });

  test('S-58 pictures of a ZIP find their drafts; right ones are kept and each wrong one is told', async () => {
    const path = await checked(
      await send('/v1/seller/imports', await sheetOf(stole({ sku: 'ZIP-A' }), stole({ sku: 'ZIP-B' })), 'text/csv'),
    );
    await written(path);
    const archive = zipOf({
      'photos/ZIP-A-1.png': pictures.png(600, 602),
      'ZIP-B-2.png': pictures.png(600, 603),
      'ZIP-A-2.png': Buffer.from('no picture'),
      'nobody-1.png': pictures.png(600, 604),
      'holiday.png': pictures.png(600, 605),
    });
    const { body } = await send('/v1/seller/media/archives', archive, 'application/zip').expect(200);
    const [a, b] = [await goodsOf('ZIP-A'), await goodsOf('ZIP-B')];
    expect(body.tied).toMatchObject([
      { file: 'ZIP-A-1.png', listingId: a.id, position: 1, mediaId: a.images[0]!.mediaId },
      { file: 'ZIP-B-2.png', listingId: b.id, position: 1, mediaId: b.images[0]!.mediaId },
    ]);
    const wrong = body.wrong as { file: string; code: string; says: string }[];
    expect(wrong.map(({ file, code }) => [file, code])).toEqual([
      ['ZIP-A-2.png', 'image_unreadable'],
      ['nobody-1.png', 'offer_unknown'],
      ['holiday.png', 'picture_name_unfit'],
    ]);
    for (const { says } of wrong) expect(says).toMatch(/.{10}/);

    const more = zipOf({ 'ZIP-A-2.png': pictures.png(600, 606) });
    const form = await post('/v1/seller/media/archives').attach('file', more, 'more.zip').expect(200);
    expect(form.body).toMatchObject({ tied: [{ position: 2 }], wrong: [] });
    const broken = await send('/v1/seller/media/archives', archive.subarray(0, 90), 'application/zip').expect(422);
    expect(broken.body).toMatchObject({ code: 'archive_unreadable' });
  });
});
