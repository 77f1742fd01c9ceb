import fc from 'fast-check';
import { UnitOfWork, type Tx } from '#platform/database';
import { anonymousActor, newId } from '#platform/kernel';
import {
  CourierSimulator,
  PostalSimulator,
  signLikeStandardWebhooks,
  type ArticleEvent,
  type ParcelState,
} from '#platform/simulators';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import {
  BookCourier,
  BookPickup,
  CallOffCourier,
  CancelShipment,
  ChangeCash,
  Dispatch,
  FollowTracking,
  FulfilmentModule,
  PlanReturn,
  PlanShipments,
  ReadRemittances,
  ReadTrackingFiles,
  RecordTracking,
  ReturnParcels,
  Shipments,
} from '../src/index.js';
import { readPostalFile } from '../src/adapters/postal-file.js';
import { couriersFor, type CarriedParcel } from '../src/domain/reach.js';

const webhookSecret = 'whsec_' + Buffer.from('a secret of this test').toString('base64');
/** Only the post goes to an army post office, and to none of those with 99. */
const [town, army, nowhere] = ['560001', '900123', '990001'];

describe('Couriers', () => {
  const courier = new CourierSimulator();
  const postal = new PostalSimulator();
  let app: Booted;

  beforeAll(async () => {
    const secretKey = 'key of this test';
    const quiet = { webhookUrl: 'http://127.0.0.1:9/', webhooks: 'when_told' } as const;
    await courier.start({ secretKey, webhookSecret, ...quiet });
    await postal.start({ secretKey });
    Object.assign(process.env, {
      ...{ COURIER_URL: courier.url, COURIER_KEY: secretKey, COURIER_WEBHOOK_SECRETS: webhookSecret },
      ...{ POSTAL_URL: postal.url, POSTAL_KEY: secretKey },
    });
    app = await boot([FulfilmentModule]);
  });
  afterAll(async () => {
    await app.close();
    await courier.stop();
    await postal.stop();
  });
  afterEach(() => {
    courier.faults.clear();
    postal.faults.clear();
  });

  const inTx = <T>(act: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(act));
  async function planned(toPincode: string, cash_paise = 0n) {
    const of = { sellerId: newId(), receiverId: newId(), cause: { kind: 'order', id: newId() } as const };
    const lines = [{ offerId: newId(), title: 'Tussar stole', quantity: 2, weight_g: 300 }];
    const plan = { ...of, fromPincode: '812001', toPincode, cash_paise, lines };
    return { ...of, shipmentId: await inTx((tx) => app.get(PlanShipments).inside(tx, plan)) };
  }
  const books = (shipmentId: string) => app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
  const shipment = (id: string) => inTx((tx) => app.get(Shipments).lock(tx, id));
  async function booked(toPincode: string, cash_paise = 0n) {
    const plan = await planned(toPincode, cash_paise);
    await books(plan.shipmentId);
    return { ...plan, awb: (await shipment(plan.shipmentId)).awb! };
  }
  const newsOf = async (id: string) =>
    (await asOwner<{ name: string }>(`select name from platform.outbox where payload->>'shipmentId' = $1`, [id])).map(
      ({ name }) => name,
    );
  const looks = () => app.asSystem(() => app.get(ReadTrackingFiles).run());
  /** Does the jobs that news left behind, each twice, as a killed worker would have it. */
  async function follows() {
    const rows = await asOwner<{ payload: Parameters<FollowTracking['run']>[0] }>(
      `delete from platform.outbox where name = 'fulfilment.follow-tracking' returning payload`,
    );
    for (const { payload } of [...rows, ...rows]) await app.asSystem(() => app.get(FollowTracking).run(payload));
    return rows.length;
  }

  describe('SM-5 who is asked stands in dated rows: the first that goes there, carries that much and does what is needed', () => {
    const one = { makers_in: ['8'], shoppers_in: ['56', '9'], weight_max_g: 1_000, cash: false, fetches: true };
    const other = { makers_in: ['1', '8'], shoppers_in: ['5'], weight_max_g: 5_000, cash: true, fetches: false };
    const reach = [
      { courier: 'one', ...one },
      { courier: 'other', ...other },
    ];
    const parcel: CarriedParcel = { makerPincode: '812001', shopperPincode: '560001', weight_g: 600, how: 'out' };
    test.each<[string, Partial<CarriedParcel>, string[]]>([
      ['both go there', {}, ['one', 'other']],
      ['only one goes there', { shopperPincode: '900001' }, ['one']],
      ['none goes there', { shopperPincode: '110001' }, []],
      ['only the other fetches at this maker’s', { makerPincode: '110001' }, ['other']],
      ['just as heavy as it may be', { weight_g: 1_000 }, ['one', 'other']],
      ['too heavy for one', { weight_g: 1_001 }, ['other']],
      ['only the other collects', { how: 'cash' }, ['other']],
      ['only one fetches returns', { how: 'fetched' }, ['one']],
    ])('%s', (_, change, names) => {
      expect(couriersFor({ ...parcel, ...change }, reach)).toEqual(names);
    });
  });

  test('SM-5 a parcel keeps its courier: its number, its cash, its calling off and what it brought are that one’s', async () => {
    const there = await booked(army, 120_000n);
    expect(await shipment(there.shipmentId)).toMatchObject({
      state: 'ready',
      courier: 'postal',
      carriage_paise: 9_200n,
    });
    expect(postal.article(there.awb)).toMatchObject({ grams: 600, collect_paise: 120_000, our_ref: there.shipmentId });
    await inTx((tx) => app.get(Shipments).setCash(tx, there.shipmentId, 60_000n));
    await app.asSystem(() => app.get(ChangeCash).run(there));
    expect(postal.article(there.awb).collect_paise).toBe(60_000);
    postal.deliver(there.awb);
    const { voucher: id } = postal.remit(there.awb);
    const brought = (from: string) => app.asSystem(() => app.get(ReadRemittances).run(from, new Date(0)));
    expect(await brought('postal')).toEqual([
      expect.objectContaining({ id, courier: 'postal', parcel: there.awb, cause: there.cause, amount_paise: 60_000n }),
    ]);
    expect(await brought('courier')).toEqual([]);

    const near = await booked(town);
    expect(await shipment(near.shipmentId)).toMatchObject({ state: 'ready', courier: 'courier' });
    const off = await booked(army);
    await inTx((tx) => app.get(CancelShipment).inside(tx, off.cause));
    await app.asSystem(() => app.get(CallOffCourier).run({ ...off, courier: 'postal' }));
    expect(postal.article(off.awb).event).toBe('WDN');
  });

  test('SM-5 S-13 who says no is not asked again, the next is; a worker that dies asks the one that may have heard', async () => {
    courier.fault({ kind: 'error_before', route: 'POST /parcels', status: 422, times: 1 });
    postal.fault({ kind: 'drop_after', route: 'POST /articles', times: 1 });
    const { shipmentId } = await planned(town);
    await expect(books(shipmentId)).rejects.toThrow();
    const asked = courier.calls('POST /parcels');
    await books(shipmentId);
    expect(courier.calls('POST /parcels')).toBe(asked);
    expect(await shipment(shipmentId)).toMatchObject({ state: 'ready', courier: 'postal' });
    expect(postal.all().filter((article) => article.our_ref === shipmentId)).toHaveLength(1);
  });

  test('SM-5 where no courier goes maker and desk are told once, and she may send it with a carrier of her own', async () => {
    const { shipmentId, cause, sellerId } = await planned(nowhere);
    await books(shipmentId);
    await books(shipmentId);
    expect(await shipment(shipmentId)).toMatchObject({ state: 'created', courier: null, asked_courier: null });
    expect((await newsOf(shipmentId)).filter((name) => name === 'fulfilment.unserved')).toHaveLength(1);
    const sends = (own?: { carrier: string; trackingNumber: string }) =>
      app.as(personActor({ organisationId: sellerId }), () => app.get(Dispatch).run(cause, own));
    await expect(sends()).rejects.toMatchObject({ code: 'no_courier_there', status: 409 });
    const own = { carrier: 'Her brother', trackingNumber: 'BUS 12' };
    expect(await sends(own)).toMatchObject({ state: 'in_transit', own_carrier: true });
  });

  test('SM-5 goods that go back are asked for in the same order', async () => {
    const back = async (fromPincode: string) => {
      const of = {
        returnId: newId(),
        sellerId: newId(),
        senderId: newId(),
        cause: { kind: 'order', id: newId() } as const,
      };
      const plan = { ...of, fromPincode, toPincode: '812001', weight_g: 600 };
      const { parcelId } = await inTx((tx) => app.get(PlanReturn).inside(tx, plan));
      await app.asSystem(() => app.get(BookPickup).run({ parcelId, booking: 1 }));
      return inTx((tx) => app.get(ReturnParcels).lock(tx, parcelId));
    };
    expect(await back(town)).toMatchObject({ state: 'booked', courier: 'courier' });
    expect(await back(army)).toMatchObject({ state: 'with_shopper', courier: null }); // the post does not fetch
  });

  test('S-19 a courier that is down keeps nobody’s parcel with another waiting, and is left alone for a while', async () => {
    postal.fault({ kind: 'hang', route: 'POST /articles' });
    const [far, near] = [await planned(army), await planned(town)];
    const waits = books(far.shipmentId).then(
      () => 'booked',
      () => 'failed',
    );
    await books(near.shipmentId);
    expect(await shipment(near.shipmentId)).toMatchObject({ state: 'ready', courier: 'courier' });
    expect(await shipment(far.shipmentId)).toMatchObject({ state: 'created', asked_courier: 'postal' });
    await postal.stop();
    await postal.start({ secretKey: 'key of this test', port: Number(new URL(process.env['POSTAL_URL']!).port) });
    expect(await waits).toBe('failed');
    postal.faults.clear();
    await books(far.shipmentId);
    expect(await shipment(far.shipmentId)).toMatchObject({ state: 'ready', courier: 'postal' });
  });

  describe('S-19 news of the post stands in a file for each day', () => {
    test('it is read when it has grown, and each row counts once, in whatever order and however often it comes', async () => {
      const { shipmentId, awb } = await booked(army);
      for (const event of ['CPF', 'COL', 'BAG', 'REC', 'OFD', 'NDL'] as const) postal.scan(awb, event);
      await looks();
      await follows();
      expect(await shipment(shipmentId)).toMatchObject({ state: 'in_transit', attempts: 1 });
      const read = postal.calls('GET /tracking/:name');
      await looks();
      expect(postal.calls('GET /tracking/:name')).toBe(read);
      postal.fault({ kind: 'rows_doubled', times: 1 });
      postal.fault({ kind: 'rows_shuffled', times: 1 });
      for (const event of ['OFD', 'NDL', 'OFD', 'DLO'] as const) postal.scan(awb, event);
      await looks();
      expect(await follows()).toBe(4);
      expect(await shipment(shipmentId)).toMatchObject({ state: 'delivered', courier: 'postal' });
      const [last] = await asOwner<{ kind: string; proof: string }>(
        `select kind, proof from fulfilment.tracking_notice where awb = $1 and kind = 'delivered'`,
        [awb],
      );
      expect(last).toEqual({ kind: 'delivered', proof: 'code' });
    });

    test('a row that says nothing is told to the desk once, and costs no other row', async () => {
      const { shipmentId, awb } = await booked(army);
      postal.deliver(awb);
      postal.fault({ kind: 'row_broken' });
      await looks();
      await looks();
      await follows();
      expect(await shipment(shipmentId)).toMatchObject({ state: 'delivered' });
      const grown = await booked(army);
      postal.scan(grown.awb, 'COL');
      await looks();
      await follows();
      expect(await shipment(grown.shipmentId)).toMatchObject({ state: 'in_transit' });
      const told = await asOwner(`select payload from platform.outbox where name = 'fulfilment.tracking_broken'`);
      expect(told).toEqual([{ payload: expect.objectContaining({ courier: 'postal', rows: 1, first: 3 }) }]);
    });

    test('what is read of a row', () => {
      const header = 'SERIAL,ARTICLE,EVENT,DATE,TIME,OFFICE';
      const row = (event: string, date = '23-11-2026') => `S-1,EZ1IN,${event},${date},00:10:00,"Nagpur, ""NSH"""`;
      expect(readPostalFile([header, row('DLS'), row('ZZZ'), ''].join('\r\n'))).toEqual({
        told: [
          { eventId: 'S-1', awb: 'EZ1IN', kind: 'delivered', proof: 'signature', at: new Date('2026-11-22T18:40:00Z') },
          { eventId: 'S-1', awb: 'EZ1IN', kind: null, proof: null, at: new Date('2026-11-22T18:40:00Z') },
        ],
        broken: [],
      });
      const unreadable = ['x', row('DLS', '23-13-2026'), row('dls'), row('DLS').slice(0, 20), `"${row('DLS')}"`];
      for (const text of unreadable) expect(readPostalFile(text)).toEqual({ told: [], broken: [1] });
      expect(readPostalFile('')).toEqual({ told: [], broken: [] });
    });
  });

  describe('S-19 whichever courier tells it, in whatever order and however often, a parcel ends the same', () => {
    /** The same journeys in the words of each. */
    const journeys: [string, ParcelState[], ArticleEvent[]][] = [
      [
        'delivered',
        ['picked_up', 'in_transit', 'out_for_delivery', 'attempt_failed', 'out_for_delivery', 'delivered'],
        ['COL', 'BAG', 'REC', 'OFD', 'NDL', 'OFD', 'DLS'],
      ],
      [
        'rto_delivered',
        ['picked_up', 'in_transit', 'out_for_delivery', 'attempt_failed', 'rto_initiated', 'rto_delivered'],
        ['COL', 'BAG', 'REC', 'OFD', 'NDL', 'RTS', 'RTD'],
      ],
      [
        'in_transit',
        ['picked_up', 'out_for_delivery', 'attempt_failed', 'out_for_delivery', 'attempt_failed'],
        ['COL', 'BAG', 'REC', 'OFD', 'NDL', 'OFD', 'NDL'],
      ],
      ['lost_damaged', ['pickup_failed', 'picked_up', 'lost'], ['CPF', 'COL', 'LST']],
    ];
    const notices = async (awb: string, states: readonly ParcelState[], places: readonly number[]) => {
      const at = (i: number) => new Date(Date.now() + i * 1_000).toISOString();
      const bodies = states.map((state, i) => JSON.stringify({ id: newId(), awb, state, at: at(i) }));
      for (const place of places) {
        const body = Buffer.from(bodies[place % bodies.length]!);
        const now_s = Math.floor(Date.now() / 1000);
        const signed = signLikeStandardWebhooks({ id: 'msg_1', body: body.toString() }, webhookSecret, now_s);
        await app.as(anonymousActor, () => app.get(RecordTracking).run(body, signed));
        await follows();
      }
    };
    const files = async (awb: string, events: readonly ArticleEvent[]) => {
      for (const event of events) {
        postal.scan(awb, event);
        postal.fault({ kind: 'rows_doubled', times: 1 });
        postal.fault({ kind: 'rows_shuffled', times: 1 });
        if (postal.faults.random() < 0.5) await looks();
      }
      await looks();
      await follows();
      postal.faults.clear();
    };
    /** Every notice at least once, some more often, in any order. */
    const anyOrder = (count: number) => {
      const all = Array.from({ length: count }, (_, i) => i);
      return fc
        .array(fc.nat(count - 1), { maxLength: count })
        .chain((more) => fc.shuffledSubarray([...all, ...more], { minLength: count + more.length }));
    };

    test.each(journeys)(
      '%s',
      async (end, states, events) => {
        await fc.assert(
          fc.asyncProperty(anyOrder(states.length), async (places) => {
            const [near, far] = [await booked(town), await booked(army)];
            await notices(near.awb, states, places);
            await files(far.awb, events);
            expect((await shipment(near.shipmentId)).state).toBe(end);
            expect((await shipment(far.shipmentId)).state).toBe(end);
          }),
          { numRuns: 6 },
        );
      },
      30_000,
    );
  });
});
