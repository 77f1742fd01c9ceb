import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { Journal } from '../src/journal.js';
import { PaymentProviderSimulator } from '../src/payment-provider.js';
import { Receiver } from './receiver.js';

const secretKey = 'sk_test_simulated';
const webhookSecret = 'whsec_simulated';

describe('payment provider simulator, through the official SDK', () => {
  let provider: PaymentProviderSimulator;
  let receiver: Receiver;
  let stripe: Stripe;

  const sdk = (more: object = {}) =>
    new Stripe(secretKey, { ...provider.address, telemetry: false, maxNetworkRetries: 0, ...more });
  const open = (amount = 145_000, key = 'intent-1', more: object = {}) =>
    stripe.paymentIntents.create({ amount, currency: 'inr', ...more }, { idempotencyKey: key });
  const paid = async (amount = 145_000, key = 'intent-1') => {
    const intent = await open(amount, key);
    return stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
  };
  const trouble = (work: Promise<unknown>): Promise<Stripe.errors.StripeError> =>
    work.then(
      () => Promise.reject(new Error('it should have been refused')),
      (error: Stripe.errors.StripeError) => error,
    );

  beforeEach(async () => {
    receiver = new Receiver();
    provider = new PaymentProviderSimulator();
    await provider.start({ secretKey, webhookSecret, webhookUrl: await receiver.start(), webhooks: 'when_told' });
    stripe = sdk();
  });

  afterEach(async () => {
    await provider.stop();
    receiver.stop();
  });

  it('takes a payment and books charge and fee', async () => {
    const intent = await open(145_000, 'intent-1', { metadata: { payment_id: 'p-1' }, description: 'Tussar stole' });
    expect(intent).toMatchObject({ status: 'requires_payment_method', amount: 145_000, currency: 'inr' });
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_`));

    const done = await stripe.paymentIntents.confirm(intent.id, {
      payment_method: 'pm_card_visa',
      expand: ['latest_charge.balance_transaction'],
    });
    expect(done).toMatchObject({ status: 'succeeded', amount_received: 145_000, metadata: { payment_id: 'p-1' } });
    expect(done.latest_charge).toMatchObject({ captured: true, balance_transaction: { fee: 3_422, net: 141_578 } });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'succeeded' });
    expect(provider.charges()).toMatchObject([{ amount_paise: 145_000, metadata: { payment_id: 'p-1' } }]);
  });

  it('refuses a wrong key, an unknown parameter and an unknown object', async () => {
    const stranger = new Stripe('sk_test_other', { ...provider.address, telemetry: false });
    expect(await trouble(stranger.paymentIntents.list())).toMatchObject({ type: 'StripeAuthenticationError' });
    expect(await trouble(open(145_000, 'k', { colour: 'red' }))).toMatchObject({ type: 'StripeInvalidRequestError' });
    expect(await trouble(stripe.paymentIntents.retrieve('pi_none'))).toMatchObject({ code: 'resource_missing' });
  });

  it('S-7 the same key asks once: same answer again, other parameters refused', async () => {
    const first = await open(145_000, 'same');
    const again = await open(145_000, 'same');
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await trouble(open(145_001, 'same'))).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
    provider.forgetKeys();
    expect((await open(145_000, 'same')).id).not.toBe(first.id);
  });

  it('declines with 402 and leaves the payment open for another method', async () => {
    const intent = await open();
    const declined = await trouble(
      stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_chargeDeclined' }),
    );
    expect(declined).toMatchObject({ type: 'StripeCardError', code: 'card_declined', decline_code: 'generic_decline' });
    expect(declined.payment_intent).toMatchObject({ id: intent.id, status: 'requires_payment_method' });
    const done = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
    expect(done.status).toBe('succeeded');
    expect(provider.charges()).toHaveLength(1);
  });

  it.each([
    ['passed', 'succeeded', 1],
    ['failed', 'requires_payment_method', 0],
  ] as const)('R-8.5 asks for the second factor; %s → %s', async (outcome, status, charges) => {
    const intent = await open();
    const asked = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_authenticationRequired' });
    expect(asked).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
    const page = await fetch(asked.next_action!.redirect_to_url!.url!);
    expect(await page.text()).toContain('Simulated payment of ₹1450.00');
    provider.settle(intent.id, outcome);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status });
    expect(provider.charges()).toHaveLength(charges);
  });

  it('lets a shopper pay on the page, and a slow transfer arrive later', async () => {
    const intent = await open();
    const control = `${provider.url}/_control/payment_intents/${intent.id}`;
    const pay = { method: 'POST', body: new URLSearchParams({ payment_method: 'pm_upi_slow' }) };
    expect(await (await fetch(`${control}/pay`, pay)).json()).toMatchObject({ status: 'processing' });
    const arrive = { method: 'POST', body: new URLSearchParams({ outcome: 'passed' }) };
    expect(await (await fetch(`${control}/settle`, arrive)).json()).toMatchObject({ status: 'succeeded' });
    const control_ = (await (await fetch(`${provider.url}/_control`)).json()) as { state: object };
    expect(control_.state).toMatchObject({ byIdempotencyKey: { 'intent-1': 1 } });
  });

  it.each([
    ['pm_upi_collect', 'processing'],
    ['pm_upi_qr', 'requires_action'],
  ])('a UPI request by %s that nobody answers fails by itself after five minutes, not before', async (name, waits) => {
    const intent = await open();
    provider.pay(intent.id, name);
    const now_s = Math.floor(Date.now() / 1_000);
    provider.expire(now_s + 290);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: waits });
    provider.expire(now_s + 310);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      next_action: null,
    });
    provider.expire(now_s + 310);
    const news = provider.books.events.all().filter((event) => event.type === 'payment_intent.payment_failed');
    expect(news).toHaveLength(1);
    provider.pay(intent.id, name);
    provider.settle(intent.id, 'passed');
    provider.expire(now_s + 900);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'succeeded' });
  });

  it('shows a code to scan for UPI, with a page that has it', async () => {
    const intent = await open();
    provider.pay(intent.id, 'pm_upi_qr');
    const { next_action } = await stripe.paymentIntents.retrieve(intent.id);
    expect(next_action).toMatchObject({ type: 'upi_handle_redirect_or_display_qr_code' });
    const { hosted_instructions_url, qr_code } = next_action!.upi_handle_redirect_or_display_qr_code!;
    expect(qr_code).toMatchObject({ image_url_png: `${hosted_instructions_url}?code=png` });
    expect((await fetch(hosted_instructions_url)).status).toBe(200);
  });

  it('authorises now and captures a part later; the rest is let go', async () => {
    const intent = await open(145_000, 'later', { capture_method: 'manual' });
    await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
    expect(provider.charges()).toEqual([]);
    expect(await trouble(stripe.paymentIntents.capture(intent.id, { amount_to_capture: 145_001 }))).toMatchObject({
      code: 'amount_too_large',
    });
    const captured = await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 100_000 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 100_000 });
    expect(await trouble(stripe.paymentIntents.cancel(intent.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  it('R-8.6 refunds in parts and never more than was captured', async () => {
    const intent = await paid();
    const part = { payment_intent: intent.id, amount: 100_000 };
    const refund = await stripe.refunds.create(part, { idempotencyKey: 'refund-1' });
    expect(await stripe.refunds.create(part, { idempotencyKey: 'refund-1' })).toMatchObject({ id: refund.id });
    const over = { payment_intent: intent.id, amount: 45_001 };
    expect(await trouble(stripe.refunds.create(over))).toMatchObject({ type: 'StripeInvalidRequestError' });
    await stripe.refunds.create({ payment_intent: intent.id });
    expect(await trouble(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
      code: 'charge_already_refunded',
    });
    expect(provider.charges()[0]!.refunded_paise).toBe(145_000);
    const listed = await stripe.refunds.list({ payment_intent: intent.id });
    expect(listed.data.map((r) => r.amount)).toEqual([45_000, 100_000]);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'succeeded' });
  });

  it('a pending refund that fails gives the money back to us', async () => {
    const intent = await paid();
    provider.fault({ kind: 'refund_pending', times: 1 });
    const refund = await stripe.refunds.create({ payment_intent: intent.id });
    expect(refund.status).toBe('pending');
    const failed = new URLSearchParams({ outcome: 'failed' });
    await fetch(`${provider.url}/_control/refunds/${refund.id}/settle`, { method: 'POST', body: failed });
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed' });
    expect(provider.charges()[0]!.refunded_paise).toBe(0);
    const lines = await stripe.balanceTransactions.list({ limit: 10 });
    expect(lines.data.map((line) => [line.type, line.amount])).toEqual([
      ['refund_failure', 145_000],
      ['refund', -145_000],
      ['charge', 145_000],
    ]);
  });

  it('lists newest first, page by page, within a time', async () => {
    for (let i = 1; i <= 7; i += 1) await open(10_000 + i, `intent-${i}`);
    const first = await stripe.paymentIntents.list({ limit: 3 });
    expect(first).toMatchObject({ has_more: true });
    expect(first.data.map((intent) => intent.amount)).toEqual([10_007, 10_006, 10_005]);
    const all: number[] = [];
    for await (const intent of stripe.paymentIntents.list({ limit: 3, created: { gte: 1 } })) all.push(intent.amount);
    expect(all).toEqual([10_007, 10_006, 10_005, 10_004, 10_003, 10_002, 10_001]);
    const before = await stripe.paymentIntents.list({ limit: 2, ending_before: first.data[2]!.id });
    expect(before.data.map((intent) => intent.amount)).toEqual([10_007, 10_006]);
    const future = Math.floor(Date.now() / 1_000) + 1_000;
    expect((await stripe.paymentIntents.list({ created: { gt: future } })).data).toEqual([]);
  });

  describe('S-7 on a bad day', () => {
    const payNow = (key = 'order-1') =>
      open(145_000, key, { confirm: true, payment_method: 'pm_card_visa', return_url: 'http://127.0.0.1/back' });

    it('dropped after the charge: the same key charges once', async () => {
      // The SDK itself retries a cut connection once, so the second cut is the one we see.
      provider.fault({ kind: 'drop_after', route: 'POST /v1/payment_intents', times: 2 });
      expect(await trouble(payNow())).toMatchObject({ type: 'StripeConnectionError' });
      expect(provider.charges()).toHaveLength(1);
      expect(await payNow()).toMatchObject({ status: 'succeeded' });
      expect(provider.charges()).toHaveLength(1);
      expect(provider.calls('POST /v1/payment_intents')).toBe(3);
    });

    it('500 then success, before and after the work', async () => {
      provider.fault({ kind: 'error_before', times: 1 });
      expect(await trouble(payNow('a'))).toMatchObject({ type: 'StripeAPIError', statusCode: 500 });
      expect(provider.charges()).toHaveLength(0);
      await payNow('a');
      provider.fault({ kind: 'error_after', times: 1 });
      expect(await trouble(payNow('b'))).toMatchObject({ statusCode: 500 });
      await payNow('b');
      expect(provider.charges().map((charge) => charge.idempotencyKey)).toEqual(['a', 'b']);
    });

    it('a stored 500 is replayed; only looking it up shows the charge', async () => {
      provider.fault({ kind: 'stored_error', times: 1 });
      expect(await trouble(payNow())).toMatchObject({ statusCode: 500 });
      expect(await trouble(payNow())).toMatchObject({ statusCode: 500 });
      expect((await stripe.paymentIntents.list()).data).toMatchObject([{ status: 'succeeded' }]);
    });

    it('too slow an answer is a time-out with the work done', async () => {
      provider.fault({ kind: 'slow_answer', delay_ms: 5_000, times: 1 });
      const impatient = sdk({ timeout: 100 });
      const params = { amount: 10_000, currency: 'inr', confirm: true, payment_method: 'pm_card_visa' };
      const late = await trouble(impatient.paymentIntents.create(params, { idempotencyKey: 'slow' }));
      expect(late).toMatchObject({ type: 'StripeConnectionError' });
      await stripe.paymentIntents.create(params, { idempotencyKey: 'slow' });
      expect(provider.charges()).toHaveLength(1);
    });

    it('chance follows the seed', async () => {
      provider.fault({ kind: 'error_before', probability: 0.5 });
      const outcomes: boolean[] = [];
      for (let i = 0; i < 12; i += 1) outcomes.push(await open(10_000, `k-${i}`).then(Boolean, () => false));
      expect(new Set(outcomes)).toEqual(new Set([true, false]));
      const again = new PaymentProviderSimulator();
      again.fault({ kind: 'error_before', probability: 0.5 });
      expect(outcomes.map(() => again.faults.take('error_before') === null)).toEqual(outcomes);
    });
  });

  describe('S-18 notices', () => {
    const verify = (i: number, secret = webhookSecret) => {
      const { body, headers } = receiver.received[i]!;
      return stripe.webhooks.constructEvent(body, headers['stripe-signature'] as string, secret);
    };
    const types = () => receiver.received.map(({ body }) => (JSON.parse(body) as Stripe.Event).type);

    it('are signed so that the SDK believes them, and are in the list too', async () => {
      const intent = await paid();
      await provider.deliverPending();
      expect(types()).toEqual(['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded']);
      expect(verify(2)).toMatchObject({ data: { object: { id: intent.id, status: 'succeeded' } }, livemode: false });
      expect(() => verify(2, 'whsec_other')).toThrow(Stripe.errors.StripeSignatureVerificationError);
      const listed = await stripe.events.list({ types: ['payment_intent.succeeded'] });
      expect(listed.data.map((event) => event.id)).toEqual([verify(2).id]);
    });

    it('are repeated until they are taken', async () => {
      await open();
      receiver.answers = [500, 503, 200];
      for (let i = 0; i < 4; i += 1) await provider.deliverPending();
      expect(provider.webhooks.deliveries().map((delivery) => delivery.status)).toEqual([500, 503, 200]);
      expect(provider.webhooks.pending()).toEqual([]);
    });

    it('come twice, shuffled, forged, late or never when told', async () => {
      provider.fault({ kind: 'webhook_duplicate', times: 1 });
      provider.fault({ kind: 'webhook_shuffle', times: 1 });
      await paid();
      await provider.deliverPending();
      expect(types().toSorted()).toEqual([
        'charge.succeeded',
        'payment_intent.created',
        'payment_intent.created',
        'payment_intent.succeeded',
      ]);
      receiver.received.length = 0;
      provider.fault({ kind: 'webhook_drop', times: 1 });
      provider.fault({ kind: 'webhook_bad_signature', times: 1 });
      provider.fault({ kind: 'webhook_stale', times: 1 });
      await paid(20_000, 'intent-2');
      await provider.deliverPending();
      expect(types()).toEqual(['charge.succeeded', 'payment_intent.succeeded']);
      expect(() => verify(0)).toThrow('No signatures found matching');
      expect(() => verify(1)).toThrow('Timestamp outside the tolerance zone');
    });

    it('go out at once by default', async () => {
      const eager = new PaymentProviderSimulator();
      const ear = new Receiver();
      eager.configure({ secretKey, webhookSecret, webhookUrl: await ear.start() });
      eager.strayCharge(10_000);
      while (ear.received.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
      await eager.stop();
      ear.stop();
      expect(ear.received).toHaveLength(3);
    });
  });

  it('S-8 a stray charge shows in the lists though nobody asked for it', async () => {
    provider.strayCharge(99_900);
    expect((await stripe.paymentIntents.list()).data).toMatchObject([{ amount: 99_900, metadata: {} }]);
  });

  it('SM-6 a dispute takes the money back and may be won', async () => {
    await paid();
    const [charge] = provider.charges();
    const dispute = await fetch(`${provider.url}/_control/charges/${charge!.chargeId}/dispute`, { method: 'POST' });
    const { id } = (await dispute.json()) as { id: string };
    expect(await stripe.charges.retrieve(charge!.chargeId)).toMatchObject({ disputed: true });
    const won = new URLSearchParams({ outcome: 'won' });
    await fetch(`${provider.url}/_control/disputes/${id}/close`, { method: 'POST', body: won });
    expect(await stripe.disputes.retrieve(id)).toMatchObject({ status: 'won', amount: 145_000 });
  });

  it('remembers everything across a restart when it has a journal', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'simulator-')), 'payments.jsonl');
    const before = new PaymentProviderSimulator({ journal: new Journal(file) });
    before.configure({ secretKey, webhookSecret });
    before.strayCharge(77_700);
    const after = new PaymentProviderSimulator({ journal: new Journal(file) });
    expect(after.charges()).toEqual(before.charges());
  });
});
