import { openBazaar, type Bazaar } from '../support/bazaar.js';
import { journey, type Headers } from '../support/journey.js';

const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001' };

/** A parcel the courier does not want goes with the post, with all processes running. */
describe('Couriers', () => {
  let bazaar: Bazaar;
  beforeAll(async () => {
    // Its clocks run for hours.
    bazaar = await openBazaar({ itsOwn: true });
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  const { get, send, becomes, outside } = journey(
    () => bazaar,
    () => null,
  );

  test('SM-5 S-19 the next courier is asked, the maker hands the parcel over, and what a file tells ends its road', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 2 });
    const { headers: shopper } = await bazaar.people.shopper();
    await outside('/courier/_control/faults', { kind: 'error_before', route: 'POST /parcels', status: 422 });
    const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
    await bazaar.api
      .put(`/v1/buyer/carts/${cartId}/lines/${piece.offerId}`)
      .set(shopper)
      .send({ quantity: 1 })
      .expect(200);
    const { checkoutId, orders } = (await send(shopper, '/v1/buyer/orders', { cartId, shipTo }).expect(201)).body;
    const { clientSecret } = (await send(shopper, `/v1/buyer/checkouts/${checkoutId}/payment`).expect(201)).body;
    await outside(`/_control/payment_intents/${(clientSecret as string).split('_secret')[0]}/pay`, {
      payment_method: 'pm_card_visa',
    });
    const { orderId } = orders[0] as { orderId: string };
    const order = `/v1/buyer/orders/${orderId}`;
    await becomes(shopper, order, 'placed', 'it is placed');
    await send(maker, `/v1/seller/orders/${orderId}/acceptance`).expect(200);
    const slotPath = `/v1/seller/orders/${orderId}/pickup-slot`;
    const { body: choice } = await bazaar.until(
      'the earliest hours are chosen for her',
      () => bazaar.api.get(slotPath).set(maker),
      (answer) => answer.status === 200 && answer.body.chosen !== null,
    );
    expect(choice).toMatchObject({ misses: 0, chosen: { by: 'default', from: choice.offered[0].from } });
    const { from, id: window } = choice.offered[1];
    const moved = await bazaar.api.put(slotPath).set(maker).send({ window }).expect(200);
    expect(moved.body).toMatchObject({ chosen: { by: 'maker', from } });
    const { body: sent } = await bazaar.until(
      'a courier is booked and the parcel is handed over',
      () => send(maker, `/v1/seller/orders/${orderId}/dispatch`),
      (answer) => answer.status === 200,
    );
    expect(sent).toMatchObject({ state: 'in_transit', courier: 'postal' });
    expect(await parcel(shopper, order)).toMatchObject({ trackingNumber: sent.trackingNumber });

    await outside('/postal/_control/faults', { kind: 'rows_shuffled' });
    await outside('/postal/_control/faults', { kind: 'row_broken', times: 1 });
    await outside(`/postal/_control/articles/${sent.trackingNumber}/deliver`, {});
    await bazaar.passes(1);
    await becomes(shopper, order, 'delivered', 'the file is read');
    expect(await parcel(shopper, order)).toMatchObject({ state: 'delivered' });
  });
  const parcel = (shopper: Headers, order: string) => get(shopper, `${order}/parcel`);
});
