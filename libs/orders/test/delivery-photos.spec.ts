import { createHash } from 'node:crypto';
import { newId } from '#platform/kernel';
import { ScannerSimulator } from '#platform/simulators';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import {
  ConfirmReceipt,
  DestroyDeliveryPhoto,
  Dispatch,
  PurgeDeliveryPhotos,
  ReadDeliveryPhoto,
  ScanDeliveryPhoto,
  Shipments,
  ShowDelivery,
} from '#fulfilment';
import { pdfWith, photo } from '../../platform/uploads/test/builders/files.js';
import { Shop, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });
/** The harmless text by which scanners show that they work, in two parts so that none takes this file away. */
const virus = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*';

describe('Deliveries that are proved by a photo', () => {
  const shop = new Shop();
  const scanner = new ScannerSimulator();
  let gate: Buffer;
  beforeAll(async () => {
    await scanner.start({ secretKey: 'sk_test_simulated' });
    process.env['SCANNER_URL'] = scanner.url;
    await shop.open();
    gate = await photo(40, 30, 'png');
  });
  afterAll(async () => {
    await shop.close();
    await scanner.stop();
  });
  afterEach(() => frozenClock.thaw());

  const causeOf = ({ orderId: id }: Placed) => ({ kind: 'order' as const, id });
  const sent = async () => shop.order('shipped', await shop.piece());
  const shows = (order: Placed, { by = order.maker.actor, bytes = gate, name = 'gate.png' } = {}) =>
    shop.app.as(by, () => shop.app.get(ShowDelivery).run(causeOf(order), name, bytes));
  const scans = (photoId: string) => shop.app.asSystem(() => shop.app.get(ScanDeliveryPhoto).run({ photoId }));
  const destroys = (photoId: string) => shop.app.asSystem(() => shop.app.get(DestroyDeliveryPhoto).run({ photoId }));
  const purges = () => shop.app.asSystem(() => shop.app.get(PurgeDeliveryPhotos).run());
  const reads = (order: Placed, by = order.shopper) =>
    shop.app.as(by, () => shop.app.get(ReadDeliveryPhoto).run(causeOf(order)));
  const parcelOf = (order: Placed) =>
    shop.money.tx(async (tx) => (await shop.app.get(Shipments).ofCause(tx, causeOf(order)))!);

  test('SM-5 S-58 the parcel has arrived when the scanner has looked, and both sides and the desk see by what', async () => {
    const order = await sent();
    const given = await shows(order);
    expect(given).toMatchObject({ state: 'waiting', content_type: 'image/jpeg' });
    expect(await parcelOf(order)).toMatchObject({ state: 'in_transit', delivery_proof: null });
    await expect(reads(order)).rejects.toThrow(refusal('delivery_photo_not_scanned'));
    await expect(shows(order)).rejects.toThrow(refusal('delivery_photo_there'));
    await scans(given.id);
    await scans(given.id);
    expect(await parcelOf(order)).toMatchObject({ state: 'delivered', delivery_proof: 'photo' });
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('delivered');
    for (const by of [order.shopper, order.maker.actor]) {
      const { bytes } = await reads(order, by);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(given.sha256);
    }
    const { id } = await parcelOf(order);
    const officer = personActor({ label: 'desk' });
    const ofDesk = () => shop.app.as(officer, () => shop.app.get(ReadDeliveryPhoto).ofDesk(id));
    expect((await ofDesk()).photo.sha256).toBe(given.sha256);
    const looks = `select 1 from platform.audit where action = 'fulfilment.delivery_photo_read' and object_id = $1`;
    expect(await asOwner(looks, [given.id])).toHaveLength(3);
    await expect(shows(order)).rejects.toThrow(refusal('illegal_transition'));
  });

  test('S-42 for others there is no parcel, and its shopper cannot show it in her maker’s place', async () => {
    const order = await sent();
    const stranger = personActor({ organisationId: newId() });
    for (const by of [stranger, order.shopper])
      await expect(shows(order, { by })).rejects.toThrow(refusal('shipment_not_found'));
    await expect(reads(order)).rejects.toThrow(refusal('delivery_not_shown'));
    await scans((await shows(order)).id);
    await expect(reads(order, stranger)).rejects.toThrow(refusal('shipment_not_found'));
  });

  test('SM-5 of a parcel that has not left nobody shows anything, of a courier’s only the courier', async () => {
    const order = await shop.order('confirmed', await shop.piece());
    await expect(shows(order)).rejects.toThrow(refusal('illegal_transition'));
    await shop.app.as(order.maker.actor, () => shop.app.get(Dispatch).run(causeOf(order)));
    await expect(shows(order)).rejects.toThrow(refusal('carried_by_courier'));
  });

  test('SM-5 what was proved otherwise meanwhile stays proved so', async () => {
    const order = await sent();
    const { id } = await shows(order);
    await shop.app.as(order.shopper, () => shop.app.get(ConfirmReceipt).run(causeOf(order)));
    await scans(id);
    expect(await parcelOf(order)).toMatchObject({ state: 'delivered', delivery_proof: 'receiver' });
    expect((await reads(order)).photo.state).toBe('clean');
  });

  test('S-58 one with a virus proves nothing, is destroyed, and may be followed by another', async () => {
    const order = await sent();
    const { id } = await shows(order, { bytes: pdfWith(`(${virus})`), name: 'slip.pdf' });
    await scans(id);
    expect(await parcelOf(order)).toMatchObject({ state: 'in_transit', delivery_proof: null });
    await expect(reads(order)).rejects.toThrow(refusal('delivery_photo_infected'));
    await destroys(id);
    await scans((await shows(order)).id);
    expect(await parcelOf(order)).toMatchObject({ state: 'delivered', delivery_proof: 'photo' });
    await expect(shows(await sent(), { bytes: Buffer.from('no picture') })).rejects.toThrow(refusal('file_unreadable'));
  });

  test('S-66 it is kept half a year and then destroyed', async () => {
    await frozenClock.at(new Date('2034-03-01T10:00:00Z'));
    const order = await sent();
    const { id } = await shows(order);
    await scans(id);
    await frozenClock.later(179 * 86_400);
    await purges();
    expect((await reads(order)).photo.state).toBe('clean');
    await frozenClock.later(4 * 86_400);
    await purges();
    await destroys(id);
    await expect(reads(order)).rejects.toThrow(refusal('delivery_not_shown'));
    const gone = `select 1 from fulfilment.delivery_photo where id = $1 and state = 'expired' and destroyed_at is not null`;
    expect(await shop.money.tx((tx) => tx.run(gone, [id]))).toBe(1);
  });
});
