import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { UnitOfWork, type Tx } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { KeptFiles, ObjectStore } from '#platform/storage';
import { asOwner, type Booted } from '#platform/testing';
import {
  AddPictures,
  Likenesses,
  MakeRenditions,
  MakeRenditionsJob,
  MendPictures,
  MediaQuery,
  OwnListingsQuery,
  PurgeMedia,
} from '../src/index.js';
import { renditionKey, type Rendition } from '../src/domain/renditions.js';
import type { Maker } from '../../sellers/test/builders/makers.js';
import type { Goods } from './builders/goods.js';
import { cut, photo } from './builders/photos.js';
import { pictures } from './builders/pictures.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

describe('S-58 Pictures of goods', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => app.as(actor, () => app.get(UnitOfWork).run(work));

  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
  });
  afterAll(() => open.close());

  test('the platform’s own are kept once, stand in anybody’s goods and are nobody’s to forget', async () => {
    const add = app.get(AddPictures);
    const [motif, other] = [pictures.png(611, 407), pictures.png(611, 409)];
    const first = await app.asSystem(() => add.ofPlatform([motif, other, motif]));
    expect(first[0]).toEqual(first[2]);
    expect((await app.asSystem(() => add.ofPlatform([other])))[0]).toEqual(first[1]);
    const mediaId = first[0]!.mediaId;
    await asOwner(`update catalogue.media set uploaded_at = clock_timestamp() - interval '31 days' where id = $1`, [
      mediaId,
    ]);
    await app.asSystem(() => app.get(PurgeMedia).run());
    const maker = await shop.make.verified();
    const images = [{ mediaId, alt: 'a motif' }, ...(await shop.images(maker)).slice(1)];
    await shop.drafted(maker, { images });
    expect((await inTx(maker.actor, (tx) => app.get(MediaQuery).own(tx, mediaId))).bytes.equals(motif)).toBe(true);
  });

  test('one that was left unpainted is ordered again, one that has just come is not', async () => {
    const maker = await shop.make.verified();
    const ordered = async (mediaId: string) =>
      (
        await asOwner(`select from platform.outbox where name = $1 and payload ->> 'mediaId' = $2`, [
          MakeRenditionsJob.name,
          mediaId,
        ])
      ).length;
    const [left, fresh] = (await adds(maker, pictures.png(620, 410), pictures.png(620, 411))) as [string, string];
    const sql = `update catalogue.media set uploaded_at = clock_timestamp() - interval '16 minutes' where id = $1`;
    await asOwner(sql, [left]);
    const before = [await ordered(left), await ordered(fresh)] as const;
    await app.asSystem(() => app.get(MendPictures).run());
    expect([await ordered(left), await ordered(fresh)]).toEqual([before[0] + 1, before[1]]);
  });

  const paints = (mediaId: string) => app.asSystem(() => app.get(MakeRenditions).run({ mediaId }));
  const adds = async (maker: Maker, ...files: Buffer[]) =>
    (await app.asSystem(() => app.get(AddPictures).ofMaker(maker.sellerId, files))).map((one) => one.mediaId);
  const rowOf = async (mediaId: string) =>
    (
      await asOwner<{ state: string; fault: string | null; storage_key: string; renditions: Rendition[] }>(
        `select state, fault, storage_key, renditions from catalogue.media where id = $1`,
        [mediaId],
      )
    )[0]!;
  const filesOf = async (mediaId: string) => {
    const { storage_key, renditions } = await rowOf(mediaId);
    return Promise.all(
      renditions.map(async (one) => ({
        ...one,
        bytes: (await app.get(ObjectStore).get(renditionKey(storage_key, one)))!,
      })),
    );
  };
  const unclaimed = () => asOwner(`select storage_key from platform.unclaimed_file`);
  const told = (mediaId: string) =>
    asOwner<{ fault: string }>(
      `select payload ->> 'fault' as fault from platform.outbox
        where name = 'catalogue.picture_broken' and payload ->> 'mediaId' = $1`,
      [mediaId],
    );

  describe('are painted anew', () => {
    test('in three formats and sizes, upright, without anything else that was in the file', async () => {
      const maker = await shop.make.verified();
      const place = {
        IFD0: { Copyright: 'SECRET-OWNER' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 14/1 0/1' },
      };
      const original = await photo(1, [900, 600]).jpeg().withExif(place).withMetadata({ orientation: 6 }).toBuffer();
      const polyglot = Buffer.concat([original, Buffer.from('PK\x03\x04<script>alert(1)</script>')]);
      const [mediaId] = await adds(maker, polyglot);
      await paints(mediaId!);
      const files = await filesOf(mediaId!);
      expect(files.map((one) => `${one.size} ${one.format}`)).toEqual(
        ['small', 'medium', 'large'].flatMap((size) => ['avif', 'webp', 'jpeg'].map((format) => `${size} ${format}`)),
      );
      const sides = { small: [213, 320], medium: [533, 800], large: [600, 900] };
      for (const file of files) {
        const { width, height, format, exif, icc, orientation } = await sharp(file.bytes).metadata();
        expect([width, height]).toEqual(sides[file.size]);
        expect([format, exif, icc, orientation]).toEqual([
          file.format === 'avif' ? 'heif' : file.format,
          undefined,
          undefined,
          undefined,
        ]);
        for (const hidden of ['SECRET-OWNER', '<script>', 'PK\x03\x04'])
          expect(file.bytes.includes(hidden)).toBe(false);
        expect(file.sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'));
      }
      expect((await inTx(maker.actor, (tx) => app.get(MediaQuery).own(tx, mediaId!))).type).toBe('image/jpeg');
    });

    test('a run that dies anywhere is ended by the next one, and leaves no file behind', async () => {
      const maker = await shop.make.verified();
      const [mediaId] = await adds(maker, await photo(2, [120, 90]).png().toBuffer());
      const store = app.get(ObjectStore);
      const before = await unclaimed();
      const put = store.put.bind(store);
      const failing = jest.spyOn(store, 'put');
      let puts = 0;
      failing.mockImplementation(async (key, bytes) => {
        if (++puts === 2) throw new Error('the store is away');
        await put(key, bytes);
      });
      await expect(paints(mediaId!)).rejects.toThrow('the store is away');
      failing.mockRestore();
      expect(await rowOf(mediaId!)).toMatchObject({ state: 'waiting', renditions: [] });
      expect(await unclaimed()).toHaveLength(before.length + 3);
      await Promise.all([paints(mediaId!), paints(mediaId!)]);
      expect(await rowOf(mediaId!)).toMatchObject({ state: 'ready' });
      expect(await filesOf(mediaId!)).toHaveLength(3);
      expect(await unclaimed()).toHaveLength(before.length);
      await paints(mediaId!);
      expect(await filesOf(mediaId!)).toHaveLength(3);
    });

    test('S-66 forgotten, its renditions go with it', async () => {
      const maker = await shop.make.verified();
      const [mediaId] = await adds(maker, await photo(3, [60, 40]).jpeg().toBuffer());
      await paints(mediaId!);
      const { storage_key, renditions } = await rowOf(mediaId!);
      const keys = [storage_key, ...renditions.map((one) => renditionKey(storage_key, one))];
      await asOwner(`update catalogue.media set uploaded_at = clock_timestamp() - interval '31 days' where id = $1`, [
        mediaId,
      ]);
      await app.asSystem(() => app.get(PurgeMedia).run());
      for (const key of keys) await app.asSystem(() => app.get(KeptFiles).sweep(key));
      expect(await Promise.all(keys.map((key) => app.get(ObjectStore).get(key)))).toEqual(keys.map(() => null));
      await paints(mediaId!);
    });

    test('one that cannot be painted is marked with the reason, counts for nothing, and its maker is told once', async () => {
      const maker = await shop.make.verified();
      const whole = await photo(4).jpeg().toBuffer();
      const frames = await sharp(
        [await photo(5, [60, 60]).png().toBuffer(), await photo(6, [60, 60]).png().toBuffer()],
        {
          join: { animated: true },
        },
      )
        .webp({ loop: 0, delay: [100, 100] })
        .toBuffer();
      const cases: [Buffer, string][] = [
        [whole.subarray(0, whole.length / 2), 'incomplete'],
        [pictures.jpeg(600, 600), 'unreadable'],
        [frames, 'animated'],
      ];
      for (const [bytes, fault] of cases) {
        const [mediaId] = await adds(maker, bytes);
        await paints(mediaId!);
        await paints(mediaId!);
        expect(await rowOf(mediaId!)).toMatchObject({ state: 'broken', fault, renditions: [] });
        expect(await told(mediaId!)).toEqual([{ fault }]);
        const images = [{ mediaId: mediaId!, alt: 'a view' }, ...(await shop.images(maker)).slice(1)];
        const one = await shop.drafted(maker, { images });
        const seen = await inTx(maker.actor, (tx) => app.get(OwnListingsQuery).oneOwn(tx, one.listingId));
        expect(seen.images[0]).toMatchObject({ state: 'broken', fault });
        await expect(shop.submitted(one)).rejects.toMatchObject({ code: 'images_missing' });
      }
    });
  });

  describe('R-9.3 that look like another maker’s', () => {
    const resembles = async (one: Goods) =>
      (await inTx(one.maker.actor, (tx) => app.get(Likenesses).ofListing(tx, one.listingId))).map(
        ({ listing_id, seller_id }) => ({ listing_id, seller_id }),
      );
    const withPicture = async (maker: Maker, picture: Buffer): Promise<Goods> => {
      const [mediaId] = await adds(maker, picture);
      await paints(mediaId!);
      return shop.drafted(maker, {
        images: [{ mediaId: mediaId!, alt: 'it' }, ...(await shop.images(maker)).slice(1)],
      });
    };

    test('are shown to the desk: which goods, whose, how close; the goods themselves go their way', async () => {
      const picture = await photo(31).jpeg({ quality: 92 }).toBuffer();
      const first = await withPicture(await shop.make.verified(), picture);
      await shop.submitted(first);
      await shop.approved(first);
      const copied = [
        await sharp(picture).resize(240).webp({ quality: 60 }).toBuffer(),
        await cut(picture, 0.05, [0, 0]),
      ];
      for (const copy of copied) {
        const second = await withPicture(await shop.make.verified(), copy);
        const original = { listing_id: first.listingId, seller_id: first.maker.sellerId };
        expect(await resembles(second)).toContainEqual(original);
        await shop.submitted(second);
        await shop.approved(second);
      }
      expect(await resembles(first)).toEqual([]);
    });

    test('other pictures, her own, and the platform’s are no copies; goods nobody ever saw are not named', async () => {
      const maker = await shop.make.verified();
      const mine = await withPicture(maker, await photo(41).jpeg().toBuffer());
      await shop.submitted(mine);
      await shop.approved(mine);
      expect(await resembles(await withPicture(maker, await photo(41).webp().toBuffer()))).toEqual([]);
      const another = await shop.make.verified();
      expect(await resembles(await withPicture(another, await photo(42).jpeg().toBuffer()))).toEqual([]);
      const motif = await photo(43).png().toBuffer();
      const [added] = await app.asSystem(() => app.get(AddPictures).ofPlatform([motif]));
      await paints(added!.mediaId);
      expect(await resembles(await withPicture(another, motif))).toEqual([]);
      const third = await shop.make.verified();
      expect(await resembles(await withPicture(third, await photo(42).jpeg().toBuffer()))).toEqual([]);
    });

    test('of two that come at the same time the later one is the copy', async () => {
      const [one, other] = [await shop.make.verified(), await shop.make.verified()];
      const [first] = await adds(one, await photo(51).jpeg().toBuffer());
      const [later] = await adds(other, await photo(51).png().toBuffer());
      await Promise.all([paints(later!), paints(first!)]);
      const found = await asOwner(
        `select media_id, original_id from catalogue.media_likeness where media_id = any($1) or original_id = any($1)`,
        [[first, later]],
      );
      expect(found).toEqual([{ media_id: later, original_id: first }]);
    });
  });
});
