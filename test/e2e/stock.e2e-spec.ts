import { AskCode, OpenSession, parseContact } from '#identity';
import { newId } from '#platform/kernel';
import { asOwner } from '#platform/testing';
import type { Goods } from '../../libs/catalogue/test/builders/goods.js';
import { stockOfOffer } from '../../libs/catalogue/test/builders/stock.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';

type Headers = Record<string, string>;
interface Buyer {
  headers: Headers;
  cartId: string;
}

/** Rounds of the race: `STOCK_ROUNDS=100 npx jest test/e2e/stock` runs them all; the races of the verbs run many more. */
const rounds = Number(process.env['STOCK_ROUNDS'] ?? 3);
const fifty = 50;
const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001' };

/** The piece is sold once, whoever asks through whatever door at the same time. */
describe('S-4 stock through the API', () => {
  let bazaar: Bazaar;
  let shoppers: Headers[];
  let piece: Goods;
  let maker: Headers;

  const send = (headers: Headers, path: string, body: object = {}) =>
    bazaar.api
      .post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);
  const puts = (headers: Headers, cartId: string, offerId: string, quantity = 1) =>
    bazaar.api.put(`/v1/buyer/carts/${cartId}/lines/${offerId}`).set(headers).send({ quantity }).expect(200);
  /** Just these in her one cart: what an earlier round left there is taken out. */
  const cartOf = async (headers: Headers, ...offerIds: string[]): Promise<string> => {
    const { id, lines } = (await send(headers, '/v1/buyer/carts').expect(201)).body as {
      id: string;
      lines: { offerId: string }[];
    };
    for (const { offerId } of lines) if (!offerIds.includes(offerId)) await puts(headers, id, offerId, 0);
    for (const offerId of offerIds) await puts(headers, id, offerId);
    return id;
  };
  const places = (headers: Headers, cartId: string) =>
    send(headers, '/v1/buyer/orders', { cartId, shipTo: { ...shipTo, street: `${cartId} Test Road` } });
  /** Somebody signs in with a code: fifty passwords would take longer than the race. */
  const comes = async (): Promise<Headers> => {
    const { people, app, asSystem } = bazaar;
    const { signIn } = await people.person({ password: null });
    const find = <T>(token: abstract new (...args: never[]) => T): T => app.get(token, { strict: false });
    const { challengeId } = await asSystem(() => find(AskCode).run('sign_in', parseContact(signIn)!));
    const code = await people.codeFor(challengeId, signIn);
    const client = { address: '127.0.0.1', userAgent: 'test' };
    const session = await asSystem(() => find(OpenSession).withCode({ challengeId, code, client }));
    return { authorization: `Bearer ${session.accessToken}` };
  };
  const stockOf = async (one: Goods) => (await asOwner(stockOfOffer, [one.offerId]))[0];
  const told = (answers: readonly { status: number; body: { code?: string } }[]) => {
    const count: Record<string, number> = {};
    for (const { status, body } of answers) {
      const key = status === 201 ? 'ordered' : `${status} ${body.code}`;
      count[key] = (count[key] ?? 0) + 1;
    }
    return count;
  };

  beforeAll(async () => {
    // Its clock runs for days: what other files left behind would move too.
    bazaar = await openBazaar({ itsOwn: true });
    ({ piece, maker } = await bazaar.makerWith({ stock: 5 }));
    shoppers = [];
    while (shoppers.length < fifty)
      shoppers.push(...(await Promise.all([comes(), comes(), comes(), comes(), comes()])));
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  test(`five pieces, fifty buyers at once, ${rounds} rounds: exactly five order each time`, async () => {
    const buyers: Buyer[] = await Promise.all(
      shoppers.map(async (headers) => ({ headers, cartId: await cartOf(headers, piece.offerId) })),
    );
    for (let round = 0; round < rounds; round++) {
      const answers = await Promise.all(buyers.map(({ headers, cartId }) => places(headers, cartId)));
      expect(told(answers)).toEqual({ ordered: 5, '409 out_of_stock': 45 });
      expect(await stockOf(piece)).toEqual({ on_hand: 5, reserved: 5 });
      const givesUp = async (buyer: Buyer, { body }: { body: unknown }) => {
        const [{ orderId }] = (body as { orders: [{ orderId: string }] }).orders;
        await send(buyer.headers, `/v1/buyer/orders/${orderId}/cancellation`).expect(200);
        buyer.cartId = await cartOf(buyer.headers, piece.offerId);
      };
      await Promise.all(answers.flatMap((one, i) => (one.status === 201 ? [givesUp(buyers[i]!, one)] : [])));
      expect(await stockOf(piece)).toEqual({ on_hand: 5, reserved: 0 });
    }
  }, 600_000);

  test('baskets in opposite order: all are ordered, nobody sees a deadlock', async () => {
    const [a, b] = [
      await bazaar.goods.live({ stock: 40 }, piece.maker),
      await bazaar.goods.live({ stock: 40 }, piece.maker),
    ];
    const carts = await Promise.all(
      shoppers.slice(0, 30).map(async (headers, i) => {
        const ids = [a.offerId, b.offerId];
        return { headers, cartId: await cartOf(headers, ...(i % 2 === 0 ? ids : ids.reverse())) };
      }),
    );
    const answers = await Promise.all(carts.map(({ headers, cartId }) => places(headers, cartId)));
    expect(told(answers)).toEqual({ ordered: 30 });
    expect(await stockOf(a)).toEqual({ on_hand: 40, reserved: 30 });
    expect(await stockOf(b)).toEqual({ on_hand: 40, reserved: 30 });
  }, 60_000);

  test('S-5 time runs out while three pay: the two who came next have theirs, one late payment finds a piece, two go back', async () => {
    const one = await bazaar.goods.live({ stock: 3, price_paise: 50_000 }, piece.maker);
    const outside = async (path: string, body: object) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      expect((await fetch(`${bazaar.world}/_control/payment_intents/${path}`, init)).status).toBe(200);
    };
    const opens = async (headers: Headers) => {
      const placed = (await places(headers, await cartOf(headers, one.offerId)).expect(201)).body;
      const asked = await send(headers, `/v1/buyer/checkouts/${placed.checkoutId}/payment`).expect(201);
      const intent = (asked.body.clientSecret as string).split('_secret')[0]!;
      return { headers, intent, path: `/v1/buyer/orders/${placed.orders[0].orderId}` };
    };
    const become = (orders: { headers: Headers; path: string }[], states: readonly string[]) => {
      const ask = () =>
        Promise.all(orders.map(async ({ headers, path }) => (await bazaar.api.get(path).set(headers)).body.state));
      return bazaar.until('it is decided', ask, (seen) => seen.every((state) => states.includes(state)));
    };
    const late = await Promise.all(shoppers.slice(0, 3).map(opens));
    for (const { intent } of late) await outside(`${intent}/pay`, { payment_method: 'pm_upi_slow' });
    await bazaar.passes(1);
    await become(late, ['payment_failed']);
    expect(await stockOf(one)).toEqual({ on_hand: 3, reserved: 0 });
    const inTime = await Promise.all(shoppers.slice(3, 5).map(opens));
    await Promise.all([
      ...late.map(({ intent }) => outside(`${intent}/settle`, { outcome: 'passed' })),
      ...inTime.map(({ intent }) => outside(`${intent}/pay`, { payment_method: 'pm_card_visa' })),
    ]);
    expect(await become(inTime, ['placed', 'refunded'])).toEqual(['placed', 'placed']);
    const ended = await become(late, ['placed', 'refunded']);
    expect(ended.filter((state) => state === 'placed')).toHaveLength(1);
    expect(await stockOf(one)).toEqual({ on_hand: 0, reserved: 0 });
    // what comes back of a payment that failed to her is promised for a day, and she reads how it stands.
    const unlucky = late.filter((_, i) => ended[i] === 'refunded');
    for (const { headers, path } of unlucky) {
      const refundsOf = async () => (await bazaar.api.get(`${path}/refunds`).set(headers).expect(200)).body.refunds;
      const [back] = await bazaar.until('it is sent back', refundsOf, ([refund]) => refund?.state === 'succeeded');
      const usuallyTakes = { least: 5, most: 7 };
      expect(back).toMatchObject({ isLate: false, compensation: null, promisedBy: expect.any(String), usuallyTakes });
    }
    const others = bazaar.api.get(`${unlucky[0]!.path}/refunds`).set(unlucky[1]!.headers);
    expect((await others.expect(404)).body.code).toBe('order_not_found');
  }, 60_000);

  test('one stock for the shop and for public purchase: of two who want the last piece, one gets it', async () => {
    const office = await bazaar.people.government();
    const { headers: buyer } = office.buyer;
    const demandFor = async () => {
      const { id } = (
        await send(buyer, '/v1/government/demands', {
          ...{ title: 'Stoles', quantity: 1, consigneeId: office.consignee.personId, toPincode: '110001' },
          ...{ estimate: { paise: 500_000, currency: 'INR' }, rail: 'pfms', budgetHead: '2052.00.090' },
          deliveryDays: 30,
        }).expect(201)
      ).body as { id: string };
      await send(office.hod.headers, `/v1/government/demands/${id}/approval`);
      const path = `/v1/government/demands/${id}`;
      const ask = async () => (await bazaar.api.get(path).set(buyer)).body as { state: string };
      await bazaar.until('funds are blocked', ask, ({ state }) => state === 'approved');
      return id;
    };
    for (let round = 0; round < 2; round++) {
      const last = await bazaar.goods.live({ stock: 1, price_paise: 100_000 }, piece.maker);
      const [demandId, cartId] = [await demandFor(), await cartOf(shoppers[0]!, last.offerId)];
      const answers = await Promise.all([
        places(shoppers[0]!, cartId),
        send(buyer, '/v1/government/direct-purchases', { demandId, offerId: last.offerId, certifiesRates: true }),
      ]);
      expect(told(answers)).toEqual({ ordered: 1, '409 out_of_stock': 1 });
      expect(await stockOf(last)).toEqual({ on_hand: 1, reserved: 1 });
    }
  }, 60_000);

  test('the maker keeps goods in two places, moves and counts them, and reads why each piece came or went', async () => {
    const one = await bazaar.goods.live({ stock: 6 }, piece.maker);
    const offer = `/v1/seller/offers/${one.offerId}`;
    const read = async (path: string) => (await bazaar.api.get(path).set(maker).expect(200)).body;
    const stall = (await send(maker, '/v1/seller/locations', { name: 'Haat stall', pincode: '812001' }).expect(201))
      .body as { id: string; district: string };
    const [first] = (await read('/v1/seller/locations')).items as [{ id: string; isFirst: boolean }];
    expect(first.isFirst).toBe(true);
    await send(maker, `${offer}/stock-moves`, { fromId: first.id, toId: stall.id, pieces: 2 }).expect(204);
    const lost = { onHand: 1, locationId: stall.id, reason: 'lost', note: 'Washed away.' };
    await send(maker, `${offer}/stock-counts`, lost).expect(204);
    await bazaar.api.put(`${offer}/low-stock`).set(maker).send({ pieces: 4 }).expect(204);
    expect(await read(`${offer}/stock`)).toMatchObject({
      ...{ onHand: 5, reserved: 0, lowStock: 4 },
      places: [
        { name: 'Workshop', onHand: 4, free: 4 },
        { name: 'Haat stall', onHand: 1, free: 1 },
      ],
    });
    const page = await read(`${offer}/stock-movements?limit=2`);
    expect(page.items).toMatchObject([
      { kind: 'written_off', change: -1, reason: 'lost', note: 'Washed away.', location: { name: 'Haat stall' } },
      { kind: 'moved' },
    ]);
    const rest = await read(`${offer}/stock-movements?cursor=${encodeURIComponent(page.next)}`);
    expect(rest.items).toMatchObject([{ kind: 'moved' }, { kind: 'received', change: 6, reason: null }]);
    await send(maker, `/v1/seller/locations/${stall.id}/retirement`).expect(409);
    await send(maker, `${offer}/stock-counts`, { onHand: 0, locationId: stall.id, reason: 'sold_elsewhere' }).expect(
      204,
    );
    await send(maker, `/v1/seller/locations/${stall.id}/retirement`).expect(204);
  }, 60_000);

  test('a shopper who waits for goods finds it in her inbox when they are back, once', async () => {
    const one = await bazaar.goods.live({ stock: 1 }, piece.maker);
    const shopper = await bazaar.people.shopper('Gita Test');
    const wish = `/v1/buyer/stock-wishes/${one.offerId}`;
    const counts = (onHand: number) =>
      send(maker, `/v1/seller/offers/${one.offerId}/stock-counts`, { onHand }).expect(204);
    await bazaar.api.put(wish).set(shopper.headers).expect(409);
    await counts(0);
    await bazaar.api.put(wish).set(shopper.headers).expect(204);
    const mine = await bazaar.api.get('/v1/buyer/stock-wishes').set(shopper.headers).expect(200);
    expect(mine.body.items).toMatchObject([{ offerId: one.offerId, label: 'natural' }]);
    await counts(2);
    type Inbox = { items: { event: string; subject: string }[] };
    const inbox = async () => (await bazaar.api.get('/v1/auth/messages').set(shopper.headers)).body as Inbox;
    const { items } = await bazaar.until('she is told', inbox, (seen) => seen.items.length > 0);
    expect(items.map((message) => message.event)).toEqual(['catalogue.wish_met']);
    const left = await bazaar.api.get('/v1/buyer/stock-wishes').set(shopper.headers).expect(200);
    expect(left.body.items).toEqual([]);
    await bazaar.api.delete(wish).set(shopper.headers).expect(204);
  }, 60_000);
});
