import { createHmac } from 'node:crypto';
import { newId } from '#platform/kernel';
import { PaymentProviderSimulator } from '#platform/simulators';
import { StripePaymentProvider } from '../src/adapters/stripe.js';
import { OutcomeUnknown, ProviderRefused, ProviderUnavailable, WebhookRejected } from '../src/ports/provider-errors.js';

const secretKey = 'sk_test_adapter';
const secrets = ['whsec_bmV3', 'whsec_b2xk'] as const;

describe('Stripe adapter against the simulator', () => {
  let simulator: PaymentProviderSimulator;
  let provider: StripePaymentProvider;

  const adapter = (line: object = {}) =>
    new StripePaymentProvider({ secretKey, webhookSecrets: secrets, apiBase: simulator.url, line });
  const order = (paymentId = newId()) => ({
    paymentId,
    amount_paise: 145_000n,
    description: 'ODOP Bazaar order ODB-2026-000123',
  });
  const paid = async () => {
    const payment = await provider.createIntent(order());
    simulator.pay(payment.providerId);
    return provider.retrieve(payment.providerId);
  };
  const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
    const found: T[] = [];
    for await (const item of items) found.push(item);
    return found;
  };

  beforeEach(async () => {
    simulator = new PaymentProviderSimulator();
    await simulator.start({ secretKey, webhookSecret: secrets[0] });
    provider = adapter();
  });
  afterEach(() => simulator.stop());

  it('R-8.2 opens a payment, sees it paid, and knows its fee', async () => {
    const wanted = order();
    const opened = await provider.createIntent(wanted);
    expect(opened).toMatchObject({
      paymentId: wanted.paymentId,
      status: 'awaiting_shopper',
      amount_paise: 145_000n,
      captured_paise: 0n,
      fee_paise: null,
      proof: null,
      nextUrl: `${simulator.url}/pay/${opened.providerId}`,
    });
    simulator.pay(opened.providerId);
    expect(await provider.retrieve(opened.providerId)).toMatchObject({
      status: 'captured',
      captured_paise: 145_000n,
      fee_paise: 3_422n,
      proof: { transactionId: expect.stringMatching(/^ch_/), mode: 'card', at: expect.any(Date) },
      nextUrl: null,
    });
  });

  it('SM-6 R-8.2 answers a dispute once: the bank believes goods that travelled and arrived, and nothing else', async () => {
    const disputes = async (evidence: { sentOn: string | null; receivedOn: string | null }) => {
      const { providerId } = await paid();
      const charge = simulator.charges().find((one) => one.paymentIntentId === providerId)!;
      const opened = await fetch(`${simulator.url}/_control/charges/${charge.chargeId}/dispute`, { method: 'POST' });
      const { id } = (await opened.json()) as { id: string };
      expect(await provider.retrieveDispute(id)).toMatchObject({
        ...{ status: 'open', reason: 'product_not_received', respondBy: expect.any(Date) },
      });
      const words = { goods: '1 × stole', carrier: 'India Post', trackingNumber: 'EE1', text: '', ...evidence };
      const order = { providerId: id, key: id, evidence: words };
      expect(await provider.submitEvidence(order)).toMatchObject({ status: 'open' });
      expect(await provider.submitEvidence(order)).toMatchObject({ status: 'open' });
      await expect(provider.submitEvidence({ ...order, key: newId() })).rejects.toBeInstanceOf(ProviderRefused);
      await fetch(`${simulator.url}/_control/disputes/${id}/decide`, { method: 'POST' });
      return (await provider.retrieveDispute(id)).status;
    };
    expect(await disputes({ sentOn: '2026-11-01', receivedOn: '2026-11-04' })).toBe('won');
    expect(await disputes({ sentOn: '2026-11-01', receivedOn: null })).toBe('lost');
  });

  it('SM-6 tells a declined try, a slow one and a second factor apart', async () => {
    const { providerId } = await provider.createIntent(order());
    expect(() => simulator.pay(providerId, 'pm_card_chargeDeclined')).toThrow();
    expect(await provider.retrieve(providerId)).toMatchObject({
      status: 'awaiting_shopper',
      failure: { code: 'card_declined' },
    });
    simulator.pay(providerId, 'pm_card_authenticationRequired');
    expect(await provider.retrieve(providerId)).toMatchObject({
      status: 'awaiting_shopper',
      failure: null,
      nextUrl: `${simulator.url}/pay/${providerId}`,
    });
    simulator.settle(providerId, 'failed');
    simulator.pay(providerId, 'pm_upi_slow');
    expect(await provider.retrieve(providerId)).toMatchObject({ status: 'processing', nextUrl: null });
  });

  test('R-8.4 R-8.5 a code to scan is shown on the provider’s page for it', async () => {
    const { providerId } = await provider.createIntent(order());
    simulator.pay(providerId, 'pm_upi_qr');
    expect(await provider.retrieve(providerId)).toMatchObject({
      status: 'awaiting_shopper',
      nextUrl: `${simulator.url}/pay/${providerId}`,
    });
  });

  it('SM-6 authorises, captures a part, and lets another go', async () => {
    const [kept, dropped] = [order(), order()];
    const a = await provider.createIntent({ ...kept, capture: 'later' });
    const b = await provider.createIntent({ ...dropped, capture: 'later' });
    simulator.pay(a.providerId);
    simulator.pay(b.providerId);
    expect(await provider.retrieve(a.providerId)).toMatchObject({ status: 'authorised', captured_paise: 0n });
    const taken = { paymentId: kept.paymentId, providerId: a.providerId, amount_paise: 100_000n };
    expect(await provider.capture(taken)).toMatchObject({ status: 'captured', captured_paise: 100_000n });
    const letGo = { paymentId: dropped.paymentId, providerId: b.providerId };
    expect(await provider.cancel(letGo)).toMatchObject({ status: 'cancelled', refunded_paise: 0n });
    await expect(provider.cancel({ ...letGo, paymentId: newId(), providerId: a.providerId })).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  describe('S-7', () => {
    it('dropped, broken and slow answers: retried with the same key, opened once', async () => {
      simulator.fault({ kind: 'drop_after', times: 1 });
      simulator.fault({ kind: 'error_before', times: 1 });
      simulator.fault({ kind: 'error_after', status: 503, times: 1 });
      const wanted = order();
      const opened = await provider.createIntent(wanted);
      expect(await all(provider.listSince('payments', new Date(0)))).toMatchObject([{ providerId: opened.providerId }]);
      expect(simulator.calls('POST /v1/payment_intents')).toBe(4);
    });

    it('an unknown outcome is settled by asking, even when the key replays a failure for ever', async () => {
      simulator.fault({ kind: 'stored_error', times: 1 });
      const wanted = order();
      await expect(provider.createIntent(wanted)).rejects.toThrow(OutcomeUnknown);
      const found = await provider.findByPaymentId(wanted.paymentId, new Date());
      expect(found).toMatchObject({ paymentId: wanted.paymentId });
      expect(await provider.createIntent({ ...wanted, triedBefore: { at: new Date() } })).toEqual(found);
      expect(await provider.findByPaymentId(newId(), new Date())).toBeNull();
    });

    it('after a day keys are forgotten: an old try is looked up before it is repeated', async () => {
      const yesterday = new Date(Date.now() - 25 * 3_600_000);
      const wanted = order();
      const first = await provider.createIntent(wanted);
      simulator.forgetKeys();
      const again = await provider.createIntent({ ...wanted, triedBefore: { at: yesterday } });
      expect(again.providerId).toBe(first.providerId);
    });

    it('no answer within the limit leaves the outcome unknown; a look-up merely fails', async () => {
      provider = adapter({ limit_ms: 150 });
      simulator.fault({ kind: 'hang', times: 2 });
      await expect(provider.createIntent(order())).rejects.toThrow(OutcomeUnknown);
      await expect(provider.retrieve('pi_any')).rejects.toThrow(ProviderUnavailable);
    });

    it('nobody there: nothing was done', async () => {
      provider = adapter({ limit_ms: 300 });
      await simulator.stop();
      await expect(provider.createIntent(order())).rejects.toThrow(ProviderUnavailable);
      await simulator.start({ secretKey, webhookSecret: secrets[0] });
    });

    it('the breaker opens after repeated failure and lets one call try again later', async () => {
      provider = adapter({ limit_ms: 100, failuresToOpen: 2, openFor_ms: 300 });
      simulator.fault({ kind: 'error_before', status: 503, times: 2 });
      await expect(provider.createIntent(order())).rejects.toThrow(OutcomeUnknown);
      await expect(provider.createIntent(order())).rejects.toThrow(OutcomeUnknown);
      const called = simulator.calls('POST /v1/payment_intents');
      await expect(provider.createIntent(order())).rejects.toMatchObject({
        name: 'ProviderUnavailable',
        retryAfter_s: 1,
      });
      expect(simulator.calls('POST /v1/payment_intents')).toBe(called);
      let opened;
      while (opened === undefined) opened = await provider.createIntent(order()).catch(() => undefined);
      expect(opened).toMatchObject({ status: 'awaiting_shopper' });
    });

    it('a refusal is an answer: it opens no breaker', async () => {
      provider = adapter({ failuresToOpen: 1 });
      await expect(provider.retrieve('pi_none')).rejects.toThrow(ProviderRefused);
      await expect(provider.retrieve('pi_none')).rejects.toMatchObject({ code: 'resource_missing' });
    });

    it('a wrong key is nobody’s payment lost', async () => {
      provider = new StripePaymentProvider({ secretKey: 'sk_test_x', webhookSecrets: [], apiBase: simulator.url });
      await expect(provider.createIntent(order())).rejects.toThrow(ProviderUnavailable);
    });
  });

  describe('R-8.6 S-9 refunds', () => {
    it('go out once per refund id, in parts, never above what was captured', async () => {
      const { providerId } = await paid();
      const part = { refundId: newId(), providerPaymentId: providerId, amount_paise: 100_000n };
      simulator.fault({ kind: 'drop_after', route: 'POST /v1/refunds', times: 1 });
      const refund = await provider.refund(part);
      expect(refund).toMatchObject({ refundId: part.refundId, status: 'succeeded', amount_paise: 100_000n });
      simulator.forgetKeys();
      expect(await provider.refund({ ...part, triedBefore: true })).toEqual(refund);
      await expect(provider.refund({ ...part, refundId: newId(), amount_paise: 45_001n })).rejects.toThrow(
        ProviderRefused,
      );
      expect(await provider.retrieve(providerId)).toMatchObject({ refunded_paise: 100_000n });
      expect(await provider.retrieveRefund(refund.providerId)).toEqual(refund);
      expect(await provider.findRefund(newId(), providerId)).toBeNull();
    });

    it('may be pending', async () => {
      const { providerId } = await paid();
      simulator.fault({ kind: 'refund_pending', times: 1 });
      const refund = { refundId: newId(), providerPaymentId: providerId, amount_paise: 1n };
      expect(await provider.refund(refund)).toMatchObject({ status: 'pending' });
    });
  });

  it('S-8 lists payments, refunds, fees and notices, ours and strays, over many pages', async () => {
    const since = new Date(Date.now() - 1_000);
    const { providerId, paymentId } = await paid();
    for (let i = 0; i < 120; i += 1) simulator.strayCharge(10_000 + i);
    await provider.refund({ refundId: newId(), providerPaymentId: providerId, amount_paise: 45_000n });
    const payments = await all(provider.listSince('payments', since));
    expect(payments).toHaveLength(121);
    expect(payments.filter((payment) => payment.paymentId !== null)).toMatchObject([
      { paymentId, refunded_paise: 45_000n },
    ]);
    expect(await all(provider.listSince('refunds', since))).toMatchObject([{ amount_paise: 45_000n }]);
    const fees = await all(provider.listSince('fees', since));
    expect(fees).toHaveLength(122);
    expect(fees[0]).toMatchObject({ kind: 'refund', gross_paise: -45_000n, fee_paise: 0n });
    const notices = await all(provider.listSince('notices', since));
    expect(notices.filter((notice) => notice.about === 'payment')).toHaveLength(121);
    expect(await all(provider.listSince('notices', new Date(Date.now() + 60_000)))).toEqual([]);
  });

  it('S-8 lists what it sends to our bank, with its lines; what is not there yet is under way', async () => {
    const since = new Date(Date.now() - 1_000);
    const control = (path: string, outcome: string) =>
      fetch(`${simulator.url}/_control/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ outcome }),
      });
    const { providerId } = await paid();
    await provider.refund({ refundId: newId(), providerPaymentId: providerId, amount_paise: 45_000n });
    await control('balance/payout', 'paid');
    expect(await all(provider.listSince('settlements', since))).toEqual([]);
    await control('balance/available', '');
    await control('balance/payout', 'pending');
    const [sent, ...others] = await all(provider.listSince('settlements', since));
    const amount_paise = 145_000n - 3_422n - 45_000n;
    expect([sent, others]).toMatchObject([{ status: 'under_way', amount_paise }, []]);
    const lines = await all(provider.settledLines(sent!.providerId));
    expect(lines.map(({ kind, providerPaymentId, net_paise }) => [kind, providerPaymentId, net_paise])).toEqual([
      ['payout', null, -amount_paise],
      ['refund', providerId, -45_000n],
      ['charge', providerId, 145_000n - 3_422n],
    ]);
    await control(`payouts/${sent!.providerId}/settle`, 'paid');
    expect(await all(provider.listSince('settlements', since))).toMatchObject([{ status: 'arrived' }]);
    const payout = simulator.books.payouts.get(sent!.providerId)!;
    for (const [automatic, reconciliation_status, status] of [
      [true, 'in_progress', 'under_way'],
      [true, 'not_applicable', 'unlisted'],
      [false, 'not_applicable', 'unlisted'],
      [false, 'completed', 'unlisted'],
    ] as const) {
      simulator.books.payouts.put(payout.id, { ...payout, automatic, reconciliation_status });
      expect(await all(provider.listSince('settlements', since))).toMatchObject([{ status }]);
      if (!automatic) await expect(all(provider.settledLines(payout.id))).rejects.toThrow(ProviderRefused);
    }
  });

  describe('S-18 notices', () => {
    const signed = (body: string, { secret = secrets[0] as string, age_s = 0 } = {}) => {
      const sent_s = Math.floor(Date.now() / 1_000) - age_s;
      const mac = createHmac('sha256', secret).update(`${sent_s}.${body}`).digest('hex');
      return { 'stripe-signature': `t=${sent_s},v1=${mac}` };
    };
    const body = (more: object = {}, object: object = { id: 'pi_1', object: 'payment_intent' }) =>
      JSON.stringify({
        id: 'evt_1',
        object: 'event',
        type: 'payment_intent.succeeded',
        created: 1_795_000_000,
        livemode: false,
        data: { object },
        ...more,
      });
    const verify = (text: string, headers: Record<string, string>) =>
      provider.verifyWebhook(Buffer.from(text), headers);
    const fault = async (text: string, headers: Record<string, string>): Promise<string> => {
      try {
        await verify(text, headers);
      } catch (error) {
        if (error instanceof WebhookRejected) return error.fault;
        throw error;
      }
      return 'believed';
    };

    it.each([
      ['the new secret', body(), signed(body()), 'believed'],
      ['the old secret', body(), signed(body(), { secret: secrets[1] }), 'believed'],
      ['200 s old', body(), signed(body(), { age_s: 200 }), 'believed'],
      ['301 s old', body(), signed(body(), { age_s: 301 }), 'too_old'],
      ['a fresh time put before an old signature', body(), refreshed(), 'too_old'],
      ['no signature', body(), {}, 'absent_signature'],
      ['another secret', body(), signed(body(), { secret: 'whsec_other' }), 'bad_signature'],
      ['nonsense', body(), { 'stripe-signature': 'nonsense' }, 'bad_signature'],
      ['re-serialised', JSON.stringify(JSON.parse(body()), null, 1), signed(body()), 'bad_signature'],
      ['not JSON', 'hello', signed('hello'), 'malformed'],
      ['not an event', '{}', signed('{}'), 'malformed'],
      ['real money', body({ livemode: true }), signed(body({ livemode: true })), 'wrong_mode'],
      ['another account', body({ account: 'acct_x' }), signed(body({ account: 'acct_x' })), 'wrong_account'],
      ['too large', ' '.repeat(262_145), signed(' '.repeat(262_145)), 'too_large'],
    ])('%s', async (_, text, headers, expected) => {
      expect(await fault(text, headers as Record<string, string>)).toBe(expected);
    });

    function refreshed(): Record<string, string> {
      const old = signed(body(), { age_s: 900 })['stripe-signature'];
      return { 'stripe-signature': `t=${Math.floor(Date.now() / 1_000)},${old}` };
    }

    it('say what they are about', async () => {
      const about = (type: string, object: object) => {
        const text = body({ type }, object);
        return verify(text, signed(text));
      };
      expect(await about('payment_intent.succeeded', { id: 'pi_1', object: 'payment_intent' })).toMatchObject({
        eventId: 'evt_1',
        about: 'payment',
        providerPaymentId: 'pi_1',
        objectId: 'pi_1',
      });
      const refund = { id: 're_1', object: 'refund', payment_intent: 'pi_1' };
      expect(await about('refund.failed', refund)).toMatchObject({ about: 'refund', providerPaymentId: 'pi_1' });
      const dispute = {
        id: 'dp_1',
        object: 'dispute',
        payment_intent: { id: 'pi_1' },
        status: 'lost',
        amount: 145_000,
      };
      expect(await about('charge.dispute.closed', dispute)).toMatchObject({
        about: 'dispute',
        providerPaymentId: 'pi_1',
        objectId: 'dp_1',
      });
      const charge = { id: 'ch_1', object: 'charge', payment_intent: 'pi_1' };
      expect((await about('charge.succeeded', charge)).about).toBe('other');
      expect((await about('invented.tomorrow', { id: 'x_1', object: 'x' })).about).toBe('other');
    });
  });
});
