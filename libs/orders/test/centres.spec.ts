import {
  AlarmCentreParcel,
  BringToCentre,
  CancelShipment,
  CentreParcels,
  Dispatch,
  FollowTracking,
  HandOver,
  HoldShipment,
  KeepParcel,
  PrintManifest,
  Shipments,
  type Leaving,
} from '#fulfilment';
import { CreateOrganisation } from '#identity';
import { seeingAll, UnitOfWork } from '#platform/database';
import { newId, type Actor, type Cause } from '#platform/kernel';
import { frozenClock, personActor, textOfPdf } from '#platform/testing';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import { CancelOrder } from '../src/index.js';
import { Shop, type Placed } from './builders/shop.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('SM-5 parcels that are gathered at a collection centre', () => {
  const shop = new Shop();
  let piece: Goods;
  let keeper: Actor;
  let centreId: string;
  const makesCentre = async (name: string): Promise<string> => {
    const wanted = { kind: 'collection_centre', name } as const;
    const id = await shop.app.asSystem(() => shop.app.get(CreateOrganisation).run(wanted));
    const at = { id, name, street: 'Nath Nagar Road', pincode: '812001', is_open: true };
    await shop.money.tx((tx) => shop.app.get(CentreParcels).enter(tx, at));
    return id;
  };
  const keeperOf = (id: string): Actor => ({ ...personActor({ label: 'keeper' }), organisationId: id });
  beforeAll(async () => {
    await shop.open();
    piece = await shop.piece({ stock: 60 });
    centreId = await makesCentre('Bhagalpur SHG Federation');
    keeper = keeperOf(centreId);
  });
  afterAll(() => shop.close());
  afterEach(() => frozenClock.thaw());

  const causeOf = ({ orderId: id }: Placed): Cause => ({ kind: 'order', id });
  const parcelOf = async (order: Placed) =>
    (await shop.money.tx((tx) => shop.app.get(Shipments).ofCause(tx, causeOf(order))))!;
  const brings = (order: Placed, to = centreId) =>
    shop.app.as(order.maker.actor, () => shop.app.get(BringToCentre).run(causeOf(order), to));
  const takesIn = async (order: Placed, by = keeper) => {
    const { id } = await parcelOf(order);
    return shop.app.as(by, () => shop.app.get(KeepParcel).takeIn(id));
  };
  const givesBack = async (order: Placed, by = keeper) => {
    const { id } = await parcelOf(order);
    return shop.app.as(by, () => shop.app.get(KeepParcel).giveBack(id));
  };
  const hands = (carrier: string, leaving: readonly Leaving[], by = keeper) =>
    shop.app.as(by, () => shop.app.get(HandOver).run(carrier, leaving));
  const seen = (state: 'expected' | 'here', by = keeper) => {
    const all = { limit: 100, key: null, towards: 'next', wantsCount: false, list: 'centre' } as const;
    return shop.app.as(by, () =>
      shop.app.get(UnitOfWork).run((tx) => seeingAll(tx, () => shop.app.get(CentreParcels).page(tx, state, all))),
    );
  };
  /** A courier is booked for its parcel. */
  const booked = async (): Promise<Placed> => {
    const order = await shop.order('confirmed', piece, 1);
    await shop.carry();
    return order;
  };
  const lying = async (): Promise<Placed> => {
    const order = await booked();
    await brings(order);
    await takesIn(order);
    await shop.carry(2);
    return order;
  };

  test('she says where she brings it, the keeper takes it in, and its courier gets it with others on one list', async () => {
    const [one, other] = [await booked(), await booked()];
    for (const order of [one, other]) await brings(order);
    const ids = await Promise.all([one, other].map(async (order) => (await parcelOf(order)).id));
    for (const order of [one, other]) await takesIn(order);
    await shop.carry(2);
    expect([await shop.stateOf(one), await shop.stateOf(other)]).toEqual(['packed', 'packed']);

    const { manifestId } = await hands(
      'courier',
      ids.map((id) => ({ id })),
    );
    await shop.carry(2);
    expect([await shop.stateOf(one), await shop.stateOf(other)]).toEqual(['shipped', 'shipped']);
    const pdf = await shop.app.as(keeper, () => shop.app.get(PrintManifest).run(manifestId));
    const says = textOfPdf(pdf).join('\n');
    for (const order of [one, other]) expect(says).toContain((await parcelOf(order)).awb);
    await expect(hands('courier', [{ id: ids[0]! }])).rejects.toEqual(refusal('parcels_stay'));
  });

  test('a post office sends it with a number of its own, and the courier that was booked stays away', async () => {
    const order = await lying();
    const { id, awb } = await parcelOf(order);
    await hands('India Post', [{ id, trackingNumber: 'EE123456789IN' }]);
    await shop.carry(2);
    expect(await parcelOf(order)).toMatchObject({ courier: 'India Post', awb: 'EE123456789IN', own_carrier: true });
    expect(shop.courier.parcel(awb!)).toMatchObject({ state: 'cancelled' });
  });

  test('while it lies there its maker neither sends nor opens it; given back, she does as before', async () => {
    const order = await booked();
    await brings(order);
    await takesIn(order); // the news of it is still on its way
    const sends = () => shop.app.as(order.maker.actor, () => shop.app.get(Dispatch).run(causeOf(order)));
    await expect(sends()).rejects.toEqual(refusal('parcel_at_centre'));
    const whole = await shop.order('confirmed', piece, 2);
    await shop.carry();
    await brings(whole);
    await takesIn(whole);
    const lineId = (await shop.row(whole.orderId)).lines[0]!.id;
    const cancels = shop.app.as(whole.shopper, () =>
      shop.app.get(CancelOrder).run(whole.orderId, [{ lineId, quantity: 1 }]),
    );
    await expect(cancels).rejects.toEqual(refusal('parcel_at_centre'));
    await expect(brings(order)).rejects.toEqual(refusal('illegal_transition'));
    const withdraws = () => shop.app.as(order.maker.actor, () => shop.app.get(BringToCentre).withdraw(causeOf(order)));
    await expect(withdraws()).rejects.toEqual(refusal('parcel_at_centre'));
    await givesBack(order);
    await brings(order);
    await withdraws();
    await sends();
    await shop.carry(2);
    expect(await shop.stateOf(order)).toBe('shipped');
  });

  test('fetched by its courier before anybody wrote it down, it has left', async () => {
    const order = await lying();
    const { id, awb } = await parcelOf(order);
    const news = { courier: 'courier', awb: awb!, kind: 'picked_up' as const };
    await shop.app.asSystem(() => shop.app.get(FollowTracking).run(news));
    expect((await seen('here')).map((parcel) => parcel.id)).not.toContain(id);
    await expect(hands('courier', [{ id }])).rejects.toMatchObject({ facts: { parcels: [{ id, why: 'has_left' }] } });
  });

  test('all of a list or none: each that must stay is named with its reason', async () => {
    const [fine, held, off, cashless] = [await lying(), await lying(), await lying(), await lying()];
    const idOf = async (order: Placed) => (await parcelOf(order)).id;
    await shop.money.tx((tx) => shop.app.get(HoldShipment).inside(tx, causeOf(held), 'dispute'));
    await shop.money.tx((tx) => shop.app.get(CancelShipment).inside(tx, causeOf(off)));
    const all = await Promise.all([fine, held, off].map(async (order) => ({ id: await idOf(order) })));
    await expect(hands('courier', all)).rejects.toMatchObject({
      code: 'parcels_stay',
      facts: {
        parcels: expect.arrayContaining([
          { id: await idOf(held), why: 'held' },
          { id: await idOf(off), why: 'called_off' },
        ]),
      },
    });
    await expect(hands('Another', [{ id: await idOf(cashless) }])).rejects.toMatchObject({
      facts: { parcels: [{ why: 'another_courier_booked' }] },
    });
    expect((await parcelOf(fine)).state).toBe('ready');
    await hands('courier', [all[0]!]);
    await givesBack(off);
  });

  test('S-42 another centre neither sees nor touches it', async () => {
    const order = await booked();
    await brings(order);
    const other = keeperOf(await makesCentre('Another centre'));
    const { id } = await parcelOf(order);
    expect(await seen('expected', other)).toEqual([]);
    expect((await seen('expected')).find((one) => one.id === id)).toMatchObject({
      state: 'expected',
      parcel_state: 'ready',
    });
    await expect(takesIn(order, other)).rejects.toEqual(refusal('centre_parcel_not_found'));
    await expect(givesBack(order, other)).rejects.toEqual(refusal('centre_parcel_not_found'));
    await expect(hands('courier', [{ id }], other)).rejects.toEqual(refusal('centre_parcel_not_found'));
    await expect(shop.app.as(other, () => shop.app.get(PrintManifest).run(newId()))).rejects.toEqual(
      refusal('manifest_not_found'),
    );
    await expect(brings({ ...order, maker: await shop.goods.make.verified() })).rejects.toEqual(
      refusal('shipment_not_found'),
    );
    await expect(brings(order, newId())).rejects.toEqual(refusal('centre_not_found'));
    const closed = await makesCentre('Closed for the flood');
    const at = { id: closed, name: 'Closed', street: 'Nath Nagar Road', pincode: '812001', is_open: false };
    await shop.money.tx((tx) => shop.app.get(CentreParcels).enter(tx, at));
    await expect(brings(order, closed)).rejects.toEqual(refusal('centre_closed'));
  });

  test('of keeper and courier at once the parcel leaves once', async () => {
    for (let round = 0; round < 3; round++) {
      const order = await lying();
      const { id, awb } = await parcelOf(order);
      const news = { courier: 'courier', awb: awb!, kind: 'picked_up' as const };
      const [handed, told] = await Promise.allSettled([
        hands('courier', [{ id }]),
        shop.app.asSystem(() => shop.app.get(FollowTracking).run(news)),
      ]);
      expect(told.status).toBe('fulfilled');
      if (handed.status === 'rejected') expect(handed.reason).toEqual(refusal('parcels_stay'));
      await shop.carry(2);
      expect(await shop.stateOf(order)).toBe('shipped');
    }
  });

  test.each([
    [47, false],
    [49, true],
  ])('after %i hours it is told that it lies there: %s', async (hours, isTold) => {
    await frozenClock.at(new Date('2027-04-05T18:20:00Z'));
    const order = await lying();
    const { id } = await parcelOf(order);
    await frozenClock.later(hours * 3_600);
    const due = await shop.money.tx((tx) => shop.app.get(AlarmCentreParcel).due(tx, 1_000));
    expect(due.includes(id)).toBe(isTold);
  });
});
