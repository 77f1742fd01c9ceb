import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { BalanceQuery } from '#ledger';
import { photo } from '../../libs/platform/uploads/test/builders/files.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';

type Headers = Record<string, string>;
const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001' };
const inr = (paise: number) => ({ paise, currency: 'INR' });

/** A torn stole and the one that comes in its place, or its money, with all processes running. */
describe('An exchange, and a return that is fetched', () => {
  let bazaar: Bazaar;
  beforeAll(async () => {
    // Its clock runs for days: what other files left behind would move too.
    bazaar = await openBazaar({ itsOwn: true });
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const get = async (headers: Headers, path: string) => (await bazaar.api.get(path).set(headers).expect(200)).body;
  const send = (headers: Headers, path: string, body: object = {}) =>
    bazaar.api
      .post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);
  const becomes = (headers: Headers, path: string, state: string) =>
    bazaar.until(
      `${path} is ${state}`,
      () => get(headers, path),
      (answer) => answer.state === state,
    );
  const outside = async (path: string, body: object = {}) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(bazaar.world + path, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.ok).toBe(true);
  };
  const told = (headers: Headers, event: string) =>
    bazaar.until(
      `she is told ${event}`,
      async () => (await get(headers, '/v1/auth/messages?limit=100')).items as { event: string }[],
      (items) => items.some((item) => item.event === event),
    );
  /** The maker hands a parcel over, and it arrives. */
  const arrives = async (maker: Headers, shopper: Headers, orderId: string) => {
    const parcel = await bazaar.until(
      'a courier is booked',
      () => send(maker, `/v1/seller/orders/${orderId}/dispatch`),
      (answer) => answer.status === 200,
    );
    await outside(`/courier/_control/parcels/${parcel.body.trackingNumber}/deliver`);
    return becomes(shopper, `/v1/buyer/orders/${orderId}`, 'delivered');
  };
  const bought = async (shopper: Headers, offerId: string) => {
    const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
    await bazaar.api.put(`/v1/buyer/carts/${cartId}/lines/${offerId}`).set(shopper).send({ quantity: 1 }).expect(200);
    const { checkoutId, orders } = (await send(shopper, '/v1/buyer/orders', { cartId, shipTo }).expect(201)).body;
    const { clientSecret } = (await send(shopper, `/v1/buyer/checkouts/${checkoutId}/payment`).expect(201)).body;
    const intent = clientSecret.split('_secret')[0] as string;
    await outside(`/_control/payment_intents/${intent}/pay`, { payment_method: 'pm_card_visa' });
    const orderId = orders[0].orderId as string;
    await becomes(shopper, `/v1/buyer/orders/${orderId}`, 'placed');
    return { orderId, intent };
  };

  test('SM-4 R-8.6 it is kept at approval, sent without a payment, and its weaver is paid once', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 2 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { orderId, intent } = await bought(shopper, piece.offerId);
    const [path, hers] = [`/v1/buyer/orders/${orderId}`, `/v1/seller/orders/${orderId}`];
    await send(maker, `${hers}/acceptance`).expect(200);
    const order = await arrives(maker, shopper, orderId);

    const asked = { reason: 'defect', note: 'It is torn.', wants: 'exchange' };
    const lineOf = (of: { lines: { id: string }[] }) => ({ lineId: of.lines[0]!.id, quantity: 1 });
    const others = { ...asked, lines: [{ ...lineOf(order), forOfferId: newId() }] };
    expect((await send(shopper, `${path}/returns`, others)).body.code).toBe('exchange_not_possible');
    await send(shopper, `${path}/returns`, { ...asked, lines: [lineOf(order)] }).expect(200);
    await send(maker, `${hers}/return/approval`).expect(200);
    await send(maker, `${hers}/return/receipt`, { isResellable: false }).expect(200);
    const first = await becomes(shopper, path, 'completed');
    expect(first).toMatchObject({ refunded: inr(0), exchanged: inr(80_000), lines: [{ goneQuantity: 1 }] });
    const { returns } = await get(shopper, `${path}/returns`);
    expect(returns).toMatchObject([{ wants: 'exchange', status: 'exchanged' }]);

    const nextId = returns[0].exchangeOrderId as string;
    const next = `/v1/buyer/orders/${nextId}`;
    expect(await get(shopper, next)).toMatchObject({ state: 'confirmed', exchangeOf: orderId, total: inr(80_000) });
    const steps = async (of: string) => (await get(shopper, `${of}/timeline`)).steps as { event: string }[];
    expect((await steps(path)).slice(-2)).toMatchObject([{ event: 'exchange' }, { event: 'complete' }]);
    expect((await steps(next))[1]).toMatchObject({ event: 'exchange', reason: order.number });
    await Promise.all([told(shopper, 'orders.exchanged'), told(maker, 'orders.exchanged')]);

    const other = await arrives(maker, shopper, nextId);
    const again = await send(shopper, `${next}/returns`, { ...asked, lines: [lineOf(other)] });
    expect([again.status, again.body.code]).toEqual([422, 'exchange_only_once']);
    await bazaar.passes(8 * 24);
    await becomes(shopper, next, 'completed');
    const { state } = (await (await fetch(`${bazaar.world}/_control`)).json()) as {
      state: { charges: { paymentIntentId: string }[] };
    };
    const charges = state.charges.filter(({ paymentIntentId }) => paymentIntentId === intent);
    expect(charges).toMatchObject([{ captured_paise: 80_000, refunded_paise: 0 }]);
    const trial = await bazaar.asSystem(() =>
      bazaar.app
        .get(UnitOfWork, { strict: false })
        .run((tx) => bazaar.app.get(BalanceQuery, { strict: false }).trial(tx)),
    );
    expect(trial.reduce((sum, row) => sum + row.balance_paise, 0n)).toBe(0n);
  });

  test('SM-4 SM-5 a torn stole is shown, fetched at the door at the second try, and counts as received when its weaver says nothing', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 1 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { orderId } = await bought(shopper, piece.offerId);
    const [path, hers] = [`/v1/buyer/orders/${orderId}`, `/v1/seller/orders/${orderId}`];
    await send(maker, `${hers}/acceptance`).expect(200);
    const order = await arrives(maker, shopper, orderId);

    const taken = await bazaar.api
      .post(`${path}/return-photos?fileName=torn.png`)
      .set({ ...shopper, 'content-type': 'image/png' })
      .send(await photo(30, 20, 'png'))
      .expect(201);
    expect(taken.body).toMatchObject({ returnId: null, type: 'image/jpeg' });
    expect(await get(maker, `${hers}/return-photos`)).toEqual({ items: [] });
    const lines = [{ lineId: order.lines[0].id, quantity: 1 }];
    await send(shopper, `${path}/returns`, { lines, reason: 'defect', note: 'It is torn.' }).expect(200);
    const shown = await bazaar.until(
      'the scanner has looked',
      () => bazaar.api.get(`${hers}/return-photos/${taken.body.id}`).set(maker),
      (answer) => answer.status === 200,
    );
    expect(shown.headers['content-type']).toBe('image/jpeg');
    await send(maker, `${hers}/return/approval`).expect(200);

    type Parcel = { state: string; trackingNumber: string; missed: number } | null;
    const parcelIs = (fits: (parcel: NonNullable<Parcel>) => boolean) =>
      bazaar.until(
        'the parcel on its way back',
        async () => (await get(shopper, `${path}/returns`)).returns[0].parcel as Parcel,
        (parcel) => parcel !== null && fits(parcel),
      );
    const { trackingNumber } = (await parcelIs(({ state }) => state === 'booked'))!;
    await outside(`/courier/_control/parcels/${trackingNumber}/move`, { to: 'pickup_failed' });
    await parcelIs(({ missed }) => missed === 1);
    await outside(`/courier/_control/parcels/${trackingNumber}/deliver`);
    await becomes(shopper, path, 'return_delivered');
    await told(shopper, 'fulfilment.pickup_booked');
    await told(shopper, 'fulfilment.pickup_missed');
    await Promise.all([told(shopper, 'orders.return_arrived'), told(maker, 'orders.return_arrived')]);
    await bazaar.passes(73);
    expect(await becomes(shopper, path, 'refunded')).toMatchObject({ refunded: inr(80_000) });
    const { returns } = await get(maker, `${hers}/returns`);
    expect(returns).toMatchObject([{ status: 'refunded', isResellable: false, parcel: { state: 'delivered' } }]);
  });
});
