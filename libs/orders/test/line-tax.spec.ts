import { z } from 'zod';
import { registered } from './builders/registered.js';
import { Shop } from './builders/shop.js';

const frozen = z.object({
  hsn: z.string(),
  rate_bp: z.number(),
  taxable_paise: z.coerce.number(),
  cgst_paise: z.coerce.number(),
  sgst_paise: z.coerce.number(),
  igst_paise: z.coerce.number(),
  freight_paise: z.coerce.number(),
  paid_paise: z.coerce.number(),
});

describe('tax is frozen with the line it was found for', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());

  const linesOf = (orderId: string) =>
    shop.money.tx((tx) =>
      tx.many(
        frozen,
        `select hsn, rate_bp, taxable_paise, cgst_paise, sgst_paise, igst_paise, freight_paise, paid_paise
           from orders.order_line where order_id = $1 order by line_paise`,
        [orderId],
      ),
    );

  test('R-6.2 R-6.3 a registered maker charges halves at home and the whole beyond; the parts add up to the price', async () => {
    const maker = await registered(shop);
    const piece = await shop.piece({ price_paise: 105_000, stock: 5 }, maker);
    const [home, away] = [shop.shopper(), shop.shopper()];
    const here = await shop.places(home, await shop.cart(home, [piece, 1]));
    const there = await shop.places(away, await shop.cart(away, [piece, 1]), { pincode: '560001' });
    const parts = { hsn: '50072010', rate_bp: 500, taxable_paise: 100_000, freight_paise: 0, paid_paise: 105_000 };
    const atHome = { ...parts, cgst_paise: 2_500, sgst_paise: 2_500, igst_paise: 0 };
    expect(await linesOf(here.orders[0]!.orderId)).toEqual([atHome]);
    const beyond = { ...parts, cgst_paise: 0, sgst_paise: 0, igst_paise: 5_000 };
    expect(await linesOf(there.orders[0]!.orderId)).toEqual([beyond]);
    expect([here.orders[0]!.tax_paise, there.orders[0]!.tax_paise]).toEqual([5_000n, 5_000n]);
  });

  test('R-6.4 carriage is charged by the parcel, follows its goods, and each line bears its share; from ₹499 it is free', async () => {
    const maker = await registered(shop);
    const shopper = shop.shopper();
    const pieces = [
      await shop.piece({ price_paise: 10_500 }, maker),
      await shop.piece({ price_paise: 31_500 }, maker),
    ] as const;
    const cheap = await shop.places(shopper, await shop.cart(shopper, [pieces[0], 1], [pieces[1], 1]));
    const [order] = cheap.orders;
    expect(order).toMatchObject({ total_paise: 45_000n, freight_paise: 3_000n });
    const shares = (await linesOf(order!.orderId)).map((line) => [
      line.freight_paise,
      line.taxable_paise,
      line.paid_paise,
    ]);
    expect(shares).toEqual([
      [750, 10_714, 11_250],
      [2_250, 32_142, 33_750],
    ]);
    const dear = await shop.places(shopper, await shop.cart(shopper, [pieces[0], 2], [pieces[1], 1]));
    expect(dear.orders).toMatchObject([{ total_paise: 52_500n, freight_paise: 0n }]);
  });

  test('R-6.7 a maker who is not registered charges none: the whole price is hers', async () => {
    const { placed, orderId } = await shop.ordered(await shop.piece({ price_paise: 100_000 }));
    expect(await linesOf(orderId)).toMatchObject([{ rate_bp: 0, taxable_paise: 100_000, paid_paise: 100_000 }]);
    expect(placed).toMatchObject({ total_paise: 100_000n, orders: [{ tax_paise: 0n }] });
  });
});
