import { newId } from '#platform/kernel';
import { frozenClock, personActor } from '#platform/testing';
import { nextLook } from '../src/domain/next-look.js';
import { CheckPayment, DuePaymentsQuery, EndPayment, LookAtPayment, StartPayment } from '../src/index.js';
import { intentOf, Money } from './builders/money.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('Payments', () => {
  const money = new Money();
  beforeAll(() => money.open());
  afterAll(() => money.close());
  afterEach(async () => {
    money.provider.faults.clear();
    await frozenClock.thaw();
  });

  const stateOf = async (paymentId: string) => (await money.row('payment', paymentId))['state'];
  const check = (paymentId: string) => money.app.asSystem(() => money.app.get(CheckPayment).run(paymentId));
  const due = () => money.tx((tx) => money.app.get(DuePaymentsQuery).payments(tx, 1_000));

  describe('opening', () => {
    test('S-7 a payment that was asked for is opened once, with its row’s id as the key', async () => {
      const asked = await money.asked();
      const first = await money.starts(asked);
      expect(await money.starts(asked)).toEqual(first);
      expect(first).toMatchObject({ paymentId: asked.paymentId, amount_paise: 145_000n });
      expect(money.provider.books.openedBy.get(intentOf(first))).toBe(`intent-${asked.paymentId}`);
    });

    test('S-7 fifty starts at once open one payment at the provider', async () => {
      const asked = await money.asked();
      const before = money.provider.books.intents.all().length;
      const all = await Promise.allSettled(Array.from({ length: 50 }, () => money.starts(asked)));
      const opened = all.flatMap((one) => (one.status === 'fulfilled' ? [intentOf(one.value)] : []));
      expect(opened.length).toBeGreaterThan(0);
      expect(new Set(opened).size).toBe(1);
      expect(money.provider.books.intents.all().length).toBe(before + 1);
    });

    test('S-42 another’s payment is not there', async () => {
      const asked = await money.asked();
      const stranger = personActor();
      const start = () => money.app.as(stranger, () => money.app.get(StartPayment).run(asked.cause));
      await expect(start()).rejects.toThrow(refusal('payment_not_found'));
    });

    test('S-7 a provider that is away charges nothing and is asked again with the same key', async () => {
      const asked = await money.asked();
      money.provider.fault({ kind: 'stored_error', times: 1 });
      await expect(money.starts(asked)).rejects.toThrow(refusal('payment_provider_unavailable'));
      money.provider.faults.clear();
      const started = await money.starts(asked);
      const ours = money.provider.books.intents.all().filter((i) => i.metadata['payment_id'] === asked.paymentId);
      expect(ours.map((intent) => intent.id)).toEqual([intentOf(started)]);
    });

    test('SM-6 a payment that took its money takes no more', async () => {
      const captured = await money.captured();
      await expect(money.starts(captured)).rejects.toThrow(refusal('payment_not_payable'));
    });
  });

  describe('S-6 the one road to paid', () => {
    test('three notices, three looks and a race of ten: one capture, one transfer, one piece of news', async () => {
      const started = await money.started();
      money.provider.pay(started.intent);
      for (const event of money.noticesAbout(started.intent)) await money.notice(event, 3);
      await Promise.all([...Array.from({ length: 10 }, () => money.settle(started.intent)), money.work()]);
      expect(await money.row('payment', started.paymentId)).toMatchObject({
        state: 'captured',
        captured_paise: '145000',
      });
      expect(await money.balance('buyer_escrow', started.cause.id)).toBe(145_000n);
      expect(await money.news(started.paymentId)).toEqual(['payments.captured']);
    });

    test('SM-6 money under way is waited for, and taken when it arrives', async () => {
      const started = await money.started();
      money.provider.pay(started.intent, 'pm_upi_slow');
      await money.settle(started.intent);
      expect(await stateOf(started.paymentId)).toBe('processing');
      money.provider.settle(started.intent, 'passed');
      await money.settle(started.intent);
      expect(await stateOf(started.paymentId)).toBe('captured');
    });

    test('SM-6 money under way that does not arrive ends the payment, at the provider too', async () => {
      const started = await money.started();
      money.provider.pay(started.intent, 'pm_upi_slow');
      await money.settle(started.intent);
      money.provider.settle(started.intent, 'failed');
      await money.settle(started.intent);
      expect(await stateOf(started.paymentId)).toBe('failed');
      expect(money.provider.books.intents.get(started.intent)).toMatchObject({ status: 'canceled' });
      expect(await money.news(started.paymentId)).toEqual(['payments.failed']);
    });

    test('SM-6 money that is only promised is taken', async () => {
      const started = await money.started();
      const books = money.provider.books;
      books.intents.put(started.intent, { ...books.intents.get(started.intent)!, capture_method: 'manual' });
      money.provider.pay(started.intent);
      await money.settle(started.intent);
      expect(await stateOf(started.paymentId)).toBe('captured');
      expect(books.intents.get(started.intent)).toMatchObject({ status: 'succeeded', amount_received: 145_000 });
    });

    test('S-19 whatever order its notices come in, and however often, the end is the same', async () => {
      const orders = [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
      ];
      for (const [i, order] of orders.entries()) {
        const started = await money.started();
        expect(() => money.provider.pay(started.intent, 'pm_card_chargeDeclined')).toThrow();
        money.provider.pay(started.intent);
        const events = money.noticesAbout(started.intent);
        expect(events.map((event) => event.type)).toEqual([
          'payment_intent.created',
          'payment_intent.payment_failed',
          'payment_intent.succeeded',
        ]);
        for (const at of order) {
          await money.notice(events[at]!, 1 + (i % 3));
          await money.work();
        }
        expect(await stateOf(started.paymentId)).toBe('captured');
        expect(await money.balance('buyer_escrow', started.cause.id)).toBe(145_000n);
      }
    });
  });

  describe('lies', () => {
    test('S-18 a forged, an old and a re-written notice are refused and leave nothing', async () => {
      const body = JSON.stringify({ id: newId(), object: 'event', type: 'payment_intent.succeeded', data: {} });
      for (const headers of [
        {},
        { 'stripe-signature': 't=1,v1=00' },
        { 'stripe-signature': `t=${Math.floor(Date.now() / 1_000)},v1=${'0'.repeat(64)}` },
      ]) {
        await expect(Promise.resolve().then(() => money.handIn(body, headers as never))).rejects.toThrow(
          refusal('notice_rejected'),
        );
      }
    });

    test('S-6 a notice that says paid is only a reason to ask: nothing is paid', async () => {
      const started = await money.started();
      const says = { id: started.intent, object: 'payment_intent', status: 'succeeded', amount_received: 145_000 };
      await money.notice({ id: newId(), type: 'payment_intent.succeeded', data: { object: says } });
      await money.work();
      expect(await stateOf(started.paymentId)).toBe('intent_created');
      expect(await money.balance('buyer_escrow', started.cause.id)).toBe(0n);
    });

    const lie = (intent: string, change: object) => {
      const books = money.provider.books;
      books.intents.put(intent, { ...books.intents.get(intent)!, ...change });
    };

    test.each([
      ['less than was asked', { amount_received: 1 }, 'captured exactly'],
      ['another amount', { amount: 1, amount_received: 1 }, 'exactly what was asked'],
      ['another currency', { currency: 'jpy' as 'inr' }, 'rupees'],
    ])('S-6 %s is no payment: the job dies for the payments desk', async (_, change, why) => {
      const started = await money.started();
      money.provider.pay(started.intent);
      lie(started.intent, change);
      await expect(money.settle(started.intent)).rejects.toThrow(why);
      expect(await stateOf(started.paymentId)).toBe('intent_created');
      expect(await money.balance('buyer_escrow', started.cause.id)).toBe(0n);
    });

    test('S-6 a second object that names our payment pays nothing', async () => {
      const started = await money.started();
      const stray = money.provider.strayCharge(145_000);
      lie(stray, { metadata: { payment_id: started.paymentId } });
      await expect(money.settle(stray)).rejects.toThrow('one provider id');
      expect(await stateOf(started.paymentId)).toBe('intent_created');
    });

    test('S-8 a payment nobody asked for changes nothing', async () => {
      const before = await money.balance('gateway_clearing');
      await money.settle(money.provider.strayCharge(10_000));
      expect(await money.balance('gateway_clearing')).toBe(before);
    });
  });

  describe('the time to pay', () => {
    /** A payment, and its last second. */
    async function untilTheEnd() {
      await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
      const started = await money.started();
      return { ...started, end: new Date('2027-03-01T10:15:00Z') };
    }

    test('SM-6 retail.reserve_minutes: a second before it the payment is open, a second after nobody can pay it', async () => {
      const payment = await untilTheEnd();
      await frozenClock.at(new Date(payment.end.getTime() - 1_000));
      await check(payment.paymentId);
      await money.work();
      expect(await stateOf(payment.paymentId)).toBe('intent_created');
      expect(await money.starts(payment)).toMatchObject({ paymentId: payment.paymentId });

      await frozenClock.at(new Date(payment.end.getTime() + 1_000));
      await expect(money.starts(payment)).rejects.toThrow(refusal('payment_not_payable'));
      expect(await due()).toContain(payment.paymentId);
      await check(payment.paymentId);
      await money.work();
      expect(await stateOf(payment.paymentId)).toBe('failed');
      expect(money.provider.books.intents.get(payment.intent)).toMatchObject({ status: 'canceled' });
      expect(await money.news(payment.paymentId)).toEqual(['payments.failed']);
    });

    test('S-6 a notice that is lost: the payment is asked about after 20 seconds, then ever less often until its end', async () => {
      const asked_at = new Date('2027-03-01T10:00:00Z');
      const due_at = new Date('2027-03-01T10:15:00Z');
      const looks: number[] = [];
      for (let at = asked_at; at < due_at; looks.push((at.getTime() - asked_at.getTime()) / 1_000)) {
        at = nextLook({ asked_at, due_at }, at);
      }
      expect(looks).toEqual([20, 40, 80, 160, 320, 640, 900]);

      const payment = await untilTheEnd();
      money.provider.pay(payment.intent);
      await frozenClock.later(19);
      expect(await due()).not.toContain(payment.paymentId);
      await frozenClock.later(1);
      expect(await due()).toContain(payment.paymentId);
      await check(payment.paymentId);
      await money.work();
      expect(await stateOf(payment.paymentId)).toBe('captured');
    });

    test('S-6 a payment nobody has paid yet is asked about again', async () => {
      const payment = await untilTheEnd();
      await frozenClock.later(20);
      await check(payment.paymentId);
      await money.work();
      expect(await money.row('payment', payment.paymentId)).toMatchObject({
        state: 'intent_created',
        check_at: new Date('2027-03-01T10:00:40Z'),
      });
    });

    test('S-6 a shopper who is back from the provider’s page need not wait for its notice', async () => {
      const payment = await money.started();
      const look = () => money.app.get(LookAtPayment).run(payment.cause);
      await money.app.asSystem(look);
      expect(await stateOf(payment.paymentId)).toBe('intent_created');
      money.provider.pay(payment.intent);
      await money.app.asSystem(look);
      await money.app.asSystem(look);
      expect(await stateOf(payment.paymentId)).toBe('captured');
      expect(await money.news(payment.paymentId)).toEqual(['payments.captured']);
    });

    test('SM-6 a payment the provider never heard of ends without it', async () => {
      await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
      const asked = await money.asked();
      await frozenClock.later(901);
      await check(asked.paymentId);
      expect(await stateOf(asked.paymentId)).toBe('failed');
    });

    test('S-5 money that was faster than the clock is taken, though its notice never came', async () => {
      const payment = await untilTheEnd();
      money.provider.pay(payment.intent);
      await frozenClock.at(new Date(payment.end.getTime() + 1_000));
      await check(payment.paymentId);
      await money.work();
      expect(await stateOf(payment.paymentId)).toBe('captured');
    });

    test('SM-6 a lost answer and a lost notice: the payment is looked for before it ends', async () => {
      await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
      const asked = await money.asked();
      money.provider.fault({ kind: 'stored_error', times: 1 });
      await expect(money.starts(asked)).rejects.toThrow(refusal('payment_provider_unavailable'));
      money.provider.faults.clear();
      const opened = money.provider.books.intents.all().find((one) => one.metadata['payment_id'] === asked.paymentId);
      await frozenClock.later(901);
      await check(asked.paymentId);
      await money.work();
      expect(await stateOf(asked.paymentId)).toBe('failed');
      expect(money.provider.books.intents.get(opened!.id)).toMatchObject({ status: 'canceled' });
      // Nobody asks for ever after how a payment that has ended stands.
      expect(await money.row('payment', asked.paymentId)).toMatchObject({ provider_id: opened!.id, check_at: null });
    });

    test('SM-6 money under way when the time is over is waited for and asked about', async () => {
      const payment = await untilTheEnd();
      money.provider.pay(payment.intent, 'pm_upi_slow');
      await frozenClock.at(new Date(payment.end.getTime() + 1_000));
      await check(payment.paymentId);
      await money.work();
      expect(await stateOf(payment.paymentId)).toBe('processing');
      money.provider.settle(payment.intent, 'passed');
      await frozenClock.later(600);
      expect(await due()).toContain(payment.paymentId);
      await check(payment.paymentId);
      await money.work();
      expect(await stateOf(payment.paymentId)).toBe('captured');
    });

    test('SM-6 a payment that moved meanwhile is left alone', async () => {
      const captured = await money.captured();
      await frozenClock.later(86_400);
      await check(captured.paymentId);
      await money.app.asSystem(() => money.app.get(EndPayment).run(captured));
      expect(await stateOf(captured.paymentId)).toBe('captured');
    });
  });
});
