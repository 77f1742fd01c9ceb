import { CancelOrder, AskReturn, AnswerReturn, QuoteCart, PlaceQuote, ReceiveReturn } from '../src/index.js';
import { SetStock } from '#catalogue';
import { frozenClock } from '#platform/testing';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import { Shop, shipTo, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('S-4 goods made to order', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  /** Goods of which their maker takes on so many at a time. */
  const toOrder = (hands: number) =>
    shop.piece({
      offers: [
        {
          ...{ label: 'to your measure', stock: hands, leadDays: 12, isMadeToOrder: true, maxQuantity: 50 },
          price: { paise: 50_000, currency: 'INR' },
          mrp: { paise: 60_000, currency: 'INR' },
        },
      ],
    });
  const cancels = (order: Placed, quantity?: number) =>
    shop.app.as(order.shopper, async () => {
      const [line] = (await shop.row(order.orderId)).lines;
      await shop.app.get(CancelOrder).run(order.orderId, (quantity && [{ lineId: line!.id, quantity }]) || undefined);
    });
  const busy = async (piece: Goods) => (await shop.stock(piece)).reserved;

  test('a line says that its pieces are made, the promise counts their days, and no piece leaves a shelf', async () => {
    await frozenClock.at(new Date('2027-03-01T06:30:00Z'));
    const piece = await toOrder(2);
    const shopper = shop.shopper();
    const cartId = await shop.cart(shopper, [piece, 2]);
    const quote = await shop.app.as(shopper, () => shop.app.get(QuoteCart).run(cartId, shipTo));
    const other = shop.shopper();
    const shelvedCart = await shop.cart(other, [await shop.piece({}, piece.maker), 1]);
    const shelved = await shop.app.as(other, () => shop.app.get(QuoteCart).run(shelvedCart, shipTo));
    expect([quote, shelved].map(({ orders }) => orders[0]!.lines[0]!.toMake)).toEqual([true, false]);
    const days = (quote.orders[0]!.promisedBy.getTime() - shelved.orders[0]!.promisedBy.getTime()) / 86_400_000;
    expect(days).toBe(12 - 5);
    const placed = await shop.app.as(shopper, () => shop.app.get(PlaceQuote).run(quote.id));
    expect((await shop.row(placed.orders[0]!.orderId)).lines).toMatchObject([{ to_make: true, quantity: 2 }]);
    expect(await shop.stock(piece)).toEqual({ on_hand: 2, reserved: 2 });
    await expect(shop.ordered(piece)).rejects.toEqual(refusal('out_of_stock'));
  });

  test('sold over and over: whatever has left her hands can be ordered again, and the count stays what she said', async () => {
    const piece = await toOrder(1);
    for (let round = 0; round < 3; round++) {
      const order = await shop.order('confirmed', piece);
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 1 });
      await expect(shop.ordered(piece)).rejects.toEqual(refusal('out_of_stock'));
      await shop.dispatches(order);
      await shop.carry(2);
      expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
    }
  });

  test('what lapses, is declined, or is cancelled in part or whole frees her hands, and puts nothing on a shelf', async () => {
    const piece = await toOrder(6);
    const lapsing = await shop.ordered(piece, 2);
    const [declined, cut] = [await shop.order('placed', piece), await shop.order('placed', piece, 3)];
    expect(await busy(piece)).toBe(6);
    await cancels(cut, 1);
    expect(await busy(piece)).toBe(5);
    await cancels(declined);
    expect(await busy(piece)).toBe(4);
    await cancels(lapsing);
    expect(await busy(piece)).toBe(2);
    await cancels(cut);
    await shop.carry(2);
    expect(await shop.stock(piece)).toEqual({ on_hand: 6, reserved: 0 });
    expect(await shop.refunded(cut)).toBe(150_000);
  });

  test('what comes back from a shopper or on the way is nobody else’s: it is on no shelf', async () => {
    const piece = await toOrder(1);
    const order = await shop.order('delivered', piece);
    const [line] = (await shop.row(order.orderId)).lines;
    const asked = { lines: [{ lineId: line!.id, quantity: 1 }], reason: 'defect' as const, note: null };
    await shop.app.as(order.shopper, () => shop.app.get(AskReturn).run(order.orderId, asked));
    await shop.app.as(order.maker.actor, () => shop.app.get(AnswerReturn).approve(order.orderId));
    await shop.app.as(order.maker.actor, () => shop.app.get(ReceiveReturn).run(order.orderId, true));
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('refunded');
    expect(await shop.stock(piece)).toEqual({ on_hand: 1, reserved: 0 });
  });

  test('fifty shoppers at once, and hands for seven: seven are taken on', async () => {
    const piece = await toOrder(7);
    const carts = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const shopper = shop.shopper();
        return { shopper, cartId: await shop.cart(shopper, [piece, 1]) };
      }),
    );
    const all = await Promise.allSettled(carts.map(({ shopper, cartId }) => shop.places(shopper, cartId)));
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(7);
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toEqual(refusal('out_of_stock'));
    expect(await shop.stock(piece)).toEqual({ on_hand: 7, reserved: 7 });
  });

  test('paid too late: she is asked again whether she takes it on', async () => {
    for (const [hands, state] of [
      [2, 'placed'],
      [1, 'refunded'],
    ] as const) {
      const piece = await toOrder(1);
      const late = await shop.ordered(piece);
      const intent = await shop.opens(late);
      await frozenClock.later(3_600);
      await shop.lapses(late.orderId);
      await shop.ordered(piece);
      if (hands === 2) {
        await shop.app.as(piece.maker.actor, () => shop.app.get(SetStock).run(piece.offerId, 2));
      }
      shop.money.provider.pay(intent);
      await shop.money.settle(intent);
      await shop.carry();
      expect(await shop.stateOf(late)).toBe(state);
      expect(await shop.stock(piece)).toEqual({ on_hand: hands, reserved: hands });
    }
  });
});
