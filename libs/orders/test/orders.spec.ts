import { newId } from '#platform/kernel';
import { UnitOfWork } from '#platform/database';
import { frozenClock, personActor } from '#platform/testing';
import { ChangePrice } from '#catalogue';
import { CloseShop, OpenDealings } from '#sellers';
import { CancelOrder, DeclineOrder, DueOrdersQuery, FollowShipment, OrdersQuery } from '../src/index.js';
import { Shop, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('Orders', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const cancels = (order: Placed, by = order.shopper) =>
    shop.app.as(by, () => shop.app.get(CancelOrder).run(order.orderId));
  const declines = (order: Placed, by = order.maker.actor) =>
    shop.app.as(by, () => shop.app.get(DeclineOrder).run(order.orderId, 'The loom is broken.'));
  const due = () => shop.money.tx((tx) => shop.app.get(DueOrdersQuery).due(tx, 10_000));
  const follow = (what: 'dispatched' | 'delivered', order: Placed) =>
    shop.app.asSystem(() => shop.app.get(FollowShipment)[what](order.orderId));
  const fails = (order: Placed, outcome: 'lost_damaged' | 'rto_delivered') =>
    shop.app.asSystem(() => shop.app.get(FollowShipment).failed(order.orderId, outcome));

  describe('S-42 S-43 whose order it is', () => {
    test('to a stranger, a shopper or a maker, it is not there', async () => {
      const order = await shop.order('placed', await shop.piece());
      const stranger = personActor({ organisationId: newId() });
      const reads = () =>
        shop.app.as(stranger, () =>
          shop.app.get(UnitOfWork).run((tx) => shop.app.get(OrdersQuery).byId(tx, order.orderId)),
        );
      await expect(shop.accepts(order, stranger)).rejects.toThrow(refusal('order_not_found'));
      await expect(declines(order, stranger)).rejects.toThrow(refusal('order_not_found'));
      await expect(cancels(order, stranger)).rejects.toThrow(refusal('order_not_found'));
      await expect(reads()).rejects.toThrow(refusal('order_not_found'));
    });

    test('the maker cannot cancel for the shopper, nor the shopper accept for the maker', async () => {
      const order = await shop.order('placed', await shop.piece());
      await expect(cancels(order, order.maker.actor)).rejects.toThrow(refusal('order_not_found'));
      await expect(shop.accepts(order, order.shopper)).rejects.toThrow(refusal('order_not_found'));
    });
  });

  describe('SM-4 the road of an order', () => {
    test('from the payment to the payout; each piece of news told three times', async () => {
      const piece = await shop.piece({ stock: 3, price_paise: 145_000 });
      const order = await shop.ordered(piece, 2);
      expect(await shop.stock(piece)).toEqual({ on_hand: 3, reserved: 2 });
      await shop.pays(order);
      await shop.carry(3);
      expect(await shop.stateOf(order)).toBe('placed');
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
      await shop.accepts(order);
      await shop.carry(3);
      await shop.dispatches(order);
      await shop.carry(3);
      expect(await shop.stateOf(order)).toBe('shipped');
      await follow('delivered', order);
      await follow('delivered', order);
      expect(await shop.stateOf(order)).toBe('delivered');
      await frozenClock.later(8 * 86_400);
      await shop.lapses(order.orderId);
      await shop.carry(3);
      expect(await shop.stateOf(order)).toBe('completed');
      expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
      const paid = shop.money.bank.payouts().filter((payout) => payout.amount_paise === 290_000);
      expect(paid).toHaveLength(1);
    });

    test('S-19 news of the arrival may overtake news of the hand-over', async () => {
      const order = await shop.order('confirmed', await shop.piece());
      await follow('delivered', order);
      await follow('dispatched', order);
      expect(await shop.stateOf(order)).toBe('delivered');
    });

    test.each([
      ['lost_damaged', 1],
      ['rto_delivered', 3],
    ] as const)(
      'R-8.6 S-4 a parcel that is %s: everything back, once; %i of three pieces are there',
      async (outcome, left) => {
        const piece = await shop.piece({ price_paise: 50_000, stock: 3 });
        const order = await shop.order('shipped', piece, 2);
        await fails(order, outcome);
        await fails(order, outcome);
        await shop.carry(2);
        expect(await shop.stateOf(order)).toBe('refunded');
        expect(await shop.refunded(order)).toBe(100_000);
        expect(await shop.stock(piece)).toEqual({ on_hand: left, reserved: 0 });
      },
    );

    test('R-9.3 declined: everything back, the piece for sale again, told twice or not', async () => {
      const piece = await shop.piece({ stock: 1, price_paise: 50_000 });
      const order = await shop.order('placed', piece);
      await declines(order);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe('cancelled_by_seller');
      expect(await shop.refunded(order)).toBe(50_000);
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
    });

    test('R-9.3 cancelled before it was paid: nothing to give back; paid all the same, it goes back', async () => {
      const piece = await shop.piece({ stock: 1, price_paise: 50_000 });
      const order = await shop.ordered(piece);
      const intent = await shop.opens(order);
      await cancels(order);
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
      shop.money.provider.pay(intent);
      await shop.money.settle(intent);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe('cancelled_by_customer');
      expect(await shop.refunded(order)).toBe(50_000);
      expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
    });

    test('SM-5 cancelled after it was confirmed: its parcel is not sent any more', async () => {
      const order = await shop.order('confirmed', await shop.piece({ price_paise: 50_000 }));
      await cancels(order);
      await shop.carry();
      expect(await shop.refunded(order)).toBe(50_000);
      await expect(shop.dispatches(order)).rejects.toThrow(refusal('illegal_transition'));
    });

    test('SM-5 cancelled before its parcel was planned: none is', async () => {
      const order = await shop.order('placed', await shop.piece());
      await shop.accepts(order);
      await cancels(order);
      await shop.carry();
      await expect(shop.dispatches(order)).rejects.toThrow(refusal('shipment_not_found'));
    });

    test('SM-5 handed over, it is no longer cancelled, even before the news has come round', async () => {
      const order = await shop.order('confirmed', await shop.piece());
      await shop.dispatches(order);
      await expect(cancels(order)).rejects.toThrow(refusal('illegal_transition'));
      await shop.carry();
      expect(await shop.stateOf(order)).toBe('shipped');
    });

    test.each([
      ['pending_payment', 'accepts'],
      ['pending_payment', 'declines'],
      ['confirmed', 'accepts'],
      ['confirmed', 'declines'],
      ['shipped', 'accepts'],
      ['shipped', 'declines'],
      ['shipped', 'cancels'],
      ['delivered', 'accepts'],
      ['delivered', 'cancels'],
      ['completed', 'declines'],
      ['completed', 'cancels'],
    ] as const)('%s: nobody %s it', async (state, verb) => {
      const order = await shop.order(state, await shop.piece());
      const act = { accepts: shop.accepts.bind(shop), declines, cancels }[verb];
      await expect(act(order)).rejects.toThrow(refusal('illegal_transition'));
      expect(await shop.stateOf(order)).toBe(state);
    });
  });

  describe('SM-4 clocks, a second before and a second after', () => {
    const noon = new Date('2027-03-01T06:30:00Z');
    const at = (end: Date, seconds: number) => frozenClock.at(new Date(end.getTime() + seconds * 1_000));
    const endOf = async (order: Placed): Promise<Date> => (await shop.row(order.orderId)).due_at!;

    test('retail.reserve_minutes: the pieces are kept for fifteen minutes', async () => {
      await frozenClock.at(noon);
      const piece = await shop.piece({ stock: 1 });
      const order = await shop.ordered(piece);
      const end = await endOf(order);
      expect(end).toEqual(new Date('2027-03-01T06:45:00Z'));
      await at(end, -1);
      expect(await due()).not.toContain(order.orderId);
      await shop.lapses(order.orderId);
      expect(await shop.stateOf(order)).toBe('pending_payment');
      await at(end, 1);
      expect(await due()).toContain(order.orderId);
      await shop.lapses(order.orderId);
      await shop.lapses(order.orderId);
      expect(await shop.stateOf(order)).toBe('payment_failed');
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
    });

    test('retail.late_capture_days: money that is late is looked for seven days', async () => {
      await frozenClock.at(noon);
      const order = await shop.ordered(await shop.piece());
      await at(await endOf(order), 1);
      await shop.lapses(order.orderId);
      const end = await endOf(order);
      await at(end, -1);
      await shop.lapses(order.orderId);
      expect(await shop.stateOf(order)).toBe('payment_failed');
      await at(end, 1);
      await shop.lapses(order.orderId);
      expect(await shop.stateOf(order)).toBe('abandoned');
    });

    test('retail.accept_hours: accepted a second before the end, refused a second after, even if nobody has looked', async () => {
      await frozenClock.at(noon);
      const [early, late] = [
        await shop.order('placed', await shop.piece()),
        await shop.order('placed', await shop.piece()),
      ];
      const end = await endOf(late);
      await at(end, -1);
      await shop.lapses(late.orderId);
      await shop.accepts(early);
      await at(end, 1);
      await expect(shop.accepts(late)).rejects.toThrow(refusal('illegal_transition'));
      await expect(cancels(late)).rejects.toThrow(refusal('illegal_transition'));
      await shop.lapses(late.orderId);
      await shop.carry(2);
      expect(await shop.stateOf(late)).toBe('cancelled_by_seller');
      expect(await shop.refunded(late)).toBe(145_000);
    });

    test('retail.return_window_days: the maker is paid when it is over, not before', async () => {
      await frozenClock.at(noon);
      const order = await shop.order('delivered', await shop.piece({ price_paise: 77_700 }));
      const end = await endOf(order);
      await at(end, -1);
      await shop.lapses(order.orderId);
      await shop.carry();
      expect(await shop.stateOf(order)).toBe('delivered');
      expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(77_700n);
      await at(end, 1);
      await shop.lapses(order.orderId);
      await shop.carry();
      expect(await shop.stateOf(order)).toBe('completed');
      expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
    });
  });

  describe('S-5 money that comes too late', () => {
    /** An order whose payment was under way when its time ran out. */
    async function late(stock: number) {
      const piece = await shop.piece({ stock, price_paise: 50_000 });
      const order = await shop.ordered(piece);
      const intent = await shop.opens(order);
      shop.money.provider.pay(intent, 'pm_upi_slow');
      await shop.money.settle(intent);
      await frozenClock.later(901);
      await shop.lapses(order.orderId);
      return { ...order, intent };
    }
    async function arrives(intent: string) {
      const path = `${shop.money.provider.url}/_control/payment_intents/${intent}/settle`;
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"outcome":"passed"}' };
      expect((await fetch(path, init)).status).toBe(200);
      await shop.money.settle(intent);
      await shop.carry(3);
    }

    test('buys what is still there, at the price that was paid', async () => {
      const order = await late(1);
      await shop.app.as(order.maker.actor, () => shop.app.get(ChangePrice).run(order.piece.offerId, 40_000n));
      await arrives(order.intent);
      expect(await shop.stateOf(order)).toBe('placed');
      expect((await shop.row(order.orderId)).total_paise).toBe(50_000n);
      expect(await shop.stock(order.piece)).toEqual({ on_hand: 0, reserved: 0 });
    });

    test('goes back in full, once, when another has it', async () => {
      const order = await late(1);
      await shop.order('placed', order.piece);
      await arrives(order.intent);
      expect(await shop.stateOf(order)).toBe('refunded');
      expect(await shop.refunded(order)).toBe(50_000);
      expect(await shop.money.balance('buyer_escrow', order.checkoutId)).toBe(0n);
    });

    test('SM-6 a payment that failed lets the pieces go at once', async () => {
      const piece = await shop.piece({ stock: 1 });
      const order = await shop.ordered(piece);
      const intent = await shop.opens(order);
      shop.money.provider.books.intents.put(intent, {
        ...shop.money.provider.books.intents.get(intent)!,
        status: 'canceled',
      });
      await shop.money.settle(intent);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe('payment_failed');
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
    });
  });

  test('SM-1 R-8.7 a shop has open dealings until the money of her completed orders is on its way', async () => {
    const maker = await shop.goods.make.verified();
    const open = () => shop.money.tx((tx) => shop.app.get(OpenDealings).of(tx, maker.sellerId));
    const completes = async () => {
      const order = await shop.order('delivered', await shop.piece({}, maker));
      await frozenClock.later(8 * 86_400);
      await shop.lapses(order.orderId);
      return order;
    };
    const { number } = (await completes()).placed.orders[0]!;
    const closes = () => shop.app.as(maker.actor, () => shop.app.get(CloseShop).run('I stop weaving.'));
    const unpaid = { kind: 'unpaid_order', number };
    expect(await open()).toEqual([unpaid]);
    await expect(closes()).rejects.toMatchObject({ code: 'shop_has_open_dealings', facts: { open: [unpaid] } });
    await shop.carry();
    expect(await open()).toEqual([]);

    const disputed = await completes();
    const becomes = (state: string) =>
      shop.money.tx((tx) =>
        tx.run(`update payments.payment set state = $2 where cause_id = $1`, [disputed.checkoutId, state]),
      );
    expect(await becomes('disputed')).toBe(1);
    await shop.carry();
    expect(await open()).toEqual([{ kind: 'unpaid_order', number: disputed.placed.orders[0]!.number }]);
    await becomes('charged_back'); // nobody pays her for that one any more
    expect(await open()).toEqual([]);
  });
});
