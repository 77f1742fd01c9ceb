import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { CourierSimulator } from '#platform/simulators';
import { asOwner, boot, frozenClock, personActor, type Booted } from '#platform/testing';
import {
  BookCourier,
  ConfirmReceipt,
  Dispatch,
  FollowTracking,
  FulfilmentModule,
  PlanShipments,
  QuoteFreight,
  ReckonRoutes,
  RouteDaysQuery,
  Shipments,
} from '../src/index.js';

/** From Gangtok to the west of the country: ten days, says the tariff’s table. */
const way = { fromPincode: '737101', toPincode: '360001' };
const table = 10;
const hours = 3_600;

describe('R-9.3 how long a parcel takes, as parcels of its way lately took', () => {
  const courier = new CourierSimulator();
  let app: Booted;
  let month = 0;
  beforeAll(async () => {
    const [secretKey, webhookSecret] = ['key of this test', 'whsec_c2VjcmV0'];
    await courier.start({ secretKey, webhookSecret, webhookUrl: 'http://127.0.0.1:9/', webhooks: 'when_told' });
    Object.assign(process.env, {
      ...{ COURIER_URL: courier.url, COURIER_KEY: secretKey, COURIER_WEBHOOK_SECRETS: webhookSecret },
    });
    app = await boot([FulfilmentModule]);
  });
  /** Each test long after the one before it: nothing of that is asked any more. */
  beforeEach(() => frozenClock.at(new Date(Date.UTC(2041, (month += 6), 1))));
  afterAll(async () => {
    await frozenClock.thaw();
    await asOwner(`delete from fulfilment.route_days`);
    await app.close();
    await courier.stop();
  });

  const planned = async (kind: 'order' | 'contract' = 'order') => {
    const parties = { sellerId: newId(), receiverId: newId(), cause: { kind, id: newId() } };
    const lines = [{ offerId: newId(), title: 'Lepcha shawl', quantity: 1, weight_g: 400 }];
    const work = app.get(UnitOfWork);
    const shipmentId = await app.asSystem(() =>
      work.run((tx) => app.get(PlanShipments).inside(tx, { ...parties, ...way, lines })),
    );
    return { ...parties, shipmentId };
  };
  /** So many parcels leave now, by the courier. @returns their numbers there */
  async function leave(count: number, kind?: 'contract'): Promise<string[]> {
    const awbs: string[] = [];
    for (let i = 0; i < count; i++) {
      const { shipmentId } = await planned(kind);
      await app.asSystem(() => app.get(BookCourier).run({ shipmentId }));
      const work = app.get(UnitOfWork);
      const { awb } = await app.asSystem(() => work.run((tx) => app.get(Shipments).lock(tx, shipmentId)));
      await follow(awb!, 'picked_up');
      awbs.push(awb!);
    }
    return awbs;
  }
  const follow = (awb: string, kind: 'picked_up' | 'delivered') =>
    app.asSystem(() => app.get(FollowTracking).run({ courier: 'courier', awb, kind }));
  /** Parcels that leave today, and of which so many each arrive within so many days. */
  async function take(...arriving: readonly (readonly [count: number, days: number])[]): Promise<void> {
    const awbs = await leave(arriving.reduce((sum, [count]) => sum + count, 0));
    let day = 0;
    for (const [count, days] of arriving) {
      await frozenClock.later((days - day) * 24 * hours - (day === 0 ? hours : 0));
      day = days;
      for (const awb of awbs.splice(0, count)) await follow(awb, 'delivered');
    }
  }
  const reckoned = async (): Promise<number> => {
    await app.asSystem(() => app.get(ReckonRoutes).run());
    await app.get(RouteDaysQuery).refresh();
    const parcel = { ...way, fromState: 'IN-SK', toState: 'IN-GJ', weight_g: 400 };
    return app.get(QuoteFreight).of(parcel, rupees(100), new Date()).days;
  };

  test('R-9.3 nineteen deliveries are too few, with the twentieth the way speaks for itself', async () => {
    await take([19, 3]);
    expect(await reckoned()).toBe(table);
    await take([1, 3]);
    expect(await reckoned()).toBe(3);
    await take([1, 3]);
    expect(await reckoned()).toBe(3);
  });

  test('R-9.3 four of five parcels come within it: sixteen of twenty, and one more late one moves it', async () => {
    await take([16, 4], [4, 9]);
    expect(await reckoned()).toBe(4);
    await take([1, 9]);
    expect(await reckoned()).toBe(9);
  });

  test('R-9.3 a way that becomes slower is promised longer, and shorter again when what was slow is long ago', async () => {
    await take([20, 3]);
    expect(await reckoned()).toBe(3);
    await take([6, 8]);
    expect(await reckoned()).toBe(8);
    await frozenClock.later(61 * 24 * hours);
    expect(await reckoned()).toBe(table);
    await take([20, 2]);
    expect(await reckoned()).toBe(2);
  });

  test('R-9.3 another zone and another district are other ways', async () => {
    await take([20, 3]);
    await reckoned();
    const days = app.get(RouteDaysQuery);
    expect(days.daysOf('737101', '390001')).toBe(3);
    expect(days.daysOf('737101', '400001')).toBeNull();
    expect(days.daysOf('812001', '360001')).toBeNull();
  });

  test('R-9.3 what its receiver said some day, and goods of contracts, tell nothing', async () => {
    await take([19, 3]);
    const own = { carrier: 'India Post', trackingNumber: 'EE123456789IN' };
    const { cause, sellerId, receiverId } = await planned();
    await app.as(personActor({ organisationId: sellerId }), () => app.get(Dispatch).run(cause, own));
    await app.as(personActor({ personId: receiverId }), () => app.get(ConfirmReceipt).run(cause));
    for (const awb of await leave(1, 'contract')) await follow(awb, 'delivered');
    expect(await reckoned()).toBe(table);
  });
});
