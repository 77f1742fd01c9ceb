import { ChangePrice, PauseListing } from '#catalogue';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { frozenClock } from '#platform/testing';
import {
  CheckoutsQuery,
  OrdersQuery,
  PlaceOrder,
  PlaceQuote,
  PurgeCarts,
  QuoteCart,
  ReviewCart,
} from '../src/index.js';
import { registered } from './builders/registered.js';
import { Shop, shipTo } from './builders/shop.js';

const refusal = (code: string, facts?: object) =>
  expect.objectContaining(facts ? { code, facts: expect.objectContaining(facts) } : { code });

describe('S-10 what a shopper was promised', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());

  const reviews = (shopper: Actor, cartId: string) => shop.app.as(shopper, () => shop.app.get(ReviewCart).run(cartId));
  const quotes = (shopper: Actor, cartId: string, pincode = shipTo.pincode) =>
    shop.app.as(shopper, () => shop.app.get(QuoteCart).run(cartId, { ...shipTo, pincode }));
  const orders = (shopper: Actor, quoteId: string) => shop.app.as(shopper, () => shop.app.get(PlaceQuote).run(quoteId));
  const asks = (piece: Awaited<ReturnType<Shop['piece']>>, price: bigint) =>
    shop.app.as(piece.maker.actor, () => shop.app.get(ChangePrice).run(piece.offerId, price));
  const checkout = (by: Actor, id: string) =>
    shop.app.as(by, () => shop.app.get(UnitOfWork).run((tx) => shop.app.get(CheckoutsQuery).byId(tx, id)));

  test('a cart is looked at again: what got dearer, ran short or is gone is told of each line, and none is quoted', async () => {
    const shopper = shop.shopper();
    const [same, dearer, few, gone] = [await shop.piece(), await shop.piece(), await shop.piece(), await shop.piece()];
    const cartId = await shop.cart(shopper, [same, 1], [dearer, 1], [few, 3], [gone, 1]);
    expect((await reviews(shopper, cartId)).lines.flatMap(({ troubles }) => troubles)).toEqual([]);
    await asks(dearer, 146_000n);
    await shop.ordered(few, 1);
    await shop.app.as(gone.maker.actor, () => shop.app.get(PauseListing).run(gone.listingId));
    const seen = new Map((await reviews(shopper, cartId)).lines.map((line) => [line.offerId, line]));
    expect(seen.get(same.offerId)).toMatchObject({ troubles: [], now: { price_paise: 145_000n, available: 3 } });
    expect(seen.get(dearer.offerId)).toMatchObject({ troubles: ['price_changed'], now: { price_paise: 146_000n } });
    expect(seen.get(few.offerId)).toMatchObject({ troubles: ['out_of_stock'], now: { available: 2 } });
    expect(seen.get(gone.offerId)).toMatchObject({ troubles: ['gone'], now: null });
    await expect(quotes(shopper, cartId)).rejects.toThrow(
      refusal('cart_changed', {
        lines: expect.arrayContaining([
          { offerId: dearer.offerId, troubles: ['price_changed'] },
          { offerId: few.offerId, troubles: ['out_of_stock'] },
          { offerId: gone.offerId, troubles: ['gone'] },
        ]),
      }),
    );
    await expect(reviews(shop.shopper(), cartId)).rejects.toThrow(refusal('cart_not_found'));
  });

  test('a quote is ordered at just what it said, even when the maker asks more meanwhile', async () => {
    const [shopper, piece] = [shop.shopper(), await shop.piece({ price_paise: 105_000 }, await registered(shop))];
    const cartId = await shop.cart(shopper, [piece, 2]);
    const quote = await quotes(shopper, cartId, '560001');
    await asks(piece, 115_000n);
    const placed = await orders(shopper, quote.id);
    expect(placed).toMatchObject({
      total_paise: 210_000n,
      orders: [{ orderId: quote.orders[0]!.id, tax_paise: 10_000n }],
    });
    const [line] = (await shop.row(placed.orders[0]!.orderId)).lines;
    expect(line).toMatchObject({
      price_paise: 105_000n,
      taxable_paise: 200_000n,
      igst_paise: 10_000n,
      paid_paise: 210_000n,
    });
    await expect(orders(shopper, quote.id)).rejects.toThrow(refusal('cart_already_ordered'));
    const { payment, pay_by, orders: made } = await checkout(shopper, placed.checkoutId);
    expect({ payment, pay_by, states: made.map((order) => order.state) }).toEqual({
      payment: 'intent_created',
      pay_by: placed.payBy,
      states: ['pending_payment'],
    });
    await expect(checkout(shop.shopper(), placed.checkoutId)).rejects.toThrow(refusal('checkout_not_found'));
  });

  test.each([
    [-1, 'ordered'],
    [0, 'quote_expired'],
  ])('%d s from its end a quote is %s', async (seconds, outcome) => {
    const [shopper, piece] = [shop.shopper(), await shop.piece()];
    const quote = await quotes(shopper, await shop.cart(shopper, [piece, 1]));
    await frozenClock.at(new Date(quote.expiresAt.getTime() + seconds * 1_000));
    const asked = orders(shopper, quote.id).then(
      () => 'ordered',
      (error: { code: string }) => error.code,
    );
    expect(await asked).toBe(outcome);
  });

  test('what is no longer true of a quote is told of every line', async () => {
    const shopper = shop.shopper();
    const [few, gone, more] = [await shop.piece({ stock: 2 }), await shop.piece(), await shop.piece()];
    const cartId = await shop.cart(shopper, [few, 2], [gone, 1], [more, 1]);
    const quote = await quotes(shopper, cartId);
    await shop.ordered(few, 1);
    await shop.app.as(gone.maker.actor, () => shop.app.get(PauseListing).run(gone.listingId));
    await shop.puts(shopper, cartId, more.offerId, 2);
    await expect(orders(shopper, quote.id)).rejects.toThrow(
      refusal('quote_outdated', {
        lines: expect.arrayContaining([
          { offerId: few.offerId, why: 'out_of_stock' },
          { offerId: gone.offerId, why: 'gone' },
          { offerId: more.offerId, why: 'changed_in_cart' },
        ]),
      }),
    );
    expect(await shop.stock(more)).toEqual({ on_hand: 3, reserved: 0 });
  });

  test('a newer quote takes the place of an older one; another’s is not there; two at once order once', async () => {
    const [shopper, piece] = [shop.shopper(), await shop.piece()];
    const cartId = await shop.cart(shopper, [piece, 1]);
    const [old, quote] = [await quotes(shopper, cartId), await quotes(shopper, cartId)];
    await expect(orders(shopper, old.id)).rejects.toThrow(refusal('quote_not_found'));
    await expect(orders(shop.shopper(), quote.id)).rejects.toThrow(refusal('quote_not_found'));
    const twice = await Promise.allSettled([orders(shopper, quote.id), orders(shopper, quote.id)]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await shop.stock(piece)).toEqual({ on_hand: 3, reserved: 1 });
  });

  test('R-4.7 what her gift is to say reaches each maker of it, sealed; an erased shopper’s words are gone', async () => {
    const [mine, hers] = [await shop.piece(), await shop.piece({}, await shop.goods.make.verified())];
    const shopper = shop.shopper();
    const cartId = await shop.cart(shopper, [mine, 1], [hers, 1]);
    const words = 'For Rukhsana, on her first loom';
    const { app } = shop;
    const quote = await app.as(shopper, () => app.get(QuoteCart).run(cartId, shipTo, [], words));
    const placed = await orders(shopper, quote.id);
    const seen = (by: Actor, id: string) =>
      app.as(by, () => app.get(UnitOfWork).run((tx) => app.get(OrdersQuery).byId(tx, id)));
    for (const { orderId, sellerId } of placed.orders) {
      const maker = [mine, hers].find((piece) => piece.maker.sellerId === sellerId)!.maker;
      expect((await seen(maker.actor, orderId)).gift_message).toBe(words);
      expect((await seen(shopper, orderId)).gift_message).toBe(words);
    }
    const rows = `select t::text as text from orders."order" t union all select t::text from orders.quote t
                  union all select t::text from platform.outbox t union all select t::text from platform.audit t`;
    const texts = await shop.money.tx((tx) => tx.many(z.object({ text: z.string() }), rows, []));
    expect(texts.filter(({ text }) => text.includes('Rukhsana'))).toEqual([]);
    const { orderId } = placed.orders[0]!;
    await shop.money.tx((tx) => app.get(SubjectKeys).destroy(tx, shopper.personId!));
    expect((await shop.row(orderId)).gift_message).toBeNull();
    const giver = shop.shopper();
    const straight = await shop.cart(giver, [mine, 1]);
    const given = await app.as(giver, () => app.get(PlaceOrder).run(straight, shipTo, { giftMessage: words }));
    expect((await shop.row(given.orders[0]!.orderId)).gift_message).toBe(words);
    const plain = await shop.ordered(mine);
    expect((await shop.row(plain.orderId)).gift_message).toBeNull();
  });

  test('S-66 quotes that are over are forgotten', async () => {
    const [shopper, piece] = [shop.shopper(), await shop.piece()];
    const quote = await quotes(shopper, await shop.cart(shopper, [piece, 1]));
    const afterPurge = async () => {
      await shop.app.asSystem(() => shop.app.get(PurgeCarts).run());
      return orders(shopper, quote.id).catch((error: { code: string }) => error.code);
    };
    await frozenClock.at(new Date(quote.expiresAt.getTime() + 86_399_000));
    expect(await afterPurge()).toBe('quote_expired');
    await frozenClock.later(2);
    expect(await afterPurge()).toBe('quote_not_found');
  });
});
