import { createHmac } from 'node:crypto';
import { CourierSimulator } from '../src/courier.js';
import { caller } from './caller.js';
import { Receiver } from './receiver.js';

const key = 'courier-key';
const secret = Buffer.from('a courier secret').toString('base64');
const route = { from_pin: '812001', to_pin: '560001', weight_g: 400 };

describe('courier simulator', () => {
  let courier: CourierSimulator;
  let receiver: Receiver;
  let call: ReturnType<typeof caller>;

  const book = async (more: object = {}) => {
    const order = { ...route, idempotencyKey: 'ship-1', reference: 'shipment-1', service: 'surface', ...more };
    return (await call('POST', '/parcels', order)).body as unknown as { awb: string; delivery_code: string };
  };
  const states = () => receiver.received.map(({ body }) => (JSON.parse(body) as { state: string }).state);

  beforeEach(async () => {
    receiver = new Receiver();
    courier = new CourierSimulator();
    const webhookUrl = await receiver.start();
    await courier.start({ secretKey: key, webhookSecret: `whsec_${secret}`, webhookUrl, webhooks: 'when_told' });
    call = caller(courier.url, key);
  });
  afterEach(async () => {
    await courier.stop();
    receiver.stop();
  });

  it('quotes, and serves no PIN beginning with 9', async () => {
    const quotes = await call('POST', '/quotes', route);
    expect(quotes.body).toEqual({
      services: [
        { service: 'surface', price_paise: 6_400, transit_days: 6 },
        { service: 'express', price_paise: 12_800, transit_days: 4 },
      ],
    });
    expect(await call('POST', '/quotes', { ...route, to_pin: '900001' })).toMatchObject({ status: 422 });
  });

  it('S-63 is told doors, shows them to nobody who asks over HTTP, and takes one written anew as the same booking', async () => {
    const to = { name: 'Farah Test', line: '1 Test Road', mobile: '+919800000001' };
    const { awb } = await book({ to });
    expect((await book({ to: { ...to, line: '2 Test Road' } })).awb).toBe(awb);
    expect(courier.doors(awb)).toEqual({ from: null, to });
    for (const path of [`/parcels/${awb}`, `/_control/parcels/${awb}`, '/_control'])
      expect(JSON.stringify((await call('GET', path)).body ?? '')).not.toContain('Farah');
  });

  it('books once per key, prints a label, cancels before pickup only', async () => {
    const { awb } = await book();
    expect((await book()).awb).toBe(awb);
    expect(awb).toMatch(/^SIM\d{11}$/);
    const label = await fetch(`${courier.url}/parcels/${awb}/label`, { headers: { authorization: `Bearer ${key}` } });
    expect(label.headers.get('content-type')).toBe('image/svg+xml');
    expect(await label.text()).toContain(awb);
    courier.move(awb, 'picked_up');
    expect(await call('POST', `/parcels/${awb}/cancel`)).toMatchObject({ status: 409 });
    const other = await book({ idempotencyKey: 'ship-2' });
    expect(await call('POST', `/parcels/${other.awb}/cancel`)).toMatchObject({ body: { state: 'cancelled' } });
  });

  it('fetches returns, comes again when nobody opens, and fetches at no PIN beginning with 9', async () => {
    const { awb } = await book({ kind: 'return' });
    expect(courier.parcel(awb).kind).toBe('return');
    for (const to of ['pickup_failed', 'pickup_failed'] as const) courier.move(awb, to);
    expect(courier.deliver(awb).state).toBe('delivered');
    const other = await book({ idempotencyKey: 'ship-2', kind: 'return' });
    courier.move(other.awb, 'pickup_failed');
    expect(await call('POST', `/parcels/${other.awb}/cancel`)).toMatchObject({ body: { state: 'cancelled' } });
    const nowhere = { ...route, from_pin: '900001', idempotencyKey: 'ship-3', reference: 'shipment-3' };
    expect(await call('POST', '/parcels', { ...nowhere, service: 'surface', kind: 'return' })).toMatchObject({
      status: 422,
    });
  });

  it('SM-5 scans in order, asks for the delivery code, and never shows it in tracking', async () => {
    const { awb, delivery_code } = await book();
    for (const to of ['picked_up', 'in_transit', 'out_for_delivery']) {
      await call('POST', `/_control/parcels/${awb}/move`, { to });
    }
    const move = `/_control/parcels/${awb}/move`;
    expect(await call('POST', move, { to: 'delivered', code: '000000' })).toMatchObject({ status: 422 });
    expect(await call('POST', move, { to: 'delivered', code: delivery_code })).toMatchObject({ status: 200 });
    expect(await call('POST', move, { to: 'lost' })).toMatchObject({ status: 409 });
    const track = await call('GET', `/parcels/${awb}`);
    expect(track.body).not.toHaveProperty('delivery_code');
    expect(track.body['scans']).toMatchObject([{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4, proof: 'code' }]);
  });

  it('STD-2.6 tells each scan with a signature over the raw bytes', async () => {
    const { awb } = await book();
    courier.deliver(awb);
    await courier.deliverPending();
    expect(states()).toEqual(['picked_up', 'in_transit', 'out_for_delivery', 'delivered']);
    const { headers, body } = receiver.received[0]!;
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
  });

  it('loses, repeats and shuffles its notices when told', async () => {
    const { awb } = await book();
    courier.fault({ kind: 'webhook_drop', times: 1 });
    courier.fault({ kind: 'webhook_duplicate', times: 1, value: 3 });
    courier.fault({ kind: 'webhook_shuffle', times: 1 });
    courier.deliver(awb);
    await courier.deliverPending();
    expect(states().toSorted()).toEqual(['delivered', 'in_transit', 'in_transit', 'in_transit', 'out_for_delivery']);
    expect(states()).not.toEqual(states().toSorted());
  });

  it('SM-6 brings cash on delivery back to us', async () => {
    const { awb } = await book({ cod_paise: 145_000 });
    expect(await call('POST', `/_control/parcels/${awb}/remit`)).toMatchObject({ status: 409 });
    await call('POST', `/_control/parcels/${awb}/deliver`, {});
    await call('POST', `/_control/parcels/${awb}/remit`);
    const { remittances } = (await call('GET', '/remittances')).body;
    expect(remittances).toMatchObject([{ awb, amount_paise: 145_000, utr: expect.stringMatching(/^SIMCN/) }]);
  });
});
