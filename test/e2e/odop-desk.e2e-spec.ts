import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { platformOrganisationId } from '#identity';
import { newId } from '#platform/kernel';
import { apiClient, personActor, testApi, type ApiClient } from '#platform/testing';
import { ApiModule } from '../../apps/api/src/api.module.js';

const national = {
  organisationId: platformOrganisationId,
  permissions: new Set(['odop:desk', 'odop:confirm', 'odop:import']),
};

/** What the programme desk does over HTTP; nothing here changes what other files read of the register. */
describe('the desks of the register over HTTP', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  const people = new Map([
    ['first', personActor({ label: 'programme officer', personId: newId(), ...national })],
    ['second', personActor({ label: 'her colleague', personId: newId(), ...national })],
  ]);
  beforeAll(async () => {
    app = await testApi(ApiModule, people);
    api = apiClient(app);
  });
  afterAll(() => app.close());

  const as = (who: string) => ({ authorization: `Bearer ${who}` });
  const post = (path: string, body: object, who = 'first') =>
    api.post(`/v1/admin/${path}`).set(as(who)).set('idempotency-key', newId()).send(body);

  test('R-7.2 an order about a district is entered by one officer and decided by another', async () => {
    const order = {
      district: 'chamarajanagar',
      plan: { kind: 'rename', name: 'Newly Named' },
      effectiveFrom: '2030-01-01',
      orderNo: 'REV/2026/118',
      reason: 'Notified by the Revenue Department.',
    };
    const entered = await post('district-orders', order).expect(201);
    expect(entered.headers['location']).toBe(`/v1/admin/district-orders/${entered.body.id}`);
    expect(entered.body).toMatchObject({ kind: 'rename', status: 'proposed', plan: order.plan, inForceAt: null });
    const decide = (decision: string, who: string) =>
      post(`district-orders/${entered.body.id}/decision`, { decision, reason: 'Looked at it.' }, who);
    await decide('confirmed', 'first').expect(403, /same_officer_twice/);
    await decide('refused', 'second').expect(200, /refused/);
    await decide('confirmed', 'second').expect(409, /district_order_decided/);
    const listed = await api.get('/v1/admin/district-orders?limit=100').set(as('second')).expect(200);
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id: entered.body.id, status: 'refused' }));
    await api
      .get(`/v1/admin/district-orders/${newId()}`)
      .set(as('first'))
      .expect(404, /district_order_not_found/);
    const wrong = { ...order, plan: { kind: 'merge', into: 'varanasi' } };
    await post('district-orders', wrong).expect(422, /merge_into_other_state/);
  });

  test('R-4.26 where a PIN code lay on a day can be asked', async () => {
    const answer = await api.get('/v1/public/pincodes/221001?on=2025-01-01').expect(200);
    expect(answer.body).toMatchObject({ district: { slug: 'varanasi' } });
  });
});
