import { newId } from '#platform/kernel';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork } from '#platform/database';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import {
  ConfirmReceipt,
  DecideShipment,
  DeliverByCode,
  DeskParcelsQuery,
  Dispatch,
  FollowTracking,
  ReadParcel,
  Shipments,
} from '#fulfilment';
import { FollowShipment, ReadShipTo, ShipToQuery } from '../src/index.js';
import { shipTo, Shop, type Placed } from './builders/shop.js';

const refusal = (code: string, facts?: object) => expect.objectContaining({ code, ...(facts && { facts }) });

describe('Where orders go', () => {
  const shop = new Shop();
  beforeAll(() => shop.open());
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const reads = (order: Placed, by = order.maker.actor) =>
    shop.app.as(by, () => shop.app.get(ReadShipTo).run(order.orderId));
  const asked = (order: Placed, by = order.maker.actor) =>
    shop.app.as(by, () => shop.app.get(UnitOfWork).run((tx) => shop.app.get(ShipToQuery).ofOrder(tx, order.orderId)));
  const looks = async ({ orderId }: Placed) =>
    (await asOwner(`select 1 from platform.audit where action = 'orders.address_read' and object_id = $1`, [orderId]))
      .length;
  const forgotten = ({ shopper }: Placed) =>
    shop.money.tx((tx) => shop.app.get(SubjectKeys).destroy(tx, shopper.personId!));

  test('S-63 its maker reads it from when she took it until it has arrived, and each look is written down', async () => {
    const order = await shop.order('placed', await shop.piece());
    await expect(reads(order)).rejects.toThrow(refusal('address_closed', { why: 'not_now' }));
    await shop.accepts(order);
    await shop.carry();
    const { name, pincode } = shipTo;
    const told = { name, street: expect.stringMatching(/^\d+ Test Road$/), pincode, stateCode: 'IN-BR' };
    expect(await reads(order)).toEqual({ ...told, mobileEnding: '0001' });
    await shop.dispatches(order);
    await shop.carry();
    await reads(order);
    expect(await looks(order)).toBe(2);
    await shop.app.asSystem(() => shop.app.get(FollowShipment).delivered(order.orderId));
    await expect(reads(order)).rejects.toThrow(refusal('address_closed', { why: 'not_now' }));
  });

  test('S-42 for another maker it is not there, nor for its shopper as if she were the maker', async () => {
    const order = await shop.order('confirmed', await shop.piece());
    const stranger = personActor({ organisationId: newId() });
    await expect(reads(order, stranger)).rejects.toThrow(refusal('order_not_found'));
    await expect(asked(order, stranger)).rejects.toThrow(refusal('order_not_found'));
    await expect(reads(order, order.shopper)).rejects.toThrow(refusal('order_not_found'));
    expect(await asked(order, order.shopper)).toMatchObject({ mobile: shipTo.mobile });
    expect(await looks(order)).toBe(0);
  });

  test('S-63 S-66 the address goes with its shopper', async () => {
    const order = await shop.order('confirmed', await shop.piece());
    await forgotten(order);
    expect(await asked(order)).toBeNull();
    await expect(reads(order)).rejects.toThrow(refusal('address_closed', { why: 'erased' }));
  });

  const parcelOf = ({ orderId }: Placed) =>
    shop.money.tx(async (tx) => (await shop.app.get(Shipments).ofCause(tx, { kind: 'order', id: orderId }))!);

  test('S-63 the courier is told both doors, and they stand in no table, no job and no list of the courier’s', async () => {
    const order = await shop.order('confirmed', await shop.piece());
    const { awb } = await parcelOf(order);
    expect(shop.courier.doors(awb!)).toEqual({
      from: { name: expect.any(String), line: expect.stringContaining(', ') },
      to: { name: shipTo.name, line: expect.stringMatching(/^\d+ Test Road$/), mobile: shipTo.mobile },
    });
    expect(JSON.stringify(shop.courier.state())).not.toContain(shipTo.mobile);
    const kept = await asOwner(
      `select 1 from (select t::text as row from platform.outbox t union all select t::text from platform.audit t
                      union all select t::text from fulfilment.shipment t) all_rows where row like '%' || $1 || '%'`,
      [shipTo.mobile.slice(1)],
    );
    expect(kept).toEqual([]);
  });

  test('a parcel of a shopper who was forgotten is booked by its PIN codes', async () => {
    const order = await shop.order('placed', await shop.piece());
    await shop.accepts(order);
    await forgotten(order);
    await shop.carry();
    const { awb } = await parcelOf(order);
    expect(shop.courier.doors(awb!)).toMatchObject({ from: { name: expect.any(String) }, to: null });
  });

  describe('parcels of a carrier of the maker’s own arrive', () => {
    const causeOf = ({ orderId: id }: Placed) => ({ kind: 'order' as const, id });
    const sent = () => shop.piece().then((piece) => shop.order('shipped', piece));
    const seen = (order: Placed, by = order.shopper) =>
      shop.app.as(by, () => shop.app.get(ReadParcel).run(causeOf(order)));
    const codeOf = async (order: Placed) => (await seen(order)).deliveryCode!;
    const says = (order: Placed, code: string, by = order.maker.actor) =>
      shop.app.as(by, () => shop.app.get(DeliverByCode).run(causeOf(order), code));
    const confirms = (order: Placed, by = order.shopper) =>
      shop.app.as(by, () => shop.app.get(ConfirmReceipt).run(causeOf(order)));
    /** Another code than the right one. */
    const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

    test('SM-5 the shopper’s code proves it, and her order has arrived', async () => {
      const order = await sent();
      const { parcel, deliveryCode } = await seen(order);
      expect(parcel).toMatchObject({ state: 'in_transit', courier: 'India Post', own_carrier: true });
      expect(deliveryCode).toMatch(/^[0-9]{6}$/);
      expect(await says(order, deliveryCode!)).toMatchObject({ state: 'delivered', delivery_proof: 'code' });
      await shop.carry();
      expect(await shop.stateOf(order)).toBe('delivered');
      expect(await seen(order)).toMatchObject({ deliveryCode: null, parcel: { delivery_proof: 'code' } });
      expect(await says(order, deliveryCode!)).toMatchObject({ state: 'delivered' });
      await expect(says(order, wrong(deliveryCode!))).rejects.toThrow(refusal('illegal_transition'));
    });

    test.each([
      ['delivered', 'delivered', 'desk'],
      ['lost', 'refunded', null],
    ] as const)(
      'SM-5 S-28 nobody says anything: the desk finds it %s, with a second factor and when it is overdue',
      async (outcome, state, proof) => {
        await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
        const order = await sent();
        const { id } = await parcelOf(order);
        const officer = () => personActor({ label: 'desk', secondFactorAt: new Date() });
        const decides = (by = officer()) =>
          shop.app.as(by, () => shop.app.get(DecideShipment).run(id, outcome, 'The post office says so.'));
        await expect(decides(personActor({ label: 'desk' }))).rejects.toThrow(refusal('second_factor_needed'));
        await expect(decides()).rejects.toThrow(refusal('shipment_not_overdue'));
        await frozenClock.later(60 * 86_400);
        const first = { limit: 100, key: null, towards: 'next', wantsCount: false, list: 'parcels' } as const;
        const onDesk = () => shop.money.tx((tx) => shop.app.get(DeskParcelsQuery).page(tx, first));
        expect((await onDesk()).map((one) => one.id)).toContain(id);
        expect(await decides()).toMatchObject({ delivery_proof: proof });
        await shop.carry(2);
        expect(await shop.stateOf(order)).toBe(state);
        await expect(decides()).rejects.toThrow(refusal('illegal_transition'));
        const trail = `select reason from platform.audit where object_id = $1 and reason is not null`;
        expect(await asOwner(trail, [id])).toEqual([{ reason: 'The post office says so.' }]);
      },
    );

    test('SM-5 the desk does not decide about a parcel of a courier we booked', async () => {
      const order = await shop.order('confirmed', await shop.piece());
      const { id, awb } = await parcelOf(order);
      const news = { courier: 'courier', awb: awb!, kind: 'picked_up' } as const;
      await shop.app.asSystem(() => shop.app.get(FollowTracking).run(news));
      const officer = personActor({ label: 'desk', secondFactorAt: new Date() });
      const decides = () => shop.app.as(officer, () => shop.app.get(DecideShipment).run(id, 'lost', 'Nobody answers.'));
      await expect(decides()).rejects.toThrow(refusal('carried_by_courier'));
    });

    test('SM-5 five wrong codes close it for the day, kept although each is refused; the shopper’s word opens it', async () => {
      await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
      const order = await sent();
      const code = await codeOf(order);
      for (const left of [4, 3, 2, 1, 0])
        await expect(says(order, wrong(code))).rejects.toThrow(refusal('delivery_code_wrong', { left }));
      await expect(says(order, code)).rejects.toThrow(refusal('delivery_code_locked', { tries_max: 5 }));
      await frozenClock.later(86_400);
      await expect(says(order, wrong(code))).rejects.toThrow(refusal('delivery_code_wrong', { left: 4 }));
      expect(await confirms(order)).toMatchObject({ state: 'delivered', delivery_proof: 'receiver' });
      await shop.carry();
      expect(await shop.stateOf(order)).toBe('delivered');
      expect(await confirms(order)).toMatchObject({ state: 'delivered' });
    });

    test('SM-5 the right code is good again on the next day', async () => {
      await frozenClock.at(new Date('2027-04-01T10:00:00Z'));
      const order = await sent();
      const code = await codeOf(order);
      for (let i = 0; i < 5; i++)
        await expect(says(order, wrong(code))).rejects.toThrow(refusal('delivery_code_wrong'));
      await frozenClock.later(86_400);
      expect(await says(order, code)).toMatchObject({ state: 'delivered' });
    });

    test('S-42 its maker never sees the code; for others there is no parcel', async () => {
      const order = await sent();
      const code = await codeOf(order);
      const stranger = personActor({ organisationId: newId() });
      await expect(seen(order, order.maker.actor)).rejects.toThrow(refusal('shipment_not_found'));
      await expect(seen(order, stranger)).rejects.toThrow(refusal('shipment_not_found'));
      await expect(says(order, code, stranger)).rejects.toThrow(refusal('shipment_not_found'));
      await expect(says(order, code, order.shopper)).rejects.toThrow(refusal('shipment_not_found'));
      await expect(confirms(order, order.maker.actor)).rejects.toThrow(refusal('shipment_not_found'));
      await expect(confirms(order, stranger)).rejects.toThrow(refusal('shipment_not_found'));
    });

    test('SM-5 of a parcel that was not sent nobody says so, of a courier’s only the courier', async () => {
      const order = await shop.order('confirmed', await shop.piece());
      expect((await seen(order)).deliveryCode).toBeNull();
      await expect(confirms(order)).rejects.toThrow(refusal('illegal_transition'));
      await expect(says(order, '000000')).rejects.toThrow(refusal('illegal_transition'));
      await shop.app.as(order.maker.actor, () => shop.app.get(Dispatch).run(causeOf(order)));
      expect((await seen(order)).deliveryCode).toBeNull();
      await expect(confirms(order)).rejects.toThrow(refusal('carried_by_courier'));
      await expect(says(order, '000000')).rejects.toThrow(refusal('carried_by_courier'));
    });
  });
});
