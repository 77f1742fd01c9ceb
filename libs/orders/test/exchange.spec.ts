import fc from 'fast-check';
import { z } from 'zod';
import { ReleaseExpiredHold, SetStock } from '#catalogue';
import { FollowTracking, Shipments } from '#fulfilment';
import { frozenClock } from '#platform/testing';
import type { Goods, GoodsWish } from '../../catalogue/test/builders/goods.js';
import type { Maker } from '../../sellers/test/builders/makers.js';
import {
  AnswerReturn,
  AskReturn,
  CancelOrder,
  DivideOrder,
  InviteBuyer,
  PlaceOrder,
  ReceiveReturn,
  Returns,
  SettleReturn,
  OrderTimelineQuery,
  type AskedReturn,
} from '../src/index.js';
import { carriedOver } from '../src/domain/exchange.js';
import { registered } from './builders/registered.js';
import { Shop, shipTo, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('SM-4 goods that are exchanged', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const asks = async (
    order: Placed,
    quantity: number,
    forOfferId?: string,
    reason: 'defect' | 'changed_mind' = 'defect',
    refundTo?: AskedReturn['refundTo'],
  ) => {
    const lines = [{ lineId: (await shop.row(order.orderId)).lines[0]!.id, quantity, forOfferId }];
    return shop.app.as(order.shopper, () =>
      shop.app.get(AskReturn).run(order.orderId, { lines, reason, note: 'Torn.', wants: 'exchange', refundTo }),
    );
  };
  const approves = (order: Placed) =>
    shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
  const receives = (order: Placed, resellable = false) =>
    shop.app.as(order.maker.actor, () => shop.app.get(ReceiveReturn).run(order.orderId, resellable));
  const request = async ({ orderId }: Placed) =>
    (await shop.money.tx((tx) => shop.app.get(Returns).of(tx, orderId)))[0]!;
  const counts = (piece: Goods, pieces: number) =>
    shop.app.as(piece.maker.actor, () => shop.app.get(SetStock).run(piece.offerId, pieces));
  /** The order of an exchange, as one of its own. */
  const nextOf = async (order: Placed): Promise<Placed> => ({
    ...order,
    orderId: (await request(order)).exchangeOrderId!,
  });
  const exchanged = async (order: Placed, quantity: number, forOfferId?: string): Promise<Placed> => {
    await asks(order, quantity, forOfferId);
    await approves(order);
    await receives(order);
    await shop.carry(2);
    return nextOf(order);
  };
  const steps = async ({ orderId }: Placed) =>
    (await shop.money.tx((tx) => shop.app.get(OrderTimelineQuery).of(tx, orderId))).map(({ event }) => event);
  const escrow = ({ checkoutId }: Placed) => shop.money.balance('buyer_escrow', checkoutId);
  const cancels = (order: Placed) => shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId));

  /** Three variants of the same goods, the second for less, the third for more; the goods of the first. */
  async function variants(
    prices: readonly [number, number, number] = [50_000, 40_001, 60_000],
    wish: GoodsWish = {},
    maker?: Maker,
  ): Promise<{ piece: Goods; cheaper: string; dearer: string }> {
    const offer = (label: string, paise: number) => ({
      ...{ label, stock: 5, leadDays: 3, price: { paise, currency: 'INR' } },
      mrp: { paise: Math.max(...prices) + 30_000, currency: 'INR' },
    });
    const labels = ['red', 'blue', 'gold'];
    const piece = await shop.piece({ ...wish, offers: labels.map((label, i) => offer(label, prices[i]!)) }, maker);
    const row = z.object({ id: z.uuid() });
    const sql = `select id from catalogue.offer where listing_id = $1 order by position`;
    const [red, blue, gold] = await shop.money.tx((tx) => tx.many(row, sql, [piece.listingId]));
    return { piece: { ...piece, offerId: red!.id }, cheaper: blue!.id, dearer: gold!.id };
  }

  test('for the same: kept at approval, sent without payment once the goods are back; the sale goes on in the second order', async () => {
    const piece = await shop.piece({ stock: 4, price_paise: 33_333 });
    const order = await shop.order('delivered', piece, 2);
    await asks(order, 1);
    await approves(order);
    expect(await shop.stock(piece)).toEqual({ on_hand: 2, reserved: 1 });
    await receives(order);
    await shop.carry(3);
    expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
    const next = await nextOf(order);
    const [first, second] = [await shop.row(order.orderId), await shop.row(next.orderId)];
    expect(first).toMatchObject({ state: 'delivered', exchanged_paise: 33_333n, refunded_paise: 33_333n });
    expect(second).toMatchObject({ state: 'confirmed', exchange_of: order.orderId, total_paise: 33_333n });
    expect(second.lines).toMatchObject([{ offer_id: piece.offerId, quantity: 1, paid_paise: 33_333n }]);
    expect(await request(order)).toMatchObject({ status: 'exchanged', wants: 'exchange' });
    expect(await shop.refunded(order)).toBe(0);
    expect((await steps(order)).slice(-4)).toEqual(['ask_return', 'approve_return', 'receive_return', 'exchange']);
    expect(await steps(next)).toEqual(['order', 'exchange']);

    const wanted = [{ lineId: second.lines[0]!.id, quantity: 1 }];
    const divides = shop.app.as(order.maker.actor, () => shop.app.get(DivideOrder).run(next.orderId, wanted));
    await expect(divides).rejects.toEqual(refusal('order_not_divided'));
    await shop.dispatches(next);
    await shop.carry();
    await shop.finishes(next);
    await shop.lapses(order.orderId);
    await shop.carry(2);
    expect([await shop.stateOf(order), await shop.stateOf(next)]).toEqual(['completed', 'completed']);
    expect(await escrow(order)).toBe(0n);
    expect(await shop.refunded(order)).toBe(0);
  });

  test('all of it: the first order is over, and its maker is paid once, with the second', async () => {
    const order = await shop.order('delivered', await shop.piece({ stock: 4, price_paise: 50_000 }), 2);
    const next = await exchanged(order, 2);
    expect([await shop.stateOf(order), await shop.stateOf(next)]).toEqual(['completed', 'confirmed']);
    expect(await escrow(order)).not.toBe(0n);
    await shop.dispatches(next);
    await shop.carry();
    await shop.finishes(next);
    expect(await escrow(order)).toBe(0n);
  });

  test('R-8.6 another variant for less: the difference goes back, to the paisa; a dearer one or other goods are refused', async () => {
    const { piece, cheaper, dearer } = await variants();
    const order = await shop.order('delivered', piece, 2);
    const other = await shop.piece({}, piece.maker);
    for (const wrong of [dearer, other.offerId]) {
      await expect(asks(order, 1, wrong)).rejects.toEqual(refusal('exchange_not_possible'));
    }
    const next = await exchanged(order, 1, cheaper);
    expect((await shop.row(next.orderId)).lines).toMatchObject([{ offer_id: cheaper, paid_paise: 40_001n }]);
    expect(await shop.refunded(order)).toBe(9_999);
    const first = await shop.row(order.orderId);
    expect(first.refunded_paise - first.exchanged_paise).toBe(9_999n);
  });

  test('R-8.6 paid at the door, another variant for less: the difference goes to the account she named', async () => {
    const { piece, cheaper } = await variants();
    const shopper = shop.shopper();
    const cartId = await shop.cart(shopper, [piece, 1]);
    const placing = () => shop.app.get(PlaceOrder).run(cartId, shipTo, { payBy: 'cash_on_delivery' });
    const placed = await shop.app.as(shopper, placing);
    const { checkoutId, orders } = placed;
    const order = { shopper, maker: piece.maker, piece, checkoutId, orderId: orders[0]!.orderId, placed };
    await shop.carry();
    await shop.accepts(order);
    await shop.carry();
    const cause = { kind: 'order', id: order.orderId } as const;
    const awb = (await shop.money.tx((tx) => shop.app.get(Shipments).ofCause(tx, cause)))!.awb!;
    shop.courier.deliver(awb);
    for (const kind of ['picked_up', 'delivered'] as const) {
      await shop.app.asSystem(() => shop.app.get(FollowTracking).run({ courier: 'courier', awb, kind }));
      await shop.carry();
    }
    const refundTo = { holder: 'Farah Test', accountNumber: '300000001', ifsc: 'SBIN0001234' };
    await asks(order, 1, cheaper, 'defect', refundTo);
    await approves(order);
    await receives(order);
    await shop.carry(2);
    expect([await shop.stateOf(order), await request(order)]).toMatchObject(['completed', { status: 'exchanged' }]);
    expect((await shop.row((await nextOf(order)).orderId)).total_paise).toBe(40_001n);
    expect(shop.money.bank.payouts().at(-1)).toMatchObject({ amount_paise: 9_999, status: 'paid' });
    expect(await escrow(order)).toBe(40_001n);
  });

  test('R-6.11 a variant below the step of a rate that depends on the price bears its own, as if it had been ordered first', async () => {
    const { piece, cheaper } = await variants(
      [315_000, 210_000, 320_000],
      { hsn: '62149090', gstRateKey: 'apparel' },
      await registered(shop),
    );
    const order = await shop.order('delivered', piece);
    expect((await shop.row(order.orderId)).lines).toMatchObject([{ rate_bp: 1_800 }]);
    const next = await exchanged(order, 1, cheaper);
    expect((await shop.row(next.orderId)).lines).toMatchObject([
      { rate_bp: 500, taxable_paise: 200_000n, cgst_paise: 5_000n, sgst_paise: 5_000n, paid_paise: 210_000n },
    ]);
    expect(await shop.refunded(order)).toBe(105_000);
    const same = await exchanged(await shop.order('delivered', piece), 1);
    expect((await shop.row(same.orderId)).lines).toMatchObject([{ rate_bp: 1_800, paid_paise: 315_000n }]);
  });

  test.each([
    ['lost', ['picked_up', 'lost'], 0],
    ['not taken and brought back', ['picked_up', 'sent_back', 'back_at_origin'], 1],
  ] as const)('R-8.6 S-4 what came in exchange is %s: all that was paid goes back, once', async (_, told, isBack) => {
    const order = await shop.order('delivered', await shop.piece({ stock: 3, price_paise: 50_000 }));
    const next = await exchanged(order, 1);
    const parcel = await shop.money.tx((tx) =>
      shop.app.get(Shipments).ofCause(tx, { kind: 'order', id: next.orderId }),
    );
    const awb = parcel!.awb!;
    for (let heard = 0; heard < 2; heard++) {
      for (const kind of told)
        await shop.app.asSystem(() => shop.app.get(FollowTracking).run({ courier: 'courier', awb, kind }));
      await shop.carry(2);
    }
    expect([await shop.stateOf(order), await shop.stateOf(next)]).toEqual(['completed', 'refunded']);
    expect(await shop.refunded(order)).toBe(50_000);
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 1 + isBack, reserved: 0 });
    expect(await escrow(order)).toBe(0n);
    expect((await shop.row(next.orderId)).refunded_paise).toBe(50_000n);
  });

  test('R-9.3 she is asked once what she thinks of the goods, not again when others come in exchange', async () => {
    const order = await shop.order('delivered', await shop.piece({ stock: 3, price_paise: 50_000 }));
    const invites = (of: Placed) => shop.app.asSystem(() => shop.app.get(InviteBuyer).run(of.orderId));
    const asked = () =>
      shop.money.tx((tx) => tx.run(`select 1 from catalogue.review where buyer_id = $1`, [order.shopper.personId]));
    await invites(order);
    expect(await asked()).toBe(1);
    const next = await exchanged(order, 1);
    await shop.dispatches(next);
    await shop.carry();
    await shop.arrives(next);
    await invites(next);
    expect(await asked()).toBe(1);
  });

  test('what came in exchange is not exchanged again; it may come back for its money', async () => {
    const order = await shop.order('delivered', await shop.piece({ stock: 3, price_paise: 50_000 }));
    const next = await exchanged(order, 1);
    await shop.dispatches(next);
    await shop.carry();
    await shop.arrives(next);
    await expect(asks(next, 1)).rejects.toEqual(refusal('exchange_only_once'));
    const lines = [{ lineId: (await shop.row(next.orderId)).lines[0]!.id, quantity: 1 }];
    await shop.app.as(next.shopper, () =>
      shop.app.get(AskReturn).run(next.orderId, { lines, reason: 'defect', note: null }),
    );
    await approves(next);
    await receives(next);
    await shop.carry(2);
    expect(await shop.stateOf(next)).toBe('refunded');
    expect(await shop.refunded(order)).toBe(50_000);
    expect(await escrow(order)).toBe(0n);
  });

  test('none left when it is approved: a refund instead, and she is told', async () => {
    const piece = await shop.piece({ stock: 1, price_paise: 50_000 });
    const order = await shop.order('delivered', piece);
    await asks(order, 1);
    await approves(order);
    expect(await request(order)).toMatchObject({ wants: 'refund', exchangeOrderId: null });
    await receives(order);
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('refunded');
    expect(await shop.refunded(order)).toBe(50_000);
  });

  test('S-4 kept pieces that were let go are taken again, or she is refunded', async () => {
    for (const [left, outcome] of [
      [1, 'completed'],
      [0, 'refunded'],
    ] as const) {
      await frozenClock.at(new Date('2027-03-01T06:30:00Z'));
      const piece = await shop.piece({ stock: 2, price_paise: 50_000 });
      const order = await shop.order('delivered', piece);
      await asks(order, 1);
      await approves(order);
      await frozenClock.later(31 * 86_400);
      const sql = `select id from catalogue.stock_hold where cause_id = $1`;
      const hold = await shop.money.tx(async (tx) =>
        tx.maybe(z.object({ id: z.uuid() }), sql, [(await request(order)).exchangeOrderId]),
      );
      await shop.app.asSystem(() => shop.app.get(ReleaseExpiredHold).run(hold!.id));
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
      await counts(piece, left);
      await receives(order);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe(outcome);
      expect(await shop.refunded(order)).toBe(outcome === 'refunded' ? 50_000 : 0);
    }
  });

  test('R-9.3 she does not want it after all, or it is lost: everything that was paid comes back, once', async () => {
    const order = await shop.order('delivered', await shop.piece({ stock: 3, price_paise: 50_000 }), 2);
    const next = await exchanged(order, 1);
    await cancels(next);
    await shop.carry(3);
    expect(await shop.stateOf(next)).toBe('cancelled_by_customer');
    expect(await shop.refunded(order)).toBe(50_000);
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 1, reserved: 0 });
  });

  test('carriage goes along when something was wrong, and stays where it was when she only changed her mind', async () => {
    for (const [reason, paid_paise] of [
      ['defect', 23_000n],
      ['changed_mind', 20_000n],
    ] as const) {
      const order = await shop.order('delivered', await shop.piece({ stock: 3, price_paise: 20_000 }));
      await asks(order, 1, undefined, reason);
      await approves(order);
      await receives(order);
      await shop.carry(2);
      expect((await shop.row((await nextOf(order)).orderId)).total_paise).toBe(paid_paise);
      expect(await shop.refunded(order)).toBe(0);
    }
  });

  test('settled ten times at once it is one exchange; cancelled while it is handed over it is one of the two', async () => {
    for (let round = 0; round < 3; round++) {
      const order = await shop.order('delivered', await shop.piece({ stock: 5, price_paise: 50_000 }));
      await asks(order, 1);
      await approves(order);
      await receives(order);
      const settles = () => shop.app.asSystem(() => shop.app.get(SettleReturn).run(order.orderId));
      await Promise.all(Array.from({ length: 10 }, settles));
      await shop.carry(2);
      const sql = `select count(*)::integer as n from orders."order" where exchange_of = $1`;
      const made = await shop.money.tx((tx) => tx.maybe(z.object({ n: z.number() }), sql, [order.orderId]));
      expect(made).toEqual({ n: 1 });
      const next = await nextOf(order);
      const [sent, cancelled] = await Promise.allSettled([shop.dispatches(next), cancels(next)]);
      expect([sent.status, cancelled.status].sort()).toEqual(['fulfilled', 'rejected']);
      await shop.carry(2);
      expect(await shop.refunded(order)).toBe(sent.status === 'fulfilled' ? 0 : 50_000);
    }
  });

  test('R-0.2 nothing is lost between two orders, whatever the line is made of', () => {
    const paise = fc.bigInt({ min: 0n, max: 1_000_000n });
    const pieces = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        paise,
        paise,
        pieces,
        pieces,
        paise,
        paise,
        paise,
        fc.boolean(),
        (price, wrap, n, of, a, b, freight, withFreight) => {
          const quantity = Math.max(n, of);
          const line_paise = (price + wrap) * BigInt(quantity);
          const maker_discount_paise = line_paise === 0n ? 0n : a % (line_paise + 1n);
          const platform_discount_paise = b % (line_paise - maker_discount_paise + 1n);
          const whole = line_paise - maker_discount_paise + freight;
          const line = {
            ...{ quantity, gone_quantity: 0, price_paise: price, wrap_paise: wrap, line_paise, rate_bp: 500 },
            ...{ maker_discount_paise, platform_discount_paise, freight_paise: freight },
            ...{ cgst_paise: whole / 40n, sgst_paise: whole / 40n, igst_paise: 0n },
          };
          const to = { quantity: Math.min(n, of), price_paise: price / 2n };
          const over = carriedOver(line, to, withFreight);
          const { line_paise: goods, difference_paise: less, ...parts } = over;
          expect(Object.values(parts).every((part) => part >= 0)).toBe(true);
          expect(less >= 0n).toBe(true);
          const taxed = goods - parts.maker_discount_paise + parts.freight_paise;
          expect(parts.taxable_paise + parts.cgst_paise + parts.sgst_paise).toBe(taxed);
          expect(parts.paid_paise).toBe(taxed - parts.platform_discount_paise);
          expect(carriedOver(line, { ...to, price_paise: price }, withFreight).difference_paise).toBe(0n);
        },
      ),
      { numRuns: 300 },
    );
  });
});
