import { OpenPromotion, type NewPromotion } from '#promotions';
import { newId, type Actor } from '#platform/kernel';
import { asOwner, frozenClock } from '#platform/testing';
import { daysAfter } from '#platform/time';
import { sumPaise } from '#platform/money';
import { CancelOrder, DeclineOrder, PlaceQuote, QuoteCart } from '../src/index.js';
import { registered } from './builders/registered.js';
import { Shop, shipTo, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('S-10 reductions of a quote', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());

  async function opens(gives: NewPromotion['gives'], sellerId: string | null, more: Partial<NewPromotion> = {}) {
    const code = `C${newId().slice(-10).toUpperCase()}`;
    const startsAt = await frozenClock.now();
    const wanted = {
      code,
      title: 'Diwali',
      gives,
      min_paise: 0n,
      stacks: true,
      startsAt,
      endsAt: daysAfter(startsAt, 30),
    };
    const limits = { uses_max: 5, per_person_max: 1 };
    await shop.app.asSystem(() => shop.app.get(OpenPromotion).run({ ...wanted, ...limits, ...more }, sellerId));
    return code;
  }
  const quotes = (shopper: Actor, cartId: string, ...codes: string[]) =>
    shop.app.as(shopper, () => shop.app.get(QuoteCart).run(cartId, { ...shipTo, pincode: '560001' }, codes));
  const orders = (shopper: Actor, quoteId: string) => shop.app.as(shopper, () => shop.app.get(PlaceQuote).run(quoteId));
  const usesOf = async (code: string) =>
    (await asOwner<{ uses: number }>(`select uses from promotions.promotion where code = $1`, [code]))[0]!.uses;

  test('R-6.3 her own reduction lowers the maker’s taxable value, the platform’s does not; every part adds up', async () => {
    const maker = await registered(shop);
    const pieces = [
      await shop.piece({ price_paise: 105_000 }, maker),
      await shop.piece({ price_paise: 52_501 }, maker),
    ] as const;
    const shopper = shop.shopper();
    const hers = await opens({ kind: 'percent', value_bp: 1_000, cap_paise: null }, maker.sellerId);
    const ours = await opens({ kind: 'amount', amount_paise: 10_001n }, null, { min_paise: 50_000n });
    const cartId = await shop.cart(shopper, [pieces[0], 1], [pieces[1], 1]);
    const quote = await quotes(shopper, cartId, hers, ours.toLowerCase());
    expect(quote.reductions.map(({ code }) => code)).toEqual([hers, ours]);
    const lines = quote.orders.flatMap((order) => order.lines);
    const off = sumPaise(lines.map((line) => line.maker_discount_paise + line.platform_discount_paise));
    expect(off).toBe(sumPaise(quote.reductions.map(({ discount_paise }) => discount_paise)));
    expect(sumPaise(lines.map((line) => line.platform_discount_paise))).toBe(10_001n);
    for (const line of lines) {
      const asked = line.line_paise - line.maker_discount_paise + line.freight_paise;
      expect(line.taxable_paise + line.igst_paise).toBe(asked);
      expect(line.paid_paise).toBe(asked - line.platform_discount_paise);
    }
    const placed = await orders(shopper, quote.id);
    expect(placed.total_paise).toBe(157_501n - off);
    const kept = await shop.row(placed.orders[0]!.orderId);
    expect(sumPaise(kept.lines.map((line) => line.paid_paise))).toBe(placed.total_paise);
    expect([await usesOf(hers), await usesOf(ours)]).toEqual([1, 1]);
  });

  test('what is given without a code is given at placing as in a quote: one price, whichever way it is ordered', async () => {
    const maker = await registered(shop);
    const piece = await shop.piece({ price_paise: 105_000, stock: 5 }, maker);
    const given = { code: null, uses_max: 2, per_person_max: 1 };
    await opens({ kind: 'percent', value_bp: 1_000, cap_paise: null }, maker.sellerId, given);
    const [one, other, third] = [shop.shopper(), shop.shopper(), shop.shopper()];
    const asked = await quotes(one, await shop.cart(one, [piece, 2]));
    const quoted = await orders(one, asked.id);
    const placed = await shop.places(other, await shop.cart(other, [piece, 2]), { pincode: '560001' });
    expect([quoted.total_paise, placed.total_paise]).toEqual([189_000n, 189_000n]);
    const linesOf = async ({ orders: [order] }: typeof placed) =>
      (await shop.row(order!.orderId)).lines.map(({ maker_discount_paise, taxable_paise, paid_paise }) => ({
        ...{ maker_discount_paise, taxable_paise, paid_paise },
      }));
    expect(await linesOf(placed)).toEqual(await linesOf(quoted));
    const late = await shop.places(third, await shop.cart(third, [piece, 1]), { pincode: '560001' });
    expect(late.total_paise).toBe(105_000n);
  });

  test('a code is refused when it is not one; the last one of a promotion is had by one of two', async () => {
    const [piece, one, other] = [await shop.piece(), shop.shopper(), shop.shopper()];
    const sends = (shopper: Actor, ...codes: string[]) =>
      shop.app.as(shopper, async () =>
        shop.app.get(QuoteCart).run(await shop.cart(shopper, [piece, 1]), shipTo, codes),
      );
    await expect(sends(one, 'NEVERGIVEN')).rejects.toThrow(refusal('promotion_unknown'));
    const code = await opens({ kind: 'amount', amount_paise: 5_000n }, null, { uses_max: 1, min_paise: 50_000n });
    const asked = [await sends(one, code), await sends(other, code)] as const;
    const both = await Promise.allSettled([orders(one, asked[0].id), orders(other, asked[1].id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'promotion_used_up' } });
    expect([await usesOf(code), (await shop.stock(piece)).reserved]).toEqual([1, 1]);
  });

  test('SM-4 when nothing of a checkout came about its reductions can be had again, not before', async () => {
    const other = await shop.goods.make.verified();
    const [a, b, shopper] = [await shop.piece(), await shop.piece({}, other), shop.shopper()];
    const code = await opens({ kind: 'amount', amount_paise: 5_000n }, null, { min_paise: 50_000n });
    const cartId = await shop.cart(shopper, [a, 1], [b, 1]);
    const quote = await shop.app.as(shopper, () => shop.app.get(QuoteCart).run(cartId, shipTo, [code]));
    const placed = await orders(shopper, quote.id);
    const { checkoutId } = placed;
    const of = (sellerId: string) => placed.orders.find((order) => order.sellerId === sellerId)!.orderId;
    const order: Placed = { shopper, maker: a.maker, piece: a, checkoutId, orderId: of(a.maker.sellerId), placed };
    await shop.pays(order);
    await shop.carry();
    await shop.app.as(a.maker.actor, () => shop.app.get(DeclineOrder).run(order.orderId, 'broken'));
    await shop.carry();
    expect(await usesOf(code)).toBe(1);
    await shop.app.as(shopper, () => shop.app.get(CancelOrder).run(of(other.sellerId)));
    await shop.carry(2);
    expect(await usesOf(code)).toBe(0);
    expect(await shop.refunded(order)).toBe(285_000);
  });
});
