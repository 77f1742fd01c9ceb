import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { platformOrganisationId } from '#identity';
import { newId } from '#platform/kernel';
import { apiClient, asOwner, personActor, testApi, type ApiClient } from '#platform/testing';
import { ApiModule } from '../../apps/api/src/api.module.js';

const payments = { organisationId: platformOrganisationId, permissions: new Set(['admin:payments']) };

/** What the payments desk does over HTTP; nothing here counts rows of other files. */
describe('the payments desk over HTTP', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  const officer = () => personActor({ ...payments, secondFactorAt: new Date() });
  const people = new Map([
    ['first', officer()],
    ['second', officer()],
    ['no second factor', personActor(payments)],
    ['clerk', personActor({ secondFactorAt: new Date() })],
  ]);
  beforeAll(async () => {
    app = await testApi(ApiModule, people);
    api = apiClient(app);
  });
  afterAll(() => app.close());

  const as = (who: string) => ({ authorization: `Bearer ${who}` });
  const get = (path: string, who = 'first') => api.get(`/v1/admin/${path}`).set(as(who));
  const post = (path: string, body: object = {}, who = 'first') =>
    api.post(`/v1/admin/${path}`).set(as(who)).set('idempotency-key', newId()).send(body);

  /** A difference as a look at the lists writes it down. */
  async function difference(): Promise<string> {
    const [run, id] = [newId(), newId()];
    await asOwner(
      `insert into payments.reconciliation (id, kind, since_at, began_at) values ($1, 'asked', now(), now())`,
      [run],
    );
    await asOwner(
      `insert into payments.difference (id, run_id, about, kind, provider, provider_id, theirs_paise, says, status, found_at)
       values ($1, $2, 'payment', 'missing_here', 'stripe', $3, 12300, 'captured there, unknown here', 'open', now())`,
      [id, run, `pi_${id}`],
    );
    return id;
  }

  test('S-8 what differs is listed and explained once; nobody else reads or explains it', async () => {
    const id = await difference();
    const { body } = await get('payment-differences?status=open&limit=100').expect(200);
    const rows = body.items as { id: string }[];
    expect(rows.find((row) => row.id === id)).toMatchObject({
      ...{ about: 'payment', kind: 'missing_here', theirs: { paise: 12_300 }, ours: null, status: 'open' },
    });
    await get('payment-differences', 'clerk').expect(403);
    const explain = (who: string, of = id) =>
      post(`payment-differences/${of}/explanation`, { reason: 'A test charge of their support.' }, who);
    await explain('clerk').expect(403);
    await explain('second').expect(204);
    const again = await explain('first').expect(409);
    expect(again.body).toMatchObject({ code: 'difference_settled' });
    const unknown = await explain('first', newId()).expect(404);
    expect(unknown.body).toMatchObject({ code: 'difference_unknown' });
    const explained = await get('payment-differences?status=explained&limit=100').expect(200);
    expect((explained.body.items as { id: string }[]).find((row) => row.id === id)).toMatchObject({
      ...{ status: 'explained', reason: 'A test charge of their support.' },
    });
  });

  test('S-8 the desk has the lists looked at now: once a minute, and it stands in the trail', async () => {
    await post('payment-differences/look', {}, 'clerk').expect(403);
    await post('payment-differences/look').expect(204);
    const jobs = await asOwner(
      `select from platform.outbox where name = 'payments.reconcile' and payload ->> 'kind' = 'asked'`,
    );
    expect(jobs.length).toBeGreaterThan(0);
    const trail = await asOwner(
      `select from platform.audit where action = 'payments.reconciliation_asked' and person_id = $1`,
      [people.get('first')!.personId],
    );
    expect(trail).toHaveLength(1);
  });

  test('S-28 a month of the books is asked for by one officer and closed by another, who proved who they are', async () => {
    // Before anything was ever sold, so that no other test posts into it.
    const month = '2001-01';
    const reason = 'All differences are explained.';
    await post('ledger/periods', { month, reason }, 'no second factor').expect(403);
    await post('ledger/periods', { month, reason }, 'clerk').expect(403);
    const future = await post('ledger/periods', { month: '2099-01', reason }).expect(422);
    expect(future.body).toMatchObject({ code: 'period_not_over' });
    const asked = await post('ledger/periods', { month, reason }).expect(201);
    expect(asked.body).toMatchObject({ month, askedBy: people.get('first')!.personId, closedAt: null, trial: null });
    const close = (who: string, of = month) => post(`ledger/periods/${of}/closing`, { reason: 'Checked.' }, who);
    expect((await close('first').expect(403)).body).toMatchObject({ code: 'own_period' });
    expect((await close('second', '2001-02').expect(404)).body).toMatchObject({ code: 'period_not_asked' });
    expect((await get(`ledger/periods/${month}/sheet`).expect(404)).body).toMatchObject({ code: 'period_not_closed' });
    const closed = await close('second').expect(200);
    expect(closed.body).toMatchObject({ month, closedBy: people.get('second')!.personId, transfers: 0, trial: [] });
    expect((await close('second').expect(409)).body).toMatchObject({ code: 'period_closed' });
    const skipping = await post('ledger/periods', { month: '2001-03', reason }).expect(409);
    expect(skipping.body).toMatchObject({ code: 'period_out_of_order', facts: { next: '2001-02' } });
    const sheet = await get(`ledger/periods/${month}/sheet`).expect(200);
    expect(sheet.text).toContain(`0 transfers, seal ${closed.body.digest}`);
    const listed = await get('ledger/periods').expect(200);
    expect((listed.body.items as { month: string }[]).map((row) => row.month)).toContain(month);
  });

  test('R-8.9 what couriers are owed is read, and no bill is paid above it', async () => {
    await get('courier-bills', 'clerk').expect(403);
    const { body } = await get('courier-bills/owed').expect(200);
    const owed_paise = (body.owed as { paise: number }).paise;
    const bill = { number: `SIM/${newId().slice(-8)}`, amount_paise: owed_paise + 1, reason: 'October.' };
    await post('courier-bills', bill, 'no second factor').expect(403);
    expect((await post('courier-bills', bill).expect(422)).body).toMatchObject({ code: 'courier_bill_too_high' });
    await get('courier-bills').expect(200);
  });
});
