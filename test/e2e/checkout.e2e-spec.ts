import { z } from 'zod';
import { newId } from '#platform/kernel';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import { UnitOfWork } from '#platform/database';
import { openBazaar, type Bazaar } from '../support/bazaar.js';

type Headers = Record<string, string>;
let doors = 0;
const shipTo = {
  ...{ name: 'Farah Test', mobile: '+919800000001', pincode: '812001' },
  /** Another door each time it is sent: one holds only so many unpaid checkouts. */
  get street() {
    return `${(doors += 1)} Checkout Road`;
  },
};

/** The way from a cart to the page where one pays, with everything that may be sent on it. */
describe('checkout through the API', () => {
  let bazaar: Bazaar;
  let piece: Goods;
  let maker: Headers;
  let shopper: Headers;
  let stranger: Headers;
  beforeAll(async () => {
    bazaar = await openBazaar({ worker: false });
    ({ piece, maker } = await bazaar.makerWith({ price_paise: 40_000, stock: 50 }));
    shopper = (await bazaar.people.shopper()).headers;
    stranger = (await bazaar.people.shopper()).headers;
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const get = (headers: Headers, path: string) => bazaar.api.get(path).set(headers);
  const post = (headers: Headers, path: string, body: object = {}) =>
    bazaar.api
      .post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);
  async function cart(quantity = 1, headers = shopper): Promise<string> {
    const { id, lines } = (await post(headers, '/v1/buyer/carts').expect(201)).body as {
      id: string;
      lines: { offerId: string }[];
    };
    const puts = (offerId: string, pieces: number) =>
      bazaar.api.put(`/v1/buyer/carts/${id}/lines/${offerId}`).set(headers).send({ quantity: pieces }).expect(200);
    // Her one cart: what an earlier test left in it is taken out.
    for (const { offerId } of lines) await puts(offerId, 0);
    await puts(piece.offerId, quantity);
    return id;
  }
  const quoted = async (cartId: string) =>
    (await post(shopper, `/v1/buyer/carts/${cartId}/quote`, { shipTo }).expect(201)).body;

  test('S-51 quotes have a quota of their own, each shopper hers', async () => {
    const { headers } = await bazaar.people.shopper();
    const cartId = await cart(1, headers);
    const quotes = () => post(headers, `/v1/buyer/carts/${cartId}/quote`, { shipTo });
    const first = await quotes().expect(201);
    expect(first.headers).toMatchObject({ 'ratelimit-policy': '"quotes";q=60;w=60', ratelimit: '"quotes";r=59;t=60' });
    for (let asked = 1; asked < 60; asked++) await quotes();
    expect((await quotes().expect(429)).body).toMatchObject({ code: 'too_many_requests' });
    await quoted(await cart());
  });

  test('S-10 a cart is read, quoted with tax and carriage, ordered by its quote, and its checkout is read again', async () => {
    const cartId = await cart();
    const read = await get(shopper, `/v1/buyer/carts/${cartId}`).expect(200);
    expect(read.body.lines).toMatchObject([{ quantity: 1, now: { price: { paise: 40_000 } }, troubles: [] }]);
    const quote = await quoted(cartId);
    expect(quote).toMatchObject({
      total: { paise: 43_000 },
      orders: [
        { freight: { paise: 3_000 }, lines: [{ paid: { paise: 43_000 }, tax: { taxable: { paise: 43_000 } } }] },
      ],
    });
    const placed = (await post(shopper, '/v1/buyer/orders', { quoteId: quote.id }).expect(201)).body;
    expect(placed).toMatchObject({ total: quote.total, orders: [{ freight: { paise: 3_000 } }] });
    const checkout = await get(shopper, `/v1/buyer/checkouts/${placed.checkoutId}`).expect(200);
    expect(checkout.body).toMatchObject({
      total: quote.total,
      payment: 'intent_created',
      payBy: placed.payBy,
      orders: [{ orderId: placed.orders[0].orderId, state: 'pending_payment' }],
    });
    const payment = await post(shopper, `/v1/buyer/checkouts/${placed.checkoutId}/payment`).expect(201);
    expect(payment.body.amount).toEqual(quote.total);
    const looks = () => post(shopper, `/v1/buyer/checkouts/${placed.checkoutId}/payment/look`).expect(200);
    expect((await looks()).body.payment).toBe('intent_created');
    const intent = payment.body.clientSecret.split('_secret')[0];
    await fetch(`${bazaar.world}/_control/payment_intents/${intent}/pay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ payment_method: 'pm_card_visa' }),
    });
    expect((await looks()).body.payment).toBe('captured');
  });

  test.each([
    ['a price', { price: { paise: 1, currency: 'INR' } }],
    ['a total', { total: { paise: 1, currency: 'INR' } }],
    ['a discount', { discount: 39_999 }],
    ['freight', { freight: 0 }],
    ['a state', { state: 'placed' }],
    ['a maker', { sellerId: newId() }],
  ])('S-10 %s in a body is refused, never taken over', async (_, sent) => {
    const cartId = await cart();
    const { id: quoteId, total } = await quoted(cartId);
    const bodies: [string, object][] = [
      ['/v1/buyer/orders', { cartId, shipTo, ...sent }],
      ['/v1/buyer/orders', { quoteId, ...sent }],
      [`/v1/buyer/carts/${cartId}/quote`, { shipTo, ...sent }],
    ];
    for (const [path, body] of bodies) {
      expect((await post(shopper, path, body).expect(422)).body.code).toBe('invalid_input');
    }
    expect((await post(shopper, '/v1/buyer/orders', { quoteId }).expect(201)).body.total).toEqual(total);
  });

  test('R-4.26 an address is written once: its PIN names the district, one is the usual one, and a quote goes to it', async () => {
    const book = '/v1/buyer/addresses';
    const { headers } = await bazaar.people.shopper();
    const wrong = { ...shipTo, state: 'IN-KA' };
    expect((await post(headers, book, wrong).expect(422)).body.code).toBe('pincode_in_other_state');
    const unknown = { ...shipTo, pincode: '999999', state: 'IN-BR' };
    expect((await post(headers, book, unknown).expect(422)).body.code).toBe('pincode_unknown');

    const home = await post(headers, book, { ...shipTo, label: 'Home', state: 'IN-BR' }).expect(201);
    expect(home.body).toMatchObject({ label: 'Home', district: { slug: 'bhagalpur' }, isDefault: true, version: 1 });
    const away = { ...shipTo, street: '2 Test Road', pincode: '560001', state: 'IN-KA', isDefault: true };
    const { body: work } = await post(headers, book, away).expect(201);
    const { items } = (await get(headers, book).expect(200)).body;
    expect(items).toMatchObject([
      { id: work.id, isDefault: true },
      { id: home.body.id, isDefault: false },
    ]);

    const at = `${book}/${work.id}`;
    const put = (etag: string, body: object) =>
      bazaar.api
        .put(at)
        .set({ ...headers, 'if-match': etag })
        .send(body);
    const { etag } = (await get(headers, at).expect(200)).headers;
    await put(etag!, { ...away, street: '3 Test Road' }).expect(200);
    expect((await put(etag!, away).expect(412)).body.code).toBe('version_stale');

    const cartId = await cart(1, headers);
    const asked = `/v1/buyer/carts/${cartId}/quote`;
    const quote = (await post(headers, asked, { addressId: home.body.id }).expect(201)).body;
    expect(quote.shipToPincode).toBe('812001');
    const { headers: other } = await bazaar.people.shopper();
    const [foreign, hers] = [{ addressId: home.body.id }, await cart(1, other)];
    expect((await post(other, `/v1/buyer/carts/${hers}/quote`, foreign).expect(404)).body.code).toBe(
      'address_not_found',
    );
    const both = { ...foreign, shipTo };
    expect((await post(headers, asked, both).expect(422)).body.code).toBe('invalid_input');
    await post(headers, '/v1/buyer/orders', { cartId, addressId: home.body.id }).expect(201);

    await bazaar.api.delete(at).set(headers).expect(204);
    expect((await get(headers, book)).body.items).toMatchObject([{ id: home.body.id, isDefault: true }]);
    expect((await get(headers, at).expect(404)).body.code).toBe('address_not_found');
  });

  test('R-4.7 a gift says what she wrote, to her and to its maker; too many words are refused', async () => {
    const cartId = await cart();
    const path = `/v1/buyer/carts/${cartId}/quote`;
    const long = await post(shopper, path, { shipTo, giftMessage: 'x'.repeat(301) }).expect(422);
    expect(long.body.code).toBe('invalid_input');
    const giftMessage = 'With love, from Farah';
    const { body: quote } = await post(shopper, path, { shipTo, giftMessage }).expect(201);
    const placed = (await post(shopper, '/v1/buyer/orders', { quoteId: quote.id }).expect(201)).body;
    const { orderId } = placed.orders[0];
    expect((await get(shopper, `/v1/buyer/orders/${orderId}`).expect(200)).body.giftMessage).toBe(giftMessage);
    expect((await get(maker, `/v1/seller/orders/${orderId}`).expect(200)).body.giftMessage).toBe(giftMessage);
    await get(stranger, `/v1/buyer/orders/${orderId}`).expect(404);
  });

  test('S-4 goods made to order are sold without a piece on a shelf, as many as their maker takes on at a time', async () => {
    const { headers: other } = await bazaar.people.shopper();
    const price = { paise: 60_000, currency: 'INR' };
    const terms = { label: 'to measure', price, mrp: price, stock: 2, leadDays: 14, isMadeToOrder: true };
    const made = (await bazaar.makerWith({ offers: [terms] })).piece;
    const wants = async (quantity: number) => {
      const { id } = (await post(other, '/v1/buyer/carts').expect(201)).body;
      await bazaar.api.put(`/v1/buyer/carts/${id}/lines/${made.offerId}`).set(other).send({ quantity }).expect(200);
      return post(other, `/v1/buyer/carts/${id}/quote`, { shipTo });
    };
    const quote = (await (await wants(2)).body) as { id: string; orders: { lines: unknown[]; promisedBy: string }[] };
    expect(quote.orders[0]!.lines).toMatchObject([{ toMake: true, quantity: 2 }]);
    const days = (Date.parse(quote.orders[0]!.promisedBy) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(14);
    const placed = (await post(other, '/v1/buyer/orders', { quoteId: quote.id }).expect(201)).body;
    const order = (await get(other, `/v1/buyer/orders/${placed.orders[0].orderId}`).expect(200)).body;
    expect(order.lines).toMatchObject([{ toMake: true, returnsAs: 'made_to_order' }]);
    const more = await wants(1);
    expect([more.status, more.body.code]).toEqual([409, 'cart_changed']);
  });

  test('S-42 another’s cart, quote and checkout are not there', async () => {
    const cartId = await cart();
    const { id: quoteId } = await quoted(cartId);
    const told = async (asked: ReturnType<typeof post>) => (await asked.expect(404)).body.code;
    expect(await told(get(stranger, `/v1/buyer/carts/${cartId}`))).toBe('cart_not_found');
    expect(await told(post(stranger, `/v1/buyer/carts/${cartId}/quote`, { shipTo }))).toBe('cart_not_found');
    expect(await told(post(stranger, '/v1/buyer/orders', { cartId, shipTo }))).toBe('cart_not_found');
    expect(await told(post(stranger, '/v1/buyer/orders', { quoteId }))).toBe('quote_not_found');
    const { checkoutId } = (await post(shopper, '/v1/buyer/orders', { quoteId }).expect(201)).body;
    expect(await told(get(stranger, `/v1/buyer/checkouts/${checkoutId}`))).toBe('checkout_not_found');
  });

  test('STD-1.3 two windows on one cart: who says what she has seen is told when it changed meanwhile', async () => {
    const { headers } = await bazaar.people.shopper();
    const cartId = await cart(1, headers);
    const puts = (quantity: number, match: string) =>
      bazaar.api
        .put(`/v1/buyer/carts/${cartId}/lines/${piece.offerId}`)
        .set({ ...headers, 'if-match': match })
        .send({ quantity });
    const { etag } = (await get(headers, `/v1/buyer/carts/${cartId}`).expect(200)).headers;
    const changed = await puts(2, etag!).expect(200);
    expect((await puts(3, etag!).expect(412)).body.code).toBe('version_stale');
    await puts(3, changed.headers['etag']!).expect(200);
  });

  test('S-4 a quote sent six times at once is ordered once, and its pieces are kept once', async () => {
    const { id: quoteId } = await quoted(await cart(3));
    const free = async () =>
      (await get(stranger, `/v1/buyer/carts/${await cart(1, stranger)}`)).body.lines[0].now.available as number;
    const before = await free();
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(shopper, '/v1/buyer/orders', { quoteId })));
    const codes = answers.map(({ status, body }) => (status === 201 ? 'ordered' : body.code));
    expect(codes.filter((code) => code === 'ordered')).toHaveLength(1);
    expect(codes.filter((code) => code === 'cart_already_ordered')).toHaveLength(5);
    expect(before - (await free())).toBe(3);
  });

  test('S-11 the same request sent again with its key is answered again, not done again', async () => {
    const { id: quoteId } = await quoted(await cart());
    const key = { ...shopper, 'idempotency-key': newId() };
    const ask = () => bazaar.api.post('/v1/buyer/orders').set(key).send({ quoteId });
    const [first, second] = [await ask().expect(201), await ask().expect(201)];
    expect(second.body).toEqual(first.body);
  });

  test('S-7 while the payment provider is away she is told when to come again; nothing is lost', async () => {
    const { id: quoteId } = await quoted(await cart());
    const { checkoutId } = (await post(shopper, '/v1/buyer/orders', { quoteId }).expect(201)).body;
    const pays = () => post(shopper, `/v1/buyer/checkouts/${checkoutId}/payment`);
    const fault = (kind: string, more: object) =>
      fetch(`${bazaar.world}/_control/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind, ...more }),
      });
    expect((await fault('error_before', { status: 503, times: 20, route: 'POST /v1/payment_intents' })).ok).toBe(true);
    const away = await pays().expect(503);
    expect(away.body.code).toBe('payment_provider_unavailable');
    expect(Number(away.headers['retry-after'])).toBeGreaterThan(0);
    await fetch(`${bazaar.world}/_control/faults`, { method: 'DELETE' });
    await bazaar.until('the provider is back', pays, ({ status }) => status === 201);
  });

  test('S-10 a quote that is over is told; a new one of the same cart is ordered', async () => {
    const cartId = await cart();
    const { id: quoteId } = await quoted(cartId);
    await bazaar.passes(1);
    expect((await post(shopper, '/v1/buyer/orders', { quoteId }).expect(409)).body.code).toBe('quote_expired');
    await post(shopper, '/v1/buyer/orders', { quoteId: (await quoted(cartId)).id }).expect(201);
  });

  describe('a shopper without an account', () => {
    const contact = { email: 'farah@example.in' };
    const opened = async () => {
      const { body } = await bazaar.api.post('/v1/public/carts').expect(201);
      return { id: body.id as string, guest: { 'cart-token': body.token as string } };
    };
    const filled = async (quantity = 1) => {
      const { id, guest } = await opened();
      const line = `/v1/buyer/carts/${id}/lines/${piece.offerId}`;
      await bazaar.api.put(line).set(guest).send({ quantity }).expect(200);
      return { id, guest };
    };

    test('S-36 she shops, is quoted, orders and pays by what she was given; her contact is sealed', async () => {
      const { id, guest } = await filled(2);
      const quote = (await post(guest, `/v1/buyer/carts/${id}/quote`, { shipTo }).expect(201)).body;
      expect((await post(guest, '/v1/buyer/orders', { quoteId: quote.id }).expect(422)).body.code).toBe(
        'contact_needed',
      );
      const bad = { quoteId: quote.id, contact: { email: null } };
      expect((await post(guest, '/v1/buyer/orders', bad).expect(422)).body.code).toBe('invalid_input');
      const placed = (await post(guest, '/v1/buyer/orders', { quoteId: quote.id, contact }).expect(201)).body;
      expect(placed.total).toEqual(quote.total);
      await post(guest, `/v1/buyer/checkouts/${placed.checkoutId}/payment`).expect(201);
      const list = await get(guest, '/v1/buyer/orders').expect(200);
      expect(list.body.items).toMatchObject([{ id: placed.orders[0].orderId, state: 'pending_payment' }]);
      const rows = await bazaar.asSystem(() =>
        bazaar.app
          .get(UnitOfWork, { strict: false })
          .run((tx) => tx.many(z.object({ row: z.string() }), `select g::text as row from identity.guest g`)),
      );
      expect(JSON.stringify(rows)).not.toMatch(/farah|Farah/);
      expect(JSON.stringify(rows)).not.toContain(guest['cart-token']);
    });

    test('S-42 a guest’s cart, checkout and order are hers alone, and what needs a sign-in is not for her', async () => {
      const { id, guest } = await filled();
      const other = (await opened()).guest;
      const { body } = await post(guest, '/v1/buyer/orders', { cartId: id, shipTo, contact }).expect(201);
      const { orderId } = body.orders[0] as { orderId: string };
      for (const who of [other, stranger]) {
        expect((await get(who, `/v1/buyer/carts/${id}`).expect(404)).body.code).toBe('cart_not_found');
        expect((await get(who, `/v1/buyer/checkouts/${body.checkoutId}`).expect(404)).body.code).toBe(
          'checkout_not_found',
        );
        expect((await post(who, `/v1/buyer/orders/${orderId}/cancellation`).expect(404)).body.code).toBe(
          'order_not_found',
        );
      }
      for (const path of ['/v1/buyer/stock-wishes', '/v1/seller/orders'])
        expect([path, (await get(guest, path)).status]).toEqual([path, 401]);
    });

    test('S-10 who signs in moves what she laid aside as a guest into her own cart, the one she has', async () => {
      const { headers } = await bazaar.people.shopper();
      const own = await cart(1, headers);
      expect((await post(headers, '/v1/buyer/carts').expect(201)).body).toMatchObject({
        id: own,
        lines: [{ quantity: 1 }],
      });
      const { id: old, guest } = await filled(2);
      const token = guest['cart-token'];
      const merge = (who: Headers, match?: string) =>
        post({ ...who, ...(match && { 'if-match': match }) }, `/v1/buyer/carts/${own}/merge`, { token });
      expect((await merge(stranger).expect(404)).body.code).toBe('cart_not_found');
      expect((await merge(guest).expect(401)).body.code).toBe('unauthenticated');
      expect((await merge(headers, '"1"').expect(412)).body.code).toBe('version_stale');
      const merged = await merge(headers).expect(200);
      expect(merged.body).toMatchObject({ cart: { id: own, lines: [{ quantity: 3 }] }, changes: [] });
      expect((await merge(headers, merged.headers['etag']).expect(200)).body).toEqual(merged.body);
      expect((await get(guest, `/v1/buyer/carts/${old}`).expect(200)).body.state).toBe('merged');
      const line = bazaar.api.put(`/v1/buyer/carts/${old}/lines/${piece.offerId}`).set(guest).send({ quantity: 1 });
      expect((await line.expect(409)).body.code).toBe('cart_merged');
    });

    test('S-36 R-9.3 she follows and cancels her order by its link, which shows her parcel and nothing of her', async () => {
      const { id, guest } = await filled();
      const bought = { cartId: id, shipTo: { ...shipTo, street: '9 Guest Lane' }, contact };
      const { body } = await post(guest, '/v1/buyer/orders', bought).expect(201);
      const path = `/v1/public/orders/${body.orders[0].link}`;
      const seen = await bazaar.api.get(path).expect(200);
      expect(seen.body).toMatchObject({
        number: body.orders[0].number,
        state: 'pending_payment',
        lines: [{ quantity: 1 }],
      });
      expect(seen.text).not.toMatch(/farah|Guest Lane|9800000001|812001|paise/i);
      const forged = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A');
      for (const other of [forged, `${path}A`, path.slice(0, -1)]) {
        expect([404, 422]).toContain((await bazaar.api.get(other)).status);
        expect([404, 422]).toContain((await post({}, `${other}/cancellation`)).status);
      }
      expect((await post({}, `${path}/cancellation`).expect(200)).body.state).toBe('cancelled_by_customer');
      expect((await post({}, `${path}/cancellation`).expect(409)).body.code).toBe('illegal_transition');
      const asked = { lines: [{ lineId: seen.body.lines[0].id, quantity: 1 }], reason: 'defect', note: 'Torn' };
      expect((await post({}, `${path}/returns`, asked).expect(409)).body.code).toBe('illegal_transition');
    });

    test('S-36 a token that was never given, or whose days are over, lets nobody in', async () => {
      const { id, guest } = await filled();
      const never = { 'cart-token': 'x'.repeat(43) };
      expect((await get(never, `/v1/buyer/carts/${id}`).expect(401)).body.code).toBe('guest_refused');
      await bazaar.passes(24 * 29);
      await get(guest, `/v1/buyer/carts/${id}`).expect(200);
      await bazaar.passes(48);
      expect((await get(guest, `/v1/buyer/carts/${id}`).expect(401)).body.code).toBe('guest_refused');
    });
  });
});
