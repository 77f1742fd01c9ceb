import { UnitOfWork } from '#platform/database';
import { asOwner, type Booted } from '#platform/testing';
import type { Maker } from '../../sellers/test/builders/makers.js';
import {
  ApplyImport,
  CancelImport,
  CheckImport,
  DuplicateListing,
  ExportGoods,
  GoodsTemplate,
  Imports,
  OwnListingsQuery,
  SubmissionFactsQuery,
} from '../src/index.js';
import { onShelf } from './builders/shelf.js';
import { bytesOf, csvSheet, sheets, stoleOf, type Cells } from './builders/sheets.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('S-60 goods come in sheets', () => {
  let app: Booted;
  let open: OpenGoods;
  let shop: OpenGoods['shop'];
  let desk: ReturnType<typeof sheets>;
  let maker: Maker;
  beforeAll(async () => {
    open = await openGoods();
    ({ app, shop } = open);
    desk = sheets(app);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    maker = await shop.make.verified();
  });

  const stole = (cells: Cells = {}) => stoleOf(app, maker, cells);
  const exported = async (type: 'csv' | 'xlsx') =>
    bytesOf(await app.as(maker.actor, () => app.get(ExportGoods).run(maker.sellerId, type, true)));

  test('a sheet is checked first and changes nothing; written, its goods are drafts with a checklist', async () => {
    const sheet = csvSheet([await stole(), await stole({ sku: 'ST-2', title: 'Red stole', price: '1,500' })]);
    const importId = await desk.checked(maker, sheet);
    expect(await desk.stateOf(importId)).toBe('checked');
    expect(await desk.counts(maker, importId)).toEqual({ 'add good': 2 });
    expect(await desk.goodsOf(maker)).toEqual([]);

    await desk.asked(maker, importId);
    await desk.system(() => app.get(ApplyImport).run(importId));
    expect(await desk.stateOf(importId)).toBe('applied');
    expect(await desk.goodsOf(maker)).toMatchObject([
      { sku: 'ST-1', title: 'Tussar stole', state: 'draft', price_paise: '145000', on_hand: 3 },
      { sku: 'ST-2', title: 'Red stole', state: 'draft', price_paise: '150000', on_hand: 3 },
    ]);
    const [draft] = await asOwner<{ id: string }>(`select id from catalogue.listing where seller_id = $1`, [
      maker.sellerId,
    ]);
    const checklist = await app.as(maker.actor, () =>
      app.get(UnitOfWork).run((tx) => app.get(SubmissionFactsQuery).checklist(tx, draft!.id)),
    );
    expect(checklist.filter((item) => !item.isDone).map((item) => item.key)).toEqual(['pictures']);
  });

  test('rows of one word are variants of the same goods', async () => {
    const common = await stole({ goods: 'tussar' });
    const rows = [
      { ...common, sku: 'T-S', label: 'small', options: 'size=S' },
      { ...common, sku: 'T-L', label: 'large', options: 'size=L', price: 1600, title: '' },
    ];
    await desk.applied(maker, csvSheet(rows));
    const own = await desk.goodsOf(maker);
    expect(own).toMatchObject([
      { sku: 'T-L', price_paise: '160000', title: 'Tussar stole' },
      { sku: 'T-S', price_paise: '145000', title: 'Tussar stole' },
    ]);
  });

  test('of a thousand rows, 30 % wrong, the right ones go in when asked, and every wrong one is named by row and column', async () => {
    const wrong: [Cells, string, string][] = [
      [{ price: '2000' }, 'price', 'price_above_mrp'],
      [{ price: 'dear' }, 'price', 'rupees_expected'],
      [{ title: '<b>Stole</b>' }, 'title', 'cell_unfit'],
      [{ hsn: '1234567' }, 'hsn', 'hsn_malformed'],
      [{ category: 'no-such-shelf' }, 'category', 'category_unknown'],
      [{ stock: -1 }, 'stock', 'number_too_small'],
      [{ unit: 'barrel' }, 'unit', 'choice_expected'],
      [{ title: '' }, 'title', 'cell_missing'],
      [{ sku: '' }, 'sku', 'sku_missing'],
    ];
    const right = await stole();
    const isWrong = (i: number) => i % 10 < 3;
    const kindOf = (i: number) => wrong[(Math.floor(i / 10) * 3 + (i % 10)) % wrong.length]!;
    const all = Array.from({ length: 1_000 }, (_, i) => i);
    const rows = all.map((i) => ({
      ...{ ...right, sku: `M-${i}`, title: `Stole ${i}` },
      ...(isWrong(i) ? kindOf(i)[0] : {}),
    }));
    const importId = await desk.checked(maker, csvSheet(rows));
    const faults = await desk.faults(maker, importId);
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual(
      all.filter(isWrong).map((i) => [i + 2, kindOf(i)[1], kindOf(i)[2]]),
    );
    await expect(desk.asked(maker, importId)).rejects.toEqual(refusal('import_has_faults'));
    await desk.asked(maker, importId, { partial: true });
    await desk.system(() => app.get(ApplyImport).run(importId));
    expect(await desk.counts(maker, importId)).toEqual({ 'add done': 700, '- wrong': 300 });
    const own = await desk.goodsOf(maker);
    const rightSkus = all.filter((i) => !isWrong(i)).map((i) => `M-${i}`);
    expect(own).toHaveLength(rightSkus.length);
    expect(new Set(own.map(({ sku }) => sku))).toEqual(new Set(rightSkus));
  });

  test('killed half-way and run again, nothing is read twice and nothing is made twice', async () => {
    const rows = await Promise.all(
      Array.from({ length: 205 }, (_, i) => stole({ sku: `K-${i}`, title: `Stole ${i}` })),
    );
    const importId = await desk.received(maker, csvSheet(rows));
    const dies = () => {
      throw new Error('killed');
    };
    await expect(desk.system(() => app.get(CheckImport).run(importId, dies))).rejects.toThrow('killed');
    expect(await desk.counts(maker, importId)).toEqual({ 'add good': 200 });
    await desk.system(() => app.get(CheckImport).run(importId));
    expect(await desk.counts(maker, importId)).toEqual({ 'add good': 205 });

    await desk.asked(maker, importId);
    await expect(desk.system(() => app.get(ApplyImport).run(importId, dies))).rejects.toThrow('killed');
    expect(await desk.goodsOf(maker)).toHaveLength(200);
    // Two workers at once: the queue may give a job to another while the first still breathes.
    await Promise.all([0, 1].map(() => desk.system(() => app.get(ApplyImport).run(importId))));
    expect(await desk.stateOf(importId)).toBe('applied');
    const own = await desk.goodsOf(maker);
    expect(new Set(own.map(({ sku }) => sku)).size).toBe(205);
    expect(own).toHaveLength(205);

    const again = await desk.applied(maker, csvSheet(rows));
    expect(await desk.counts(maker, again)).toEqual({ 'none done': 205 });
    expect(await desk.goodsOf(maker)).toEqual(own);
  });

  test.each(['csv', 'xlsx'] as const)('an export (%s) read back changes nothing', async (type) => {
    const odd = await stole({ title: '=HYPERLINK("x")', label: '-5 cm', brand: '+91 Looms' });
    await desk.applied(maker, csvSheet([{ ...odd, marks: 'silk_mark=SM\\=1=2030-01-31', serves_pins: '812 8530' }]));
    await shop.drafted(maker, {
      offers: [
        ...['S', 'L'].map((size) => ({
          ...{ label: `size ${size}`, stock: 4, leadDays: 7, options: [{ name: 'size', value: `${size}; =x` }] },
          price: { paise: 145_050, currency: 'INR' },
          mrp: { paise: 165_000, currency: 'INR' },
          quantityBreaks: [{ from: 5, price: { paise: 140_005, currency: 'INR' } }],
        })),
      ],
      translations: [{ lang: 'hi', title: 'टसर स्टोल', description: 'हाथ से बुना।' }],
    });
    const before = await desk.goodsOf(maker);
    const file = await exported(type);
    const importId = await desk.applied(maker, file);
    expect(await desk.faults(maker, importId)).toEqual([]);
    expect(await desk.counts(maker, importId)).toEqual({ 'none done': 2 });
    expect(await desk.goodsOf(maker)).toEqual(before);
    expect(before.map(({ title }) => title)).toContain('=HYPERLINK("x")');
  });

  test('R-4.7 goods are told in other languages by a sheet, by an export, and by the sheet read back', async () => {
    const told = { title_hi: 'टसर स्टोल', description_hi: 'हाथ से बुना।', title_ta: 'டஸ்ஸர்', description_ta: 'கைத்தறி' };
    await desk.applied(maker, csvSheet([await stole(told), await stole({ sku: 'ST-2' })]));
    const translations = async () =>
      (
        await asOwner<{ translations: object }>(
          `select l.translations from catalogue.listing l join catalogue.offer o on o.listing_id = l.id
            where l.seller_id = $1 order by o.sku`,
          [maker.sellerId],
        )
      ).map((row) => row.translations);
    const hi = { title: 'टसर स्टोल', description: 'हाथ से बुना।' };
    const ta = { title: 'டஸ்ஸர்', description: 'கைத்தறி' };
    expect(await translations()).toEqual([{ hi, ta }, {}]);

    const file = (await exported('csv')).toString();
    const head = file.slice(0, file.indexOf('\r\n')).split(',');
    expect(head).toEqual(expect.arrayContaining(Object.keys(told)));
    expect(head).not.toContain('title_bn');
    const importId = await desk.applied(maker, Buffer.from(file.replace('टसर स्टोल', 'टसर का स्टोल')));
    expect(await desk.counts(maker, importId)).toEqual({ 'revise done': 1, 'none done': 1 });
    expect(await translations()).toEqual([{ hi: { ...hi, title: 'टसर का स्टोल' }, ta }, {}]);

    await desk.applied(maker, csvSheet([{ sku: 'ST-1', title_hi: '', description_hi: '' }]));
    expect(await translations()).toEqual([{ ta }, {}]);
    const half = await desk.checked(maker, csvSheet([{ sku: 'ST-1', description_ta: '' }]));
    expect(await desk.faults(maker, half)).toMatchObject([{ row: 2, column: 'description_ta', code: 'cell_missing' }]);
  });

  test('a sheet of numbers, prices and pieces changes these and nothing else', async () => {
    await desk.applied(maker, csvSheet([await stole(), await stole({ sku: 'ST-2' })]));
    const sheet = csvSheet([{ sku: 'ST-2', price: 1400, stock: 9 }]);
    const importId = await desk.applied(maker, sheet);
    expect(await desk.counts(maker, importId)).toEqual({ 'revise done': 1 });
    expect(await desk.goodsOf(maker)).toMatchObject([
      { sku: 'ST-1', price_paise: '145000', on_hand: 3, version: 1 },
      { sku: 'ST-2', price_paise: '140000', on_hand: 9, title: 'Tussar stole' },
    ]);
  });

  test('goods on sale: pieces and lower prices at once, the rest waits for the officer, or is refused by name', async () => {
    const one = await shop.live({}, maker);
    const sheet = (cells: Cells) => csvSheet([{ goods: one.listingId, label: 'natural', ...cells }]);
    const light = await desk.applied(maker, sheet({ price: 1400, stock: 7 }));
    expect(await desk.counts(maker, light)).toEqual({ 'change done': 1 });
    expect(await desk.goodsOf(maker)).toMatchObject([{ price_paise: '140000', on_hand: 7, state: 'live' }]);

    await desk.applied(maker, sheet({ title: 'Tussar shawl' }));
    expect(await desk.goodsOf(maker)).toMatchObject([{ title: 'Tussar stole', state: 'live' }]);
    const second = await desk.checked(maker, sheet({ title: 'Another' }));
    expect(await desk.faults(maker, second)).toMatchObject([{ row: 2, code: 'change_waits' }]);
  });

  test('asked for, drafts go before the officer; what keeps one back is told and the draft stays', async () => {
    const importId = await desk.applied(maker, csvSheet([await stole()]), { submit: true });
    expect(await desk.faults(maker, importId)).toMatchObject([{ row: 2, column: 'pictures', code: 'images_missing' }]);
    expect(await desk.goodsOf(maker)).toMatchObject([{ state: 'draft' }]);
  });

  test.each<[string, (one: Cells) => Cells[], [number, string | null, string][]]>([
    ['a number named twice', (one) => [one, { ...one, title: 'B' }], [[3, 'sku', 'sku_twice']]],
    [
      'rows of the same goods that stand apart',
      (one) => [
        { ...one, goods: 'a' },
        { ...one, sku: 'B', goods: 'b' },
        { ...one, sku: 'C', goods: 'a' },
      ],
      [[4, 'goods', 'goods_apart']],
    ],
    [
      'rows of the same goods that disagree',
      (one) => [
        { ...one, goods: 'a' },
        { ...one, sku: 'B', label: 'b', goods: 'a', title: 'B' },
      ],
      [[3, 'title', 'goods_cells_differ']],
    ],
    [
      'goods of nobody',
      (one) => [{ ...one, goods: '018f6b1e-0000-7000-8000-000000000000' }],
      [[2, 'goods', 'goods_unknown']],
    ],
    ['an answer nobody asked for', (one) => [{ ...one, 'answer.wheels': 4 }], [[2, 'answer.wheels', 'answer_unasked']]],
    ['yes and no', (one) => [{ ...one, made_to_order: 'perhaps' }], [[2, 'made_to_order', 'yes_no_expected']]],
    ['a list that is none', (one) => [{ ...one, options: 'red' }], [[2, 'options', 'list_expected']]],
    ['half a piece', (one) => [{ ...one, stock: '1.5' }], [[2, 'stock', 'number_expected']]],
    ['too many pieces', (one) => [{ ...one, stock: 2_000_000 }], [[2, 'stock', 'number_too_large']]],
    ['a word too long', (one) => [{ ...one, hsn: '123456789' }], [[2, 'hsn', 'text_too_long']]],
    ['a word too short', (one) => [{ ...one, hsn: '50' }], [[2, 'hsn', 'text_too_short']]],
    [
      'too many PIN codes',
      (one) => [{ ...one, serves_pins: '81 '.repeat(101) }],
      [[2, 'serves_pins', 'list_too_long']],
    ],
    [
      'an inner address',
      (one) => [{ ...one, pictures: 'https://127.0.0.1/a.jpg' }],
      [[2, 'pictures', 'address_unfit']],
    ],
    ['an Aadhaar number', (one) => [{ ...one, description: '9999 4105 7058' }], [[2, 'description', 'cell_unfit']]],
  ])('%s is told', async (_, rowsOf, told) => {
    const importId = await desk.checked(maker, csvSheet(rowsOf(await stole())));
    const faults = await desk.faults(maker, importId);
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual(told);
  });

  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'file_unreadable'],
    ['a picture', Buffer.from([0xff, 0xd8, 0x00, 0x01]), 'file_unreadable'],
    ['a heading nobody knows', 'sku,pirce\nA,1\n', 'column_unknown'],
    ['a heading twice', 'sku,price,Price\nA,1,1\n', 'column_twice'],
    ['no column to know rows by', 'title\nStole\n', 'column_needed'],
  ])('a file with %s is refused as a whole', async (_, content, code) => {
    const importId = await desk.checked(maker, Buffer.from(content as string));
    expect(await desk.stateOf(importId)).toBe('failed');
    expect(await desk.faults(maker, importId)).toMatchObject([{ row: 1, code }]);
  });

  test('S-52 the same sheet under way is one import; a fourth waits; S-42 another maker sees none of them', async () => {
    const [one, ...more] = await Promise.all([1, 2, 3, 4].map(async (n) => csvSheet([await stole({ sku: `Q-${n}` })])));
    const first = await desk.received(maker, one!);
    expect(await desk.received(maker, one!)).toBe(first);
    await desk.received(maker, more[0]!);
    await desk.received(maker, more[1]!);
    await expect(desk.received(maker, more[2]!)).rejects.toEqual(refusal('too_many_imports'));
    const other = await shop.make.verified();
    await expect(desk.asked(other, first)).rejects.toEqual(refusal('import_unknown'));
    const look = app.as(other.actor, () => app.get(UnitOfWork).run((tx) => app.get(Imports).oneOwn(tx, first)));
    await expect(look).rejects.toEqual(refusal('import_unknown'));

    await app.as(maker.actor, () => app.get(CancelImport).run(first));
    await desk.system(() => app.get(CheckImport).run(first));
    expect(await desk.stateOf(first)).toBe('cancelled');
    const late = desk.asked(maker, first, { partial: true });
    await expect(late).rejects.toEqual(refusal('illegal_transition'));
  });

  test('a checked sheet that is left alone lapses, and what ended long ago is forgotten', async () => {
    const importId = await desk.checked(maker, csvSheet([await stole()]));
    const lapse = () => desk.system(() => app.get(CancelImport).lapse(importId));
    await lapse();
    expect(await desk.stateOf(importId)).toBe('checked');
    await desk.putBack(importId, 'due_at', 1);
    await lapse();
    expect(await desk.stateOf(importId)).toBe('cancelled');
    await desk.putBack(importId, 'ended_at', 31);
    await desk.system(() => app.get(CancelImport).purge());
    expect(await desk.stateOf(importId)).toBeUndefined();
  });

  test('a template asks what its category asks', async () => {
    const { category = '', parameters = [] } = onShelf('50072010', 'fabric');
    const file = await bytesOf(await app.get(GoodsTemplate).run(category, ['hi'], 'csv', false));
    const [head = ''] = file.toString().split('\r\n');
    expect(head.split(',')).toEqual(
      expect.arrayContaining(['sku', 'title', 'title_hi', ...parameters.map(({ key }) => `answer.${key}`)]),
    );
    await expect(app.get(GoodsTemplate).run('no-such-shelf', [], 'csv', false)).rejects.toEqual(
      refusal('category_unknown'),
    );
  });

  test('a copy of goods is a draft with the same words and pictures, without their numbers and pieces', async () => {
    const one = await shop.live({}, maker);
    const { listingId } = await app.as(maker.actor, () => app.get(DuplicateListing).run(one.listingId));
    const read = (id: string) =>
      app.as(maker.actor, () => app.get(UnitOfWork).run((tx) => app.get(OwnListingsQuery).oneOwn(tx, id)));
    const [first, copy] = [await read(one.listingId), await read(listingId)];
    expect(copy).toMatchObject({
      title: first.title,
      state: 'draft',
      images: first.images,
      parameters: first.parameters,
    });
    expect(copy.offers).toMatchObject([{ label: 'natural', sku: null, gtin: null, on_hand: 0 }]);
    const other = await shop.make.verified();
    const foreign = app.as(other.actor, () => app.get(DuplicateListing).run(one.listingId));
    await expect(foreign).rejects.toEqual(refusal('listing_unknown'));
  });
});
