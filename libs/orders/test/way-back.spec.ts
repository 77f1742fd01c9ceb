import { z } from 'zod';
import { FollowTracking } from '#fulfilment';
import { newId, type Actor } from '#platform/kernel';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import {
  AlarmOrder,
  AnswerReturn,
  AskReturn,
  DecideReturn,
  DeskReturnsQuery,
  FollowReturn,
  ReceiveReturn,
  Returns,
  SendBack,
  type AskedReturn,
} from '../src/index.js';
import { Shop, shipTo, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

/** From the approval of a return to the moment the goods are where they belong. */
describe('SM-4 the way back', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const noon = new Date('2027-03-01T06:30:00Z');
  const at = (end: Date, seconds: number) => frozenClock.at(new Date(end.getTime() + seconds * 1_000));
  const request = async ({ orderId }: Placed) =>
    (await shop.money.tx((tx) => shop.app.get(Returns).of(tx, orderId)))[0]!;
  const parcel = async (order: Placed) => (await request(order)).parcel!;
  const receives = (order: Placed, resellable = true) =>
    shop.app.as(order.maker.actor, () => shop.app.get(ReceiveReturn).run(order.orderId, resellable));
  const officer = (): Actor => personActor({ label: 'payments desk', secondFactorAt: new Date() });
  const decides = (order: Placed, outcome: 'received' | 'ended', by = officer()) =>
    shop.app.as(by, () => shop.app.get(DecideReturn).run(order.orderId, outcome, 'The carrier proved it.'));
  const sends = (order: Placed, by = order.shopper) =>
    shop.app.as(by, () =>
      shop.app.get(SendBack).run(order.orderId, { carrier: 'India Post', trackingNumber: 'EE123456789IN' }),
    );
  const news = (name: string, { orderId }: Placed) =>
    asOwner(`select payload from platform.outbox where name = $1 and payload ->> 'orderId' = $2`, [name, orderId]);

  /** A delivered order whose return is approved, before anybody was asked to fetch it. */
  async function approved(quantity = 1, wish: Partial<AskedReturn> = {}, piece?: Goods): Promise<Placed> {
    const goods = piece ?? (await shop.piece({ stock: quantity, price_paise: 60_000 }));
    const order = await shop.order('delivered', goods, quantity);
    const lines = [{ lineId: (await shop.row(order.orderId)).lines[0]!.id, quantity }];
    const asked = { lines, reason: 'defect', note: 'Torn.', ...wish } as const;
    await shop.app.as(order.shopper, () => shop.app.get(AskReturn).run(order.orderId, asked));
    await shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
    return order;
  }
  /** A courier is booked for it. */
  async function booked(...of: Parameters<typeof approved>): Promise<Placed & { awb: string }> {
    const order = await approved(...of);
    await shop.carry(2);
    return { ...order, awb: (await parcel(order)).awb! };
  }
  const tells = (awb: string, kind: Parameters<FollowTracking['run']>[0]['kind']) =>
    shop.app.asSystem(() => shop.app.get(FollowTracking).run({ courier: 'courier', awb, kind }));

  test('an approved return is fetched at the shopper’s door, and goes to its maker', async () => {
    const { awb, ...order } = await booked();
    expect(shop.courier.parcel(awb)).toMatchObject({ kind: 'return', from_pin: '812001', cod_paise: 0 });
    const hers = { name: shipTo.name, line: expect.stringMatching(/Test Road$/), mobile: shipTo.mobile };
    expect(shop.courier.doors(awb)).toEqual({ from: hers, to: { name: expect.any(String), line: expect.any(String) } });
    expect(await parcel(order)).toMatchObject({ state: 'booked', sender_id: order.shopper.personId, weight_g: 250 });
    await tells(awb, 'picked_up');
    expect(await shop.stateOf(order)).toBe('return_in_transit');
    await tells(awb, 'delivered');
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('return_delivered');
    await receives(order);
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('refunded');
    expect(await shop.refunded(order)).toBe(60_000);
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 1, reserved: 0 });
  });

  test('retail.return_receipt_hours: what its maker says nothing of counts as received, and is not put on sale', async () => {
    await frozenClock.at(noon);
    const { awb, ...order } = await booked();
    await tells(awb, 'delivered');
    await shop.carry();
    const end = (await shop.row(order.orderId)).due_at!;
    expect(end).toEqual(new Date('2027-03-04T06:30:00Z'));
    await at(end, -1);
    await shop.lapses(order.orderId);
    expect(await shop.stateOf(order)).toBe('return_delivered');
    await at(end, 1);
    await expect(decides(order, 'ended')).rejects.toEqual(refusal('illegal_transition'));
    await shop.lapses(order.orderId);
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('refunded');
    expect(await request(order)).toMatchObject({ status: 'refunded', is_resellable: false });
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 0, reserved: 0 });
  });

  test('R-8.6 lost by the courier: the shopper is refunded once, whatever it tells later; nothing is for sale again', async () => {
    const { awb, ...order } = await booked();
    await tells(awb, 'picked_up');
    await tells(awb, 'lost');
    const { id } = await request(order);
    await shop.app.asSystem(() => shop.app.get(FollowReturn).lost(order.orderId, id));
    const told = await news('orders.return_lost', order);
    expect(told).toMatchObject([{ payload: { requestId: id, goods_paise: 60_000 } }]);
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('refunded');
    expect(await shop.refunded(order)).toBe(60_000);
    expect(await shop.stock(order.piece)).toEqual({ on_hand: 0, reserved: 0 });
    await shop.app.asSystem(() => shop.app.get(FollowReturn).arrived(order.orderId, id));
    expect(await shop.stateOf(order)).toBe('refunded');
    await expect(decides(order, 'received')).rejects.toEqual(refusal('return_not_under_way'));
  });

  test('lost by the courier: what was kept in exchange goes out all the same', async () => {
    const { awb, ...order } = await booked(
      1,
      { wants: 'exchange' },
      await shop.piece({ stock: 2, price_paise: 60_000 }),
    );
    await tells(awb, 'lost');
    await shop.carry(2);
    const { status, exchangeOrderId } = await request(order);
    expect(status).toBe('exchanged');
    expect(await shop.stateOf({ orderId: exchangeOrderId! })).toBe('confirmed');
    expect(await shop.refunded(order)).toBe(0);
  });

  test('brought by hand: its maker says so as ever, and whoever was booked is called off', async () => {
    const { awb, ...order } = await booked();
    await receives(order);
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('refunded');
    expect(await parcel(order)).toMatchObject({ state: 'delivered' });
    expect(shop.courier.parcel(awb).state).toBe('cancelled');
    await tells(awb, 'lost');
    await shop.carry();
    expect(await shop.refunded(order)).toBe(60_000);
  });

  test('S-42 she sends it herself, and nobody else does', async () => {
    const { awb, ...order } = await booked();
    for (const by of [personActor(), order.maker.actor])
      await expect(sends(order, by)).rejects.toEqual(refusal('order_not_found'));
    await sends(order);
    await shop.carry(2);
    expect(await parcel(order)).toMatchObject({ state: 'in_transit', own_carrier: true, courier: 'India Post' });
    expect(shop.courier.parcel(awb).state).toBe('cancelled');
    await expect(sends(order)).rejects.toEqual(refusal('illegal_transition'));
    await receives(order, false);
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('refunded');
    await expect(sends(order)).rejects.toEqual(refusal('return_not_under_way'));
  });

  test('a pick-up is asked for again only when nobody comes any more', async () => {
    const { awb, ...order } = await booked();
    const again = (by = order.shopper) => shop.app.as(by, () => shop.app.get(SendBack).askPickup(order.orderId));
    await expect(again()).rejects.toEqual(refusal('illegal_transition'));
    await expect(again(personActor())).rejects.toEqual(refusal('order_not_found'));
    await tells(awb, 'back_at_origin');
    expect(await parcel(order)).toMatchObject({ state: 'with_shopper' });
    await again();
    await shop.carry(2);
    const second = await parcel(order);
    expect(second).toMatchObject({ state: 'booked', bookings: 2 });
    await tells(second.awb!, 'delivered');
    await shop.carry();
    expect(await shop.stateOf(order)).toBe('return_delivered');
  });

  test('approved before couriers fetched: asking for a pick-up asks for the first', async () => {
    const order = await approved();
    await asOwner(`delete from platform.outbox where name = 'fulfilment.book-pickup'`);
    const sees = `set local odop.scope = 'system'`;
    await asOwner(`${sees}; delete from fulfilment.return_parcel where cause_id = '${order.orderId}'`);
    await shop.app.as(order.shopper, () => shop.app.get(SendBack).askPickup(order.orderId));
    expect(await parcel(order)).toMatchObject({ state: 'planned', bookings: 1 });
  });

  describe('the desk', () => {
    const until = async (order: Placed): Promise<Date> => {
      const facts = z.object({ facts: z.object({ until: z.iso.datetime() }) });
      const refused = await decides(order, 'received').catch((error: unknown) => error);
      expect(refused).toEqual(refusal('return_not_overdue'));
      return new Date(facts.parse(refused).facts.until);
    };

    test('retail.return_transit_days: it is told once, and decides from then on: received, without being for sale again', async () => {
      await frozenClock.at(noon);
      const order = await approved();
      const end = await until(order);
      await at(end, -1);
      await expect(decides(order, 'received')).rejects.toEqual(refusal('return_not_overdue'));
      await at(end, 1);
      for (let i = 0; i < 2; i++) await shop.app.asSystem(() => shop.app.get(AlarmOrder).run(order.orderId));
      expect(await news('orders.waits', order)).toHaveLength(1);
      await decides(order, 'received');
      expect(await news('orders.return_decided', order)).toMatchObject([{ payload: { outcome: 'received' } }]);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe('refunded');
      expect(await request(order)).toMatchObject({ decision: 'The carrier proved it.', is_resellable: false });
      expect(await shop.stock(order.piece)).toEqual({ on_hand: 0, reserved: 0 });
      const trail = await asOwner(
        `select reason from platform.audit where action = 'orders.receive_return' and object_id = $1`,
        [order.orderId],
      );
      expect(trail).toEqual([{ reason: 'The carrier proved it.' }]);
      await expect(decides(order, 'ended')).rejects.toEqual(refusal('return_not_under_way'));
    });

    test('R-8.7 ended: what was kept in exchange is let go, the order goes on, and its maker is paid', async () => {
      await frozenClock.at(noon);
      const piece = await shop.piece({ stock: 2, price_paise: 60_000 });
      const order = await approved(1, { wants: 'exchange' }, piece);
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 1 });
      await at(await until(order), 1);
      await decides(order, 'ended');
      expect(await shop.stateOf(order)).toBe('delivered');
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
      expect(await request(order)).toMatchObject({ status: 'ended', parcel: { state: 'called_off' } });
      await shop.lapses(order.orderId);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe('completed');
      expect(await shop.refunded(order)).toBe(0);
      expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
    });

    test('what lies with its maker it decides at once: the parcel held something else', async () => {
      const { awb, ...order } = await booked();
      await tells(awb, 'delivered');
      await shop.carry();
      await decides(order, 'ended');
      expect(await shop.stateOf(order)).toBe('delivered');
      await expect(receives(order)).rejects.toEqual(refusal('illegal_transition'));
    });

    test('S-28 only with a second factor just proved; of an order nobody returns there is nothing to decide', async () => {
      const order = await approved();
      await expect(decides(order, 'ended', personActor())).rejects.toEqual(refusal('second_factor_needed'));
      await receives(order);
      await expect(decides(order, 'ended')).rejects.toEqual(refusal('return_not_under_way'));
      await expect(decides({ ...order, orderId: newId() }, 'ended')).rejects.toEqual(refusal('order_not_found'));
    });

    test('it sees what is under way, and from when it may decide', async () => {
      const order = await approved();
      const asked = await request(order);
      const page = { limit: 10_000, key: null, towards: 'next', wantsCount: false, list: '' } as const;
      const rows = await shop.money.tx((tx) => shop.app.get(DeskReturnsQuery).page(tx, 'return_in_transit', page));
      const row = rows.find(({ id }) => id === asked.id)!;
      expect(row).toMatchObject({ order_id: order.orderId, reason: 'defect', seller_id: order.maker.sellerId });
      expect(row.decidable_from.getTime()).toBeGreaterThan(row.state_since.getTime());
    });
  });
});
