import { newId } from '#platform/kernel';
import { UnitOfWork } from '#platform/database';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import { returnsAsOf } from '../src/domain/return-terms.js';
import { AlarmOrder, CancelOrder, DeclineOrder, OrderTimelineQuery } from '../src/index.js';
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
