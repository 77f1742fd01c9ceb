import { z } from 'zod';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import { Shipments } from '#fulfilment';
import type { DomainError } from '#platform/kernel';
import {
  AnswerDispute,
  AnswerReturn,
  AskReturn,
  CancelOrder,
  OrderTimelineQuery,
  PayMaker,
  ReceiveReturn,
  RefundOrder,
  Returns,
  SettleReturn,
} from '../src/index.js';
import { evidenceOf } from '../src/domain/dispute-evidence.js';
import { Shop, type Placed } from './builders/shop.js';

const paidRow = z.object({ paid_paise: z.coerce.bigint() });

describe('A dispute about a checkout', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const control = async (path: string, body: object = {}) =>
    (await (
      await fetch(shop.money.provider.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json()) as { id: string };
  const settle = (id: string) => shop.money.job('payments.settle-dispute', { providerDisputeId: id });

  /** The shopper asks her bank about her payment, of all of it or of a part. */
  async function asks(order: Placed, about: { amount?: number } = {}): Promise<string> {
    const sql = `select provider_id as intent from payments.payment where cause_id = $1`;
    const found = await shop.money.tx((tx) => tx.maybe(z.object({ intent: z.string() }), sql, [order.checkoutId]));
    const charge = shop.money.provider.charges().find((one) => one.paymentIntentId === found!.intent)!;
    const { id } = await control(`/_control/charges/${charge.chargeId}/dispute`, about);
    await settle(id);
    await shop.carry();
    return id;
  }
  async function ends(id: string, outcome: 'won' | 'lost'): Promise<void> {
    await control(`/_control/disputes/${id}/close`, { outcome });
    await settle(id);
    await shop.carry(2);
  }
  /** Two makers' orders of one checkout, paid; the first is at its end. */
  async function two(): Promise<[Placed, Placed]> {
    const [one, other] = [
      await shop.piece({ price_paise: 100_000 }),
      await shop.piece({ price_paise: 200_000 }, await shop.goods.make.verified()),
    ];
    const shopper = shop.shopper();
    const placed = await shop.places(shopper, await shop.cart(shopper, [one, 1], [other, 1]));
    const orders = [one, other].map((piece): Placed => ({
      ...{ shopper, maker: piece.maker, piece, placed, checkoutId: placed.checkoutId },
      orderId: placed.orders.find(({ sellerId }) => sellerId === piece.maker.sellerId)!.orderId,
    }));
    await shop.pays(orders[0]!);
    await shop.carry();
    for (const order of orders) {
      await shop.accepts(order);
      await shop.carry();
    }
    return [orders[0]!, orders[1]!];
  }
  async function completes(order: Placed): Promise<void> {
    await shop.dispatches(order);
    await shop.carry();
    await shop.finishes(order);
  }
  /** What a maker was credited with for an order and not taken back, paise. */
  async function credited({ orderId }: Placed): Promise<bigint> {
    const sql = `select coalesce(sum(paid_paise), 0)::bigint as paid_paise from payments.earning where cause_id = $1`;
    return (await shop.money.tx((tx) => tx.maybe(paidRow, sql, [orderId])))!.paid_paise;
  }
  const paymentOf = async ({ checkoutId }: Placed) =>
    shop.money.tx((tx) =>
      tx.maybe(z.object({ state: z.string() }), `select state from payments.payment where cause_id = $1`, [checkoutId]),
    );

  test('R-8.7 a part is lost: each order bears its share, whether its maker was credited or not, and the rest is paid out', async () => {
    await frozenClock.at(new Date());
    const [small, large] = await two();
    await completes(small);
    expect(await credited(small)).toBe(100_000n);
    await ends(await asks(large, { amount: 30_000 }), 'lost');
    expect(await paymentOf(large)).toEqual({ state: 'captured' });
    expect(await credited(small)).toBe(90_000n);
    await completes(large);
    expect(await credited(large)).toBe(180_000n);
    expect(await shop.money.balance('buyer_escrow', large.checkoutId)).toBe(0n);
  });

  test('S-9 a part is lost, then an order comes to nothing: its refund is less by what she has of it from her bank', async () => {
    const [small, large] = await two();
    await ends(await asks(small, { amount: 60_000 }), 'lost');
    await shop.app.as(large.shopper, () => shop.app.get(CancelOrder).run(large.orderId));
    await shop.carry(2);
    expect(await shop.refunded(large)).toBe(160_000);
    await frozenClock.at(new Date());
    await completes(small);
    expect(await credited(small)).toBe(80_000n);
    expect(await shop.money.balance('buyer_escrow', large.checkoutId)).toBe(0n);
  });

  test('S-9 a part is lost that is more than the refund on its way: what is more is counted when the maker is credited', async () => {
    await frozenClock.at(new Date());
    const order = await shop.order('confirmed', await shop.piece({ price_paise: 50_000 }), 2);
    const lineId = (await shop.row(order.orderId)).lines[0]!.id;
    await shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId, [{ lineId, quantity: 1 }]));
    const news = await asOwner<{ name: string; payload: unknown }>(
      `delete from platform.outbox returning name, payload`,
    );
    await ends(await asks(order, { amount: 70_000 }), 'lost');
    for (const { name, payload } of news)
      if (name === 'orders.lines_gone')
        await shop.app.asSystem(() => shop.app.get(RefundOrder).ofChange(payload as never));
    await shop.carry();
    expect(await shop.refunded(order)).toBe(0);
    await completes(order);
    expect(await credited(order)).toBe(30_000n);
    expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
  });

  test('S-9 a part is lost while news of a refund is on its way: it counts as that refund, and no order bears it', async () => {
    const [small, large] = await two();
    await shop.app.as(small.shopper, () => shop.app.get(CancelOrder).run(small.orderId));
    const news = await asOwner(`delete from platform.outbox returning name, payload`);
    await ends(await asks(small, { amount: 100_000 }), 'lost');
    for (const { name, payload } of news as { name: string; payload: { checkoutId: string } }[]) {
      if (name === 'orders.cancelled') await shop.app.asSystem(() => shop.app.get(RefundOrder).run(payload as never));
    }
    await shop.carry();
    expect(await shop.refunded(small)).toBe(0);
    await frozenClock.at(new Date());
    await completes(large);
    expect(await credited(large)).toBe(200_000n);
    expect(await shop.money.balance('buyer_escrow', large.checkoutId)).toBe(0n);
  });

  /** All goods of an order come back because she changed her mind, and their return is settled. */
  async function comesBack(order: Placed): Promise<void> {
    const lines = [{ lineId: (await shop.row(order.orderId)).lines[0]!.id, quantity: 1 }];
    const asked = { lines, reason: 'changed_mind' as const, note: null };
    await shop.app.as(order.shopper, () => shop.app.get(AskReturn).run(order.orderId, asked));
    await shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
    await shop.app.as(order.maker.actor, () => shop.app.get(ReceiveReturn).run(order.orderId, true));
    await shop.app.asSystem(() => shop.app.get(SettleReturn).run(order.orderId));
  }

  test.each([['orders.closed'], ['orders.lines_gone']])(
    'S-9 SM-4 a part is lost, then all goods come back and the carriage stays: her refund bears it, also when %s is heard first',
    async (first) => {
      const order = await shop.order('delivered', await shop.piece({ price_paise: 20_000 }));
      expect(order.placed.total_paise).toBe(23_000n);
      await ends(await asks(order, { amount: 10_000 }), 'lost');
      await comesBack(order);
      const news = await asOwner<{ name: string; payload: unknown }>(
        `delete from platform.outbox where kind = 'event' returning name, payload`,
      );
      expect(news.map(({ name }) => name)).toEqual(expect.arrayContaining(['orders.closed', 'orders.lines_gone']));
      const place = ({ name }: { name: string }) => (name === first ? 0 : 1);
      for (const { name, payload } of news.toSorted((a, b) => place(a) - place(b)))
        await shop.app.asSystem(async () => {
          if (name === 'orders.closed') await shop.app.get(PayMaker).run(order.orderId);
          if (name === 'orders.lines_gone') await shop.app.get(RefundOrder).ofChange(payload as never);
        });
      await shop.carry(2);
      expect([await shop.refunded(order), await credited(order)]).toEqual([10_000, 3_000n]);
      expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
    },
  );

  test('R-6.12 R-6.14 the rest is lost: where the goods came back there was no supply, where they stayed the sale stands', async () => {
    const takenBack = ({ orderId }: Placed) =>
      shop.money.tx((tx) => tx.run(`select 1 from tax.taken_back where cause_id = $1`, [orderId]));
    const back = await shop.order('delivered', await shop.piece({ price_paise: 20_000 }));
    await comesBack(back);
    await shop.carry();
    expect([await shop.refunded(back), await credited(back)]).toEqual([20_000, 3_000n]);
    await ends(await asks(back, { amount: 3_000 }), 'lost');
    expect([await credited(back), await takenBack(back)]).toEqual([0n, 1]);

    await frozenClock.at(new Date());
    const kept = await shop.order('completed', await shop.piece({ price_paise: 60_000 }));
    await ends(await asks(kept, { amount: 10_000 }), 'lost');
    expect([await credited(kept), await takenBack(kept)]).toEqual([50_000n, 0]);
  });

  const held = async ({ orderId }: Placed) => (await shop.row(orderId)).held_why;
  const code = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: DomainError) => error.code,
    );
  const parcelOf = ({ orderId }: Placed) =>
    shop.money.tx((tx) => shop.app.get(Shipments).ofCause(tx, { kind: 'order', id: orderId }));

  test('SM-6 SM-4 while her bank asks an order waits with its maker: accepted, not booked, not handed over; won, it goes on', async () => {
    const order = await shop.order('placed', await shop.piece());
    const dispute = await asks(order);
    expect(await held(order)).toBe('dispute');
    await shop.accepts(order);
    await shop.carry();
    expect(await parcelOf(order)).toMatchObject({ state: 'created', held_why: 'dispute', awb: null });
    expect(await code(shop.dispatches(order))).toBe('shipment_held');
    await ends(dispute, 'won');
    expect(await held(order)).toBeNull();
    expect(await parcelOf(order)).toMatchObject({ state: 'ready', held_why: null });
    await shop.dispatches(order);
    await shop.carry();
    expect(await shop.stateOf(order)).toBe('shipped');
    const steps = await shop.money.tx((tx) => shop.app.get(OrderTimelineQuery).of(tx, order.orderId));
    expect(steps.map(({ event }) => event)).toEqual(['order', 'pay', 'hold', 'accept', 'release', 'pack', 'hand_over']);
  });

  test('SM-6 S-4 all of it is lost before dispatch: the order is called off, nothing is refunded twice, its pieces are for sale', async () => {
    const piece = await shop.piece({ stock: 3 });
    const order = await shop.order('confirmed', piece, 2);
    await ends(await asks(order), 'lost');
    expect(await shop.stateOf(order)).toBe('cancelled_by_customer');
    expect(await parcelOf(order)).toMatchObject({ state: 'cancelled' });
    expect(await shop.stock(piece)).toEqual({ on_hand: 3, reserved: 0 });
    expect(await shop.refunded(order)).toBe(0);
    expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
  });

  test('SM-6 a part is lost: what waited goes on; lost or won when it is on its way, it arrives all the same', async () => {
    const order = await shop.order('confirmed', await shop.piece());
    await ends(await asks(order, { amount: 10_000 }), 'lost');
    expect(await held(order)).toBeNull();
    const sent = await shop.order('shipped', await shop.piece());
    const dispute = await asks(sent);
    expect(await held(sent)).toBeNull();
    await ends(dispute, 'lost');
    expect(await shop.stateOf(sent)).toBe('shipped');
  });

  test('S-11 SM-6 asked at the same moment as the parcel is handed over, five times: it waits or it is on its way, never both', async () => {
    const piece = await shop.piece({ stock: 10 });
    for (let round = 0; round < 5; round++) {
      const order = await shop.order('confirmed', piece);
      const [, sent] = await Promise.all([asks(order), code(shop.dispatches(order))]);
      await shop.carry();
      const both = { why: await held(order), state: (await parcelOf(order))?.state };
      expect(both).toEqual(sent === 'done' ? { why: null, state: 'in_transit' } : { why: 'dispute', state: 'ready' });
    }
  });

  test('SM-6 S-28 the desk answers a bank with what travelled and arrived, once; the bank decides by it', async () => {
    const order = await shop.order('delivered', await shop.piece());
    const dispute = await asks(order);
    const officer = personActor({ label: 'payments desk', secondFactorAt: new Date() });
    const answer = () =>
      shop.app.as(officer, () => shop.app.get(AnswerDispute).run(dispute, 'She wrote to thank the maker.'));
    await expect(shop.app.as(officer, () => shop.app.get(AnswerDispute).run('dp_none', null))).rejects.toMatchObject({
      code: 'dispute_unknown',
    });
    await answer();
    expect(shop.money.provider.books.disputes.get(dispute)).toMatchObject({
      status: 'under_review',
      evidence: {
        shipping_carrier: 'India Post',
        shipping_tracking_number: expect.stringMatching(/^EE/),
        uncategorized_text: expect.stringContaining('She wrote to thank the maker.'),
      },
    });
    expect(await code(answer())).toBe('evidence_handed_in');
    await control(`/_control/disputes/${dispute}/decide`);
    await settle(dispute);
    await shop.carry();
    expect(await paymentOf(order)).toEqual({ state: 'captured' });
    expect(await code(answer())).toBe('dispute_is_over');
  });

  test.each([
    ['nothing was sent', null, { carrier: null, trackingNumber: null, sentOn: null, receivedOn: null }],
    [
      'it is on its way',
      [1, null],
      { carrier: 'India Post', trackingNumber: 'EE1', sentOn: '2026-11-01', receivedOn: null },
    ],
    [
      'it arrived',
      [1, 4],
      { carrier: 'India Post', trackingNumber: 'EE1', sentOn: '2026-11-01', receivedOn: '2026-11-04' },
    ],
  ] as const)('SM-6 what a bank is told: %s', (_, days, told) => {
    const day = (n: number | null) => (n === null ? null : new Date(`2026-11-0${n}T06:00:00Z`));
    const parcel = days && {
      ...{ carrier: 'India Post', trackingNumber: 'EE1', proof: 'code' as const },
      ...{ dispatchedAt: day(days[0]), deliveredAt: day(days[1]) },
    };
    const lines = [{ title: 'Tussar stole', quantity: 2, hsn: '6214' }];
    const proof = evidenceOf([{ id: 'one', number: 'ODB-1', lines, parcel }], null);
    expect(proof).toMatchObject({ ...told, goods: 'Order ODB-1: 2 × Tussar stole (HSN 6214)' });
  });

  test('SM-4 what comes in exchange waits as well while a bank asks about the first payment', async () => {
    const order = await shop.order('delivered', await shop.piece({ stock: 3, price_paise: 50_000 }));
    const lines = [{ lineId: (await shop.row(order.orderId)).lines[0]!.id, quantity: 1 }];
    const asked = { lines, reason: 'defect' as const, note: null, wants: 'exchange' as const };
    await shop.app.as(order.shopper, () => shop.app.get(AskReturn).run(order.orderId, asked));
    await shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
    const dispute = await asks(order);
    await shop.app.as(order.maker.actor, () => shop.app.get(ReceiveReturn).run(order.orderId, false));
    await shop.carry(2);
    const [request] = await shop.money.tx((tx) => shop.app.get(Returns).of(tx, order.orderId));
    const next = { ...order, orderId: request!.exchangeOrderId! };
    expect([await shop.stateOf(next), await held(next)]).toEqual(['confirmed', 'dispute']);
    await ends(dispute, 'won');
    expect(await held(next)).toBeNull();
  });
});
