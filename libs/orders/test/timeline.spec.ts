import { newId } from '#platform/kernel';
import { UnitOfWork } from '#platform/database';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import { returnsAsOf } from '../src/domain/return-terms.js';
import { metrics } from '#platform/observability';
import {
  AlarmOrder,
  AlarmUnplaced,
  CancelOrder,
  CheckoutTimelineQuery,
  DeclineOrder,
  MarkPlaced,
  OrdersWatch,
  OrderTimelineQuery,
} from '../src/index.js';
import { Shop, type Placed } from './builders/shop.js';

describe('The time-line of an order', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const told = async (order: Placed, by = order.shopper) => {
    const steps = await shop.app.as(by, () =>
      shop.app.get(UnitOfWork).run((tx) => shop.app.get(OrderTimelineQuery).of(tx, order.orderId)),
    );
    return steps.map(({ event, state, made_by, reason }) => [event, state, made_by, reason]);
  };

  test('SM-4 tells every step and who took it, to shopper and maker alike', async () => {
    const order = await shop.order('completed', await shop.piece());
    const steps = await told(order);
    expect(steps).toEqual([
      ['order', 'pending_payment', 'shopper', null],
      ['pay', 'placed', 'bazaar', null],
      ['accept', 'confirmed', 'maker', null],
      ['pack', 'packed', 'bazaar', null],
      ['hand_over', 'shipped', 'bazaar', null],
      ['deliver', 'delivered', 'bazaar', null],
      ['complete', 'completed', 'bazaar', null],
    ]);
    expect(await told(order, order.maker.actor)).toEqual(steps);
  });

  test('SM-4 R-8.6 the desk hears once of an order nobody moves, and again when it waits in another state', async () => {
    await frozenClock.at(new Date('2026-12-01T10:00:00Z'));
    const order = await shop.order('confirmed', await shop.piece());
    const alarm = shop.app.get(AlarmOrder);
    const isDue = async () =>
      (await shop.app.asSystem(() => shop.app.get(UnitOfWork).run((tx) => alarm.due(tx, 100_000)))).includes(
        order.orderId,
      );
    const told = () =>
      asOwner<{ state: string; desk: string }>(
        `select payload ->> 'state' as state, payload ->> 'desk' as desk from platform.outbox
          where name = 'orders.waits' and payload ->> 'orderId' = $1 order by id`,
        [order.orderId],
      );
    expect(await isDue()).toBe(false);
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    expect(await isDue()).toBe(true);
    for (let struck = 0; struck < 2; struck++) await shop.app.asSystem(() => alarm.run(order.orderId));
    expect(await told()).toEqual([{ state: 'confirmed', desk: 'delivery desk' }]);
    expect(await isDue()).toBe(false);
  });

  /** What Prometheus would read of a number of ours. */
  async function counted(name: string, labels: Record<string, string> = {}): Promise<number> {
    await shop.app.get(OrdersWatch).read();
    const { values } = await metrics.getSingleMetric(name)!.get();
    const same = (of: Record<string, unknown>) => Object.entries(labels).every(([label, value]) => of[label] === value);
    return values.filter((one) => same(one.labels)).reduce((sum, one) => sum + one.value, 0);
  }

  test('S-5 what is paid for and not placed for a minute is counted, and told to the payments desk once', async () => {
    await frozenClock.at(new Date('2026-12-01T10:00:00Z'));
    const [stuck, unpaid] = [await shop.ordered(await shop.piece()), await shop.ordered(await shop.piece())];
    const alarm = shop.app.get(AlarmUnplaced);
    const due = () => shop.app.asSystem(() => shop.app.get(UnitOfWork).run((tx) => alarm.due(tx, 100_000)));
    const strike = () => shop.app.asSystem(() => alarm.run(stuck.orderId));
    const told = () =>
      asOwner<{ state: string; desk: string; since: string }>(
        `select payload ->> 'state' as state, payload ->> 'desk' as desk, payload ->> 'since' as since
           from platform.outbox where name = 'orders.waits' and payload ->> 'orderId' = $1 order by id`,
        [stuck.orderId],
      );
    await shop.pays(stuck); // and nobody carries the news
    await frozenClock.later(59);
    await strike();
    expect([await due(), await told()]).toEqual([expect.not.arrayContaining([stuck.orderId]), []]);
    await frozenClock.later(1);
    expect(await due()).toContain(stuck.orderId);
    expect(await due()).not.toContain(unpaid.orderId);
    const counts = await counted('odop_orders_unplaced');
    for (let struck = 0; struck < 2; struck++) await strike();
    expect(await told()).toEqual([
      { state: 'pending_payment', desk: 'payments desk', since: '2026-12-01T10:00:00.000Z' },
    ]);
    expect(await due()).not.toContain(stuck.orderId);
    expect(await counted('odop_orders_unplaced')).toBe(counts);
    await shop.app.asSystem(() => shop.app.get(MarkPlaced).run(stuck.checkoutId));
    expect([await shop.stateOf(stuck), await counted('odop_orders_unplaced')]).toEqual(['placed', counts - 1]);
  });

  test('S-72 orders the desk was told about are counted by their state until somebody moves them', async () => {
    await frozenClock.at(new Date('2026-12-01T10:00:00Z'));
    const order = await shop.order('confirmed', await shop.piece());
    const waits = () => counted('odop_order_rows_waiting', { state: 'confirmed' });
    const before = await waits();
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    await shop.app.asSystem(() => shop.app.get(AlarmOrder).run(order.orderId));
    expect(await waits()).toBe(before + 1);
    await shop.dispatches(order);
    await shop.carry();
    expect(await waits()).toBe(before);
  });

  test('SM-4 SM-6 of a whole checkout: what every maker did, what went back and what the bank asked, in one list; nobody else’s', async () => {
    await frozenClock.at(new Date('2026-12-01T10:00:00Z'));
    const order = await shop.order('placed', await shop.piece());
    await frozenClock.later(60);
    await shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId));
    await shop.carry();
    const of = (by: typeof order.shopper) =>
      shop.app.as(by, () =>
        shop.app.get(UnitOfWork).run((tx) => shop.app.get(CheckoutTimelineQuery).of(tx, order.checkoutId)),
      );
    const steps = await of(order.shopper);
    expect(steps.map(({ number, event, made_by, amount_paise }) => [number, event, made_by, amount_paise])).toEqual([
      [order.placed.orders[0]!.number, 'order', 'shopper', null],
      [order.placed.orders[0]!.number, 'pay', 'bazaar', null],
      [order.placed.orders[0]!.number, 'cancel', 'shopper', null],
      [null, 'refund_promised', 'bazaar', order.placed.total_paise],
      [null, 'refund_sent', 'bazaar', order.placed.total_paise],
    ]);
    await expect(of(personActor({ label: 'another shopper' }))).rejects.toMatchObject({ code: 'checkout_not_found' });
  });

  test('S-42 S-43 a stranger sees none of it', async () => {
    const order = await shop.order('placed', await shop.piece());
    await expect(told(order, personActor({ organisationId: newId() }))).rejects.toMatchObject({
      code: 'order_not_found',
    });
  });

  test('SM-4 a refusal says why, a change of mind who', async () => {
    const [declined, cancelled] = [
      await shop.order('placed', await shop.piece()),
      await shop.order('placed', await shop.piece()),
    ];
    await shop.app.as(declined.maker.actor, () => shop.app.get(DeclineOrder).run(declined.orderId, 'The loom broke.'));
    await shop.app.as(cancelled.shopper, () => shop.app.get(CancelOrder).run(cancelled.orderId));
    expect((await told(declined)).at(-1)).toEqual(['decline', 'cancelled_by_seller', 'maker', 'The loom broke.']);
    expect((await told(cancelled)).at(-1)).toEqual(['cancel', 'cancelled_by_customer', 'shopper', null]);
  });

  test.each([
    ['50072010', false, 'goods'],
    ['50072010', true, 'made_to_order'],
    ['09041100', false, 'food'],
    ['09041100', true, 'food'],
  ])('SM-4 goods of HSN %s, made to order: %s, come back as %s', (hsn, isMadeToOrder, kind) => {
    expect(returnsAsOf({ hsn, isMadeToOrder })).toBe(kind);
  });
});
