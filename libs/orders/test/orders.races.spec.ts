import { frozenClock } from '#platform/testing';
import { CancelOrder } from '../src/index.js';
import { Shop, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('Races for orders', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const cancels = (order: Placed) => shop.app.as(order.shopper, () => shop.app.get(CancelOrder).run(order.orderId));
  const wins = (all: PromiseSettledResult<unknown>[]) => all.filter((one) => one.status === 'fulfilled').length;

  test('S-4 fifty shoppers and ten pieces: exactly ten are sold', async () => {
    const piece = await shop.piece({ stock: 10 });
    const carts = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const shopper = shop.shopper();
        return { shopper, cartId: await shop.cart(shopper, [piece, 1]) };
      }),
    );
    const all = await Promise.allSettled(carts.map(({ shopper, cartId }) => shop.places(shopper, cartId)));
    expect(wins(all)).toBe(10);
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toEqual(refusal('out_of_stock'));
    expect(await shop.stock(piece)).toEqual({ on_hand: 10, reserved: 10 });
  });

  test('SM-4 one cart placed twenty times at once is one order', async () => {
    const [shopper, piece] = [shop.shopper(), await shop.piece({ stock: 30 })];
    const cartId = await shop.cart(shopper, [piece, 1]);
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => shop.places(shopper, cartId)));
    expect(wins(all)).toBe(1);
    expect(await shop.stock(piece)).toMatchObject({ reserved: 1 });
  });

  test('S-4 S-11 goods of two makers in carts the other way round: all are ordered, nobody waits for ever', async () => {
    const other = await shop.goods.make.verified();
    const [one, two] = [await shop.piece({ stock: 20 }), await shop.piece({ stock: 20 }, other)];
    const carts = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const shopper = shop.shopper();
        const lines = [[one, 1] as const, [two, 1] as const];
        return { shopper, cartId: await shop.cart(shopper, ...(i % 2 === 0 ? lines : lines.toReversed())) };
      }),
    );
    const all = await Promise.allSettled(carts.map(({ shopper, cartId }) => shop.places(shopper, cartId)));
    expect(wins(all)).toBe(20);
    for (const piece of [one, two]) expect(await shop.stock(piece)).toEqual({ on_hand: 20, reserved: 20 });
  });

  test('cancelled while it is paid: placed and given back, or given back at once; never both, never neither', async () => {
    for (let round = 0; round < 5; round++) {
      const piece = await shop.piece({ stock: 1, price_paise: 50_000 });
      const order = await shop.ordered(piece);
      const intent = await shop.opens(order);
      shop.money.provider.pay(intent);
      await shop.money.settle(intent);
      await Promise.allSettled([shop.carry(), cancels(order)]);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe('cancelled_by_customer');
      expect(await shop.refunded(order)).toBe(50_000);
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
    }
  });

  test('accepted while it lapses: the clock decides, and the money is where the order is', async () => {
    for (const seconds of [-1, 1]) {
      await frozenClock.at(new Date('2027-03-01T06:30:00Z'));
      const order = await shop.order('placed', await shop.piece({ price_paise: 50_000 }));
      const { due_at } = await shop.row(order.orderId);
      await frozenClock.at(new Date(due_at!.getTime() + seconds * 1_000));
      await Promise.allSettled([shop.accepts(order), shop.lapses(order.orderId), shop.lapses(order.orderId)]);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe(seconds < 0 ? 'confirmed' : 'cancelled_by_seller');
      expect(await shop.refunded(order)).toBe(seconds < 0 ? 0 : 50_000);
    }
  });

  test('cancelled while it is handed over: one of the two, and the money with it', async () => {
    for (let round = 0; round < 5; round++) {
      const order = await shop.order('confirmed', await shop.piece({ price_paise: 50_000 }));
      const [sent, cancelled] = await Promise.allSettled([shop.dispatches(order), cancels(order)]);
      expect([sent.status, cancelled.status].sort()).toEqual(['fulfilled', 'rejected']);
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe(sent.status === 'fulfilled' ? 'shipped' : 'cancelled_by_customer');
      expect(await shop.refunded(order)).toBe(sent.status === 'fulfilled' ? 0 : 50_000);
    }
  });
});
