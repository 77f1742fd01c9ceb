import fc from 'fast-check';
import { z } from 'zod';
import { newId } from '#platform/kernel';
import { frozenClock } from '#platform/testing';
import type { Wanted } from '../src/domain/pieces.js';
import { goneColumns, shareGone, type LineParts } from '../src/domain/shares.rules.js';
import { CancelOrder } from '../src/index.js';
import { Shop, type Placed } from './builders/shop.js';

describe('SM-4 R-0.2 the part of a line that goes with its pieces', () => {
  const paise = (max: number) => fc.bigInt({ min: 0n, max: BigInt(max) });
  const lines = fc
    .record({
      quantity: fc.integer({ min: 1, max: 40 }),
      price: paise(500_000),
      freight: paise(20_000),
      rate: fc.nat(40),
    })
    .chain(({ quantity, price, freight, rate }) => {
      const line_paise = price * BigInt(quantity);
      return fc.record({ maker: paise(100), platform: paise(100) }).map(({ maker, platform }) => {
        const maker_discount_paise = (line_paise * maker) / 100n;
        const value = line_paise - maker_discount_paise + freight;
        const tax = (value * BigInt(rate)) / BigInt(100 + rate);
        return {
          quantity,
          line_paise,
          maker_discount_paise,
          platform_discount_paise: ((line_paise - maker_discount_paise) * platform) / 100n,
          freight_paise: freight,
          cgst_paise: tax / 2n,
          sgst_paise: tax / 2n,
          igst_paise: tax % 2n,
        } satisfies LineParts;
      });
    });
  /** All pieces of a line, cut anyhow. */
  const cut = (line: LineParts, sizes: readonly number[]): number[] => {
    const pieces: number[] = [];
    for (let left = line.quantity, i = 0; left > 0; i++) {
      const size = Math.min(left, sizes[i % sizes.length]!);
      pieces.push(size);
      left -= size;
    }
    return pieces;
  };

  test('in whatever order pieces go, what goes adds up to the line', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (line, sizes) => {
        let before = 0;
        const sums = Object.fromEntries(goneColumns.map((column) => [column, 0n]));
        for (const pieces of cut(line, sizes)) {
          const gone = shareGone(line, before, pieces, true);
          before += pieces;
          expect(gone.refund_paise).toBeGreaterThanOrEqual(0n);
          for (const column of goneColumns) sums[column]! += gone[column];
        }
        const { line_paise, maker_discount_paise: maker, platform_discount_paise: platform, freight_paise } = line;
        const taxes = line.cgst_paise + line.sgst_paise + line.igst_paise;
        expect(sums).toEqual({
          goods_paise: line_paise,
          maker_discount_paise: maker,
          platform_discount_paise: platform,
          freight_paise,
          taxable_paise: line_paise - maker + freight_paise - taxes,
          cgst_paise: line.cgst_paise,
          sgst_paise: line.sgst_paise,
          igst_paise: line.igst_paise,
          refund_paise: line_paise - maker + freight_paise - platform,
        });
      }),
    );
  });

  test('without its carriage: the goods go back, the carriage and the tax on it stay', () => {
    const line: LineParts = {
      quantity: 2,
      line_paise: 210_000n,
      maker_discount_paise: 0n,
      platform_discount_paise: 0n,
      freight_paise: 10_500n,
      cgst_paise: 0n,
      sgst_paise: 0n,
      igst_paise: 10_500n,
    };
    expect(shareGone(line, 0, 1, false)).toMatchObject({
      goods_paise: 105_000n,
      freight_paise: 0n,
      igst_paise: 5_000n,
      taxable_paise: 100_000n,
      refund_paise: 105_000n,
    });
  });
});

describe('Orders of which some pieces go', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const cancels = (order: Placed, wanted?: readonly Wanted[]) =>
    shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId, wanted));
  const lineOf = async (order: Placed) => (await shop.row(order.orderId)).lines[0]!;
  const some = async (order: Placed, quantity: number): Promise<Wanted[]> => [
    { lineId: (await lineOf(order)).id, quantity },
  ];
  const parcel = ({ orderId }: Placed) =>
    shop.money.tx((tx) =>
      tx.maybe(
        z.object({ quantity: z.number(), weight_g: z.number() }),
        `select l.quantity, s.weight_g from fulfilment.shipment s join fulfilment.shipment_line l on l.shipment_id = s.id
          where s.cause_id = $1`,
        [orderId],
      ),
    );
  const placed = async (quantity = 3) => {
    const piece = await shop.piece({ stock: quantity, price_paise: 33_333 });
    return shop.order('placed', piece, quantity);
  };

  test('SM-4 the maker takes two of three: the third is for sale again, its money goes back, the parcel holds two', async () => {
    const order = await placed();
    await shop.accepts(order, order.maker.actor, await some(order, 2));
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('confirmed');
    expect(await lineOf(order)).toMatchObject({ quantity: 3, gone_quantity: 1 });
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 1, reserved: 0 });
    expect(await shop.refunded(order)).toBe(33_333);
    expect(await parcel(order)).toEqual({ quantity: 2, weight_g: 500 });
  });

  test('SM-4 line_not_in_order, more_than_left: what the order does not have is refused, and nothing has changed', async () => {
    const order = await placed();
    const stranger = [{ lineId: newId(), quantity: 1 }];
    await expect(shop.accepts(order, order.maker.actor, stranger)).rejects.toMatchObject({ code: 'line_not_in_order' });
    await expect(cancels(order, stranger)).rejects.toMatchObject({ code: 'line_not_in_order' });
    const line = await some(order, 2);
    await expect(cancels(order, [...line, ...line])).rejects.toMatchObject({
      code: 'more_than_left',
      facts: { wanted: 4, left: 3 },
    });
    expect(await shop.stateOf(order)).toBe('placed');
  });

  test('R-9.3 R-8.7 pieces cancelled before and after the maker took it; she is paid for what was kept', async () => {
    const order = await placed(4);
    const { due_at } = await shop.row(order.orderId);
    await cancels(order, await some(order, 1));
    expect((await shop.row(order.orderId)).due_at).toEqual(due_at); // her clock runs on
    await shop.accepts(order);
    await shop.carry(2);
    expect(await parcel(order)).toEqual({ quantity: 3, weight_g: 750 });
    await cancels(order, await some(order, 1));
    expect(await parcel(order)).toEqual({ quantity: 2, weight_g: 500 });
    await shop.dispatches(order);
    await expect(cancels(order, await some(order, 1))).rejects.toMatchObject({ code: 'illegal_transition' });
    await shop.carry(2);
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 2, reserved: 0 });
    expect(await shop.refunded(order)).toBe(66_666);
    await shop.finishes(order);
    expect(await shop.stateOf(order)).toBe('completed');
    expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
  });

  test('R-9.3 piece by piece or at once: all of it goes back, and no piece twice', async () => {
    const order = await placed(3);
    await cancels(order, await some(order, 1));
    await cancels(order, await some(order, 2)); // the last ones end the order
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('cancelled_by_customer');
    expect(await shop.refunded(order)).toBe(99_999);
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 3, reserved: 0 });
    expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
  });

  test('SM-4 unpaid, it is cancelled as a whole or not at all', async () => {
    const order = await shop.ordered(await shop.piece({ stock: 2 }), 2);
    await expect(cancels(order, await some(order, 1))).rejects.toMatchObject({ code: 'illegal_transition' });
  });

  test('S-4 two cancel two of three at once: one does, and the books add up', async () => {
    for (let round = 0; round < 3; round++) {
      const order = await placed();
      const two = await some(order, 2);
      const all = await Promise.allSettled([cancels(order, two), cancels(order, two)]);
      expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await shop.carry(2);
      expect(await shop.refunded(order)).toBe(66_666);
      expect(await shop.stock(order.piece)).toEqual({ on_hand: 2, reserved: 0 });
    }
  });

  test('SM-4 two of three are cancelled while the maker takes two: never more goes than there is', async () => {
    for (let round = 0; round < 3; round++) {
      const order = await placed();
      const two = await some(order, 2);
      await Promise.allSettled([cancels(order, two), shop.accepts(order, order.maker.actor, two)]);
      await shop.carry(2);
      const { gone_quantity } = await lineOf(order);
      expect(await shop.refunded(order)).toBe(33_333 * gone_quantity);
      expect(await shop.stock(order.piece)).toEqual({ on_hand: gone_quantity, reserved: 0 });
    }
  });
});
