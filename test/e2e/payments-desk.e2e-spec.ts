import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { platformOrganisationId } from '#identity';
import { platformOwner, PostTransfers } from '#ledger';
import { WatchRefund } from '#payments';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { runAsSystem } from '#platform/observability';
import { signLikeStripe } from '#platform/simulators';
import { apiClient, asOwner, personActor, testApi, type ApiClient } from '#platform/testing';
import { istDay } from '#platform/time';
import { IssueDocument } from '#tax';
import { businessSupply } from '../../libs/tax/test/builders/business-supply.js';
import { ApiModule } from '../../apps/api/src/api.module.js';

/** What the simulated provider signs with where nothing else is set. */
const simulatedSecret = 'whsec_c2ltdWxhdGVk';
const payments = { organisationId: platformOrganisationId, permissions: new Set(['admin:payments']) };

/** What the payments desk does over HTTP, and what the provider may tell it; nothing here counts rows of other files. */
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

  /** A failed payment whose money came back a day too late, by the shopper's bank; the books agree with it. */
  async function lateRefund(): Promise<string> {
    const [refundId, checkout, payer] = [newId(), newId(), newId()];
    const system = <T>(work: () => Promise<T>) => runAsSystem('test', newId(), work);
    const inTx = (work: (tx: Tx) => Promise<unknown>) => system(() => app.get(UnitOfWork, { strict: false }).run(work));
    const look = () => system(() => app.get(WatchRefund, { strict: false }).run(refundId));
    await inTx(async (tx) => {
      await tx.run(
        `insert into payments.payment (id, cause_kind, cause_id, payer_id, amount_paise, captured_paise, refunded_paise,
                                       description, state, made_at)
         values ($1, 'checkout', $1, $2, 70000, 70000, 70000, 'test', 'captured', $3)`,
        [checkout, payer, tx.now],
      );
      await tx.run(
        `insert into payments.refund (id, payment_id, payer_id, amount_paise, reason, state, made_at, failed_debit, due_at, watch_at)
         values ($1, $2, $3, 70000, 'late_payment', 'manual', $4, true, $5, $5)`,
        [
          refundId,
          checkout,
          payer,
          new Date(tx.now.getTime() - 6 * 86_400_000),
          new Date(tx.now.getTime() - 3_600_000),
        ],
      );
      await app.get(PostTransfers, { strict: false }).inside(tx, [
        {
          id: newId(),
          debit: { code: 'gateway_clearing', owner: platformOwner },
          credit: { code: 'buyer_escrow', owner: checkout },
          ...{ amount_paise: 70_000n, why: 'payment_captured', cause: { kind: 'checkout', id: checkout } },
        },
      ]);
    });
    await look();
    await inTx(async (tx) => {
      await tx.run(`update payments.payment set refunded_paise = 0 where id = $1`, [checkout]);
      await tx.run(`update payments.refund set state = 'replaced', settled_at = $2, watch_at = due_at where id = $1`, [
        refundId,
        tx.now,
      ]);
    });
    await look();
    // Nobody is there to be told of it.
    await asOwner(`delete from platform.outbox where name = 'payments.refund_late' and payload ->> 'refundId' = $1`, [
      refundId,
    ]);
    return refundId;
  }

  test('R-8.6 what a late refund cost is listed and paid once, by an officer who proved who she is', async () => {
    const id = await lateRefund();
    const row = async (state: string) => {
      const { body } = await get(`compensations?state=${state}&limit=100`).expect(200);
      return (body.items as { refundId: string }[]).find((one) => one.refundId === id);
    };
    expect(await row('owed')).toMatchObject({
      ...{ refund: { paise: 70_000 }, daily: { paise: 10_000 }, days: 1, amount: { paise: 10_000 } },
      ...{ state: 'owed', reference: null, paidAt: null },
    });
    await get('compensations', 'clerk').expect(403);
    const paid = (who: string, of = id) =>
      post(`compensations/${of}/payment`, { reference: 'SIMN52026111200001' }, who);
    await paid('clerk').expect(403);
    await paid('no second factor').expect(403);
    expect((await paid('first', newId()).expect(404)).body).toMatchObject({ code: 'compensation_unknown' });
    await paid('first').expect(204);
    expect((await paid('second').expect(409)).body).toMatchObject({ code: 'compensation_not_owed' });
    expect(await row('paid')).toMatchObject({ reference: 'SIMN52026111200001', paidAt: expect.any(String) });
    expect(await row('owed')).toBeUndefined();
  });

  test('SM-4 S-28 returns that nobody moves are listed, and decided by an officer who proved who she is', async () => {
    await get('returns', 'clerk').expect(403);
    await get('returns?state=return_delivered&limit=100').expect(200);
    const unknown = newId();
    const decision = { outcome: 'received', reason: 'The carrier proved the delivery.' };
    await post(`returns/${unknown}/decision`, decision, 'clerk').expect(403);
    await post(`returns/${unknown}/decision`, decision, 'no second factor').expect(403);
    for (const path of [`returns/${unknown}`, `returns/${unknown}/photos`, `returns/${unknown}/photos/${newId()}`])
      expect((await get(path).expect(404)).body).toMatchObject({ code: 'order_not_found' });
    const none = await post(`returns/${unknown}/decision`, decision).expect(404);
    expect(none.body).toMatchObject({ code: 'order_not_found' });
  });

  test('R-6.25 S-28 what an invoice said too little: one officer asks, another agrees, and its maker reads the note', async () => {
    const supply = businessSupply();
    const { id: documentId } = await runAsSystem('test', newId(), () =>
      app.get(UnitOfWork, { strict: false }).run((tx) => app.get(IssueDocument, { strict: false }).inside(tx, supply)),
    );
    people.set('weaver', personActor({ organisationId: supply.sellerId, permissions: new Set(['maker:payouts']) }));
    const value = { paise: 10_000, currency: 'INR' };
    const line = { line: 1, hsn: '62141000', gstRateKey: 'shawls', value };
    const body = { documentId, lines: [line], reason: 'A fringe was left out of the price.' };
    await post('debit-notes/requests', body, 'clerk').expect(403);
    await post('debit-notes/requests', { ...body, lines: [line, line] }).expect(422);
    await post('debit-notes/requests', { ...body, reason: 'Too short' }).expect(422);
    const asked = await post('debit-notes/requests', body).expect(201);
    expect(asked.body).toMatchObject({ state: 'asked', note: null, lines: [{ rateBp: 500, igst: { paise: 500 } }] });
    const path = `debit-notes/requests/${asked.body.id}`;
    expect((await get('debit-notes/requests?limit=100').expect(200)).body.items).toContainEqual(asked.body);
    expect((await get(path).expect(200)).body).toEqual(asked.body);
    await get(path, 'clerk').expect(403);
    expect((await post(`${path}/agreement`).expect(403)).body).toMatchObject({ code: 'own_debit_request' });
    await post(`${path}/agreement`, {}, 'no second factor').expect(403);
    const agreed = await post(`${path}/agreement`, {}, 'second').expect(200);
    expect(agreed.body).toMatchObject({ state: 'issued', note: expect.stringMatching(/^DBN\//) });
    const ended = await post(`${path}/end`, { reason: 'Looked at it again.' }).expect(409);
    expect(ended.body).toMatchObject({ code: 'debit_request_settled' });

    const month = istDay(new Date()).slice(0, 7);
    const hers = await api.get(`/v1/seller/tax-documents?month=${month}`).set(as('weaver')).expect(200);
    expect(hers.body.items).toHaveLength(2);
    expect((hers.body.items as { kind: string }[]).find(({ kind }) => kind === 'debit_note')).toMatchObject({
      ...{ title: 'Debit note', number: agreed.body.note, taxable: value, total: { paise: 10_500 } },
    });
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

  test('R-6.20 S-42 what a maker has issued in a month is read by the desk, and by nobody else', async () => {
    const path = `tax-documents?sellerId=${newId()}&month=2026-11`;
    expect((await get(path).expect(200)).body).toMatchObject({ items: [], next: null });
    await get(path, 'clerk').expect(403);
    await get(`tax-documents?sellerId=${newId()}&month=2026-13`).expect(422);
  });

  test('R-6.12 S-59 what was collected in a month is a sheet for the desk, and for nobody else', async () => {
    const path = 'tax-returns/2026-11/tax-collected?bom=false';
    const sheet = await get(path)
      .expect(200)
      .expect('content-type', /^text\/csv/);
    expect(sheet.text).toMatch(/^GSTIN of supplier,Supplier,Month,/);
    await get(path, 'clerk').expect(403);
    await get('tax-returns/2026-00/tax-collected').expect(404);
    const certificates = `tax-certificates?sellerId=${newId()}`;
    expect((await get(certificates).expect(200)).body).toMatchObject({ items: [], next: null });
    await get(certificates, 'clerk').expect(403);
  });

  test('S-18 a notice of the provider is believed by its bytes and its time; what is forged, written anew, old or too long leaves no row', async () => {
    const now_s = Math.floor(Date.now() / 1_000);
    const id = `evt_${newId()}`;
    const object = { id: 'pi_of_nobody', object: 'payment_intent' };
    const type = 'payment_intent.created';
    const body = JSON.stringify({ id, object: 'event', livemode: false, created: now_s, type, data: { object } });
    const signed = (at_s = now_s, text = body) => signLikeStripe({ id, body: text }, simulatedSecret, at_s);
    const hands = (text: string, headers: object) =>
      api
        .post('/webhooks/payment-gateway')
        .set({ 'content-type': 'application/json', ...headers })
        .send(text);
    const kept = () => asOwner(`select 1 from payments.gateway_notice where event_id = $1`, [id]);
    const long = `${body.slice(0, -1)}, "pad": "${'x'.repeat(256 * 1_024)}"}`;
    const refused = [
      await hands(body, {}),
      await hands(body, { 'stripe-signature': `t=${now_s},v1=${'0'.repeat(64)}` }),
      await hands(JSON.stringify(JSON.parse(body), null, 1), signed()),
      await hands(body, signed(now_s - 301)),
      await hands(long, signed(now_s, long)),
    ];
    expect(refused.map(({ body: { code } }) => code)).toEqual(refused.map(() => 'notice_rejected'));
    expect(await kept()).toHaveLength(0);
    for (let i = 0; i < 2; i++) await hands(body, signed()).expect(200);
    expect(await kept()).toHaveLength(1);
  });
});
