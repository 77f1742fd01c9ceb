import { createHash } from 'node:crypto';
import { AlarmShipment } from '#fulfilment';
import { CreateOrganisation, platformOrganisationId } from '#identity';
import { namedId, newId } from '#platform/kernel';
import { textOfPdf } from '#platform/testing';
import { photo } from '../../libs/platform/uploads/test/builders/files.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';
import { journey, type Headers } from '../support/journey.js';
import { Recorder } from '../support/recorder.js';

const shipTo = { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001' };
const own = { carrier: 'India Post', trackingNumber: 'EE123456789IN' };
const inr = (paise: number) => ({ paise, currency: 'INR' });

/** What makers bring or send themselves, with all processes running. */
describe('Parcels of makers’ own carriers', () => {
  let bazaar: Bazaar;
  beforeAll(async () => {
    // Its clocks run for days: parcels of other files would move too.
    bazaar = await openBazaar({ itsOwn: true });
  }, 120_000);
  afterAll(() => bazaar.close(), 30_000);

  /** Set while a test writes its page of the guide. */
  let guide: Recorder | null = null;
  afterEach(() => (guide = null));

  const { get, send, post, becomes, outside, paidOrder, printed, told } = journey(
    () => bazaar,
    () => guide,
  );
  const bought = async (shopper: Headers, cartId: string, offerId: string, asGuest: object = {}) => {
    await bazaar.api.put(`/v1/buyer/carts/${cartId}/lines/${offerId}`).set(shopper).send({ quantity: 1 }).expect(200);
    const wish = { cartId, shipTo, ...asGuest };
    const { checkoutId, orders } = (await send(shopper, '/v1/buyer/orders', wish).expect(201)).body;
    const { clientSecret } = (await send(shopper, `/v1/buyer/checkouts/${checkoutId}/payment`).expect(201)).body;
    const intent = clientSecret.split('_secret')[0] as string;
    await outside(`/_control/payment_intents/${intent}/pay`, { payment_method: 'pm_card_visa' });
    const { orderId, link } = orders[0] as { orderId: string; link: string | null };
    await becomes(shopper, `/v1/buyer/orders/${orderId}`, 'placed', 'it is placed');
    return { orderId, link };
  };
  /** She takes the order and sends it with a carrier of her own. */
  const sent = async (maker: Headers, orderId: string) => {
    await send(maker, `/v1/seller/orders/${orderId}/acceptance`).expect(200);
    return bazaar.until(
      'the parcel is sent',
      () => send(maker, `/v1/seller/orders/${orderId}/dispatch`, { own }),
      (answer) => answer.status === 200,
    );
  };

  test('SM-4 SM-5 R-6.20 two pieces by courier, one in a parcel of its own: from the order to both doors', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 145_000, stock: 3 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { orderId, path } = await paidOrder(shopper, piece.offerId, 3);
    const hers = `/v1/seller/orders/${orderId}`;
    const shows = async (says: string, headers: Headers, shown: string) => {
      const answer = await get(headers, shown);
      guide?.exchange(says, { method: 'GET', path: shown, status: 200, answer });
      return answer;
    };
    guide = new Recorder(
      'after-the-order',
      'After the order',
      'Packing, papers, a courier, and one piece in a parcel of its own: how goods come to two doors.',
    );
    guide.chapter('Packing');
    const whole = await post(maker, `${hers}/acceptance`, 'The weaver takes the order; a courier is asked by itself.');
    await shows('What she has to pack, over all her orders.', maker, '/v1/seller/pick-list');
    const one = { lines: [{ lineId: whole.lines[0].id as string, quantity: 1 }] };
    const all = { lines: [{ ...one.lines[0], quantity: 3 }] };
    expect((await send(maker, `${hers}/division`, all)).body.code).toBe('nothing_stays');
    const part = await post(
      maker,
      `${hers}/division`,
      'Two stoles are done, the third is still on the loom: it will go in a parcel of its own, as an order of its own.',
      one,
      201,
    );
    expect(part).toMatchObject({ state: 'confirmed', partOf: orderId, promisedBy: whole.promisedBy });
    const first = await shows('The shopper sees what went over to it; the day she was promised stays.', shopper, path);
    expect(first).toMatchObject({ partOf: null, inOtherParts: part.total, refunded: inr(0), total: whole.total });
    await told(shopper, 'orders.divided');
    await post(maker, `${hers}/packing`, 'The first two are packed: their invoice is made.');
    const { documents } = await shows('It is of the two.', shopper, `${path}/tax-documents`);
    expect(documents).toMatchObject([{ total: inr(290_000) }]);
    expect(await printed(shopper, documents[0].id, 'As PDF, to lie in the parcel or to keep.')).toContain('2,900.00');

    guide.chapter('By courier');
    await bazaar.until(
      'a courier is booked and the label printed',
      () => bazaar.api.get(`${hers}/label`).set(maker),
      ({ status }) => status === 200,
    );
    guide.exchange('The label, with the courier’s number as a barcode. Nothing on it says what lies inside.', {
      ...{ method: 'GET', path: `${hers}/label`, status: 200, answer: '‹a PDF of one label›' },
    });
    const parcel = await post(maker, `${hers}/dispatch`, 'The courier has come; she hands it over.');
    const moves = (to: string) => outside(`/courier/_control/parcels/${parcel.trackingNumber}/move`, { to });
    for (const to of ['picked_up', 'in_transit', 'out_for_delivery', 'attempt_failed']) await moves(to);
    await told(shopper, 'fulfilment.attempt_failed');
    await shows('Nobody was at home: she is told, and it comes again.', shopper, `${path}/parcel`);
    for (const to of ['out_for_delivery', 'delivered']) await moves(to);
    await becomes(shopper, path, 'delivered', 'The second time it arrives.');

    guide.chapter('By the weaver herself');
    const [second, itsPath] = [`/v1/seller/orders/${part.id}`, `/v1/buyer/orders/${part.id}`];
    await post(maker, `${second}/packing`, 'A week later the third stole is done, too.');
    const given = { own: { carrier: 'India Post', trackingNumber: 'EE000000001IN' } };
    await bazaar.until(
      'it is planned',
      () => bazaar.api.get(`${itsPath}/parcel`).set(shopper),
      ({ status }) => status === 200,
    );
    await post(maker, `${second}/dispatch`, 'She sends it by post, and names the number.', given);
    await shows('Now she learns where it goes.', maker, `${second}/address`);
    const { deliveryCode: code } = await get(shopper, `${itsPath}/parcel`);
    await post(maker, `${second}/delivery`, 'The shopper tells a code at the door, which proves it.', { code });
    await becomes(shopper, itsPath, 'delivered', 'Both have arrived. Each has its own days to be sent back.');
    await told(maker, 'orders.delivered');
    guide.close();
  }, 60_000);

  test('SM-5 S-42 no courier comes to her: she brings it to a centre, which hands parcels over together', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 2 });
    const { headers: shopper } = await bazaar.people.shopper();
    const wanted = { kind: 'collection_centre', name: 'Bhagalpur SHG Federation' } as const;
    const find = <T>(token: abstract new (...args: never[]) => T): T => bazaar.app.get(token, { strict: false });
    const centreId = await bazaar.asSystem(() => find(CreateOrganisation).run(wanted));
    const { headers: admin } = await bazaar.people.officer('platform_admin', platformOrganisationId, 'Asha Test');
    const at = { name: wanted.name, street: 'Nath Nagar Road', pincode: '812001', isOpen: true };
    const enters = (id: string) => bazaar.api.put(`/v1/admin/collection-centres/${id}`).set(admin).send(at);
    await enters(centreId).expect(204);
    await enters(platformOrganisationId).expect(404);
    const { headers: keeper } = await bazaar.people.officer('centre_keeper', centreId, 'Meena Test');

    const { orderId, path } = await paidOrder(shopper, piece.offerId, 1);
    const hers = `/v1/seller/orders/${orderId}`;
    await send(maker, `${hers}/acceptance`).expect(200);
    const { items: near } = await get(maker, '/v1/seller/collection-centres?pincode=812');
    expect(near).toContainEqual({ id: centreId, name: at.name, street: at.street, pincode: at.pincode });
    await bazaar.until(
      'the parcel is planned and she has chosen where she brings it',
      () => bazaar.api.put(`${hers}/collection-centre`).set(maker).send({ centreId }),
      ({ status }) => status === 204,
    );
    const [expected] = (await get(keeper, '/v1/centre/parcels?state=expected')).items;
    expect(JSON.stringify(expected)).not.toContain(shipTo.name);
    await send(keeper, `/v1/centre/parcels/${expected.id}/receipt`).expect(204);
    await becomes(maker, hers, 'packed', 'what lies at the centre is packed');
    expect((await send(maker, `${hers}/dispatch`)).body.code).toBe('parcel_at_centre');
    await told(maker, 'fulfilment.taken_in');

    const [parcel] = await bazaar.until(
      'a courier is booked',
      async () => (await get(keeper, '/v1/centre/parcels')).items as { id: string; courier: string | null }[],
      ([one]) => one?.courier !== null,
    );
    const list = { carrier: parcel!.courier, parcels: [{ id: parcel!.id }] };
    const wrong = await send(keeper, '/v1/centre/manifests', { ...list, carrier: 'Another' });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'parcels_stay']);
    const { id } = (await send(keeper, '/v1/centre/manifests', list).expect(201)).body;
    expect((await get(keeper, '/v1/centre/manifests')).items).toMatchObject([{ id, parcels: 1 }]);
    const paper = await bazaar.api.get(`/v1/centre/manifests/${id}/paper`).set(keeper).expect(200);
    expect(textOfPdf(paper.body as Buffer).join(' ')).toContain('Bhagalpur SHG Federation');
    await becomes(shopper, path, 'shipped', 'it is on its way');
  });

  test('SM-5 S-63 the maker learns the address, and the code the shopper tells her ends the road', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 2 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
    const { orderId } = await bought(shopper, cartId, piece.offerId);
    const [path, hers] = [`/v1/buyer/orders/${orderId}`, `/v1/seller/orders/${orderId}`];
    expect((await bazaar.api.get(`${hers}/address`).set(maker).expect(409)).body.code).toBe('address_closed');
    await sent(maker, orderId);
    expect(await get(maker, `${hers}/address`)).toEqual({
      name: shipTo.name,
      street: shipTo.street,
      pincode: shipTo.pincode,
      stateCode: 'IN-BR',
      mobileEnding: '0001',
    });
    const parcel = await get(shopper, `${path}/parcel`);
    expect(parcel).toMatchObject({ ...own, state: 'in_transit', deliveryProof: null });
    const code = parcel.deliveryCode as string;
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await send(maker, `${hers}/delivery`, { code: wrong }).expect(422)).body).toMatchObject({
      code: 'delivery_code_wrong',
      detail: expect.stringContaining('4 more tries'),
    });
    expect((await send(maker, `${hers}/delivery`, { code }).expect(200)).body.state).toBe('delivered');
    await becomes(shopper, path, 'delivered', 'it is delivered');
    expect(await get(shopper, `${path}/parcel`)).toMatchObject({ deliveryCode: null, deliveryProof: 'code' });
  });

  test('SM-5 S-59 the maker prints her lists and the label of a parcel that a courier fetches', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 2 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
    const { orderId } = await bought(shopper, cartId, piece.offerId);
    const hers = `/v1/seller/orders/${orderId}`;
    await send(maker, `${hers}/acceptance`).expect(200);
    const label = await bazaar.until(
      'a courier is booked and the label printed',
      () => bazaar.api.get(`${hers}/label`).set(maker),
      ({ status }) => status === 200,
    );
    const { trackingNumber } = await get(shopper, `/v1/buyer/orders/${orderId}/parcel`);
    expect(label.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="label-${trackingNumber}.pdf"`,
      'cache-control': 'no-store',
    });
    const saysOf = (file: unknown) => textOfPdf(file as Buffer).join('\n');
    for (const text of [trackingNumber as string, shipTo.name, shipTo.street, shipTo.pincode, 'collect nothing'])
      expect(saysOf(label.body)).toContain(text);
    expect(saysOf(label.body)).not.toContain(shipTo.mobile.slice(-10));

    const [wanted] = (await get(maker, '/v1/seller/pick-list')).items;
    expect(wanted).toMatchObject({ offerId: piece.offerId, pieces: 1, wrapped: 0, orders: 1 });
    const packed = await get(maker, `${hers}/pack-list`);
    expect(packed).toMatchObject({ giftMessage: null, lines: [{ title: wanted.title, pieces: 1, giftWrap: false }] });
    for (const path of ['/v1/seller/pick-list/paper', `${hers}/pack-list/paper`])
      expect(saysOf((await bazaar.api.get(path).set(maker).expect(200)).body)).toContain(wanted.title);

    await send(maker, `${hers}/packing`).expect(200);
    expect((await get(maker, '/v1/seller/pick-list')).items).toEqual([]);
    await send(maker, `${hers}/dispatch`).expect(200);
    expect((await bazaar.api.get(`${hers}/label`).set(maker).expect(409)).body.code).toBe('label_closed');
  });

  test('S-36 SM-5 a guest follows hers by the link, and says that it is there', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 2 });
    const { id, token } = (await bazaar.api.post('/v1/public/carts').expect(201)).body;
    const contact = { email: 'farah@example.in' };
    const { orderId, link } = await bought({ 'cart-token': token }, id, piece.offerId, { contact });
    const path = `/v1/public/orders/${link}`;
    expect((await bazaar.api.get(`${path}/parcel`).expect(404)).body.code).toBe('shipment_not_found');
    await sent(maker, orderId);
    expect(await get({}, `${path}/parcel`)).toMatchObject({ ...own, deliveryCode: expect.stringMatching(/^\d{6}$/) });
    expect((await send({}, `${path}/receipt`).expect(200)).body).toMatchObject({ deliveryProof: 'receiver' });
    await becomes({}, path, 'delivered', 'it is delivered');
  });

  test('SM-5 the shopper hears of an attempt in vain, the maker of a parcel that still waits with her', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 2 });
    const { headers: shopper } = await bazaar.people.shopper();
    const ordered = async () => {
      const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
      const { orderId } = await bought(shopper, cartId, piece.offerId);
      await send(maker, `/v1/seller/orders/${orderId}/acceptance`).expect(200);
      const parcel = `/v1/buyer/orders/${orderId}/parcel`;
      const ready = await bazaar.until(
        'a courier is booked',
        async () => (await bazaar.api.get(parcel).set(shopper)).body as { state?: string; trackingNumber: string },
        ({ state }) => state === 'ready',
      );
      return { ...ready, shipmentId: namedId('shipment', 'order', orderId) };
    };
    const tried = await ordered();
    for (const to of ['picked_up', 'in_transit', 'out_for_delivery', 'attempt_failed'])
      await outside(`/courier/_control/parcels/${tried.trackingNumber}/move`, { to });
    await told(shopper, 'fulfilment.attempt_failed');

    const { shipmentId } = await ordered();
    await bazaar.passes(4 * 24 + 14);
    await bazaar.asSystem(() => bazaar.app.get(AlarmShipment, { strict: false }).run(shipmentId));
    await told(maker, 'fulfilment.waits');
  });

  test('SM-5 S-58 where nobody tells the code a photo proves it, once the scanner has looked; the shopper sees it', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 2 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
    const { orderId } = await bought(shopper, cartId, piece.offerId);
    await sent(maker, orderId);
    const hers = `/v1/seller/orders/${orderId}/delivery-photo`;
    const gate = await photo(40, 30);
    const shows = () =>
      bazaar.api
        .post(`${hers}?fileName=gate.jpg`)
        .set({ ...maker, 'content-type': 'image/jpeg' })
        .send(gate);
    const { body, headers } = await shows().expect(201);
    expect(body).toMatchObject({ state: 'waiting', type: 'image/jpeg' });
    expect(headers['location']).toBe(hers);
    await becomes(shopper, `/v1/buyer/orders/${orderId}`, 'delivered', 'it is delivered');
    expect(await get(shopper, `/v1/buyer/orders/${orderId}/parcel`)).toMatchObject({ deliveryProof: 'photo' });
    const seen = await bazaar.api.get(`/v1/buyer/orders/${orderId}/delivery-photo`).set(shopper).expect(200);
    expect(
      createHash('sha256')
        .update(seen.body as Buffer)
        .digest('hex'),
    ).toBe(body.sha256);
    expect((await shows().expect(409)).body.code).toBe('illegal_transition');
  });

  test('SM-5 each wrong code counts, although it is refused: after five the right one waits for tomorrow', async () => {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 80_000, stock: 2 });
    const { headers: shopper } = await bazaar.people.shopper();
    const { id: cartId } = (await send(shopper, '/v1/buyer/carts').expect(201)).body;
    const { orderId } = await bought(shopper, cartId, piece.offerId);
    await sent(maker, orderId);
    const code = (await get(shopper, `/v1/buyer/orders/${orderId}/parcel`)).deliveryCode as string;
    const delivers = (ahead: number) =>
      send(maker, `/v1/seller/orders/${orderId}/delivery`, {
        code: String((Number(code) + ahead) % 1_000_000).padStart(6, '0'),
      });
    const said: string[] = [];
    for (let ahead = 1; ahead <= 5; ahead++) said.push((await delivers(ahead).expect(422)).body.code);
    expect(said).toEqual(Array(5).fill('delivery_code_wrong'));
    expect((await delivers(0)).body.code).toBe('delivery_code_locked');
    await bazaar.passes(24);
    const key = { ...maker, 'idempotency-key': newId() };
    const again = () => bazaar.api.post(`/v1/seller/orders/${orderId}/delivery`).set(key).send({ code }).expect(200);
    expect((await again()).body.state).toBe('delivered');
    expect((await again()).headers['idempotent-replayed']).toBe('true');
    expect((await delivers(0).expect(200)).body.state).toBe('delivered');
  });
});
