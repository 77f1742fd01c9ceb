import { z } from 'zod';
import { newId } from '#platform/kernel';
import { asOwner, personActor } from '#platform/testing';
import { ExplainDifference, Reconcile } from '../src/index.js';
import { Money, type Asked } from './builders/money.js';

const row = z.object({ about: z.string(), kind: z.string(), status: z.string(), how: z.string().nullable() });
const refusal = (code: string) => expect.objectContaining({ code });

describe('S-8 our books are held against the provider’s', () => {
  const money = new Money();
  beforeAll(() => money.open());
  afterAll(() => money.close());

  /** A notice that is not here yet is late at once. */
  const looks = (isTrial = false) =>
    money.app.asSystem(() => money.app.get(Reconcile).run('hourly', { isTrial, patience_s: -5 }));
  const about = (providerId: string) =>
    money.tx((tx) =>
      tx.many(row, `select about, kind, status, how from payments.difference where provider_id = $1 order by kind`, [
        providerId,
      ]),
    );
  const sumOf = async (why: string, { cause }: Asked) => {
    const sql = `select coalesce(sum(amount_paise), 0)::int as sum from ledger.transfer where why = $1 and cause = $2`;
    const rows = await money.tx((tx) => tx.many(z.object({ sum: z.number() }), sql, [why, `checkout:${cause.id}`]));
    return rows[0]!.sum;
  };
  const told = () =>
    asOwner<{ run: string }>(
      `select payload->>'runId' as run from platform.outbox where name = 'payments.differences_found'`,
    );
  /** Somebody with our key, at the provider and not through us. */
  const atProvider = async (path: string, params: Record<string, string>): Promise<{ id: string }> => {
    const answer = await fetch(money.provider.url + path, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_money', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(params),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { id: string };
  };
  const atBank = async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await fetch(money.bank.url + path, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_money', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.ok).toBe(true);
    return (await answer.json()) as { id: string };
  };

  test('a notice that never came and a charge nobody asked for are both found by the next look', async () => {
    const paid = await money.started(10_000n);
    money.provider.pay(paid.intent); // its notices wait for somebody to send them, and nobody does
    const stray = money.provider.strayCharge(12_300);
    await asOwner(`delete from platform.outbox`);
    const found = await looks();

    expect(await money.row('payment', paid.paymentId)).toMatchObject({ state: 'captured', captured_paise: '10000' });
    expect(await about(paid.intent)).toEqual([
      { about: 'payment', kind: 'state', status: 'repaired', how: 'followed' },
    ]);
    expect(await about(stray)).toEqual([{ about: 'payment', kind: 'missing_here', status: 'open', how: null }]);
    expect(found.differences).toContainEqual(
      expect.objectContaining({ providerId: stray, theirs_paise: 12_300n, says: 'captured there, unknown here' }),
    );
    expect(await told()).toHaveLength(1);

    const notice = money.noticesAbout(paid.intent).find((event) => event.type === 'payment_intent.succeeded');
    expect(await about(notice!.id)).toEqual([
      { about: 'notice', kind: 'missing_here', status: 'repaired', how: 'taken up' },
    ]);
    await money.work();
    expect(await money.news(paid.paymentId)).toEqual(['payments.captured']);
    expect(await sumOf('payment_captured', paid)).toBe(10_000);

    await looks();
    expect(await about(stray)).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  test('S-19 an hour in which the provider reaches nobody: one look takes up what was paid, sent back and disputed meanwhile', async () => {
    const control = (path: string, body: object = {}) =>
      fetch(`${money.provider.url}/_control/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const [back, asked] = [await money.captured(9_000n), await money.captured(8_000n)];
    money.provider.fault({ kind: 'refund_pending', times: 1 });
    const refundId = await money.refund(back, 4_000n);
    await money.work(1);
    const { provider_id } = await money.row('refund', refundId);
    expect((await control(`refunds/${String(provider_id)}/settle`, { outcome: 'succeeded' })).ok).toBe(true);
    const charge = money.provider.charges().find((one) => one.paymentIntentId === asked.intent)!;
    expect((await control(`charges/${charge.chargeId}/dispute`)).ok).toBe(true);
    const paid: Awaited<ReturnType<Money['started']>>[] = [];
    for (let i = 0; i < 5; i++) paid.push(await money.started(10_000n));
    for (const { intent } of paid) money.provider.pay(intent);
    await asOwner(`delete from platform.outbox`);

    await looks();
    await money.work();
    for (const { paymentId } of paid)
      expect(await money.row('payment', paymentId)).toMatchObject({ state: 'captured' });
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
    expect(await money.row('payment', asked.paymentId)).toMatchObject({ state: 'disputed' });
  });

  test('a trial says the same and changes nothing', async () => {
    const paid = await money.started(10_000n);
    money.provider.pay(paid.intent);
    const before = await asOwner(`select count(*)::int as n from payments.reconciliation`);
    const found = await looks(true);
    expect(found.differences).toContainEqual(expect.objectContaining({ providerId: paid.intent, how: null }));
    expect(await money.row('payment', paid.paymentId)).toMatchObject({ state: 'intent_created' });
    expect(await about(paid.intent)).toEqual([]);
    expect(await asOwner(`select count(*)::int as n from payments.reconciliation`)).toEqual(before);
    await looks();
    expect(await money.row('payment', paid.paymentId)).toMatchObject({ state: 'captured' });
  });

  test('what the provider keeps for itself is posted once for each of its lines', async () => {
    const paid = await money.captured(10_000n);
    const clearing = await money.balance('gateway_clearing');
    await looks();
    await looks();
    expect(await sumOf('provider_fee', paid)).toBe(236);
    expect(await money.balance('gateway_clearing')).toBeLessThan(clearing);
  });

  test('refunds: one whose news was lost is followed; one made by hand over there is for the desk', async () => {
    const paid = await money.captured(10_000n);
    money.provider.fault({ kind: 'refund_pending', times: 1 });
    const refundId = await money.refund(paid, 4_000n);
    await money.work();
    const { provider_id } = await money.row('refund', refundId);
    await fetch(`${money.provider.url}/_control/refunds/${String(provider_id)}/settle`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ outcome: 'succeeded' }),
    });
    const byHand = await atProvider('/v1/refunds', { payment_intent: paid.intent, amount: '1000' });
    await looks();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
    expect(await sumOf('refund', paid)).toBe(4_000);
    expect(await about(String(provider_id))).toMatchObject([{ kind: 'state', status: 'repaired' }]);
    expect(await about(byHand.id)).toEqual([{ about: 'refund', kind: 'missing_here', status: 'open', how: null }]);
  });

  test('refunds: one we hold for done and the provider does not know is for the desk', async () => {
    const paid = await money.captured(10_000n);
    const refundId = await money.refund(paid, 4_000n);
    await money.work();
    const elsewhere = `re_${newId()}`;
    await money.tx((tx) => tx.run(`update payments.refund set provider_id = $1 where id = $2`, [elsewhere, refundId]));
    await looks();
    expect(await about(elsewhere)).toEqual([{ about: 'refund', kind: 'missing_there', status: 'open', how: null }]);
  });

  test('payouts: one the bank has paid since is followed; one nobody ordered is for the desk', async () => {
    const paid = await money.captured(10_000n);
    money.bank.fault({ kind: 'payout_later', times: 1 });
    const payoutId = await money.payout(paid, 6_000n);
    await money.work();
    const sent = money.bank.payouts().find((one) => one.idempotencyKey === payoutId)!;
    money.bank.settle(sent.id, 'paid');
    const beneficiary = await atBank('/beneficiaries', { name: 'Test', account: '300000777', ifsc: 'SBIN0001234' });
    const byHand = await atBank('/payouts', {
      idempotencyKey: newId(),
      beneficiary: beneficiary.id,
      amount_paise: 5_000,
      narration: 'by hand',
    });
    await looks();
    expect(await money.row('payout', payoutId!)).toMatchObject({ state: 'paid' });
    expect(await about(sent.id)).toMatchObject([{ kind: 'state', status: 'repaired', how: 'followed' }]);
    expect(await about(byHand.id)).toEqual([{ about: 'payout', kind: 'missing_here', status: 'open', how: null }]);

    money.bank.settle(sent.id, 'returned', 'account_closed');
    const { differences } = await looks();
    expect(differences).toContainEqual(
      expect.objectContaining({ providerId: sent.id, says: 'returned there, paid here', how: 'followed' }),
    );
    expect((await looks()).differences.filter(({ providerId }) => providerId === sent.id)).toEqual([]);
  });

  test('what we took and the provider does not know is found, and agrees again when it does', async () => {
    const paid = await money.captured(10_000n);
    const elsewhere = `pi_${newId()}`;
    const named = (id: string) =>
      money.tx((tx) => tx.run(`update payments.payment set provider_id = $1 where id = $2`, [id, paid.paymentId]));
    await named(elsewhere);
    await looks();
    expect(await about(elsewhere)).toEqual([{ about: 'payment', kind: 'missing_there', status: 'open', how: null }]);
    expect(await about(paid.intent)).toMatchObject([{ kind: 'missing_here', status: 'open' }]);
    await named(paid.intent);
    await looks();
    expect(await about(paid.intent)).toMatchObject([{ kind: 'missing_here', status: 'repaired', how: 'agreed' }]);
  });

  test('the desk explains a difference, once; one that is not there it does not', async () => {
    const stray = money.provider.strayCharge(7_700);
    await looks();
    const [{ id } = { id: '' }] = await asOwner<{ id: string }>(
      `select id from payments.difference where provider_id = $1`,
      [stray],
    );
    const officer = personActor({ label: 'payments officer' });
    const explains = (which: string) =>
      money.app.as(officer, () => money.app.get(ExplainDifference).run(which, 'a test of their support'));
    await explains(id);
    await expect(explains(id)).rejects.toEqual(refusal('difference_settled'));
    await expect(explains(newId())).rejects.toEqual(refusal('difference_unknown'));
    await looks();
    expect(await about(stray)).toMatchObject([{ status: 'explained' }]);
  });

  test('looks side by side find the same, and nothing is done twice', async () => {
    const paid = await money.started(10_000n);
    money.provider.pay(paid.intent);
    const stray = money.provider.strayCharge(8_800);
    await Promise.all([looks(), looks(), looks()]);
    await money.work();
    expect(await sumOf('payment_captured', paid)).toBe(10_000);
    expect(await sumOf('provider_fee', paid)).toBe(236);
    expect(await about(stray)).toHaveLength(1);
    expect(await money.news(paid.paymentId)).toEqual(['payments.captured']);
  });
});
