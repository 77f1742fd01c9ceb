import { platformOrganisationId } from '#identity';
import { AlarmOrder } from '#orders';
import { AlarmShipment } from '#fulfilment';
import { HoldPayouts } from '#payments';
import { namedId, newId } from '#platform/kernel';
import { asOwner, personActor } from '#platform/testing';
import { openWorkshop } from '../support/workshop.js';
import type { Workshop } from '../support/drive/driven.js';

interface Late {
  id: string | null;
  orderId: string | null;
  forWhom: { kind: string; id: string | null };
  what: string;
  why: string | null;
  toDo: string;
  act: string | null;
}

/** The operator's page of business words; its clocks run for days, and it says what is late of everybody. */
describe('S-14 what is late, over HTTP', () => {
  let shop: Workshop;
  let operator: Record<string, string>;
  beforeAll(async () => {
    shop = await openWorkshop({ itsOwn: true });
    operator = (await shop.people.officer('platform_operator', platformOrganisationId, 'Kiran Test')).headers;
  }, 120_000);
  afterAll(() => shop.close(), 30_000);

  async function late(about: string): Promise<Late[]> {
    const { body } = await shop.api.get(`/v1/admin/late?about=${about}`).set(operator).expect(200);
    expect(body.groups).toHaveLength(1);
    return body.groups[0].items as Late[];
  }

  test('SM-4 an order its maker does not take on, before it lapses; one she took on and does not pack, once its desk was told', async () => {
    const placed = await shop.drive.order.to('placed');
    const confirmed = await shop.drive.order.to('confirmed');
    expect(await late('orders')).toEqual([]);
    await shop.passes(47);
    expect(await late('orders')).toMatchObject([
      {
        orderId: placed.orderId,
        forWhom: { kind: 'maker' },
        what: 'A maker has not taken on an order that was paid.',
        until: expect.any(String),
      },
    ]);
    await shop.passes(24 * 10);
    await shop.booted.asSystem(() => shop.booted.get(AlarmOrder).run(confirmed.orderId));
    const ids = new Set((await late('orders')).map(({ orderId }) => orderId));
    expect(ids).toEqual(new Set([placed.orderId, confirmed.orderId]));
  });

  test('SM-5 a parcel nobody fetches, R-8.7 a maker whose payouts are held, with the request that ends it', async () => {
    const { shipmentId, sellerId } = await readyParcel(shop);
    expect(await late('parcels')).toEqual([]);
    await shop.passes(24 * 10);
    await shop.booted.asSystem(() => shop.booted.get(AlarmShipment).run(shipmentId));
    expect(await late('parcels')).toMatchObject([
      { id: shipmentId, forWhom: { kind: 'maker', id: sellerId }, what: 'A parcel waits with its maker.' },
    ]);
    const officer = personActor({
      organisationId: platformOrganisationId,
      permissions: new Set(['admin:payments']),
      secondFactorAt: new Date(),
    });
    await shop.booted.as(officer, () => shop.booted.get(HoldPayouts).hold(sellerId, 'Two shops, one account.'));
    expect(await late('payouts')).toMatchObject([
      { why: 'Two shops, one account.', act: `POST /v1/admin/payout-holds/${sellerId}/release` },
    ]);
  });

  test('R-9.2 a complaint whose clock strikes within a day, and no other', async () => {
    const { headers } = await shop.people.shopper();
    const said = { about: 'platform', words: 'Nobody answers the telephone.' };
    const raised = await shop.api
      .post('/v1/buyer/complaints')
      .set({ ...headers, 'idempotency-key': newId() })
      .send(said)
      .expect(201);
    expect(await late('complaints')).toEqual([]);
    await shop.passes(25);
    expect(await late('complaints')).toMatchObject([
      {
        id: raised.body.id,
        why: raised.body.ticket,
        act: `POST /v1/admin/complaints/${raised.body.id}/acknowledgement`,
      },
    ]);
  });

  test('S-14 work that is dead names who looks after it and is replayed by the request the page names; papers stand apart', async () => {
    const [send, print] = [newId(), newId()];
    for (const [id, handler] of [
      [send, 'payments.send-refund'],
      [print, 'tax.print-document'],
    ])
      await asOwner(
        `insert into platform.inbox (id, handler, key, event_id, name, payload, request_id, at, hand_at, failures, reason, dead_at)
         values ($1::uuid, $2::text, $1::text, $1::uuid, $2::text, '{}', 'r', now(), now(), 8, 'Error: nobody answers', now())`,
        [id, handler],
      );
    const dead = (await late('jobs')).find(({ id }) => id === send);
    expect(dead).toMatchObject({
      what: 'payments.send-refund failed at every attempt.',
      why: 'Error: nobody answers',
      toDo: expect.stringMatching(/^payments_officer: Look it up at the provider/),
      act: `POST /v1/admin/jobs/dead/${send}/replay`,
    });
    expect(await late('papers')).toMatchObject([{ id: print, what: 'A paper was not printed.' }]);
    await shop.api
      .post(dead!.act!.slice('POST '.length))
      .set({ ...operator, 'idempotency-key': newId() })
      .send({ reason: 'It answers again.' })
      .expect(204);
    expect((await late('jobs')).filter(({ id }) => id === send)).toEqual([]);
    const trail = await asOwner(`select action, reason from platform.audit where object_id = $1`, [send]);
    expect(trail).toEqual([{ action: 'platform.dead_job_replayed', reason: 'It answers again.' }]);
  });

  test('S-40 the page is whole without a choice, says that there is more, and is nobody else’s', async () => {
    const { body } = await shop.api.get('/v1/admin/late?limit=1').set(operator).expect(200);
    expect(body.groups.map((group: { about: string }) => group.about)).toEqual(
      'orders parcels returns refunds payouts complaints messages papers jobs'.split(' '),
    );
    expect(body.groups[0]).toMatchObject({ more: true, items: [{}] });
    const { headers } = await shop.people.shopper();
    await shop.api.get('/v1/admin/late').set(headers).expect(403);
  });
});

async function readyParcel(shop: Workshop): Promise<{ shipmentId: string; sellerId: string }> {
  const { orderId } = await shop.drive.shipment.to('ready');
  const shipmentId = namedId('shipment', 'order', orderId);
  const { seller_id: sellerId } = await shop.hands.sees<{ seller_id: string }>(
    `select seller_id from fulfilment.shipment where id = $1`,
    [shipmentId],
  );
  return { shipmentId, sellerId };
}
