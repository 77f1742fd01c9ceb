import { BalanceQuery } from '#ledger';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { openBazaar, type Bazaar } from '../support/bazaar.js';

const inr = (paise: number) => ({ paise, currency: 'INR' });
type Headers = Record<string, string>;

/** The whole road, once each, over HTTP, with real queues and the simulated world outside. */
describe('Journeys', () => {
  let bazaar: Bazaar;
  beforeAll(async () => {
    bazaar = await openBazaar();
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const get = async (headers: Headers, path: string) => (await bazaar.api.get(path).set(headers).expect(200)).body;
  const send = (headers: Headers, path: string, body: object = {}) =>
    bazaar.api
      .post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);
  async function post(headers: Headers, path: string, body: object = {}, status = 200) {
    const answer = await send(headers, path, body);
    if (answer.status !== status) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }
  /** Something happens in the world outside. */
  async function outside(path: string, body: object = {}) {
    const answer = await fetch(bazaar.world + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the world answered ${answer.status}: ${await answer.text()}`);
  }
  async function booksBalance() {
    const trial = await bazaar.asSystem(() =>
      bazaar.app
        .get(UnitOfWork, { strict: false })
        .run((tx) => bazaar.app.get(BalanceQuery, { strict: false }).trial(tx)),
    );
    expect(trial.reduce((sum, row) => sum + row.balance_paise, 0n)).toBe(0n);
  }
  const dispatched = (maker: Headers, path: string) =>
    bazaar.until(
      'a courier is booked and the parcel is handed over',
      () => send(maker, `${path}/dispatch`),
      (answer) => answer.status === 200,
    );

  async function paidOrder(shopper: Headers, offerId: string, quantity: number) {
    const cart = await post(shopper, '/v1/buyer/carts', {}, 201);
    await bazaar.api.put(`/v1/buyer/carts/${cart.id}/lines/${offerId}`).set(shopper).send({ quantity }).expect(200);
    const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001' };
    const placed = await post(shopper, '/v1/buyer/orders', { cartId: cart.id, shipTo }, 201);
    const payment = await post(shopper, `/v1/buyer/checkouts/${placed.checkoutId}/payment`, {}, 201);
    const intent = payment.clientSecret.split('_secret')[0];
    await outside(`/_control/payment_intents/${intent}/pay`, { payment_method: 'pm_card_visa' });
    const orderId = placed.orders[0].orderId as string;
    const order = () => get(shopper, `/v1/buyer/orders/${orderId}`);
    await bazaar.until('the order is placed', order, (seen) => seen.state === 'placed');
    return { orderId, order, placed };
  }

  test('a shopper buys a stole and its weaver is paid', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 145_000, stock: 3 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { orderId, order, placed } = await paidOrder(shopper, piece.offerId, 2);
    expect(placed.total).toEqual(inr(290_000));

    await post(maker, `/v1/seller/orders/${orderId}/acceptance`);
    const parcel = await dispatched(maker, `/v1/seller/orders/${orderId}`);
    await outside(`/courier/_control/parcels/${parcel.body.trackingNumber}/deliver`);
    await bazaar.until('the order is delivered', order, (seen) => seen.state === 'delivered');

    await bazaar.passes(8);
    await bazaar.until('the return window is over', order, (seen) => seen.state === 'completed');
    await bazaar.until(
      'the weaver is paid',
      async () =>
        (await fetch(`${bazaar.world}/bank/_control`).then((answer) => answer.json())) as {
          state: { payouts: { amount_paise: number; status: string }[] };
        },
      (bank) => bank.state.payouts.some((payout) => payout.amount_paise === 290_000 && payout.status === 'paid'),
    );
    await booksBalance();
  });

  test('R-9.3 a maker who declines costs the shopper nothing, and the piece is for sale again', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 99_900, stock: 1 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { orderId, order } = await paidOrder(shopper, piece.offerId, 1);
    await post(maker, `/v1/seller/orders/${orderId}/refusal`, { reason: 'The loom is broken.' });
    expect(await order()).toMatchObject({ state: 'cancelled_by_seller', waitsFor: null });
    await paidOrder((await bazaar.people.shopper()).headers, piece.offerId, 1);
    await booksBalance();
  });

  test('a government office buys directly, its consignee accepts, the bill is paid', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 145_000, stock: 20 });
    const office = await bazaar.people.government();
    const demand = await post(
      office.buyer.headers,
      '/v1/government/demands',
      {
        title: 'Stoles for the visitors’ hall',
        quantity: 10,
        consigneeId: office.consignee.personId,
        toPincode: '110001',
        deliveryDays: 30,
        estimate: inr(2_000_000),
        rail: 'pfms',
        budgetHead: '2052.00.090',
      },
      201,
    );
    await post(office.hod.headers, `/v1/government/demands/${demand.id}/approval`);
    await bazaar.until(
      'the funds are blocked',
      () => get(office.buyer.headers, `/v1/government/demands/${demand.id}`),
      (seen) => seen.state === 'approved',
    );
    const order = { demandId: demand.id, offerId: piece.offerId };
    const contract = await post(office.buyer.headers, '/v1/government/direct-purchases', order, 201);
    expect(contract).toMatchObject({ state: 'issued', waitsFor: 'seller', total: inr(1_450_000) });

    const path = `/v1/seller/contracts/${contract.id}`;
    await post(maker, `${path}/acceptance`);
    const parcel = await dispatched(maker, path);
    await post(maker, `${path}/delivery`);
    await bazaar.until(
      'the delivery waits for the consignee',
      () => bazaar.api.get(`/v1/government/contracts/${contract.id}/acceptance`).set(office.consignee.headers),
      (answer) => answer.status === 200,
    );
    const acceptance = `/v1/government/acceptances/${parcel.body.id}`;
    await post(office.consignee.headers, `${acceptance}/receipt`);
    await post(office.consignee.headers, `${acceptance}/certificate`, {
      accepted: 9,
      rejected: 1,
      short: 0,
      reason: 'One is torn.',
    });

    const bill = await post(office.buyer.headers, '/v1/government/bills', { contractId: contract.id }, 201);
    expect(bill).toMatchObject({ gross: inr(1_305_000), damages: inr(0), net: inr(1_305_000) });
    await post(office.ddo.headers, `/v1/government/bills/${bill.id}/certification`);
    await post(office.pao.headers, `/v1/government/bills/${bill.id}/payment`, {}, 202);
    const paid = await bazaar.until(
      'the bill is paid',
      () => get(office.pao.headers, `/v1/government/bills/${bill.id}`),
      (seen) => seen.state === 'paid',
    );
    expect(paid.utr).toMatch(/^\S+$/);
    expect(await get(maker, path)).toMatchObject({ state: 'completed' });
    await booksBalance();
  });

  test('S-28 no one person carries a public purchase', async () => {
    const { piece } = await bazaar.makerWith({ stock: 20 });
    const office = await bazaar.people.government();
    const demand = { title: 'Stoles', quantity: 1, consigneeId: office.consignee.personId, toPincode: '110001' };
    const terms = { deliveryDays: 30, estimate: inr(200_000), rail: 'treasury', budgetHead: '2052' };
    const raised = await post(office.buyer.headers, '/v1/government/demands', { ...demand, ...terms }, 201);
    for (const officer of [office.buyer, office.consignee, office.ddo, office.pao]) {
      expect((await send(officer.headers, `/v1/government/demands/${raised.id}/approval`)).status).toBe(403);
    }
    const other = await bazaar.people.government();
    expect((await send(other.hod.headers, `/v1/government/demands/${raised.id}/approval`)).status).toBe(404);
    const early = await send(office.buyer.headers, '/v1/government/direct-purchases', {
      demandId: raised.id,
      offerId: piece.offerId,
    });
    expect(early.body).toMatchObject({ status: 409, code: 'illegal_transition' });
  });
});
