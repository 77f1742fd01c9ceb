import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { daysAfter } from '#platform/time';
import { OpenPromotion } from '#promotions';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';

type Headers = Record<string, string>;
let doors = 0;
let guests = 0;
const uniqueMobile = () => `+9170${String(10_000_000 + (guests += 1)).slice(-8)}`;

/** One person has a coupon so many times, whether she signs in or comes as a guest with one cart after another. */
describe('S-11 how often one person has a coupon', () => {
  let bazaar: Bazaar;
  let piece: Goods;
  beforeAll(async () => {
    bazaar = await openBazaar({ worker: false });
    ({ piece } = await bazaar.makerWith({ price_paise: 40_000, stock: 200 }));
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const post = (headers: Headers, path: string, body: object = {}) =>
    bazaar.api
      .post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);
  const toMobile = (mobile: string) => ({
    ...{ name: 'Farah Test', mobile, pincode: '812001', street: `${(doors += 1)} Coupon Road` },
  });
  async function coupon(per_person_max: number, code: string | null = `G${newId().slice(-10).toUpperCase()}`) {
    const startsAt = new Date();
    const gives = { kind: 'percent' as const, value_bp: 1_000, cap_paise: rupees(100) };
    const terms = { min_paise: 0n, stacks: false, startsAt, endsAt: daysAfter(startsAt, 30), uses_max: 100 };
    const wanted = { code, title: 'Welcome', gives, per_person_max, ...terms };
    await bazaar.booted.asSystem(() => bazaar.booted.get(OpenPromotion).run(wanted, piece.maker.sellerId));
    return code!;
  }
  async function guestCart(): Promise<{ headers: Headers; cartId: string }> {
    const { id: cartId, token } = (await bazaar.api.post('/v1/public/carts').expect(201)).body;
    return { headers: { 'cart-token': token }, cartId };
  }
  const fills = ({ headers, cartId }: { headers: Headers; cartId: string }) =>
    bazaar.api.put(`/v1/buyer/carts/${cartId}/lines/${piece.offerId}`).set(headers).send({ quantity: 1 }).expect(200);

  interface Wish {
    code: string;
    contact: { email?: string; mobile?: string };
    /** Where her goods go; another number each time when absent. */
    mobile?: string;
    says?: boolean;
  }
  /** A guest with a new cart asks for a price with the coupon and orders: what was said, and of which of the two. */
  async function guestOrders({ code, contact, mobile = uniqueMobile(), says = false }: Wish): Promise<string> {
    const guest = await guestCart();
    await fills(guest);
    const wish = { shipTo: toMobile(mobile), codes: [code], ...(says && { contact }) };
    const quote = await post(guest.headers, `/v1/buyer/carts/${guest.cartId}/quote`, wish);
    if (quote.status !== 201) return `quote: ${quote.body.code}`;
    const placed = await post(guest.headers, '/v1/buyer/orders', { quoteId: quote.body.id, contact });
    return placed.status === 201 ? 'ordered' : `order: ${placed.body.code}`;
  }
  const address = () => `g${newId().slice(-10)}@example.in`;

  test('S-11 a guest has it up to its limit and no more, with a new cart each time; another person has it', async () => {
    const [code, email] = [await coupon(3), address()];
    const seen: string[] = [];
    for (let i = 0; i < 4; i++)
      seen.push(await guestOrders({ code, contact: { email: i % 2 ? email.toUpperCase() : email } }));
    expect(seen).toEqual(['ordered', 'ordered', 'ordered', 'order: promotion_used_up']);
    // With her contact in the quote she is told there, before she has decided.
    expect(await guestOrders({ code, contact: { email }, says: true })).toBe('quote: promotion_used_up');
    expect(await guestOrders({ code, contact: { email: address() } })).toBe('ordered');
  });

  test('S-11 a mobile counts, given as a contact or as the one her goods are brought to', async () => {
    const [code, mobile] = [await coupon(2), uniqueMobile()];
    expect(await guestOrders({ code, contact: { mobile } })).toBe('ordered');
    expect(await guestOrders({ code, contact: { email: address() }, mobile })).toBe('ordered');
    expect(await guestOrders({ code, contact: { email: address() }, mobile })).toBe('quote: promotion_used_up');
    expect(await guestOrders({ code, contact: { mobile } })).toBe('order: promotion_used_up');
  });

  test('S-11 signing in with the contact she gave as a guest makes her nobody else, nor does the way back', async () => {
    const [code, email] = [await coupon(2), address()];
    expect(await guestOrders({ code, contact: { email } })).toBe('ordered');
    const person = await bazaar.people.person({ name: 'Farah Test', signIn: email });
    const { headers } = await bazaar.people.signIn(person, null);
    const orders = async () => {
      const { id: cartId } = (await post(headers, '/v1/buyer/carts').expect(201)).body;
      await fills({ headers, cartId });
      const quote = await post(headers, `/v1/buyer/carts/${cartId}/quote`, {
        shipTo: toMobile(uniqueMobile()),
        codes: [code],
      });
      if (quote.status !== 201) return quote.body.code as string;
      return (await post(headers, '/v1/buyer/orders', { quoteId: quote.body.id })).status;
    };
    expect([await orders(), await orders()]).toEqual([201, 'promotion_used_up']);
    expect(await guestOrders({ code, contact: { email } })).toBe('order: promotion_used_up');
  });

  test('S-11 what is given without a code is not in the price of a guest who has had it, once she says who she is', async () => {
    const once = await bazaar.makerWith({ price_paise: 40_000, stock: 20 });
    piece = once.piece;
    await coupon(1, null);
    const email = address();
    const total = async (says: boolean) => {
      const guest = await guestCart();
      await fills(guest);
      const wish = { shipTo: toMobile(uniqueMobile()), ...(says && { contact: { email } }) };
      const quote = (await post(guest.headers, `/v1/buyer/carts/${guest.cartId}/quote`, wish).expect(201)).body;
      const placed = await post(guest.headers, '/v1/buyer/orders', { quoteId: quote.id, contact: { email } });
      return [quote.breakUp.reductions.paise, placed.status];
    };
    expect(await total(true)).toEqual([4_000, 201]);
    expect(await total(false)).toEqual([4_000, 409]);
    expect(await total(true)).toEqual([0, 201]);
  });

  test('S-11 fifty guests at once with one contact and a coupon for two: two have it', async () => {
    const { piece: plenty } = await bazaar.makerWith({ price_paise: 40_000, stock: 100 });
    piece = plenty;
    const [code, email] = [await coupon(2), address()];
    const seen = await Promise.all(Array.from({ length: 50 }, () => guestOrders({ code, contact: { email } })));
    expect(seen.filter((one) => one === 'ordered')).toHaveLength(2);
    expect(new Set(seen)).toEqual(new Set(['ordered', 'order: promotion_used_up']));
  }, 60_000);
});
