import fc from 'fast-check';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { CourierSimulator, PostalSimulator, roundsFrom } from '#platform/simulators';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import {
  BookCourier,
  ChooseSlot,
  Dispatch,
  FollowTracking,
  FulfilmentModule,
  HoldShipment,
  PlanShipments,
  SetSlot,
  Shipments,
} from '../src/index.js';
import { isMissed, openWindows } from '../src/domain/pickup-slot.js';

const ist = (at: string) => new Date(`${at}+05:30`);
const hours = (id: string, from: string, to: string, closesAt: string) => ({
  id,
  from: ist(from),
  to: ist(to),
  closesAt: ist(closesAt),
});

describe('SM-5 which hours can be had', () => {
  const [late, early] = [
    hours('b', '2026-11-24T14:00', '2026-11-24T18:00', '2026-11-24T12:00'),
    hours('a', '2026-11-24T10:00', '2026-11-24T13:00', '2026-11-24T08:00'),
  ];
  test.each([
    ['the earliest first', '2026-11-23T19:00', ['a', 'b']],
    ['a minute before the cut-off', '2026-11-24T07:59', ['a', 'b']],
    ['at the cut-off it is closed', '2026-11-24T08:00', ['b']],
    ['all are over', '2026-11-24T12:00', []],
  ])('%s', (_, now, ids) => {
    expect(openWindows([late, early], ist(now)).map(({ id }) => id)).toEqual(ids);
  });

  test('hours that have begun, or end before they begin, are no choice', () => {
    const begun = hours('c', '2026-11-24T09:00', '2026-11-24T12:00', '2026-11-24T11:00');
    const odd = hours('d', '2026-11-25T12:00', '2026-11-25T10:00', '2026-11-25T08:00');
    expect(openWindows([begun, odd], ist('2026-11-24T10:00'))).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['days are India’s', '2026-11-24T23:50', ['2026-11-25/10', '2026-11-26/10']],
    ['this morning is still open', '2026-11-24T07:00', ['2026-11-24/10', '2026-11-25/10', '2026-11-26/10']],
    ['nobody drives on a Sunday', '2026-11-28T12:00', ['2026-11-30/10']],
    ['nor on Republic Day', '2027-01-25T12:00', ['2027-01-27/10']],
  ])('the rounds of the simulated couriers: %s', (_, now, ids) => {
    expect(roundsFrom(ist(now), [{ from: 10, to: 13, closesBefore: 2 }], 3).map(({ id }) => id)).toEqual(ids);
  });
});

test('S-19 news of times that were missed counts once for each time, however late and often it comes', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 10, n, 4, 30));
  const ends = (n: number) => new Date(day(n).getTime() + 3 * 3_600_000);
  const times = fc.integer({ min: 1, max: 5 });
  const again = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 });
  fc.assert(
    fc.property(times, again, (missed, repeated) => {
      let [standing, misses] = [1, 0];
      const told: Date[] = [];
      const tell = (n: number) => {
        told.push(ends(n));
        if (!isMissed({ from: day(standing) }, told)) return;
        misses += 1;
        standing += 1; // another time is agreed
      };
      for (let n = 1; n <= missed; n++) {
        tell(n);
        for (const old of repeated.filter((one) => one <= n)) tell(old);
      }
      expect(misses).toBe(missed);
    }),
  );
});

describe('When couriers come', () => {
  const [courier, postal] = [new CourierSimulator(), new PostalSimulator()];
  let app: Booted;
  beforeAll(async () => {
    const secretKey = 'key of this test';
    const webhookSecret = 'whsec_' + Buffer.from('a secret of this test').toString('base64');
    await courier.start({ secretKey, webhookSecret, webhookUrl: 'http://127.0.0.1:9/', webhooks: 'when_told' });
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
  afterEach(() => courier.faults.clear());

  const inTx = <T>(act: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(act));
  async function booked(toPincode = '560001', fromPincode = '812001') {
    const of = { sellerId: newId(), receiverId: newId(), cause: { kind: 'order', id: newId() } as const };
    const lines = [{ offerId: newId(), title: 'Tussar stole', quantity: 1, weight_g: 300 }];
    const plan = { ...of, fromPincode, toPincode, lines };
    const shipmentId = await inTx((tx) => app.get(PlanShipments).inside(tx, plan));
    await app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
    const { awb } = await inTx((tx) => app.get(Shipments).lock(tx, shipmentId));
    const maker = <T>(act: () => Promise<T>) => app.as(personActor({ organisationId: of.sellerId }), act);
    return { ...of, shipmentId, awb: awb!, maker };
  }
  const chooses = (shipmentId: string, misses = 0) =>
    app.asSystem(() => app.get(ChooseSlot).run({ shipmentId, misses }));
  type Parcel = Awaited<ReturnType<typeof booked>>;
  const reads = ({ maker, cause }: Parcel) => maker(() => app.get(SetSlot).read(cause));
  const sets = ({ maker, cause }: Parcel, window: string | null) => maker(() => app.get(SetSlot).run(cause, window));
  /** The courier told, and what was told leads to a job of these; each is done twice. */
  async function missed({ awb, shipmentId }: Parcel, at: Date, by = 'courier') {
    await asOwner(
      `insert into fulfilment.tracking_notice (courier, event_id, awb, kind, at, received_at)
       values ($1, $2, $3, 'pickup_missed', $4, now())`,
      [by, newId(), awb, at],
    );
    for (let i = 0; i < 2; i++)
      await app.asSystem(() => app.get(FollowTracking).run({ courier: by, awb, kind: 'pickup_missed' }));
    const jobs = await asOwner<{ payload: { shipmentId: string; misses: number } }>(
      `delete from platform.outbox where name = 'fulfilment.choose-slot' and payload->>'shipmentId' = $1
              and payload->>'misses' <> '0' returning payload`,
      [shipmentId],
    );
    for (const { payload } of [...jobs, ...jobs]) await chooses(shipmentId, payload.misses);
    return jobs.length;
  }
  const told = (shipmentId: string) =>
    asOwner(
      `select payload from platform.outbox where name = 'fulfilment.slot_missed' and payload->>'shipmentId' = $1`,
      [shipmentId],
    );

  test('SM-5 the earliest hours are chosen for her; she moves them, and says that nobody is to come yet', async () => {
    const parcel = await booked();
    await chooses(parcel.shipmentId);
    await chooses(parcel.shipmentId);
    const { slot, offered } = await reads(parcel);
    expect(slot).toMatchObject({ chosen_by: 'default', misses: 0, window: offered[0]! });
    expect(courier.parcel(parcel.awb).round?.id).toBe(offered[0]!.id);
    const other = offered[2]!;
    expect((await sets(parcel, other.id)).slot).toMatchObject({ chosen_by: 'maker', window: other });
    expect(courier.parcel(parcel.awb).round?.id).toBe(other.id);
    expect((await sets(parcel, null)).slot).toMatchObject({ window: null });
    expect(courier.parcel(parcel.awb).round).toBeNull();
    await chooses(parcel.shipmentId); // what she said stands
    expect((await reads(parcel)).slot).toMatchObject({ window: null, chosen_by: 'maker' });
  });

  test('SM-5 the post comes on its beat, one a day', async () => {
    const parcel = await booked('900123');
    await chooses(parcel.shipmentId);
    const { slot } = await reads(parcel);
    expect(postal.article(parcel.awb).beat?.id).toBe(slot!.window!.id);
    expect(await missed(parcel, slot!.window!.to, 'postal')).toBe(1);
    expect((await reads(parcel)).slot!.misses).toBe(1);
  });

  test('SM-5 hours that are full go to nobody else, and the next are chosen', async () => {
    const parcels: Parcel[] = [];
    for (let i = 0; i < 21; i++) parcels.push(await booked('560001', '812999'));
    for (const { shipmentId } of parcels) await chooses(shipmentId);
    const rounds = parcels.map(({ awb }) => courier.parcel(awb).round!.id);
    expect(new Set(rounds.slice(0, 20)).size).toBe(1);
    expect(rounds[20]).not.toBe(rounds[0]);
    await expect(sets(parcels[20]!, rounds[0]!)).rejects.toMatchObject({ code: 'slot_gone', status: 409 });
  });

  test('SM-5 S-19 a courier that did not come is asked for other hours, once, and she is told', async () => {
    const parcel = await booked();
    await chooses(parcel.shipmentId);
    const first = (await reads(parcel)).slot!.window!;
    expect(await missed(parcel, new Date(first.from.getTime() - 60_000))).toBe(0); // of an earlier time
    expect(await missed(parcel, first.to)).toBe(1);
    const again = await reads(parcel);
    expect(again.slot).toMatchObject({ chosen_by: 'default', misses: 1 });
    expect(await told(parcel.shipmentId)).toEqual([
      {
        payload: expect.objectContaining({
          sellerId: parcel.sellerId,
          instead: { from: again.slot!.window!.from.toISOString(), to: again.slot!.window!.to.toISOString() },
        }),
      },
    ]);
  });

  test('SM-5 a courier that names no hours comes when it comes, and she is told so when it did not', async () => {
    const parcel = await booked();
    courier.fault({ kind: 'error_before', route: 'POST /parcels/:awb/pickup-round', status: 409, times: 40 });
    await chooses(parcel.shipmentId);
    expect((await reads(parcel)).slot).toMatchObject({ window: null });
    courier.faults.clear();
    const window = (await sets(parcel, (await reads(parcel)).offered[0]!.id)).slot!.window!;
    courier.fault({ kind: 'error_before', route: 'POST /parcels/:awb/pickup-round', status: 409, times: 40 });
    expect(await missed(parcel, window.to)).toBe(1);
    expect(await told(parcel.shipmentId)).toEqual([{ payload: expect.objectContaining({ instead: null }) }]);
  });

  test('SM-5 S-42 refusals: another’s parcel, no such hours, a silent courier, a parcel that has left', async () => {
    const parcel = await booked();
    await chooses(parcel.shipmentId);
    const stranger = {
      ...parcel,
      maker: <T>(act: () => Promise<T>) => app.as(personActor({ organisationId: newId() }), act),
    };
    await expect(reads(stranger)).rejects.toMatchObject({ code: 'shipment_not_found', status: 404 });
    await expect(sets(stranger, null)).rejects.toMatchObject({ code: 'shipment_not_found' });
    await expect(sets(parcel, '1999-01-01/10')).rejects.toMatchObject({ code: 'slot_gone' });
    courier.fault({ kind: 'error_before', status: 500, times: 1 });
    await expect(reads(parcel)).rejects.toMatchObject({ code: 'courier_silent', status: 503 });
    await inTx((tx) => app.get(HoldShipment).inside(tx, parcel.cause, 'dispute'));
    await expect(sets(parcel, null)).rejects.toMatchObject({ code: 'shipment_held', status: 409 });
    await inTx((tx) => app.get(HoldShipment).release(tx, parcel.cause));
    await parcel.maker(() => app.get(Dispatch).run(parcel.cause));
    await expect(sets(parcel, null)).rejects.toMatchObject({ code: 'slot_closed', status: 409 });
    expect(await missed(parcel, new Date('2030-01-01'))).toBe(0);
    const early = await booked('990001');
    await expect(reads(early)).rejects.toMatchObject({ code: 'courier_not_booked', status: 409 });
  });
});
