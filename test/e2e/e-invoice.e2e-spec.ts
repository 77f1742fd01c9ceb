import { personActor } from '#platform/testing';
import { registered } from '../../libs/orders/test/builders/registered.js';
import { gstinIn } from '../../libs/tax/test/builders/registered-paper.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';
import { journey } from '../support/journey.js';

const crore = (n: number) => ({ paise: n * 1_000_000_000, currency: 'INR' });

describe('R-6.22 a business buys from a large maker', () => {
  let bazaar: Bazaar;
  beforeAll(async () => {
    bazaar = await openBazaar();
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const { get, send, becomes, outside, dispatched, printed } = journey(
    () => bazaar,
    () => null,
  );

  test('R-6.23 her invoice is registered and printed with its number, and her goods leave with their e-way bill', async () => {
    const person = await bazaar.people.person({ name: 'Meena Devi' });
    const maker = await registered({ goods: bazaar.goods }, { applicant: personActor({ personId: person.personId }) });
    const piece = await bazaar.goods.live({ price_paise: 5_250_000, stock: 5 }, maker);
    const { headers: weaver } = await bazaar.people.signIn(person, maker.sellerId);
    const says = (highest: object) => bazaar.api.put('/v1/seller/turnover').set(weaver).send({ highest }).expect(200);
    expect((await says(crore(5))).body).toMatchObject({ registersInvoices: false });
    expect((await says(crore(6))).body).toEqual({ highest: crore(6), registersInvoices: true });

    const { headers: shopper } = await bazaar.people.shopper();
    const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
    const line = `/v1/buyer/carts/${cartId}/lines/${piece.offerId}`;
    await bazaar.api.put(line).set(shopper).send({ quantity: 1 }).expect(200);
    const address = { name: 'Test Interiors', mobile: '+919800000001', street: '9 Test Road', pincode: '110001' };
    const orders = (shipTo: object) => send(shopper, '/v1/buyer/orders', { cartId, shipTo });
    const elsewhere = await orders({ ...address, gstin: gstinIn('IN-BR') }).expect(422);
    expect(elsewhere.body).toMatchObject({ code: 'gstin_in_other_state' });
    await orders({ ...address, gstin: '07AAKFK4210M1ZX' }).expect(422);
    const gstin = gstinIn('IN-DL');
    const placed = (await orders({ ...address, gstin }).expect(201)).body;
    const { clientSecret } = (await send(shopper, `/v1/buyer/checkouts/${placed.checkoutId}/payment`).expect(201)).body;
    await outside(`/_control/payment_intents/${clientSecret.split('_secret')[0]}/pay`, {
      payment_method: 'pm_card_visa',
    });
    const { orderId } = placed.orders[0];
    await becomes(shopper, `/v1/buyer/orders/${orderId}`, 'placed', 'it is paid');
    await send(weaver, `/v1/seller/orders/${orderId}/acceptance`).expect(200);
    const handsOver = () => send(weaver, `/v1/seller/orders/${orderId}/dispatch`);
    const { body } = await bazaar.until('its parcel is planned', handsOver, ({ status }) => status === 409);
    expect(body).toMatchObject({ code: 'eway_bill_missing', facts: { why: 'not_packed' } });
    await send(weaver, `/v1/seller/orders/${orderId}/packing`).expect(200);
    await dispatched(weaver, `/v1/seller/orders/${orderId}`);

    const [invoice] = await bazaar.until(
      'the invoice is registered',
      async () => (await get(weaver, `/v1/seller/orders/${orderId}/tax-documents`)).documents,
      ([document]) => document?.registration?.state === 'registered',
    );
    expect(invoice).toMatchObject({ recipientGstin: gstin, supply: 'inter', registration: { refusal: null } });
    expect(invoice.eWayBill).toMatchObject({ state: 'made', number: expect.stringMatching(/^[0-9]{12}$/) });
    await send(weaver, `/v1/seller/tax-documents/${invoice.id}/eway-bill`).expect(409);
    const text = (await printed(shopper, invoice.id, 'the paper')).replaceAll('\n', '');
    for (const words of [invoice.registration.ackNumber, `GSTIN: ${gstin}`]) expect(text).toContain(words);
    await send(weaver, `/v1/seller/tax-documents/${invoice.id}/registration`).expect(409);
    const known = (await (await fetch(`${bazaar.world}/irp/_control`)).json()) as {
      state: { invoices: { irn: string }[] };
    };
    expect(known.state.invoices.map(({ irn }) => irn)).toEqual([invoice.registration.irn]);
  });
});
