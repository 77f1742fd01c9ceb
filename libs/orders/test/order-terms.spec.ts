import { Shop } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('What the goods of an order say', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());

  test('SM-4 a maker sends only where she says', async () => {
    const shopper = shop.shopper();
    const near = await shop.piece({ servesPins: ['8120'] });
    const cartId = await shop.cart(shopper, [near, 1]);
    await expect(shop.places(shopper, cartId, { pincode: '813210' })).rejects.toThrow(refusal('pincode_not_served'));
    await shop.places(shopper, cartId);
  });

  test('R-4.7 from the break on each piece costs less: in the cart, in the order, in what is paid', async () => {
    const shopper = shop.shopper();
    const price = (paise: number) => ({ paise, currency: 'INR' });
    const offer = { label: 'natural', price: price(30_000), mrp: price(32_000), stock: 10, leadDays: 5 };
    const piece = await shop.piece({ offers: [{ ...offer, quantityBreaks: [{ from: 3, price: price(27_000) }] }] });
    for (const [quantity, total_paise] of [
      [2, 60_000n],
      [3, 81_000n],
    ] as const) {
      const placed = await shop.places(shopper, await shop.cart(shopper, [piece, quantity]));
      expect(placed).toMatchObject({ total_paise, orders: [{ total_paise }] });
    }
  });
});
