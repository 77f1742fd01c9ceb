import { asOwner, type Booted } from '#platform/testing';
import { zipOf } from '../../platform/sheets/test/builders/workbook.js';
import type { Maker } from '../../sellers/test/builders/makers.js';
import { isLitter, readName, sortOut, withPictures } from '../src/domain/desk/picture-files.js';
import { archiveLimits, TiePictures } from '../src/index.js';
import { photo } from './builders/photos.js';
import { pictures } from './builders/pictures.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

describe('S-58 names of pictures in an archive', () => {
  test.each([
    ['TS-01-1.jpg', 'TS-01', 1],
    ['TS-01-12.JPEG', 'TS-01', 12],
    ['a.b_c-3.webp', 'a.b_c', 3],
    ['1-2.png', '1', 2],
    ['stoles/new/TS-01-2.png', 'TS-01', 2],
    ['stoles\\TS-01-2.png', 'TS-01', 2],
    ['../../etc/TS-01-2.png', 'TS-01', 2],
    ['/TS-01-2.png', 'TS-01', 2],
    ['C:\\TS-01-2.png', 'TS-01', 2],
  ])('%s is of %s, place %i', (path, name, position) => {
    expect(readName(path)).toEqual({ name, position });
  });

  test.each([
    ...['TS-01.jpg', 'TS-0.jpg', 'TS-13.jpg', 'TS-01-1.gif', 'TS-01-1', '-1.jpg', 'TS 01-1.jpg', 'रेशम-1.jpg'],
    ...['TS-1.jpg.exe', 'TS-1.jpg\n', '..', '', `${'a'.repeat(41)}-1.jpg`, 'TS-1.jpg/'],
  ])('%j says nothing of the kind', (path) => {
    expect(readName(path)).toBeNull();
  });

  test('what computers put beside the files is passed over', () => {
    const paths = ['__MACOSX/._TS-1.jpg', 'a/__MACOSX/TS-1.jpg', '.DS_Store', 'a/Thumbs.db', 'desktop.ini'];
    expect(paths.map(isLitter)).toEqual([true, true, true, true, true]);
    expect(['TS-1.jpg', 'MACOSX/TS-1.jpg'].map(isLitter)).toEqual([false, false]);
  });

  test('files go to goods by number and place; an underscore stands for a slash where no number has one', () => {
    const of = (sku: string, listing_id = sku, state = 'draft' as const) => ({ sku, listing_id, state });
    const all = [of('T/1'), of('T_1'), of('U/1', 'U'), of('U2', 'U'), { ...of('R'), state: 'in_review' as const }];
    const files = ['T_1-1.jpg', 'U_1-2.jpg', 'U2-2.jpg', 'U2-1.jpg', 'R-1.jpg'].map((path) => ({
      path,
      size_bytes: 9,
    }));
    const { fit, wrong } = sortOut(files, all);
    const places = [...fit].map(([id, own]) => [id, own.map(({ file, position }) => `${file} ${position}`)]);
    expect(places).toEqual([
      ['T_1', ['T_1-1.jpg 1']],
      ['U', ['U2-1.jpg 1', 'U_1-2.jpg 2']],
    ]);
    expect(wrong.map(({ index, code }) => [index, code])).toEqual([
      [2, 'picture_twice'],
      [4, 'listing_closed'],
    ]);
  });

  test('a picture takes the place of the old one, or comes behind them all', () => {
    const fresh = [2, 5, 12].map((position) => ({ position, image: `n${position}` }));
    expect(withPictures(['a', 'b', 'c'], fresh)).toEqual(['a', 'n2', 'c', 'n5', 'n12']);
    expect(withPictures([], fresh.slice(1))).toEqual(['n5', 'n12']);
  });
});

describe('S-58 pictures come in an archive', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  let maker: Maker;
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    maker = await shop.make.verified();
  });

  const inr = (paise: number) => ({ paise, currency: 'INR' });
  const numbered = (...skus: string[]) => ({
    offers: skus.map((sku) => ({
      ...{ label: sku, sku, price: inr(145_000), mrp: inr(165_000), stock: 3, leadDays: 5 },
      options: [{ name: 'colour', value: sku }],
    })),
  });
  const tie = (archive: Buffer, of = maker) => app.as(of.actor, () => app.get(TiePictures).run(archive));
  const imagesOf = (listingId: string) =>
    asOwner<{ position: number; media_id: string; alt: string; seller_id: string }>(
      `select i.position, i.media_id, i.alt, m.seller_id from catalogue.listing_image i
         join catalogue.media m on m.id = i.media_id where i.listing_id = $1 order by i.position`,
      [listingId],
    );
  const versionOf = async (listingId: string) =>
    (await asOwner<{ version: number }>(`select version from catalogue.listing where id = $1`, [listingId]))[0]!
      .version;
  const jpeg = (number: number) => photo(number, [320, 240]).jpeg().toBuffer();

  test('S-42 right ones are kept and each wrong one is told; goods of others and goods on sale stay as they are', async () => {
    const draft = await shop.drafted(maker, numbered('TS-01', 'TS-02'));
    const other = await shop.drafted(maker, { ...numbered('BAG'), images: [] });
    const live = await shop.live(numbered('LIVE'), maker);
    const neighbour = await shop.make.verified();
    const hers = await shop.drafted(neighbour, numbered('HERS'));
    const [before, sold, foreign] = [
      await imagesOf(draft.listingId),
      await imagesOf(live.listingId),
      await imagesOf(hers.listingId),
    ];
    const version = await versionOf(draft.listingId);

    const { tied, wrong } = await tie(
      zipOf({
        'photos/TS-01-2.jpg': await jpeg(1),
        '../../TS-02-9.png': await photo(2, [320, 240]).png().toBuffer(),
        'photos/again/TS-02-2.jpg': await jpeg(3),
        'BAG-3.webp': await photo(4, [320, 240]).webp().toBuffer(),
        'BAG-1.jpg': await jpeg(5),
        'BAG-2.jpg': Buffer.from('no picture'),
        '__MACOSX/._BAG-1.jpg': Buffer.from('litter'),
        'HERS-1.jpg': await jpeg(6),
        'LIVE-1.jpg': await jpeg(7),
        'BAG-4.jpg': Buffer.alloc(5 * 1024 * 1024 + 1),
        'BAG-5.png': pictures.png(1, 50_000_001).subarray(0, 60),
        'new bag.jpg': await jpeg(8),
      }),
    );
    expect(tied.map(({ file, listingId, position }) => [file, listingId, position])).toEqual([
      ['TS-01-2.jpg', draft.listingId, 2],
      ['TS-02-9.png', draft.listingId, 4],
      ['BAG-3.webp', other.listingId, 2],
      ['BAG-1.jpg', other.listingId, 1],
    ]);
    expect(wrong.map(({ file, code }) => [file, code])).toEqual([
      ['TS-02-2.jpg', 'picture_twice'],
      ['BAG-2.jpg', 'image_unreadable'],
      ['HERS-1.jpg', 'offer_unknown'],
      ['LIVE-1.jpg', 'picture_needs_change'],
      ['BAG-4.jpg', 'picture_too_heavy'],
      ['BAG-5.png', 'image_too_large'],
      ['new bag.jpg', 'picture_name_unfit'],
    ]);
    const after = await imagesOf(draft.listingId);
    expect(after.map((one) => one.media_id)).toEqual([
      before[0]!.media_id,
      tied[0]!.mediaId,
      before[2]!.media_id,
      tied[1]!.mediaId,
    ]);
    expect(after.map((one) => one.alt)).toEqual(['view 1', 'Tussar stole', 'view 3', 'Tussar stole']);
    expect(after.every((one) => one.seller_id === maker.sellerId)).toBe(true);
    expect(await versionOf(draft.listingId)).toBe(version + 1);
    expect(await imagesOf(live.listingId)).toEqual(sold);
    expect(await imagesOf(hers.listingId)).toEqual(foreign);
  });

  test('thirty of a hundred wrong: seventy are tied', async () => {
    const skus = Array.from({ length: 10 }, (_, i) => `G${i}`);
    for (const sku of skus) await shop.drafted(maker, { ...numbered(sku), images: [] });
    const files = skus.flatMap((sku) =>
      Array.from({ length: 10 }, (_, i) => [
        i < 7 ? `${sku}-${i + 1}.png` : `${sku}x-${i + 1}.png`,
        pictures.png(8, 8 + i),
      ]),
    );
    const { tied, wrong } = await tie(zipOf(Object.fromEntries(files) as Record<string, Buffer>));
    expect([tied.length, wrong.length]).toEqual([70, 30]);
    expect(new Set(wrong.map(({ code }) => code))).toEqual(new Set(['offer_unknown']));
  });

  /** Of the first entry in the table of contents. */
  const patched = (archive: Buffer, change: (archive: Buffer, entry: number) => void): Buffer => {
    change(archive, archive.indexOf(Buffer.from('PK\u0001\u0002')));
    return archive;
  };

  test('a file that unpacks to more than it says ends there, and is told', async () => {
    const one = await shop.drafted(maker, { ...numbered('A'), images: [] });
    const bytes = Buffer.concat([pictures.png(8, 8), Buffer.alloc(30 * 1024 * 1024)]);
    const lying = patched(zipOf({ 'A-1.png': bytes, 'A-2.png': pictures.png(9, 9) }), (all, at) =>
      all.writeUInt32LE(100, at + 24),
    );
    const { tied, wrong } = await tie(lying);
    expect(wrong.map(({ file, code }) => [file, code])).toEqual([['A-1.png', 'picture_packed_broken']]);
    expect(tied.map(({ file, position }) => [file, position])).toEqual([['A-2.png', 1]]);
    expect(await imagesOf(one.listingId)).toHaveLength(1);
  });

  test.each<[string, () => Buffer, RegExp]>([
    ['no archive', () => Buffer.from('TS-01-1.jpg'), /packing is broken/],
    ['nothing', () => Buffer.alloc(0), /packing is broken/],
    ['a cut archive', () => zipOf({ 'A-1.png': pictures.png(8, 8) }).subarray(0, 60), /packing is broken/],
    ['a bomb', () => zipOf({ 'A-1.png': Buffer.alloc(archiveLimits.unpacked_bytes_max + 1) }), /far more/],
    [
      'too many files',
      () => zipOf(Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`A${i}-1.png`, '']))),
      /too many parts/,
    ],
    [
      'a locked one',
      () => patched(zipOf({ 'A-1.png': pictures.png(8, 8) }), (all, at) => all.writeUInt16LE(1, at + 8)),
      /password/,
    ],
  ])('%s is refused as a whole', async (_, archive, why) => {
    await expect(tie(archive())).rejects.toMatchObject({
      code: 'archive_unreadable',
      facts: { why: expect.stringMatching(why) },
    });
  });

  test('only who may list goods brings pictures of them', async () => {
    const applicant = await shop.make.applied();
    await expect(tie(zipOf({}), applicant)).rejects.toMatchObject({ code: 'seller_not_listing' });
  });
});
