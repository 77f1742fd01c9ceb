import { UnitOfWork, type Tx } from '#platform/database';
import { anonymousActor, DomainError, newId } from '#platform/kernel';
import { CourierSimulator, signLikeStandardWebhooks, type ParcelState } from '#platform/simulators';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  AlarmShipment,
  BookCourier,
  CallOffCourier,
  CancelShipment,
  Dispatch,
  FollowTracking,
  FulfilmentModule,
  HoldShipment,
  PlanShipments,
  RecordTracking,
  Shipments,
} from '../src/index.js';

const webhookSecret = 'whsec_' + Buffer.from('a secret of this test').toString('base64');

describe('Fulfilment', () => {
  const courier = new CourierSimulator();
  let app: Booted;

  beforeAll(async () => {
    await courier.start({
      secretKey: 'key of this test',
      webhookSecret,
      webhookUrl: 'http://127.0.0.1:9/',
      webhooks: 'when_told',
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

  afterEach(() => frozenClock.thaw());

  const parties = () => ({ sellerId: newId(), receiverId: newId(), cause: { kind: 'order', id: newId() } as const });

  async function planned() {
    const of = parties();
    const lines = [{ offerId: newId(), title: 'Tussar stole', quantity: 2, weight_g: 300 }];
    const shipmentId = await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) => app.get(PlanShipments).inside(tx, { ...of, fromPincode: '812001', toPincode: '560001', lines })),
    );
    return { ...of, shipmentId, lines };
  }
  const shipment = (id: string) => app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(Shipments).lock(tx, id)));
  const news = (id: string) =>
    asOwner<{ name: string }>(`select name from platform.outbox where payload->>'shipmentId' = $1 order by id`, [id]);

  /** A notice as the courier sends it, whatever order it arrives in. */
  async function notices(awb: string, states: readonly ParcelState[], repeat = 1) {
    for (const state of states) {
      const body = Buffer.from(JSON.stringify({ id: newId(), awb, state, at: new Date().toISOString() }));
      for (let i = 0; i < repeat; i++) await receive(body);
      await work();
    }
  }
  /** Does the jobs that notices left behind, each twice, as a killed worker would have it. */
  async function work() {
    const rows = await asOwner<{ payload: Parameters<FollowTracking['run']>[0] }>(
      `delete from platform.outbox where name = 'fulfilment.follow-tracking' returning payload`,
    );
    for (const { payload } of [...rows, ...rows]) await app.asSystem(() => app.get(FollowTracking).run(payload));
  }
  function receive(body: Buffer, change: Record<string, string> = {}) {
    const now_s = Math.floor(Date.now() / 1000);
    const signed = signLikeStandardWebhooks({ id: 'msg_1', body: body.toString() }, webhookSecret, now_s);
    return app.as(anonymousActor, () => app.get(RecordTracking).run(body, { ...signed, ...change }));
  }

  test('SM-5 a parcel that is held is neither booked nor handed over, and is when it may go; one that has left is not held', async () => {
    const plan = await planned();
    const inTx = <T>(act: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(act));
    const hold = () => inTx((tx) => app.get(HoldShipment).inside(tx, plan.cause, 'dispute'));
    const books = () => app.asSystem(() => app.get(BookCourier).run({ shipmentId: plan.shipmentId }));
    const sends = () =>
      app.as(personActor({ organisationId: plan.sellerId }), () =>
        app.get(Dispatch).run(plan.cause, { carrier: 'India Post', trackingNumber: 'EE123456789IN' }),
      );
    expect(await hold()).toBe(true);
    expect(await hold()).toBe(true);
    await books();
    expect(await shipment(plan.shipmentId)).toMatchObject({
      state: 'created',
      awb: null,
      held_why: 'dispute',
      holds: 1,
    });
    await expect(sends()).rejects.toMatchObject({ code: 'shipment_held' } satisfies Partial<DomainError>);
    await inTx((tx) => app.get(HoldShipment).release(tx, plan.cause));
    const again = `select payload from platform.outbox where name = 'fulfilment.book-courier' and payload->>'shipmentId' = $1`;
    expect(await asOwner(again, [plan.shipmentId])).toContainEqual({
      payload: { shipmentId: plan.shipmentId, hold: 1 },
    });
    await books();
    expect(await shipment(plan.shipmentId)).toMatchObject({ state: 'ready', held_why: null });
    await sends();
    expect(await hold()).toBe(false);
  });

  /** Does the calling off that waits for a parcel, twice. @returns how many waited */
  async function callsOff(shipmentId: string): Promise<number> {
    const rows = await asOwner<{ payload: Parameters<CallOffCourier['run']>[0] }>(
      `delete from platform.outbox where name = 'fulfilment.call-off-courier' and payload->>'shipmentId' = $1 returning payload`,
      [shipmentId],
    );
    for (const { payload } of [...rows, ...rows]) await app.asSystem(() => app.get(CallOffCourier).run(payload));
    return rows.length;
  }
  const books = (shipmentId: string) => app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
  const ends: Record<string, (plan: Awaited<ReturnType<typeof planned>>) => Promise<unknown>> = {
    'it is called off': ({ cause }) =>
      app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(CancelShipment).inside(tx, cause))),
    'its maker sends it with another': ({ cause, sellerId }) =>
      app.as(personActor({ organisationId: sellerId }), () =>
        app.get(Dispatch).run(cause, { carrier: 'India Post', trackingNumber: 'EE123456789IN' }),
      ),
  };

  test.each(Object.keys(ends))('SM-5 S-4 %s: who was booked stays away, or is asked for it back', async (how) => {
    const [plan, late, dead] = [await planned(), await planned(), await planned()];
    await books(plan.shipmentId);
    const { awb } = await shipment(plan.shipmentId);
    await ends[how]!(plan);
    expect(await callsOff(plan.shipmentId)).toBe(1);
    expect(courier.parcel(awb!).state).toBe('cancelled');

    await books(late.shipmentId);
    courier.move((await shipment(late.shipmentId)).awb!, 'picked_up');
    await ends[how]!(late);
    expect(await callsOff(late.shipmentId)).toBe(1);
    expect((await news(late.shipmentId)).map(({ name }) => name)).toContain('fulfilment.taken_anyway');
    expect((await news(plan.shipmentId)).map(({ name }) => name)).not.toContain('fulfilment.taken_anyway');

    courier.fault({ kind: 'drop_after', times: 1 }); // it said yes, and nobody heard
    await expect(books(dead.shipmentId)).rejects.toThrow();
    await ends[how]!(dead);
    await books(dead.shipmentId);
    expect(await callsOff(dead.shipmentId)).toBe(1);
    expect(courier.parcels().at(-1)!.state).toBe('cancelled');
  });

  test('R-8.9 a courier earns what it asked when the parcel leaves, and once more when it is back; one a maker did without earns nothing', async () => {
    const due = (shipmentId: string) =>
      asOwner<{ way: string; paise: number }>(
        `select payload->>'way' as way, (payload->>'carriage_paise')::int as paise from platform.outbox
          where name = 'fulfilment.carriage_due' and payload->>'shipmentId' = $1 order by id`,
        [shipmentId],
      );
    const [sent, own] = [await planned(), await planned()];
    for (const { shipmentId } of [sent, own]) await app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
    const { awb, carriage_paise } = await shipment(sent.shipmentId);
    expect(carriage_paise).toBe(7_600n); // ₹40 and ₹0.60 for each 10 g
    await notices(awb!, ['picked_up'], 2);
    expect(await due(sent.shipmentId)).toEqual([{ way: 'out', paise: 7_600 }]);
    await notices(awb!, ['rto_initiated', 'rto_delivered'], 2);
    expect(await due(sent.shipmentId)).toEqual([
      { way: 'out', paise: 7_600 },
      { way: 'back', paise: 7_600 },
    ]);
    await app.as(personActor({ organisationId: own.sellerId }), () =>
      app.get(Dispatch).run(own.cause, { carrier: 'India Post', trackingNumber: 'EE987654321IN' }),
    );
    expect(await due(own.shipmentId)).toEqual([]);
  });

  test('SM-5 a parcel is planned once and booked once, whatever is repeated', async () => {
    const plan = await planned();
    const again = await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) => app.get(PlanShipments).inside(tx, { ...plan, fromPincode: '812001', toPincode: '560001' })),
    );
    expect(again).toBe(plan.shipmentId);
    const book = app.get(BookCourier);
    for (let i = 0; i < 3; i++) await app.asSystem(() => book.run(plan));
    const ready = await shipment(plan.shipmentId);
    expect(ready).toMatchObject({ state: 'ready', courier: 'courier', weight_g: 600 });
    expect(courier.parcels().filter((parcel) => parcel.reference === plan.shipmentId)).toHaveLength(1);
    expect((await news(plan.shipmentId)).map((row) => row.name)).toEqual([
      'fulfilment.book-courier',
      'fulfilment.planned',
      'fulfilment.ready',
      'fulfilment.choose-slot',
    ]);
  });

  test.each<[string, ParcelState[]]>([
    ['in order', ['picked_up', 'in_transit', 'out_for_delivery', 'delivered']],
    ['shuffled', ['out_for_delivery', 'picked_up', 'delivered', 'in_transit']],
    ['delivered first', ['delivered', 'out_for_delivery', 'in_transit', 'picked_up']],
    ['only the last', ['delivered']],
  ])('S-19 notices %s, each twice: delivered and told once', async (_, states) => {
    const { shipmentId } = await planned();
    await app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
    const { awb } = await shipment(shipmentId);
    await notices(awb!, states, 2);
    expect(await shipment(shipmentId)).toMatchObject({ state: 'delivered' });
    const told = (await news(shipmentId)).map((row) => row.name);
    expect(told.filter((name) => name === 'fulfilment.dispatched')).toHaveLength(1);
    expect(told.filter((name) => name === 'fulfilment.delivered')).toHaveLength(1);
  });

  test.each<[string, ParcelState[], string]>([
    ['as they happened', ['picked_up', 'out_for_delivery', 'attempt_failed'], 'in_transit'],
    ['the attempt before its journey', ['attempt_failed', 'out_for_delivery', 'picked_up'], 'out_for_delivery'],
  ])('SM-5 each attempt in vain is counted and told once, notices %s', async (_, states, end) => {
    const { shipmentId } = await planned();
    await app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
    const { awb } = await shipment(shipmentId);
    await notices(awb!, states, 2);
    await notices(
      awb!,
      states.filter((state) => state !== 'picked_up'),
      2,
    );
    expect(await shipment(shipmentId)).toMatchObject({ state: end, attempts: 2 });
    const told = await asOwner<{ payload: object }>(
      `select payload from platform.outbox where name = 'fulfilment.attempt_failed' and payload->>'shipmentId' = $1 order by id`,
      [shipmentId],
    );
    expect(told.map((row) => row.payload)).toMatchObject([
      { attempt: 1, most: 3 },
      { attempt: 2, most: 3 },
    ]);
  });

  test('SM-5 the desk hears once of a parcel nobody moves, and again when it waits in another state', async () => {
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
    const { shipmentId } = await planned();
    const alarm = app.get(AlarmShipment);
    const isDue = () =>
      app.asSystem(() => app.get(UnitOfWork).run(async (tx) => (await alarm.due(tx, 100_000)).includes(shipmentId)));
    const told = async () =>
      (
        await asOwner<{ payload: object }>(
          `select payload from platform.outbox where name = 'fulfilment.waits' and payload->>'shipmentId' = $1 order by id`,
          [shipmentId],
        )
      ).map((row) => row.payload);
    await app.asSystem(() => alarm.run(shipmentId));
    expect([await isDue(), await told()]).toEqual([false, []]);
    await frozenClock.later(24 * 3_600);
    expect(await isDue()).toBe(true);
    for (let i = 0; i < 2; i++) await app.asSystem(() => alarm.run(shipmentId));
    const desk = { desk: 'delivery desk', isHeld: false };
    expect(await told()).toMatchObject([{ ...desk, state: 'created', since: '2027-03-01T10:00:00.000Z' }]);
    expect(await isDue()).toBe(false);
    await app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
    await frozenClock.later(4 * 86_400);
    expect(await isDue()).toBe(true);
    await app.asSystem(() => alarm.run(shipmentId));
    expect(await told()).toMatchObject([{ state: 'created' }, { ...desk, state: 'ready' }]);
  });

  test('SM-5 a parcel may come back', async () => {
    const { shipmentId } = await planned();
    await app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
    const { awb } = await shipment(shipmentId);
    await notices(awb!, ['picked_up', 'out_for_delivery', 'attempt_failed', 'rto_initiated', 'rto_delivered']);
    expect(await shipment(shipmentId)).toMatchObject({ state: 'rto_delivered' });
  });

  test.each([
    ['absent', { 'webhook-signature': '' }, 'bad_signature'],
    ['forged', { 'webhook-signature': 'v1,' + Buffer.alloc(32).toString('base64') }, 'bad_signature'],
    ['old', { 'webhook-timestamp': '1000000000' }, 'too_old'],
    ['no number', { 'webhook-timestamp': 'now' }, 'malformed'],
  ])('S-18 a notice whose proof is %s is refused', async (_, change, fault) => {
    const body = Buffer.from(
      JSON.stringify({ id: newId(), awb: 'SIM1', state: 'delivered', at: new Date().toISOString() }),
    );
    const refused = await Promise.resolve()
      .then(() => receive(body, change))
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DomainError);
    expect(refused).toMatchObject({ code: 'courier_notice_rejected', facts: { fault } });
  });

  test('S-42 only the maker hands her parcel over; for another it is not there', async () => {
    const plan = await planned();
    const act = (organisationId: string) =>
      app.as(personActor({ organisationId }), () =>
        app.get(Dispatch).run(plan.cause, { carrier: 'India Post', trackingNumber: 'EE123456789IN' }),
      );
    await expect(act(newId())).rejects.toMatchObject({ code: 'shipment_not_found' });
    expect(await act(plan.sellerId)).toMatchObject({ state: 'in_transit' });
    await expect(act(plan.sellerId)).rejects.toMatchObject({ code: 'illegal_transition' });
  });

  test('SM-5 a parcel without a courier goes nowhere, unless the maker names her own', async () => {
    const plan = await planned();
    const maker = personActor({ organisationId: plan.sellerId });
    const act = (own?: { carrier: string; trackingNumber: string }) =>
      app.as(maker, () => app.get(Dispatch).run(plan.cause, own));
    await expect(act()).rejects.toMatchObject({ code: 'courier_not_booked' });
    const own = { carrier: 'India Post', trackingNumber: 'EE123456785IN' };
    expect(await act(own)).toMatchObject({ state: 'in_transit', courier: 'India Post', awb: own.trackingNumber });
  });

  describe('SM-5 called off', () => {
    const calledOff = (cause: { kind: 'order'; id: string }) =>
      app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(CancelShipment).inside(tx, cause)));

    test('before it was picked up a parcel is not sent, by nobody and whatever is booked', async () => {
      const plan = await planned();
      await calledOff(plan.cause);
      await calledOff(plan.cause);
      await app.asSystem(() => app.get(BookCourier).run(plan));
      expect(await shipment(plan.shipmentId)).toMatchObject({ state: 'cancelled', awb: null });
      const maker = personActor({ organisationId: plan.sellerId });
      await expect(app.as(maker, () => app.get(Dispatch).run(plan.cause))).rejects.toMatchObject({
        code: 'illegal_transition',
      });
    });

    test('on its way it is not called back; what was never planned is nothing', async () => {
      const plan = await planned();
      const maker = personActor({ organisationId: plan.sellerId });
      await app.as(maker, () => app.get(Dispatch).run(plan.cause, { carrier: 'India Post', trackingNumber: 'EE1' }));
      await expect(calledOff(plan.cause)).rejects.toMatchObject({ code: 'illegal_transition' });
      await calledOff({ kind: 'order', id: newId() });
    });
  });

  test('S-18 carrier and number a maker writes herself never stand for a parcel of the booked courier', async () => {
    const [own, other, booked] = [await planned(), await planned(), await planned()];
    await app.asSystem(() => app.get(BookCourier).run(booked));
    const { awb } = await shipment(booked.shipmentId);
    for (const { sellerId, cause } of [own, other]) {
      const says = { carrier: 'courier', trackingNumber: awb! };
      await app.as(personActor({ organisationId: sellerId }), () => app.get(Dispatch).run(cause, says));
    }
    await notices(awb!, ['picked_up', 'delivered']);
    expect(await shipment(booked.shipmentId)).toMatchObject({ state: 'delivered' });
    expect(await shipment(own.shipmentId)).toMatchObject({ state: 'in_transit' });
    expect(await shipment(other.shipmentId)).toMatchObject({ state: 'in_transit' });
  });

  test('S-13 a courier faster than our note of its number: what it told meanwhile counts', async () => {
    const { shipmentId } = await planned();
    courier.fault({ kind: 'drop_after', times: 1 });
    await expect(app.asSystem(() => app.get(BookCourier).run({ shipmentId }))).rejects.toThrow();
    const parcel = courier.parcels().find((one) => one.reference === shipmentId);
    await notices(parcel!.awb, ['picked_up', 'out_for_delivery', 'delivered']);
    expect(await shipment(shipmentId)).toMatchObject({ state: 'created' });
    await app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
    expect(await shipment(shipmentId)).toMatchObject({ state: 'delivered', awb: parcel!.awb });
    expect(courier.parcels().filter((one) => one.reference === shipmentId)).toHaveLength(1);
  });

  test('S-43 a query that forgets whose rows it wants sees none of another’s', async () => {
    const { shipmentId } = await planned();
    const count = (organisationId: string) =>
      app.as(personActor({ organisationId }), () =>
        app.get(UnitOfWork).run((tx) => tx.run(`select 1 from fulfilment.shipment where id = $1`, [shipmentId])),
      );
    expect(await count(newId())).toBe(0);
    expect(await count((await shipment(shipmentId)).seller_id)).toBe(1);
  });
});
