import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { asOwner, personActor, type Booted } from '#platform/testing';
import type { Maker } from '../../sellers/test/builders/makers.js';
import { ChangePrices, HoldStock, SetStocks } from '../src/index.js';
import { csvSheet, sheets, stoleOf, type Cells } from './builders/sheets.js';
import { openGoods, type OpenGoods } from './builders/open-goods.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('S-60 many shelves and prices at once', () => {
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
  const counts = (rows: object[], partial = false) =>
    app.as(maker.actor, () => app.get(SetStocks).run(rows as never, partial));
  const prices = (rows: object[], partial = false) =>
    app.as(maker.actor, () => app.get(ChangePrices).run(rows as never, partial));
  const stocks = async () => (await desk.goodsOf(maker)).map(({ sku, on_hand }) => [sku, on_hand]);
  const asked = async () => (await desk.goodsOf(maker)).map(({ sku, price_paise }) => [sku, Number(price_paise)]);
  beforeEach(async () => {
    await desk.applied(maker, csvSheet([await stole({ sku: 'A' }), await stole({ sku: 'B' })]));
  });

  test('S-4 counts by number or id; one wrong row holds all back, unless the right ones are to go in', async () => {
    const rows = [
      { sku: 'A', onHand: 7 },
      { sku: 'B', onHand: 3 },
      { sku: 'C', onHand: 1 },
      { sku: 'A', onHand: 2 },
    ];
    await expect(counts(rows)).rejects.toMatchObject({ code: 'rows_wrong', facts: { wrong: 2, rows: 4 } });
    expect(await stocks()).toEqual([
      ['A', 3],
      ['B', 3],
    ]);
    const told = await counts(rows, true);
    expect(told).toMatchObject({ changed: 1, unchanged: 1 });
    expect(told.wrong.map(({ index, key, code }) => [index, key, code])).toEqual([
      [2, 'C', 'offer_unknown'],
      [3, 'A', 'offer_twice'],
    ]);
    expect(await stocks()).toEqual([
      ['A', 7],
      ['B', 3],
    ]);
    const other = await shop.make.verified();
    const foreign = app.as(other.actor, () => app.get(SetStocks).run([{ sku: 'A', onHand: 0 }], true));
    await expect(foreign).resolves.toMatchObject({ changed: 0, wrong: [{ code: 'offer_unknown' }] });
  });

  test('S-4 promised pieces stay, and goods on sale follow: sold out, and back', async () => {
    const one = await shop.live({ stock: 5 }, maker);
    const hold = { cause: { kind: 'order', id: newId() }, lines: [{ offerId: one.offerId, quantity: 2 }] };
    await app.as(personActor(), () =>
      app
        .get(UnitOfWork)
        .run((tx) => app.get(HoldStock).inside(tx, { ...hold, expiresAt: new Date(Date.now() + 3_600_000) } as never)),
    );
    const told = await counts(
      [
        { offerId: one.offerId, onHand: 1 },
        { sku: 'A', onHand: 9 },
      ],
      true,
    );
    expect(told).toMatchObject({
      changed: 1,
      wrong: [{ index: 0, code: 'stock_below_reserved', facts: { reserved: 2 } }],
    });
    const state = async (of: string) =>
      (await asOwner<{ state: string }>(`select state from catalogue.listing where id = $1`, [of]))[0]!.state;
    const free = await shop.live({ stock: 5 }, maker);
    await counts([{ offerId: free.offerId, onHand: 0 }]);
    expect(await state(free.listingId)).toBe('out_of_stock');
    await counts([{ offerId: free.offerId, onHand: 4 }]);
    expect(await state(free.listingId)).toBe('live');
  });

  test('R-2.11 SM-3 prices by the rules of one price: within the MRP, and rises only a little', async () => {
    const inr = (rupees: number) => BigInt(rupees * 100);
    const rows = [
      { sku: 'A', price_paise: inr(1_400) },
      { sku: 'B', price_paise: inr(2_000) },
    ];
    await expect(prices(rows)).rejects.toEqual(refusal('rows_wrong'));
    expect(await asked()).toEqual([
      ['A', 145_000],
      ['B', 145_000],
    ]);
    const told = await prices(rows, true);
    expect(told).toMatchObject({
      changed: 1,
      unchanged: 0,
      wrong: [{ index: 1, key: 'B', code: 'price_above_mrp' }],
    });
    expect(await asked()).toEqual([
      ['A', 140_000],
      ['B', 145_000],
    ]);
    const steep = await prices(
      [
        { sku: 'A', price_paise: inr(1_600) },
        { sku: 'B', price_paise: inr(1_450) },
      ],
      true,
    );
    expect(steep).toMatchObject({ changed: 0, unchanged: 1, wrong: [{ code: 'price_rise_needs_review' }] });
    const book = await asOwner<{ price_paise: string }>(
      `select c.price_paise from catalogue.price_change c join catalogue.offer o on o.id = c.offer_id
          where o.seller_id = $1 and o.sku = 'A' order by c.seq`,
      [maker.sellerId],
    );
    expect(book.map((line) => line.price_paise)).toEqual(['145000', '140000']);
  });
});
