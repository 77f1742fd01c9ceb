import { z } from 'zod';
import {
  ChangeLine,
  CancelOrder,
  DivideOrder,
  OpenCart,
  OrderTimelineQuery,
  PackOrder,
  PlaceOrder,
} from '../src/index.js';
import { Shipments } from '#fulfilment';
import { sumPaise } from '#platform/money';
import { frozenClock } from '#platform/testing';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import { registered } from './builders/registered.js';
import { Shop, shipTo, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('SM-4 an order that goes in two parcels', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const linesOf = async ({ orderId }: Placed) => (await shop.row(orderId)).lines;
  /** So many pieces of its first line go on their own. */
  const divides = async (order: Placed, quantity: number, by = order.maker.actor): Promise<Placed> => {
    const lines = [{ lineId: (await linesOf(order))[0]!.id, quantity }];
    const part = await shop.app.as(by, () => shop.app.get(DivideOrder).run(order.orderId, lines));
    return { ...order, orderId: part.orderId };
  };
  const cancels = (order: Placed, lines?: { lineId: string; quantity: number }[]) =>
    shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId, lines));
  const parcelOf = async ({ orderId: id }: Placed) =>
    (await shop.money.tx((tx) => shop.app.get(Shipments).ofCause(tx, { kind: 'order', id })))!;
  const steps = async ({ orderId }: Placed) =>
    (await shop.money.tx((tx) => shop.app.get(OrderTimelineQuery).of(tx, orderId))).map(({ event }) => event);
  const escrow = ({ checkoutId }: Placed) => shop.money.balance('buyer_escrow', checkoutId);

  test('its parts have numbers, parcels and clocks of their own, and are together what was ordered, to the paisa', async () => {
    const order = await shop.order('confirmed', await shop.piece({ stock: 5, price_paise: 33_334 }), 3);
    const whole = await shop.row(order.orderId);
    const part = await divides(order, 1);
    await shop.carry(2);

    const [first, second] = [await shop.row(order.orderId), await shop.row(part.orderId)];
    expect(second).toMatchObject({ state: 'confirmed', part_of: order.orderId, checkout_id: order.checkoutId });
    expect(second.promised_by).toEqual(whole.promised_by);
    expect(second.number).not.toBe(whole.number);
    expect(first).toMatchObject({ state: 'confirmed', part_of: null, parted_paise: second.total_paise });
    expect(first.total_paise - first.refunded_paise + second.total_paise).toBe(whole.total_paise);
    expect(second.lines).toMatchObject([{ quantity: 1, gone_quantity: 0 }]);
    expect(first.lines).toMatchObject([{ quantity: 3, gone_quantity: 1 }]);
    expect([await steps(order), await steps(part)]).toMatchObject([
      ['order', 'pay', 'accept', 'divide'],
      ['order', 'divide'],
    ]);
    const [one, other] = [await parcelOf(order), await parcelOf(part)];
    expect(one.id).not.toBe(other.id);
    expect(one.weight_g).toBe(2 * other.weight_g);
    expect(await shop.refunded(order)).toBe(0);

    await shop.dispatches(order);
    await shop.carry(2);
    expect([await shop.stateOf(order), await shop.stateOf(part)]).toEqual(['shipped', 'confirmed']);
    await shop.finishes(order);
    await shop.dispatches(part);
    await shop.carry(2);
    await shop.finishes(part);
    expect([await shop.stateOf(order), await shop.stateOf(part)]).toEqual(['completed', 'completed']);
    expect(await escrow(order)).toBe(0n);
  });

  test('the shopper cancels one part: its money and pieces come back, the other goes on', async () => {
    const piece = await shop.piece({ stock: 4, price_paise: 20_001 });
    const order = await shop.order('confirmed', piece, 3);
    const whole = await shop.row(order.orderId);
    const part = await divides(order, 2);
    await shop.carry(2);
    expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
    await cancels(part);
    await shop.carry(2);
    const { total_paise } = await shop.row(part.orderId);
    expect(await shop.stateOf(part)).toBe('cancelled_by_customer');
    expect(await shop.refunded(order)).toBe(Number(total_paise));
    expect(await shop.stock(piece)).toEqual({ on_hand: 3, reserved: 0 });

    await cancels(order);
    await shop.carry(2);
    expect(await shop.refunded(order)).toBe(Number(whole.total_paise));
    expect(await shop.stock(piece)).toEqual({ on_hand: 4, reserved: 0 });
    expect(await escrow(order)).toBe(0n);
  });

  test('divided, lessened and divided again, a line still adds up to what was paid for it', async () => {
    const order = await shop.order('confirmed', await shop.piece({ stock: 9, price_paise: 33_331 }), 7);
    const whole = (await linesOf(order))[0]!;
    const second = await divides(order, 2);
    await cancels(order, [{ lineId: whole.id, quantity: 1 }]);
    const third = await divides(order, 3);
    await shop.carry(2);
    const fourth = await divides(third, 1);
    await shop.carry(2);
    const rows = await Promise.all([order, second, third, fourth].map(({ orderId }) => shop.row(orderId)));
    expect(rows.map(({ lines }) => lines[0]!.quantity - lines[0]!.gone_quantity)).toEqual([1, 2, 2, 1]);
    expect(rows.map(({ part_of }) => part_of)).toEqual([null, order.orderId, order.orderId, third.orderId]);
    const refunded = BigInt(await shop.refunded(order));
    const left = sumPaise(rows.map((row) => row.total_paise - row.refunded_paise));
    expect(left + refunded).toBe(whole.paid_paise);
    for (const each of rows) {
      const [line] = each.lines;
      expect(line!.taxable_paise + line!.cgst_paise + line!.sgst_paise + line!.igst_paise).toBe(
        line!.line_paise - line!.maker_discount_paise + line!.freight_paise,
      );
    }
  });

  test('paid at the door: each parcel brings its own cash', async () => {
    const piece = await shop.piece({ stock: 5, price_paise: 40_000 });
    const shopper = shop.shopper();
    const placed = await shop.app.as(shopper, async () => {
      const { cartId } = await shop.app.get(OpenCart).run();
      await shop.app.get(ChangeLine).run(cartId, piece.offerId, 3);
      return shop.app.get(PlaceOrder).run(cartId, shipTo, { payBy: 'cash_on_delivery' });
    });
    await shop.carry(2);
    const ids = { checkoutId: placed.checkoutId, orderId: placed.orders[0]!.orderId };
    const order: Placed = { shopper, maker: piece.maker, piece, placed, ...ids };
    await shop.accepts(order);
    await shop.carry(2);
    const whole = await shop.row(order.orderId);
    const part = await divides(order, 1);
    await shop.carry(2);
    const [first, second] = [await parcelOf(order), await parcelOf(part)];
    expect(first.cash_paise + second.cash_paise).toBe(whole.total_paise);
    expect(shop.courier.parcel(second.awb!)).toMatchObject({ cod_paise: Number(second.cash_paise) });
    const due = z.object({ cause_id: z.uuid(), amount_paise: z.coerce.bigint(), status: z.string() });
    const dues = () =>
      shop.money.tx((tx) =>
        tx.many(
          due,
          `select cause_id, amount_paise, status from payments.cash_due d where exists
          (select from payments.payment p where p.id = d.payment_id and p.cause_id = $1) order by cause_id`,
          [order.checkoutId],
        ),
      );
    expect(await dues()).toEqual([
      { cause_id: order.orderId, amount_paise: first.cash_paise, status: 'due' },
      { cause_id: part.orderId, amount_paise: second.cash_paise, status: 'due' },
    ]);
    await cancels(part);
    await shop.carry(2);
    expect((await dues()).map(({ status }) => status)).toEqual(['due', 'waived']);
  });

  test('each part has the paper of its own pieces', async () => {
    const maker = await registered(shop);
    const order = await shop.order('confirmed', await shop.piece({ stock: 5, price_paise: 50_000 }, maker), 4);
    const whole = (await linesOf(order))[0]!;
    const part = await divides(order, 1);
    await shop.carry(2);
    for (const one of [order, part]) await shop.app.as(maker.actor, () => shop.app.get(PackOrder).run(one.orderId));
    const paper = z.object({ cause_id: z.uuid(), total: z.coerce.bigint() });
    const papers = await shop.money.tx((tx) =>
      tx.many(paper, `select cause_id, total_paise as total from tax.document where cause_id = any($1)`, [
        [order.orderId, part.orderId],
      ]),
    );
    expect(new Set(papers.map(({ cause_id }) => cause_id))).toEqual(new Set([order.orderId, part.orderId]));
    expect(sumPaise(papers.map(({ total }) => total))).toBe(whole.paid_paise);
  });

  describe('is refused', () => {
    let piece: Goods;
    beforeAll(async () => (piece = await shop.piece({ stock: 50 })));

    test('to another maker, whose order it is not', async () => {
      const order = await shop.order('confirmed', piece, 2);
      const other = await shop.goods.make.verified();
      await expect(divides(order, 1, other.actor)).rejects.toEqual(refusal('order_not_found'));
    });

    test.each([
      ['all pieces', 2, 'nothing_stays'],
      ['more than there are', 3, 'more_than_left'],
    ])('%s', async (_, quantity, code) => {
      await expect(divides(await shop.order('confirmed', piece, 2), quantity)).rejects.toEqual(refusal(code));
    });

    test('before she took it, and when it is packed: then it is one parcel', async () => {
      await expect(divides(await shop.order('placed', piece, 2), 1)).rejects.toEqual(refusal('illegal_transition'));
      const packed = await shop.order('confirmed', piece, 2);
      await shop.app.as(packed.maker.actor, () => shop.app.get(PackOrder).run(packed.orderId));
      await expect(divides(packed, 1)).rejects.toEqual(refusal('illegal_transition'));
    });

    test('of two at once with too few pieces for both, one', async () => {
      const order = await shop.order('confirmed', piece, 3);
      const both = await Promise.allSettled([divides(order, 2), divides(order, 2)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await linesOf(order))[0]).toMatchObject({ quantity: 3, gone_quantity: 2 });
    });
  });
});
