import { z } from 'zod';
import { FollowTracking, Shipments } from '#fulfilment';
import { newId } from '#platform/kernel';
import { PolicyQuery } from '#policy';
import { frozenClock, personActor } from '#platform/testing';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import {
  AnswerReturn,
  AskReturn,
  ReceiveReturn,
  Returns,
  SettleReturn,
  WithdrawReturn,
  type AskedReturn,
} from '../src/index.js';
import { carriageBackFor, reasonOf } from '../src/domain/return-request.js';
import { Shop, type Placed } from './builders/shop.js';

describe('SM-4 goods that come back', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const noon = new Date('2027-03-01T06:30:00Z');
  const at = (end: Date, seconds: number) => frozenClock.at(new Date(end.getTime() + seconds * 1_000));
  const rowOf = (order: Placed) => shop.row(order.orderId);
  const asks = async (
    order: Placed,
    quantity: number,
    reason: AskedReturn['reason'] = 'defect',
    by = order.shopper,
  ) => {
    const lines = [{ lineId: (await rowOf(order)).lines[0]!.id, quantity }];
    return shop.app.as(by, () => shop.app.get(AskReturn).run(order.orderId, { lines, reason, note: 'Torn.' }));
  };
  const withdraws = (order: Placed, by = order.shopper) =>
    shop.app.as(by, () => shop.app.get(WithdrawReturn).run(order.orderId));
  const approves = (order: Placed, by = order.maker.actor) =>
    shop.app.as(by, () => shop.app.get(AnswerReturn).approve(order.orderId));
  const rejects = (order: Placed, by = order.maker.actor) =>
    shop.app.as(by, () => shop.app.get(AnswerReturn).reject(order.orderId, 'It was worn.'));
  const receives = (order: Placed, resellable = true, by = order.maker.actor) =>
    shop.app.as(by, () => shop.app.get(ReceiveReturn).run(order.orderId, resellable));
  const requests = ({ orderId }: Placed) => shop.money.tx((tx) => shop.app.get(Returns).of(tx, orderId));
  const delivered = async (quantity = 3, piece?: Goods) =>
    shop.order('delivered', piece ?? (await shop.piece({ stock: quantity, price_paise: 33_333 })), quantity);

  /** It arrives with the courier that was booked. */
  async function carried(piece: Goods): Promise<Placed> {
    const order = await shop.order('confirmed', piece);
    const parcel = await shop.money.tx((tx) =>
      shop.app.get(Shipments).ofCause(tx, { kind: 'order', id: order.orderId }),
    );
    const awb = parcel!.awb!;
    shop.courier.deliver(awb);
    for (const kind of ['picked_up', 'delivered'] as const)
      await shop.app.asSystem(() => shop.app.get(FollowTracking).run({ courier: 'courier', awb, kind }));
    await shop.carry(2);
    return order;
  }

  test.each([
    ['SM-4 R-9.3 because she changed her mind: the carriage stays, for who sent it: its maker', 0],
    [
      'R-8.9 because she changed her mind: the carriage stays, for who sent it: the courier, and its maker has nothing of it',
      1,
    ],
  ] as const)('all of it, %s', async (_, byCourier) => {
    const piece = await shop.piece({ stock: 1, price_paise: 5_000 });
    const order = byCourier ? await carried(piece) : await delivered(1, piece);
    const freight = Number(order.placed.total_paise) - 5_000;
    expect(freight).toBeGreaterThan(0);
    await asks(order, 1, 'changed_mind');
    await approves(order);
    await receives(order);
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('completed');
    expect(await shop.refunded(order)).toBe(5_000);
    expect(await requests(order)).toMatchObject([{ status: 'refunded', reason: 'changed_mind' }]);
    expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
    const sql = `select seller_gst, seller_state from orders."order" where id = $1`;
    const standing = z.object({ seller_gst: z.string(), seller_state: z.string() });
    expect(await shop.money.tx((tx) => tx.maybe(standing, sql, [order.orderId]))).toMatchObject({
      seller_state: 'IN-BR',
    });
    const earned = z.object({ paid_paise: z.coerce.number(), carriage_paise: z.coerce.number() });
    const credited = `select paid_paise, carriage_paise from payments.earning where cause_id = $1`;
    expect(await shop.money.tx((tx) => tx.many(earned, credited, [order.orderId]))).toEqual([
      { paid_paise: freight, carriage_paise: freight * byCourier },
    ]);
  });

  test('R-8.6 all of it: asked, approved, received, refunded once; it is for sale again', async () => {
    const order = await delivered();
    await asks(order, 3);
    expect(await shop.stateOf(order)).toBe('return_requested');
    await approves(order);
    await receives(order);
    expect(await shop.stateOf(order)).toBe('return_accepted');
    await shop.carry(3);
    expect(await shop.stateOf(order)).toBe('refunded');
    expect(await shop.refunded(order)).toBe(99_999);
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 3, reserved: 0 });
    expect(await requests(order)).toMatchObject([
      { status: 'refunded', reason: 'defect', note: 'Torn.', is_resellable: true },
    ]);
    expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
  });

  test('R-8.7 some of it, twice: the order goes on, and its maker is paid for what was kept', async () => {
    await frozenClock.at(noon);
    const order = await delivered(4);
    const { due_at } = await rowOf(order);
    for (const [pieces, resellable] of [
      [1, true],
      [2, false],
    ] as const) {
      await asks(order, pieces);
      await approves(order);
      await receives(order, resellable);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe('delivered');
    }
    expect(await shop.refunded(order)).toBe(99_999);
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 1, reserved: 0 }); // two were spoilt
    expect((await rowOf(order)).due_at).toEqual(due_at);
    await expect(asks(order, 2)).rejects.toMatchObject({ code: 'more_than_left' });
    await at(due_at!, 1);
    await shop.lapses(order.orderId);
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('completed');
    expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
  });

  test('rejected, with a reason, or withdrawn: delivered as before, and the days run on from the delivery', async () => {
    await frozenClock.at(noon);
    const order = await delivered();
    const { due_at } = await rowOf(order);
    await frozenClock.later(3_600);
    await asks(order, 1);
    await rejects(order);
    await asks(order, 1);
    await withdraws(order);
    expect(await rowOf(order)).toMatchObject({ state: 'delivered', due_at, refunded_paise: 0n });
    expect(await requests(order)).toMatchObject([
      { status: 'withdrawn', answer: null },
      { status: 'rejected', answer: 'It was worn.' },
    ]);
  });

  test('S-42 S-43 only its shopper asks and only its maker answers', async () => {
    const order = await delivered();
    const stranger = personActor({ organisationId: newId() });
    const hidden = { code: 'order_not_found' };
    for (const by of [stranger, order.maker.actor])
      await expect(asks(order, 1, 'defect', by)).rejects.toMatchObject(hidden);
    await asks(order, 1);
    for (const by of [stranger, order.shopper]) {
      await expect(approves(order, by)).rejects.toMatchObject(hidden);
      await expect(rejects(order, by)).rejects.toMatchObject(hidden);
    }
    await expect(withdraws(order, order.maker.actor)).rejects.toMatchObject(hidden);
    await approves(order);
    await expect(receives(order, true, order.shopper)).rejects.toMatchObject(hidden);
    await expect(shop.app.as(stranger, () => shop.app.get(SettleReturn).run(order.orderId))).rejects.toMatchObject(
      hidden,
    );
  });

  describe('clocks, a second before and a second after', () => {
    test('retail.return_window_days: return_window_over, even if nobody has looked', async () => {
      await frozenClock.at(noon);
      const [early, late] = [await delivered(1), await delivered(1)];
      const end = (await rowOf(late)).returns_until!;
      await at(end, -1);
      await asks(early, 1, 'changed_mind');
      await at(end, 1);
      await expect(asks(late, 1)).rejects.toMatchObject({ code: 'return_window_over' });
      await shop.lapses(late.orderId);
      await expect(asks(late, 1)).rejects.toMatchObject({ code: 'return_window_over' });
    });

    test('retail.return_auto_hours: an answer that does not come is a yes', async () => {
      await frozenClock.at(noon);
      const order = await delivered(1);
      await asks(order, 1);
      const end = (await rowOf(order)).due_at!;
      expect(end).toEqual(new Date('2027-03-03T06:30:00Z'));
      await at(end, -1);
      await shop.lapses(order.orderId);
      expect(await shop.stateOf(order)).toBe('return_requested');
      await at(end, 1);
      await expect(rejects(order)).rejects.toMatchObject({ code: 'illegal_transition' });
      await expect(withdraws(order)).rejects.toMatchObject({ code: 'illegal_transition' });
      await shop.lapses(order.orderId);
      expect(await shop.stateOf(order)).toBe('return_in_transit');
      expect(await requests(order)).toMatchObject([{ status: 'approved' }]);
    });

    test('retail.return_window_personalised_days: made to order, return_needs_defect', async () => {
      const order = await delivered(1);
      await shop.becomes(order, 'made_to_order');
      await expect(asks(order, 1, 'changed_mind')).rejects.toMatchObject({ code: 'return_needs_defect' });
      await asks(order, 1, 'wrong');
      expect(await shop.stateOf(order)).toBe('return_requested');
    });

    test('retail.return_window_food_days: food, return_needs_defect', async () => {
      const order = await delivered(1);
      await shop.becomes(order, 'food');
      await expect(asks(order, 1, 'changed_mind')).rejects.toMatchObject({ code: 'return_needs_defect' });
    });
  });

  test('two requests at once: one is under way', async () => {
    const order = await delivered(2);
    const all = await Promise.allSettled([asks(order, 1), asks(order, 1)]);
    expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await requests(order)).toHaveLength(1);
  });

  test('asked while the window closes: the clock decides', async () => {
    for (const seconds of [-1, 1]) {
      await frozenClock.at(noon);
      const order = await delivered(1);
      await at((await rowOf(order)).returns_until!, seconds);
      await Promise.allSettled([asks(order, 1), shop.lapses(order.orderId), shop.lapses(order.orderId)]);
      expect(await shop.stateOf(order)).toBe(seconds < 0 ? 'return_requested' : 'completed');
    }
  });

  test('R-9.3 goods that came by the promised day are not late: their shopper changed her mind', () => {
    const [day, later] = [new Date('2027-03-01T06:30:00Z'), new Date('2027-03-01T06:30:01Z')];
    expect(reasonOf('late', { delivered_at: later, promised_by: day })).toBe('late');
    expect(reasonOf('late', { delivered_at: day, promised_by: day })).toBe('changed_mind');
    expect(reasonOf('late', { delivered_at: later, promised_by: null })).toBe('changed_mind');
    expect(reasonOf('defect', { delivered_at: day, promised_by: later })).toBe('defect');
  });

  test('R-9.3 the carriage goes back for the reasons the policy names; a name nobody knows is none', () => {
    const named = shop.app.get(PolicyQuery).at('returns.carriage_back_for', new Date('2027-03-01T00:00:00Z'));
    expect(carriageBackFor(named)).toEqual(['defect', 'wrong', 'late']);
    expect(carriageBackFor(['changed_mind', 'no_such'])).toEqual(['changed_mind']);
  });
});
