import { z } from 'zod';
import { UnitOfWork, type Tx } from '#platform/database';
import { RegistriesSimulator, S3Simulator } from '#platform/simulators';
import { KeptFiles, ObjectStore, type SignedUpload } from '#platform/storage';
import { asOwner, boot, type Booted } from '#platform/testing';
import { AskUpload, CatalogueModule, CompleteUpload, MakeRenditions, MediaQuery, PurgeMedia } from '../src/index.js';
import type { Maker } from '../../sellers/test/builders/makers.js';
import { goods } from './builders/goods.js';
import { photo } from './builders/photos.js';
import { pictures } from './builders/pictures.js';

const secretKey = 'sk_test_simulated';
const refusal = (code: string) => expect.objectContaining({ code });

/** The whole way of a picture in a bucket; the folder's is walked over HTTP. */
describe('S-58 A picture comes by a signed upload', () => {
  let app: Booted;
  let maker: Maker;
  let shop: ReturnType<typeof goods>;
  const s3 = new S3Simulator();
  const registries = new RegistriesSimulator();
  beforeAll(async () => {
    await Promise.all([s3.start({ secretKey }), registries.start({ secretKey })]);
    Object.assign(process.env, {
      REGISTRIES_URL: registries.url,
      STORAGE_URL: 's3://pictures',
      S3_ENDPOINT: s3.url,
      S3_ACCESS_KEY_ID: S3Simulator.keyId,
      S3_SECRET_ACCESS_KEY: secretKey,
    });
    app = await boot([CatalogueModule]);
    shop = goods(app);
    maker = await shop.make.verified();
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([s3.stop(), registries.stop()]);
    for (const name of ['STORAGE_URL', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
      delete process.env[name];
  });

  const asks = (bytes: Buffer) =>
    app.as(maker.actor, () => app.get(AskUpload).run(maker.sellerId, { type: 'image/png', size_bytes: bytes.length }));
  const confirms = (id: string, who: Maker = maker) => app.as(who.actor, () => app.get(CompleteUpload).run(id));
  const sends = async ({ url, fields }: SignedUpload, bytes: Buffer): Promise<number> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)]));
    return (await fetch(url, { method: 'POST', body: form })).status;
  };
  /** The table is behind the second wall: its owner sees nothing of it either. */
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(work));
  const keyOf = async (id: string) =>
    (await asSystem((tx) =>
      tx.maybe(
        z.object({ storage_key: z.string() }),
        `select storage_key from catalogue.picture_upload where id = $1`,
        [id],
      ),
    ))!.storage_key;
  const ends = (id: string, ago: string) =>
    asSystem((tx) =>
      tx.run(`update catalogue.picture_upload set until = clock_timestamp() - $2::interval where id = $1`, [id, ago]),
    );

  test('asked for, sent to the bucket, confirmed, painted anew: its bytes never pass through us on the way in', async () => {
    const bytes = await photo(61, [120, 90]).png().toBuffer();
    const { uploadId, upload } = await asks(bytes);
    expect(await sends(upload, bytes)).toBe(204);
    const mediaId = await confirms(uploadId);
    await app.asSystem(() => app.get(MakeRenditions).run({ mediaId }));
    const own = await app.as(maker.actor, () =>
      app.get(UnitOfWork).run(async (tx) => ({
        facts: await app.get(MediaQuery).facts(tx, mediaId),
        picture: await app.get(MediaQuery).own(tx, mediaId),
      })),
    );
    expect(own.facts).toEqual({ id: mediaId, width_px: 120, height_px: 90, state: 'ready', fault: null });
    expect(own.picture.type).toBe('image/jpeg');
  });

  test('confirmed twice, or ten times at once, it is one picture; whoever still has the address changes nothing', async () => {
    const bytes = pictures.png(70, 50);
    const { uploadId, upload } = await asks(bytes);
    await sends(upload, bytes);
    const ids = await Promise.all(Array.from({ length: 10 }, () => confirms(uploadId)));
    expect(new Set([...ids, await confirms(uploadId)]).size).toBe(1);
    expect(
      await asOwner(`select 1 from catalogue.media where seller_id = $1 and width_px = 70`, [maker.sellerId]),
    ).toHaveLength(1);
    expect(await sends(upload, Buffer.alloc(bytes.length, 1))).toBe(204);
    const picture = await app.as(maker.actor, () =>
      app.get(UnitOfWork).run((tx) => app.get(MediaQuery).own(tx, ids[0]!)),
    );
    expect(picture.bytes.equals(bytes)).toBe(true);
  });

  test('nothing came, something else came, too late, or somebody else asks: each is said, and nothing becomes a picture', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(200));
    const { uploadId, upload } = await asks(page);
    await expect(confirms(uploadId)).rejects.toEqual(refusal('upload_missing'));
    await sends(upload, page);
    await expect(confirms(uploadId)).rejects.toEqual(refusal('image_unreadable'));
    await app.asSystem(async () => app.get(ObjectStore).put(await keyOf(uploadId), page.subarray(1)));
    await expect(confirms(uploadId)).rejects.toEqual(refusal('upload_size_differs'));
    const other = await shop.make.verified();
    await expect(confirms(uploadId, other)).rejects.toEqual(refusal('upload_unknown'));
    await ends(uploadId, '1 minute');
    await expect(confirms(uploadId)).rejects.toEqual(refusal('upload_over'));
    const known = await asOwner(`select 1 from catalogue.media where seller_id = $1 and size_bytes = $2`, [
      maker.sellerId,
      page.length,
    ]);
    expect(known).toEqual([]);
  });

  test('S-66 never confirmed, it is swept away a day later, and the address with it', async () => {
    const bytes = pictures.png(71, 50);
    const { uploadId, upload } = await asks(bytes);
    await sends(upload, bytes);
    const key = await keyOf(uploadId);
    const files = app.get(KeptFiles);
    await app.asSystem(() => files.sweep(key));
    expect(s3.keys('pictures')).toContain(key);
    await asOwner(`update platform.unclaimed_file set until = clock_timestamp() where storage_key = $1`, [key]);
    await ends(uploadId, '25 hours');
    await app.asSystem(() => files.sweep(key));
    await app.asSystem(() => app.get(PurgeMedia).run());
    expect(s3.keys('pictures')).not.toContain(key);
    await expect(confirms(uploadId)).rejects.toEqual(refusal('upload_unknown'));
  });

  test('S-52 a maker has a hundred addresses open at most', async () => {
    const eager = await shop.make.verified();
    const ask = () =>
      app.as(eager.actor, () => app.get(AskUpload).run(eager.sellerId, { type: 'image/png', size_bytes: 1 }));
    await asSystem((tx) =>
      tx.run(
        `insert into catalogue.picture_upload (id, seller_id, storage_key, content_type, size_bytes, until)
         select gen_random_uuid(), $1, 'open/' || n, 'image/png', 1, clock_timestamp() + interval '9 minutes'
           from generate_series(1, 99) n`,
        [eager.sellerId],
      ),
    );
    const { uploadId } = await ask();
    await expect(ask()).rejects.toEqual(refusal('too_many_uploads'));
    await ends(uploadId, '1 minute');
    await ask();
  });

  test('S-75 a bucket that is away for a moment delays a picture and loses none', async () => {
    const bytes = pictures.png(72, 50);
    const { uploadId, upload } = await asks(bytes);
    await sends(upload, bytes);
    s3.fault({ kind: 'out_of_order' });
    await expect(confirms(uploadId)).rejects.toMatchObject({ name: 'StoreAway', statusCode: 503 });
    s3.faults.clear();
    expect(await confirms(uploadId)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
