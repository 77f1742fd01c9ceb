import { ChangePrice } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { asOwner } from '#platform/testing';
import { financialYear } from '#platform/time';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import { ChangeLine } from '../src/index.js';
import { Shop } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('S-10 what a cart may become', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());

  test('an empty cart is not ordered', async () => {
    const shopper = shop.shopper();
    await expect(shop.places(shopper, await shop.cart(shopper))).rejects.toThrow(refusal('cart_is_empty'));
  });

  test('another’s cart is not there', async () => {
    const cartId = await shop.cart(shop.shopper());
    await expect(shop.places(shop.shopper(), cartId)).rejects.toThrow(refusal('cart_not_found'));
  });

  test('a PIN code nobody knows is refused', async () => {
    const shopper = shop.shopper();
    const cartId = await shop.cart(shopper, [await shop.piece(), 1]);
    await expect(shop.places(shopper, cartId, { pincode: '999999' })).rejects.toThrow(
      refusal('address_pincode_unknown'),
    );
  });

  test('a price that changed since she saw it is told, never taken over; agreed to, it is frozen on the order', async () => {
    const [shopper, piece] = [shop.shopper(), await shop.piece({ price_paise: 100_000 })];
    const cartId = await shop.cart(shopper, [piece, 2]);
    const asks = (price: bigint) =>
      shop.app.as(piece.maker.actor, () => shop.app.get(ChangePrice).run(piece.offerId, price));
    await asks(99_000n);
    await expect(shop.places(shopper, cartId)).rejects.toThrow(refusal('price_changed'));
    await shop.puts(shopper, cartId, piece.offerId, 2);
    const placed = await shop.places(shopper, cartId);
    await asks(50_000n);
    const order = await shop.row(placed.orders[0]!.orderId);
    expect(order).toMatchObject({ total_paise: 198_000n, lines: [{ price_paise: 99_000n, line_paise: 198_000n }] });
  });

  test('R-4.7 S-10 pieces are wrapped as gifts for what their maker asked when she wrote it into the cart', async () => {
    const [shopper, plain] = [shop.shopper(), await shop.piece()];
    const wrapped = await shop.piece({ price_paise: 100_000, giftWrap: { paise: 4_000, currency: 'INR' } });
    const cartId = await shop.cart(shopper);
    const puts = ({ offerId }: Goods, wrap: boolean) =>
      shop.app.as(shopper, () => shop.app.get(ChangeLine).run(cartId, offerId, 2, wrap));
    await expect(puts(plain, true)).rejects.toThrow(refusal('gift_wrap_not_offered'));
    expect((await puts(wrapped, true)).lines).toMatchObject([{ seen_wrap_paise: 4_000n }]);
    const placed = await shop.places(shopper, cartId);
    expect(await shop.row(placed.orders[0]!.orderId)).toMatchObject({
      total_paise: 208_000n,
      lines: [{ price_paise: 100_000n, wrap_paise: 4_000n, line_paise: 208_000n }],
    });
  });

  test('R-4.7 a quantity that is not sold is refused', async () => {
    const shopper = shop.shopper();
    const inr = (paise: number) => ({ paise, currency: 'INR' });
    const terms = { label: 'natural', price: inr(10_000), mrp: inr(12_000), stock: 20, leadDays: 5 };
    const piece = await shop.piece({ offers: [{ ...terms, minQuantity: 2, maxQuantity: 4 }] });
    for (const [quantity, allowed] of [
      [1, false],
      [2, true],
      [4, true],
      [5, false],
    ] as const) {
      const placed = shop.places(shopper, await shop.cart(shopper, [piece, quantity]));
      if (allowed) await placed;
      else await expect(placed).rejects.toThrow(refusal('quantity_not_sold'));
    }
  });

  test('R-6.9 a maker without registration does not sell beyond her State', async () => {
    const shopper = shop.shopper();
    const cartId = await shop.cart(shopper, [await shop.piece(), 1]);
    await expect(shop.places(shopper, cartId, { pincode: '560001' })).rejects.toThrow(
      refusal('seller_cannot_ship_interstate'),
    );
  });

  test('R-6.9 a maker without registration who sold up to the threshold takes no new orders', async () => {
    const [shopper, piece] = [shop.shopper(), await shop.piece()];
    const cartId = await shop.cart(shopper, [piece, 1]);
    const [row] = await asOwner<{ seller_id: string }>(
      `update sellers.seller set gst_status = 'enrolled_unregistered'
        where id = (select seller_id from catalogue.v_offer where offer_id = $1) returning id as seller_id`,
      [piece.offerId],
    );
    const mark = `insert into tax.turnover_mark values ($1, $2, 10000, true, 1, 1, platform.now())`;
    await shop.app.asSystem(() =>
      shop.app.get(UnitOfWork).run((tx) => tx.run(mark, [row!.seller_id, financialYear(tx.now)])),
    );
    await expect(shop.places(shopper, cartId)).rejects.toThrow(refusal('seller_turnover_reached'));
    await asOwner(`update sellers.seller set gst_status = 'exempt' where id = $1`, [row!.seller_id]);
    await shop.places(shopper, cartId);
  });

  test('S-4 what is sold out is refused whole: nothing of the cart is kept', async () => {
    const [shopper, one, few] = [shop.shopper(), await shop.piece({ stock: 5 }), await shop.piece({ stock: 1 })];
    const cartId = await shop.cart(shopper, [one, 2], [few, 2]);
    await expect(shop.places(shopper, cartId)).rejects.toThrow(refusal('out_of_stock'));
    expect(await shop.stock(one)).toEqual({ on_hand: 5, reserved: 0 });
  });

  test('an ordered cart is ordered once and no longer changed', async () => {
    const [shopper, piece] = [shop.shopper(), await shop.piece()];
    const cartId = await shop.cart(shopper, [piece, 1]);
    await shop.places(shopper, cartId);
    await expect(shop.places(shopper, cartId)).rejects.toThrow(refusal('cart_already_ordered'));
    await expect(shop.puts(shopper, cartId, piece.offerId, 2)).rejects.toThrow(refusal('cart_already_ordered'));
  });

  test('one order per maker, one payment for all', async () => {
    const [shopper, other] = [shop.shopper(), await shop.goods.make.verified()];
    const [a, b] = [await shop.piece({ price_paise: 60_000 }), await shop.piece({ price_paise: 70_000 }, other)];
    const placed = await shop.places(shopper, await shop.cart(shopper, [a, 1], [b, 1]));
    expect(placed.total_paise).toBe(130_000n);
    expect(placed.orders.map((order) => order.sellerId).sort()).toEqual([shop.maker.sellerId, other.sellerId].sort());
    expect(new Set(placed.orders.map((order) => order.number)).size).toBe(2);
    for (const { number } of placed.orders) expect(number).toMatch(/^ODB-R-\d{4}-\d{2}-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  });
});
