import { namedId, newId } from '#platform/kernel';
import { frozenClock } from '#platform/testing';
import { CheckRefund, PaymentStoryQuery } from '../src/index.js';
import { ProviderRefused } from '../src/ports/provider-errors.js';
import { FollowRefund } from '../src/use-cases/follow-refund.js';
import { Money } from './builders/money.js';

describe('SM-6 disputes', () => {
  const money = new Money();
  beforeAll(() => money.open());
  afterAll(() => money.close());
  afterEach(async () => {
    money.provider.faults.clear();
    await frozenClock.thaw();
  });

  const stateOf = async (paymentId: string) => (await money.row('payment', paymentId))['state'];
  const chargeOf = (intent: string) => money.provider.charges().find((one) => one.paymentIntentId === intent)!;
  const control = async (path: string, body: object = {}) =>
    (await (
      await fetch(money.provider.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json()) as { id: string };
  const disputes = async (intent: string, about: { amount?: number; again?: boolean } = {}) =>
    (await control(`/_control/charges/${chargeOf(intent).chargeId}/dispute`, about)).id;
  async function disputed(amount_paise?: bigint) {
    const payment = await money.captured(amount_paise);
    return { ...payment, dispute: await disputes(payment.intent) };
  }
  const close = (id: string, outcome: string) => control(`/_control/disputes/${id}/close`, { outcome });
  async function told(dispute: string, times = 2) {
    for (const event of money.noticesAbout(dispute)) await money.notice(event, times);
    await money.work();
  }

  test('while the shopper’s bank asks, nothing leaves: no payout, no refund', async () => {
    const payment = await disputed();
    await told(payment.dispute);
    expect(await stateOf(payment.paymentId)).toBe('disputed');
    expect(await money.payout(payment, 100_000n)).toBeNull();
    const refundId = await money.refund(payment, 45_000n);
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'requested' });

    await close(payment.dispute, 'won');
    await told(payment.dispute);
    expect(await stateOf(payment.paymentId)).toBe('captured');
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
    expect(await money.payout(payment, 100_000n)).not.toBeNull();
    expect(await money.news(payment.paymentId)).toEqual([
      'payments.captured',
      'payments.dispute_opened',
      'payments.dispute_won',
      'payments.refunded',
    ]);
  });

  test('what was promised before she asked her bank, and not begun, does not leave either', async () => {
    const payment = await money.captured();
    const refundId = await money.refund(payment, 45_000n);
    const { id } = await control(`/_control/charges/${chargeOf(payment.intent).chargeId}/dispute`);
    await money.job('payments.settle-dispute', { providerDisputeId: id });
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'requested' });
    await close(id, 'won');
    await told(id);
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
  });

  test.each([
    ['won', { state: 'succeeded' }],
    ['lost', { state: 'replaced', check_at: null }],
  ])('%s: a refund whose next try fell due meanwhile waited, too', async (outcome, end) => {
    await frozenClock.at(new Date());
    const payment = await money.captured();
    money.provider.fault({ kind: 'refund_pending', times: 1 });
    const refundId = await money.refund(payment, 45_000n);
    await money.work();
    const theirs = money.provider.books.refunds.all().find((one) => one.payment_intent === payment.intent)!;
    await control(`/_control/refunds/${theirs.id}/settle`, { outcome: 'failed' });
    for (const event of money.noticesAbout(theirs.id)) await money.notice(event);
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated', tries: 1 });
    const { id } = await control(`/_control/charges/${chargeOf(payment.intent).chargeId}/dispute`);
    await told(id);
    await frozenClock.later(86_401);
    await money.app.asSystem(() => money.app.get(CheckRefund).run(refundId));
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated', tries: 1, provider_id: null });
    await frozenClock.later(86_401);
    await close(id, outcome);
    await told(id);
    expect(await money.row('refund', refundId)).toMatchObject(end);
  });

  test('lost: the money is the bank’s again, and nobody is paid or refunded with it', async () => {
    const payment = await disputed();
    await told(payment.dispute);
    const waiting = await money.refund(payment, 5_000n);
    await close(payment.dispute, 'lost');
    await told(payment.dispute, 3);
    expect(await stateOf(payment.paymentId)).toBe('charged_back');
    expect(await money.row('refund', waiting)).toMatchObject({ state: 'replaced' });
    expect(await money.news(payment.paymentId)).toEqual([
      'payments.captured',
      'payments.dispute_opened',
      'payments.refund_replaced',
      'payments.dispute_lost',
    ]);
    expect(await money.payout(payment, 1n)).toBeNull();
    expect(await money.balance('buyer_escrow', payment.cause.id)).toBe(0n);
    await money.refund(payment, 1n);
    expect((await money.row('payment', payment.paymentId))['refunded_paise']).toBe('0');
  });

  test('R-8.7 lost after makers were paid: each bears her share of it, to be made up for by later sales', async () => {
    const losses = await money.balance('dispute_losses');
    const payment = await money.captured(90_000n);
    const makers = [newId(), newId()] as const;
    await money.payout(payment, 40_001n, { kind: 'order', id: newId() }, makers[0]);
    await money.payout(payment, 19_999n, { kind: 'order', id: newId() }, makers[1]);
    await money.work();
    const { id } = await control(`/_control/charges/${chargeOf(payment.intent).chargeId}/dispute`);
    await close(id, 'lost');
    await told(id);
    expect(await money.balance('buyer_escrow', payment.cause.id)).toBe(0n);
    expect((await money.balance('dispute_losses')) - losses).toBe(0n);
    expect(await money.balance('seller_payable', makers[0])).toBe(-40_001n);
    expect(await money.balance('seller_payable', makers[1])).toBe(-19_999n);
    expect(await money.row('payment', payment.paymentId)).toMatchObject({
      state: 'charged_back',
      taken_back_paise: '90000',
      released_paise: '0',
    });
  });

  test('S-9 lost while a refund waited: she has that money, so that makers bear only the rest', async () => {
    const payment = await money.captured(90_000n);
    const maker = newId();
    await money.payout(payment, 60_000n, { kind: 'order', id: newId() }, maker);
    await money.work();
    const id = await disputes(payment.intent, { amount: 50_000 });
    await told(id);
    const [first, second] = [await money.refund(payment, 10_000n), await money.refund(payment, 20_000n)];
    await close(id, 'lost');
    await told(id);
    for (const refund of [first, second])
      expect(await money.row('refund', refund)).toMatchObject({ state: 'replaced' });
    expect(await money.balance('seller_payable', maker)).toBe(-20_000n);
    expect(await money.balance('buyer_escrow', payment.cause.id)).toBe(0n);
    expect(await stateOf(payment.paymentId)).toBe('captured');
  });

  test('SM-6 S-9 a part is lost: a promise it covers in part is kept for the rest, and the rest of the payment goes on', async () => {
    const payment = await money.captured(90_000n);
    const id = await disputes(payment.intent, { amount: 25_000 });
    await told(id);
    const waiting = await money.refund(payment, 40_000n);
    await close(id, 'lost');
    await told(id, 3);
    expect(await money.row('refund', waiting)).toMatchObject({ state: 'replaced' });
    expect(await money.row('refund', namedId('rest of refund', waiting))).toMatchObject({
      state: 'succeeded',
      amount_paise: '15000',
    });
    expect(await money.payout(payment, 45_000n)).not.toBeNull();
    await money.refund(payment, 5_000n);
    await money.work();
    expect(chargeOf(payment.intent).refunded_paise).toBe(20_000);
    expect(await money.row('payment', payment.paymentId)).toMatchObject({
      ...{ state: 'captured', refunded_paise: '20000', released_paise: '45000', taken_back_paise: '25000' },
    });
    expect(await money.news(payment.paymentId)).toContain('payments.dispute_lost');
  });

  test('S-9 a part of what was promised back wholly is lost: she gets the rest of it', async () => {
    const payment = await money.captured(40_000n);
    const id = await disputes(payment.intent, { amount: 25_000 });
    await told(id);
    const waiting = await money.refund(payment, 40_000n);
    await close(id, 'lost');
    await told(id);
    expect(await money.row('refund', namedId('rest of refund', waiting))).toMatchObject({
      state: 'succeeded',
      amount_paise: '15000',
    });
    expect(chargeOf(payment.intent).refunded_paise).toBe(15_000);
    const story = await money.tx((tx) => money.app.get(PaymentStoryQuery).of(tx, payment.cause, 20));
    expect(Object.fromEntries(story.map(({ event, amount_paise }) => [event, Number(amount_paise)]))).toEqual({
      dispute_lost: 25_000,
      dispute_opened: 25_000,
      refund_promised: 40_000,
      refund_replaced: 25_000,
      refund_sent: 15_000,
    });
    expect(story).toHaveLength(5);
  });

  test.each(['refused', 'failed'])(
    'S-9 lost while a refund was being sent, which was %s there: she has the money, nobody waits for the desk',
    async (how) => {
      const losses = await money.balance('dispute_losses');
      const payment = await money.captured(30_000n);
      money.provider.fault({ kind: 'refund_pending', times: 1 });
      const refundId = await money.refund(payment, 30_000n);
      await money.work();
      const theirs = money.provider.books.refunds.all().find((one) => one.payment_intent === payment.intent)!;
      const { charges } = money.provider.books;
      const charge = charges.get(chargeOf(payment.intent).chargeId)!;
      charges.put(charge.id, { ...charge, amount_refunded: 0 }); // her bank does not know of the refund yet
      const id = await disputes(payment.intent);
      await close(id, 'lost');
      await told(id);
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated' });
      expect(await money.row('dispute', id)).toMatchObject({ borne_paise: '30000' });
      charges.put(charge.id, { ...charge, amount_refunded: 30_000 });
      const follows = money.app.get(FollowRefund);
      const failed = { ...money.provider.books.refunds.get(theirs.id)!, status: 'failed' as const };
      money.provider.books.refunds.put(theirs.id, failed);
      const refused = new ProviderRefused('stripe', 'charge_disputed', 'The charge is disputed.');
      if (how === 'failed') await money.job('payments.settle-refund', { providerRefundId: theirs.id });
      else await money.app.asSystem(() => follows.run(refundId, refused));
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'replaced' });
      expect(await money.row('dispute', id)).toMatchObject({ borne_paise: '0' });
      expect((await money.balance('dispute_losses')) - losses).toBe(0n);
      expect(await money.balance('buyer_escrow', payment.cause.id)).toBe(0n);
    },
  );

  /** A refund is under way at the provider, her bank takes back what it was asked for, then the refund fails there. */
  async function failedAfter(
    payment: Awaited<ReturnType<Money['captured']>>,
    refund_paise: bigint,
    lost_paise: number,
  ) {
    money.provider.fault({ kind: 'refund_pending', times: 1 });
    const refundId = await money.refund(payment, refund_paise);
    await money.work();
    const { charges, refunds } = money.provider.books;
    const charge = charges.get(chargeOf(payment.intent).chargeId)!;
    charges.put(charge.id, { ...charge, amount_refunded: 0 }); // her bank does not know of the refund yet
    const id = await disputes(payment.intent, { amount: lost_paise });
    await close(id, 'lost');
    await told(id);
    const theirs = refunds.all().find((one) => one.payment_intent === payment.intent)!;
    refunds.put(theirs.id, { ...theirs, status: 'failed' as const });
    await money.job('payments.settle-refund', { providerRefundId: theirs.id });
    return refundId;
  }

  test('S-9 her bank took the rest of what a refund under way left, and the refund failed: it is hers, and is tried again', async () => {
    await frozenClock.at(new Date());
    const losses = await money.balance('dispute_losses');
    const payment = await money.captured(100_000n);
    const refundId = await failedAfter(payment, 30_000n, 70_000);
    expect(await stateOf(payment.paymentId)).toBe('charged_back');
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated', tries: 1 });
    await frozenClock.later(7 * 24 * 3_600);
    await money.job('payments.send-refund', { refundId });
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
    expect((await money.balance('dispute_losses')) - losses).toBe(0n);
    expect(await money.balance('buyer_escrow', payment.cause.id)).toBe(0n);
  });

  test('S-9 her bank took a part of what a refund under way was to send, and the refund failed: the other part is sent', async () => {
    const losses = await money.balance('dispute_losses');
    const payment = await money.captured(100_000n);
    const refundId = await failedAfter(payment, 30_000n, 80_000);
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'replaced' });
    expect(await money.row('refund', namedId('rest of refund', refundId))).toMatchObject({
      ...{ state: 'succeeded', amount_paise: '20000' },
    });
    expect(await money.row('payment', payment.paymentId)).toMatchObject({
      ...{ state: 'charged_back', refunded_paise: '20000', taken_back_paise: '80000' },
    });
    expect((await money.balance('dispute_losses')) - losses).toBe(0n);
    expect(await money.balance('buyer_escrow', payment.cause.id)).toBe(0n);
  });

  test('S-9 S-11 lost at the same moment as a refund is sent, ten times: she has it once, or the platform bears what she has twice', async () => {
    for (let round = 0; round < 10; round++) {
      const losses = await money.balance('dispute_losses');
      const payment = await money.captured(30_000n);
      const refundId = await money.refund(payment, 12_000n);
      const id = await disputes(payment.intent);
      await close(id, 'lost');
      await Promise.all([
        money.job('payments.settle-dispute', { providerDisputeId: id }),
        money.job('payments.send-refund', { refundId }),
      ]);
      await money.work();
      const { state } = await money.row('refund', refundId);
      const twice = (await money.balance('dispute_losses')) - losses;
      expect([state, twice]).toEqual(state === 'succeeded' ? ['succeeded', 12_000n] : ['replaced', 0n]);
      expect(await money.balance('buyer_escrow', payment.cause.id)).toBe(0n);
    }
  });

  /** A third was sent back, her bank asks about what is left, and then about what was sent back as well. */
  async function askedTwice() {
    const losses = await money.balance('dispute_losses');
    const payment = await money.captured(90_000n);
    await money.refund(payment, 30_000n);
    await money.work();
    const rest = await disputes(payment.intent, { amount: 60_000 });
    const sent = () => disputes(payment.intent, { amount: 30_000, again: true });
    const lost = async () => (await money.balance('dispute_losses')) - losses;
    const ends = async (id: string, outcome: string) => {
      await close(id, outcome);
      await told(id);
    };
    return { ...payment, rest, sent, lost, ends };
  }

  test.each([
    ['lost', 30_000n],
    ['won', 0n],
  ])('SM-6 while her bank still asks nothing is decided; the last, %s, decides', async (last, borne_paise) => {
    const { paymentId, rest, sent, lost, ends } = await askedTwice();
    await told(rest);
    const second = await sent();
    await told(second);
    await ends(rest, 'lost');
    expect(await stateOf(paymentId)).toBe('disputed');
    await ends(second, last);
    expect(await stateOf(paymentId)).toBe('charged_back');
    expect(await lost()).toBe(borne_paise);
    expect(await money.row('dispute', second)).toMatchObject({ status: last, borne_paise: borne_paise.toString() });
  });

  test('SM-6 the same the other way round: what was sent back is lost first, then the rest is won', async () => {
    const { paymentId, cause, rest, sent, lost, ends } = await askedTwice();
    await told(rest);
    const second = await sent();
    await told(second);
    await ends(second, 'lost');
    expect(await stateOf(paymentId)).toBe('disputed');
    await ends(rest, 'won');
    expect(await stateOf(paymentId)).toBe('captured');
    expect(await money.balance('buyer_escrow', cause.id)).toBe(30_000n);
    expect(await lost()).toBe(0n);
  });

  test.each([
    ['lost', 30_000n],
    ['won', 0n],
  ])(
    'SM-6 S-9 a charged back payment is asked about again, and %s: what she has twice is our loss',
    async (end, borne) => {
      const { paymentId, cause, rest, sent, lost, ends } = await askedTwice();
      await ends(rest, 'lost');
      expect(await stateOf(paymentId)).toBe('charged_back');
      const second = await sent();
      await told(second);
      expect(await stateOf(paymentId)).toBe('disputed');
      await ends(second, end);
      expect(await stateOf(paymentId)).toBe('charged_back');
      expect(await lost()).toBe(borne);
      expect(await money.balance('buyer_escrow', cause.id)).toBe(0n);
    },
  );

  test('S-19 told late: a dispute that is closed stays closed', async () => {
    const payment = await disputed();
    await close(payment.dispute, 'won');
    const [opened, closed] = money.noticesAbout(payment.dispute);
    for (const event of [closed!, opened!]) {
      await money.notice(event);
      await money.work();
    }
    expect(await stateOf(payment.paymentId)).toBe('captured');
    expect(await money.row('dispute', payment.dispute)).toMatchObject({ status: 'won' });
  });

  test('S-19 told before the capture: the capture is taken first', async () => {
    const started = await money.started();
    money.provider.pay(started.intent);
    const { id } = await control(`/_control/charges/${chargeOf(started.intent).chargeId}/dispute`);
    await told(id);
    expect(await stateOf(started.paymentId)).toBe('disputed');
    expect(await money.balance('buyer_escrow', started.cause.id)).toBe(145_000n);
  });

  test('S-8 a dispute about a payment nobody asked for changes nothing', async () => {
    const stray = money.provider.strayCharge(10_000);
    const { id } = await control(`/_control/charges/${chargeOf(stray).chargeId}/dispute`);
    await told(id);
    await expect(money.row('dispute', id)).rejects.toThrow();
  });
});
