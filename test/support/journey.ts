import { BalanceQuery } from '#ledger';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { textOfPdf } from '#platform/testing';
import type { Bazaar } from './bazaar.js';
import type { Recorder } from './recorder.js';

export type Headers = Record<string, string>;

/** What people do over HTTP on the roads of the guide, and what happens in the world outside meanwhile. */
export function journey(bazaar: () => Bazaar, guide: () => Recorder | null) {
  const get = async (headers: Headers, path: string) => (await bazaar().api.get(path).set(headers).expect(200)).body;
  const send = (headers: Headers, path: string, body: object = {}) =>
    bazaar()
      .api.post(path)
      .set({ ...headers, 'idempotency-key': newId() })
      .send(body);
  /** @param says the step in words, for the guide */
  async function post(headers: Headers, path: string, says: string, body: object = {}, status = 200) {
    const answer = await send(headers, path, body);
    if (answer.status !== status) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
    const sent = Object.keys(body).length === 0 ? undefined : body;
    guide()?.exchange(says, { method: 'POST', path, body: sent, status, answer: answer.body });
    return answer.body;
  }
  /** Waits for an object to be in a state, and shows it in the guide. */
  async function becomes(headers: Headers, path: string, state: string, says: string) {
    const seen = await bazaar().until(
      says,
      () => get(headers, path),
      (answer) => answer.state === state,
    );
    guide()?.exchange(says, { method: 'GET', path, status: 200, answer: seen });
    return seen;
  }
  /** Something happens in the world outside. */
  async function outside(path: string, body: object = {}) {
    const answer = await fetch(bazaar().world + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the world answered ${answer.status}: ${await answer.text()}`);
  }
  /** What a person was told, in her inbox. */
  const told = (headers: Headers, ...events: string[]) =>
    bazaar().until(
      `she is told: ${events.join(', ')}`,
      async () =>
        (await get(headers, '/v1/auth/messages?limit=100')).items.map(
          (item: { event: string }) => item.event,
        ) as string[],
      (seen) => events.every((event) => seen.includes(event)),
    );
  async function booksBalance() {
    const trial = await bazaar().asSystem(() =>
      bazaar()
        .app.get(UnitOfWork, { strict: false })
        .run((tx) => bazaar().app.get(BalanceQuery, { strict: false }).trial(tx)),
    );
    expect(trial.reduce((sum, row) => sum + row.balance_paise, 0n)).toBe(0n);
  }
  const dispatched = (maker: Headers, path: string, how: object = {}) =>
    bazaar().until(
      'a courier is booked and the parcel is handed over',
      () => send(maker, `${path}/dispatch`, how),
      (answer) => answer.status === 200,
    );

  /** What stands on a paper of the tax, once it is printed. */
  async function printed(shopper: Headers, documentId: string, says: string): Promise<string> {
    const path = `/v1/buyer/tax-documents/${documentId}/paper`;
    const { body } = await bazaar().until(
      'the paper is printed',
      () => bazaar().api.get(path).set(shopper),
      ({ status }) => status === 200,
    );
    guide()?.exchange(says, { method: 'GET', path, status: 200, answer: '‹a PDF of one page, in English and Hindi›' });
    return textOfPdf(body as Buffer).join('\n');
  }

  async function unpaidOrder(shopper: Headers, offerId: string, quantity: number) {
    const cart = await post(shopper, '/v1/buyer/carts', 'The shopper opens a cart and puts pieces into it.', {}, 201);
    await bazaar().api.put(`/v1/buyer/carts/${cart.id}/lines/${offerId}`).set(shopper).send({ quantity }).expect(200);
    const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001' };
    const placed = await post(
      shopper,
      '/v1/buyer/orders',
      'She orders what lies in it. The pieces are kept for her while she pays.',
      { cartId: cart.id, shipTo },
      201,
    );
    const payment = await post(
      shopper,
      `/v1/buyer/checkouts/${placed.checkoutId}/payment`,
      'One payment for all makers; she pays it on the provider’s page.',
      {},
      201,
    );
    const intent = payment.clientSecret.split('_secret')[0] as string;
    const pays = (payment_method = 'pm_card_visa') =>
      outside(`/_control/payment_intents/${intent}/pay`, { payment_method });
    /** Her bank takes its time, and then the money arrives. */
    const arrives = () => outside(`/_control/payment_intents/${intent}/settle`, { outcome: 'passed' });
    const orderId = placed.orders[0].orderId as string;
    return { orderId, path: `/v1/buyer/orders/${orderId}`, placed, intent, pays, arrives };
  }
  async function paidOrder(shopper: Headers, offerId: string, quantity: number) {
    const order = await unpaidOrder(shopper, offerId, quantity);
    await order.pays();
    await becomes(shopper, order.path, 'placed', 'The provider’s signed notice places the order.');
    return order;
  }
  /** The provider's own books. */
  async function atProvider() {
    const world = (await (await fetch(`${bazaar().world}/_control`)).json()) as {
      state: {
        intents: { id: string; status: string }[];
        charges: { chargeId: string; paymentIntentId: string; captured_paise: number; refunded_paise: number }[];
      };
    };
    return world.state;
  }
  const chargeOf = async (intent: string) =>
    (await atProvider()).charges.filter((charge) => charge.paymentIntentId === intent);
  const statusOf = async (intent: string) => (await atProvider()).intents.find(({ id }) => id === intent)?.status;

  return {
    ...{ get, send, post, becomes, outside, told, booksBalance, dispatched },
    ...{ printed, unpaidOrder, paidOrder, atProvider, chargeOf, statusOf },
  };
}
