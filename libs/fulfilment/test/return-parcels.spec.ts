import { UnitOfWork, type Tx } from '#platform/database';
import { anonymousActor, newId } from '#platform/kernel';
import { CourierSimulator, signLikeStandardWebhooks, type ParcelState } from '#platform/simulators';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  AlarmReturn,
  BookPickup,
  CallOffPickup,
  EndReturn,
  FollowTracking,
  FulfilmentModule,
  PlanReturn,
  RecordTracking,
  ReturnParcels,
  SendReturn,
  type ReturnParcel,
} from '../src/index.js';
import { returnParcelStates } from '../src/domain/return-parcel.states.js';
import { stepsBackFor, trackingKinds } from '../src/domain/tracking.js';

const webhookSecret = 'whsec_' + Buffer.from('a secret of this test').toString('base64');

describe('SM-5 goods on their way back to their maker', () => {
  const courier = new CourierSimulator();
  let app: Booted;

  beforeAll(async () => {
    await courier.start({
      ...{ secretKey: 'key of this test', webhookSecret },
      ...{ webhookUrl: 'http://127.0.0.1:9/', webhooks: 'when_told' },
    });
    Object.assign(process.env, {
      COURIER_URL: courier.url,
      COURIER_KEY: 'key of this test',
      COURIER_WEBHOOK_SECRETS: webhookSecret,
    });
    app = await boot([FulfilmentModule]);
  });
  afterAll(async () => {
    await app.close();
    await courier.stop();
  });

  const inTx = <T>(act: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(act));
  async function planned(fromPincode = '560001') {
    const plan = {
      ...{ returnId: newId(), cause: { kind: 'order', id: newId() } as const, sellerId: newId(), senderId: newId() },
      ...{ fromPincode, toPincode: '812001', weight_g: 600 },
    };
    const { parcelId } = await inTx((tx) => app.get(PlanReturn).inside(tx, plan));
    return { ...plan, parcelId };
  }
  const books = (parcelId: string, booking = 1) => app.asSystem(() => app.get(BookPickup).run({ parcelId, booking }));
  const parcel = async (id: string): Promise<ReturnParcel> =>
    (await inTx((tx) => app.get(ReturnParcels).lock(tx, id)))!;
  const booked = async () => {
    const plan = await planned();
    await books(plan.parcelId);
    return { ...plan, awb: (await parcel(plan.parcelId)).awb! };
  };
  const news = async (id: string) =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where payload->>'parcelId' = $1 and name <> 'fulfilment.book-pickup' order by id`,
        [id],
      )
    ).map(({ name }) => name.replace('fulfilment.', ''));
  const called = (awb: string) => courier.parcel(awb).state;
  /** What the courier tells, each piece twice, and the jobs it leaves behind, each twice as a killed worker would have it. */
  async function tells(awb: string, states: readonly ParcelState[]) {
    for (const state of states) {
      const body = Buffer.from(JSON.stringify({ id: newId(), awb, state, at: new Date().toISOString() }));
      const signed = signLikeStandardWebhooks(
        { id: 'msg_1', body: body.toString() },
        webhookSecret,
        Math.floor(Date.now() / 1000),
      );
      for (let i = 0; i < 2; i++) await app.as(anonymousActor, () => app.get(RecordTracking).run(body, signed));
      const rows = await asOwner<{ payload: Parameters<FollowTracking['run']>[0] }>(
        `delete from platform.outbox where name = 'fulfilment.follow-tracking' and payload->>'awb' = $1 returning payload`,
        [awb],
      );
      for (const { payload } of [...rows, ...rows]) await app.asSystem(() => app.get(FollowTracking).run(payload));
    }
  }
  const callsOff = async (awb: string) => {
    const sql = `delete from platform.outbox where name = 'fulfilment.call-off-pickup' and payload->>'awb' = $1 returning payload`;
    const rows = await asOwner<{ payload: Parameters<CallOffPickup['run']>[0] }>(sql, [awb]);
    for (const { payload } of [...rows, ...rows]) await app.asSystem(() => app.get(CallOffPickup).run(payload));
    return rows.length;
  };

  test('it is planned once and booked once, whatever is repeated; its courier knows that it is fetched', async () => {
    const plan = await planned();
    const again = await inTx((tx) => app.get(PlanReturn).inside(tx, plan));
    expect(again).toEqual({ parcelId: plan.parcelId, isNew: false });
    for (let i = 0; i < 3; i++) await books(plan.parcelId);
    const { state, awb, carriage_paise } = await parcel(plan.parcelId);
    expect([state, carriage_paise]).toEqual(['booked', 7_600n]);
    expect(courier.parcel(awb!)).toMatchObject({ kind: 'return', from_pin: '560001', to_pin: '812001' });
    expect(courier.parcels().filter(({ to_pin, awb: one }) => to_pin === '812001' && one === awb)).toHaveLength(1);
    expect(await callsOff(awb!)).toBe(0);
    expect(await news(plan.parcelId)).toEqual(['pickup_booked']);
  });

  test.each<[string, ParcelState[]]>([
    ['in order', ['picked_up', 'in_transit', 'out_for_delivery', 'delivered']],
    ['shuffled', ['out_for_delivery', 'delivered', 'picked_up', 'in_transit']],
    ['only the last', ['delivered']],
  ])('S-19 R-8.9 news %s: with the maker, told once, and the courier is owed once', async (_, states) => {
    const { parcelId, awb } = await booked();
    await tells(awb, states);
    expect(await parcel(parcelId)).toMatchObject({ state: 'delivered' });
    expect(await news(parcelId)).toEqual(['pickup_booked', 'return_delivered']);
    const due = await asOwner<{ payload: object }>(
      `select payload from platform.outbox where name = 'fulfilment.carriage_due' and payload->'cause'->>'id' = $1`,
      [(await parcel(parcelId)).cause.id],
    );
    expect(due).toMatchObject([{ payload: { way: 'return', carriage_paise: 7_600 } }]);
  });

  test('shipment.pickup_attempts_max: nobody opens three times, each told once; then it is left with her, and she may ask again', async () => {
    const { parcelId, returnId, awb } = await booked();
    await tells(awb, ['pickup_failed', 'pickup_failed']);
    expect(await parcel(parcelId)).toMatchObject({ state: 'booked', misses: 2 });
    await tells(awb, ['pickup_failed']);
    expect(await parcel(parcelId)).toMatchObject({ state: 'with_shopper', misses: 3 });
    expect(await news(parcelId)).toEqual(['pickup_booked', 'pickup_missed', 'pickup_missed', 'pickup_ended']);
    expect(await callsOff(awb)).toBe(1);
    expect(called(awb)).toBe('cancelled');

    await inTx((tx) => app.get(SendReturn).askAgain(tx, returnId));
    await books(parcelId, 1); // a job of before
    expect(await parcel(parcelId)).toMatchObject({ state: 'planned', bookings: 2, misses: 0, awb: null });
    await books(parcelId, 2);
    const second = (await parcel(parcelId)).awb!;
    expect(second).not.toBe(awb);
    await tells(second, ['picked_up', 'delivered']);
    expect((await parcel(parcelId)).state).toBe('delivered');
  });

  test.each<[string, 'ask_again' | 'send']>([
    ['another pick-up was asked for', 'ask_again'],
    ['she said that she sends it herself', 'send'],
  ])(
    '%s, and the driver of before has it all the same: his news counts, and whoever was to come stays away',
    async (_, instead) => {
      const { parcelId, returnId, awb } = await booked();
      await tells(awb, ['pickup_failed', 'pickup_failed', 'pickup_failed']);
      expect(await callsOff(awb)).toBe(1);
      const own = { carrier: 'India Post', trackingNumber: 'EE123456789IN' };
      if (instead === 'send') await inTx((tx) => app.get(SendReturn).inside(tx, returnId, own));
      else {
        await inTx((tx) => app.get(SendReturn).askAgain(tx, returnId));
        await books(parcelId, 2);
      }
      const second = (await parcel(parcelId)).awb!;
      await tells(awb, ['pickup_failed', 'lost']); // what he never had he cannot lose
      expect(await parcel(parcelId)).toMatchObject({ awb: second });
      await tells(awb, ['picked_up', 'in_transit']);
      expect(await parcel(parcelId)).toMatchObject({
        state: 'in_transit',
        awb,
        own_carrier: false,
        carriage_paise: 7_600n,
      });
      expect(await callsOff(second)).toBe(instead === 'send' ? 0 : 1);
      await tells(awb, ['delivered']);
      expect((await parcel(parcelId)).state).toBe('delivered');
      expect((await news(parcelId)).at(-1)).toBe('return_delivered');
      const due = `select 1 from platform.outbox where name = 'fulfilment.carriage_due' and payload->'cause'->>'id' = $1`;
      expect(await asOwner(due, [(await parcel(parcelId)).cause.id])).toHaveLength(1);
    },
  );

  test('what was brought back to her and is fetched anew: late news of the first journey changes nothing', async () => {
    const { parcelId, returnId, awb } = await booked();
    await tells(awb, ['picked_up', 'rto_initiated', 'rto_delivered']);
    await inTx((tx) => app.get(SendReturn).askAgain(tx, returnId));
    await tells(awb, ['in_transit']);
    expect((await parcel(parcelId)).state).toBe('planned');
  });

  test('shipment.booking_alarm_hours: nobody is booked, the desk is told once, and she may ask again', async () => {
    const { parcelId, returnId } = await planned();
    const told = async () => {
      await app.asSystem(() => app.get(AlarmReturn).run(parcelId));
      return (await news(parcelId)).filter((name) => name === 'return_waits').length;
    };
    expect(await told()).toBe(0);
    await frozenClock.later(3 * 86_400);
    expect(await inTx((tx) => app.get(AlarmReturn).due(tx, 500))).toContain(parcelId);
    expect([await told(), await told()]).toEqual([1, 1]);
    await inTx((tx) => app.get(SendReturn).askAgain(tx, returnId));
    expect(await parcel(parcelId)).toMatchObject({ state: 'planned', bookings: 2 });
    expect(await told()).toBe(1);
    await frozenClock.later(3 * 86_400);
    expect(await told()).toBe(2);
    await frozenClock.thaw();
  });

  test('a driver who had it all the same: news in any order ends with the maker', async () => {
    const { parcelId, awb } = await booked();
    await tells(awb, ['pickup_failed', 'pickup_failed', 'pickup_failed', 'picked_up', 'delivered']);
    expect((await parcel(parcelId)).state).toBe('delivered');
    await tells(awb, ['pickup_failed', 'lost']);
    expect((await parcel(parcelId)).state).toBe('delivered');
  });

  test('where nobody fetches it is left with her and told', async () => {
    const { parcelId } = await planned('900001');
    await books(parcelId);
    expect(await parcel(parcelId)).toMatchObject({ state: 'with_shopper', awb: null });
    expect(await news(parcelId)).toEqual(['pickup_ended']);
  });

  test.each<[string, ParcelState[], string, string]>([
    ['lost', ['picked_up', 'lost'], 'lost', 'return_lost'],
    ['damaged', ['picked_up', 'in_transit', 'damaged'], 'lost', 'return_lost'],
    ['brought back to her', ['picked_up', 'rto_initiated', 'rto_delivered'], 'with_shopper', 'pickup_ended'],
  ])('%s on the way back', async (_, states, state, told) => {
    const { parcelId, awb } = await booked();
    await tells(awb, states);
    expect((await parcel(parcelId)).state).toBe(state);
    expect((await news(parcelId)).at(-1)).toBe(told);
    await tells(awb, ['picked_up', 'in_transit']); // late
    expect((await parcel(parcelId)).state).toBe(state);
  });

  test('she sends it herself: whoever was to come is called off, and what she wrote never stands for a parcel of his', async () => {
    const own = { carrier: 'India Post', trackingNumber: 'EE123456789IN' };
    const { parcelId, returnId, awb } = await booked();
    await inTx((tx) => app.get(SendReturn).inside(tx, returnId, own));
    expect(await parcel(parcelId)).toMatchObject({ state: 'in_transit', courier: 'India Post', carriage_paise: null });
    expect(await callsOff(awb)).toBe(1);
    await tells(awb, ['lost']);
    expect((await parcel(parcelId)).state).toBe('in_transit');
    const again = inTx((tx) => app.get(SendReturn).inside(tx, returnId, own));
    await expect(again).rejects.toMatchObject({ code: 'illegal_transition' });
    const unknown = inTx((tx) => app.get(SendReturn).inside(tx, newId(), own));
    await expect(unknown).rejects.toMatchObject({ code: 'return_parcel_not_found' });
  });

  test('sent by her while a courier was being asked: that one is called off', async () => {
    const { parcelId, returnId } = await planned();
    courier.fault({ kind: 'drop_after', times: 1 });
    await expect(books(parcelId)).rejects.toThrow();
    await inTx((tx) => app.get(SendReturn).inside(tx, returnId, { carrier: 'India Post', trackingNumber: 'EE1IN' }));
    await books(parcelId);
    expect(await parcel(parcelId)).toMatchObject({ state: 'in_transit', courier: 'India Post' });
    const { awb } = courier.parcels().at(-1)!;
    expect(await callsOff(awb)).toBe(1);
    expect(called(awb)).toBe('cancelled');
    await books(parcelId); // heard by now
    expect(await callsOff(awb)).toBe(0);
  });

  test.each([
    ['deliver', 'delivered'],
    ['call_off', 'called_off'],
  ] as const)('%s: it is over whoever brought it, and its courier need not come', async (how, state) => {
    const { parcelId, returnId, awb } = await booked();
    for (let i = 0; i < 2; i++) await inTx((tx) => app.get(EndReturn).inside(tx, returnId, how));
    expect((await parcel(parcelId)).state).toBe(state);
    expect(await callsOff(awb)).toBe(1);
    expect(called(awb)).toBe('cancelled');
    await inTx((tx) => app.get(EndReturn).inside(tx, newId(), how));
    // Too late: he has it, and brings it.
    const late = await booked();
    courier.move(late.awb, 'picked_up');
    await inTx((tx) => app.get(EndReturn).inside(tx, late.returnId, how));
    expect(await callsOff(late.awb)).toBe(1);
    expect(called(late.awb)).toBe('picked_up');
  });

  test('S-42 S-43 its maker and its shopper see it, nobody else', async () => {
    const { parcelId, sellerId, senderId } = await planned();
    const sees = async (by: Parameters<Booted['as']>[0]) =>
      app.as(by, () => app.get(UnitOfWork).run((tx) => app.get(ReturnParcels).lock(tx, parcelId)));
    expect(await sees(personActor({ organisationId: newId() }))).toBeNull();
    expect(await sees(personActor({ organisationId: sellerId }))).toMatchObject({ id: parcelId });
    expect(await sees({ ...personActor(), personId: senderId })).toMatchObject({ id: parcelId });
  });

  test('every piece of news has its steps, each a row of the table', () => {
    const known = new Set(
      Object.values(returnParcelStates.table).flatMap((row) => (typeof row === 'string' ? [] : Object.keys(row.on))),
    );
    expect(trackingKinds.flatMap((kind) => stepsBackFor(kind)).filter((step) => !known.has(step))).toEqual([]);
  });
});
