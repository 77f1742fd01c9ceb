import { newId } from '#platform/kernel';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';
import { reviewed } from '../support/reviewed.js';

type Headers = Record<string, string>;
const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '7 Told Before Road', pincode: '812001' };

/** What a shopper reads of who sells, and on which terms, on her way to an order and on the order itself. */
describe('what she is told before she orders', () => {
  let bazaar: Bazaar;
  let piece: Goods;
  beforeAll(async () => {
    bazaar = await openBazaar({ worker: false });
    ({ piece } = await bazaar.makerWith({ price_paise: 40_000, stock: 50 }));
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const get = async (headers: Headers, path: string) => (await bazaar.api.get(path).set(headers).expect(200)).body;
  const post = async (headers: Headers, path: string, body: object = {}) => {
    const asked = bazaar.api.post(path).set({ ...headers, 'idempotency-key': newId() });
    return (await asked.send(body).expect(201)).body;
  };
  async function filled(headers: Headers, cartId: string, quantity: number, of = piece): Promise<void> {
    const line = bazaar.api.put(`/v1/buyer/carts/${cartId}/lines/${of.offerId}`);
    await line.set(headers).send({ quantity }).expect(200);
  }
  async function quoted(headers: Headers, quantity: number, of = piece) {
    const { id } = await post(headers, '/v1/buyer/carts');
    await filled(headers, id, quantity, of);
    return { cartId: id as string, quote: await post(headers, `/v1/buyer/carts/${id}/quote`, { shipTo }) };
  }

  const care = { phone: expect.stringMatching(/^\d+$/), email: expect.stringContaining('@') };
  const platform = {
    care,
    grievanceOfficer: { ...care, name: expect.any(String), designation: 'Grievance Officer' },
  };
  const seller = {
    ...{ name: expect.any(String), place: expect.any(String), stateCode: 'IN-BR' },
    ...{ care: { phone: '1800123456', email: null }, rating: null },
  };

  test('R-9.1 R-9.3 who sells and where each is asked, on which terms, by when, and what the total is made of', async () => {
    const { headers } = await bazaar.people.shopper();
    const { cartId, quote } = await quoted(headers, 2);
    const returns = { kinds: expect.arrayContaining([{ returnsAs: 'goods', days: 7 }]), defectDays: 7 };
    const read = await get(headers, `/v1/buyer/carts/${cartId}`);
    expect(read).toMatchObject({ returns, platform, lines: [{ now: { seller, returnsAs: 'goods' } }] });
    const breakUp = { goods: { paise: 80_000 }, giftWrap: { paise: 0 }, reductions: { paise: 0 }, tax: { paise: 0 } };
    const promisedBy = expect.any(String);
    expect(quote).toMatchObject({ returns, platform, breakUp, orders: [{ seller, breakUp, promisedBy }] });
    expect(quote.total.paise).toBe(80_000 + quote.breakUp.freight.paise);
    const { checkoutId, orders } = await post(headers, '/v1/buyer/orders', { quoteId: quote.id });
    const checkout = await get(headers, `/v1/buyer/checkouts/${checkoutId}`);
    expect(checkout).toMatchObject({ returns, platform, orders: [{ seller, breakUp: quote.breakUp, promisedBy }] });
    const order = await get(headers, `/v1/buyer/orders/${orders[0].orderId}`);
    expect(order).toMatchObject({ returns, platform, seller });
  });

  test('R-9.3 SM-4 cash at the door is named where it is possible: not for a guest, not a paisa above the limit', async () => {
    const waysFor = async (price_paise: number) => {
      const { piece: dear } = await bazaar.makerWith({ price_paise });
      const { headers } = await bazaar.people.shopper();
      return (await quoted(headers, 1, dear)).quote.paymentMethods as string[];
    };
    expect(await waysFor(500_000)).toEqual(['online', 'cash_on_delivery']); // ₹ 5,000, sent without charge
    expect(await waysFor(500_001)).toEqual(['online']);
    const guest = (await bazaar.api.post('/v1/public/carts').expect(201)).body as { id: string; token: string };
    const token = { 'cart-token': guest.token };
    await filled(token, guest.id, 1);
    expect((await post(token, `/v1/buyer/carts/${guest.id}/quote`, { shipTo })).paymentMethods).toEqual(['online']);
  });

  test('R-9.3 how buyers rate her goods is told as soon as one has spoken', async () => {
    const { headers, personId } = await bazaar.people.shopper();
    await reviewed(bazaar.booted, piece, personId);
    const { quote } = await quoted(headers, 1);
    expect(quote.orders[0].seller.rating).toEqual({ stars: 4, reviews: 1 });
  });

  test('R-9.4 who answers in the shop for complaints is read with it, once its owner has named somebody', async () => {
    const { piece: hers, maker } = await bazaar.makerWith({ price_paise: 30_000, stock: 5 });
    const { headers } = await bazaar.people.shopper();
    const shown = async () => (await quoted(headers, 1, hers)).quote.orders[0].seller.grievanceOfficer as unknown;
    const names = (officer: object) => bazaar.api.put('/v1/seller/shop/grievance-officer').set(maker).send(officer);
    expect(await shown()).toBeNull();
    const officer = {
      name: 'Sunita Test',
      designation: 'Secretary',
      phone: '+919800000002',
      email: 'sunita@example.in',
    };
    await names({ ...officer, phone: '98000' }).expect(422);
    expect((await names(officer).expect(200)).body.grievanceOfficer).toEqual(officer);
    expect(await shown()).toEqual(officer);
    const next = { ...officer, name: 'Radha Test' };
    await names(next).expect(200);
    expect(await shown()).toEqual(next);
    expect((await quoted(headers, 1)).quote.orders[0].seller.grievanceOfficer).toBeNull();
  });
});
