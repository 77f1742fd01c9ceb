import { newId } from '#platform/kernel';
import { asOwner, frozenClock } from '#platform/testing';
import { CheckPayout, CheckRefund, DuePaymentsQuery, SendPayout, SendRefund } from '../src/index.js';
import { goodAccount, Money } from './builders/money.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('Money that leaves', () => {
  const money = new Money();
  beforeAll(() => money.open());
  afterAll(() => money.close());
  afterEach(async () => {
    money.provider.faults.clear();
    money.bank.faults.clear();
    await frozenClock.thaw();
  });

  const refundsOf = (intent: string) => money.provider.books.refunds.all().filter((r) => r.payment_intent === intent);
  const dueRefunds = () => money.tx((tx) => money.app.get(DuePaymentsQuery).refunds(tx, 1_000));
  const duePayouts = () => money.tx((tx) => money.app.get(DuePaymentsQuery).payouts(tx, 1_000));
  const checkRefund = (id: string) => money.app.asSystem(() => money.app.get(CheckRefund).run(id));
  const checkPayout = (id: string) => money.app.asSystem(() => money.app.get(CheckPayout).run(id));
  const settleOutside = async (path: string, outcome: string) => {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ outcome }),
    });
    expect(answer.status).toBe(200);
  };

  describe('S-9 never more than came in', () => {
    test('a refund above what is left is refused, to the paisa', async () => {
      const payment = await money.captured(10_000n);
      await money.refund(payment, 6_000n);
      await expect(money.refund(payment, 4_001n)).rejects.toThrow(refusal('refund_too_large'));
      await money.refund(payment, 4_000n);
      await expect(money.refund(payment, 1n)).rejects.toThrow(refusal('refund_too_large'));
      await money.work();
      expect(await money.balance('buyer_escrow', payment.cause.id)).toBe(0n);
    });

    test('nothing goes back of a payment that took nothing', async () => {
      await expect(money.refund(await money.started(), 1n)).rejects.toThrow(refusal('refund_too_large'));
    });

    test('the same refund twenty times at once is one', async () => {
      const payment = await money.captured(10_000n);
      const refundId = newId();
      await Promise.all(Array.from({ length: 20 }, () => money.refund(payment, 7_000n, refundId)));
      await money.work();
      expect(refundsOf(payment.intent).map((refund) => refund.amount)).toEqual([7_000]);
    });

    test('twenty partial refunds at once: as many as fit, no more', async () => {
      const payment = await money.captured(10_000n);
      const all = await Promise.allSettled(Array.from({ length: 20 }, () => money.refund(payment, 900n)));
      expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(11);
      expect(await money.row('payment', payment.paymentId)).toMatchObject({ refunded_paise: '9900' });
    });

    test('refund and payout share one wall', async () => {
      const payment = await money.captured(10_000n);
      await money.payout(payment, 8_000n);
      await expect(money.refund(payment, 2_001n)).rejects.toThrow(refusal('refund_too_large'));
      await expect(money.payout(payment, 2_001n)).rejects.toThrow('covered by what was captured');
    });

    test.each([
      ['promising more', `update payments.payment set refunded_paise = captured_paise + 1 where id = $1`],
      ['releasing more', `update payments.payment set released_paise = captured_paise + 1 where id = $1`],
      ['capturing more', `update payments.payment set captured_paise = amount_paise + 1 where id = $1`],
      ['a part below nothing', `update payments.payment set released_paise = -1 where id = $1`],
      [
        'a refund nobody set aside',
        `insert into payments.refund (id, payment_id, payer_id, amount_paise, reason, state, made_at)
         select gen_random_uuid(), id, payer_id, 1, 'test', 'requested', now() from payments.payment where id = $1`,
      ],
    ])('the database itself refuses %s', async (_, sql) => {
      const payment = await money.captured(10_000n);
      await expect(money.tx((tx) => tx.run(sql, [payment.paymentId]))).rejects.toMatchObject({ code: '23514' });
    });
  });

  describe('SM-6 a refund', () => {
    async function refunded(amount_paise = 5_000n) {
      const payment = await money.captured(10_000n);
      return { ...payment, refundId: await money.refund(payment, amount_paise) };
    }

    test('requested → initiated → succeeded: once at the provider, once in the books, told once', async () => {
      const { refundId, paymentId, cause, intent } = await refunded();
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'requested' });
      await money.work(3);
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded', check_at: null });
      expect(refundsOf(intent)).toHaveLength(1);
      expect(await money.balance('buyer_escrow', cause.id)).toBe(5_000n);
      expect((await money.news(paymentId)).filter((name) => name === 'payments.refunded')).toHaveLength(1);
    });

    test('S-7 an answer that is lost is asked for, not paid again', async () => {
      const { refundId, intent } = await refunded();
      money.provider.fault({ kind: 'stored_error', route: 'POST /v1/refunds', times: 1 });
      await expect(money.work(1)).rejects.toThrow('unknown');
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated' });
      await money.app.asSystem(() => money.app.get(SendRefund).run({ refundId }));
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
      expect(refundsOf(intent)).toHaveLength(1);
    });

    test('that the provider is still working on waits; its notice ends the wait', async () => {
      money.provider.fault({ kind: 'refund_pending', times: 1 });
      const { refundId, intent } = await refunded();
      await money.work();
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated' });
      const [theirs] = refundsOf(intent);
      await settleOutside(`${money.provider.url}/_control/refunds/${theirs!.id}/settle`, 'succeeded');
      for (const event of money.noticesAbout(theirs!.id)) await money.notice(event, 2);
      await money.work();
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded', check_at: null });
    });

    test('whose notice never comes is asked about every ten minutes', async () => {
      await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
      money.provider.fault({ kind: 'refund_pending', times: 1 });
      const { refundId, intent } = await refunded();
      await money.work();
      await frozenClock.later(599);
      expect(await dueRefunds()).not.toContain(refundId);
      await settleOutside(`${money.provider.url}/_control/refunds/${refundsOf(intent)[0]!.id}/settle`, 'succeeded');
      await frozenClock.later(1);
      expect(await dueRefunds()).toContain(refundId);
      await checkRefund(refundId);
      await money.work();
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
    });

    test('the provider could not finish is tried three times more, a day apart, then waits for the desk', async () => {
      await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
      const { refundId, intent } = await refunded();
      for (let tries = 0; tries <= 3; tries++) {
        money.provider.fault({ kind: 'refund_pending', times: 1 });
        if (tries > 0) await checkRefund(refundId);
        await money.work();
        const theirs = refundsOf(intent).at(-1)!;
        await settleOutside(`${money.provider.url}/_control/refunds/${theirs.id}/settle`, 'failed');
        for (const event of money.noticesAbout(theirs.id)) await money.notice(event, 2);
        await money.work();
        expect(refundsOf(intent)).toHaveLength(tries + 1);
        if (tries === 3) break;
        expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated', tries: tries + 1 });
        await frozenClock.later(86_399);
        await money.app.asSystem(() => money.app.get(SendRefund).run({ refundId }));
        expect(refundsOf(intent)).toHaveLength(tries + 1);
        await frozenClock.later(1);
        expect(await dueRefunds()).toContain(refundId);
      }
      expect(await money.row('refund', refundId)).toMatchObject({
        state: 'manual',
        failure: 'expired_or_canceled_card',
      });
      // The desk has it tried again: a new try with a new key.
      await money.app.asSystem(() => money.app.get(SendRefund).run({ refundId }));
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
    });

    test('the provider refuses waits for the desk; nothing moved', async () => {
      const { refundId, intent, cause } = await refunded(8_000n);
      const books = money.provider.books;
      const charge = books.charges.all().find((one) => one.payment_intent === intent);
      books.charges.put(charge!.id, { ...charge!, amount_refunded: 9_000 });
      await money.work();
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'manual' });
      expect(await money.balance('buyer_escrow', cause.id)).toBe(10_000n);
    });

    test('S-8 one that nobody here ordered changes nothing', async () => {
      const payment = await money.captured(10_000n);
      await fetch(`${money.provider.url}/v1/refunds`, {
        method: 'POST',
        headers: { authorization: 'Bearer sk_test_money', 'content-type': 'application/x-www-form-urlencoded' },
        body: `payment_intent=${payment.intent}&amount=100`,
      });
      for (const event of money.noticesAbout(refundsOf(payment.intent)[0]!.id)) await money.notice(event);
      await money.work();
      expect(await money.row('payment', payment.paymentId)).toMatchObject({ refunded_paise: '0' });
    });
  });

  describe('R-8.7 a payout', () => {
    async function scheduled(account: typeof goodAccount | null = goodAccount) {
      const payment = await money.captured(10_000n);
      const sellerId = newId();
      money.accounts.set(sellerId, account);
      const order = { kind: 'order', id: newId() } as const;
      const payoutId = (await money.payout(payment, 10_000n, order, sellerId))!;
      return { ...payment, sellerId, order, payoutId };
    }
    const paidTo = (payoutId: string) => money.bank.payouts().filter((one) => one.idempotencyKey === payoutId);
    const send = (payoutId: string) => money.app.asSystem(() => money.app.get(SendPayout).run({ payoutId }));

    test('scheduled → paid: escrow to the maker to the bank, once, whatever is repeated', async () => {
      const { payoutId, sellerId, order, ...payment } = await scheduled();
      expect(await money.payout(payment, 10_000n, order, sellerId)).toBe(payoutId);
      expect(await money.balance('seller_payable', sellerId)).toBe(10_000n);
      await money.work(3);
      expect(await money.row('payout', payoutId)).toMatchObject({ state: 'paid', utr: expect.any(String) });
      expect(paidTo(payoutId)).toHaveLength(1);
      expect(await money.balance('seller_payable', sellerId)).toBe(0n);
      expect(await money.balance('buyer_escrow', payment.cause.id)).toBe(0n);
      const sql = `select count(*)::int as count from ledger.transfer where cause = $1`;
      expect(await asOwner(sql, [`order:${order.id}`])).toEqual([{ count: 2 }]);
    });

    test('scheduled → sent → paid: the bank is asked every ten minutes', async () => {
      await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
      const { payoutId } = await scheduled({ ...goodAccount, accountNumber: '300009994' });
      await money.work();
      expect(await money.row('payout', payoutId)).toMatchObject({ state: 'sent' });
      await frozenClock.later(599);
      expect(await duePayouts()).not.toContain(payoutId);
      money.bank.settle(paidTo(payoutId)[0]!.id, 'paid');
      await frozenClock.later(1);
      expect(await duePayouts()).toContain(payoutId);
      await checkPayout(payoutId);
      await money.work();
      expect(await money.row('payout', payoutId)).toMatchObject({ state: 'paid' });
    });

    test.each([
      ['without an account', null, 'no_bank_account'],
      ['to a closed account', { ...goodAccount, accountNumber: '300009991' }, 'account_closed'],
      ['to a frozen account', { ...goodAccount, accountNumber: '300009992' }, 'account_frozen'],
    ])('%s fails, told, with the money still owed', async (_, account, failure) => {
      const { payoutId, sellerId } = await scheduled(account);
      await money.work();
      expect(await money.row('payout', payoutId)).toMatchObject({ state: 'failed', failure });
      expect(await money.balance('seller_payable', sellerId)).toBe(10_000n);
      const sql = `select count(*)::int as count from platform.outbox
                    where name = 'payments.payout_failed' and payload->>'payoutId' = $1`;
      expect(await asOwner(sql, [payoutId])).toEqual([{ count: 1 }]);
    });

    test('S-9 to a maker who changed her account rests, to the second, and then goes out by itself', async () => {
      await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
      const { payoutId, sellerId } = await scheduled();
      money.rests.set(sellerId, new Date('2027-03-03T10:00:00Z'));
      await money.work(3);
      expect(await money.row('payout', payoutId)).toMatchObject({ state: 'scheduled' });
      expect(paidTo(payoutId)).toHaveLength(0);
      await frozenClock.later(48 * 3_600 - 1);
      expect(await duePayouts()).not.toContain(payoutId);
      await frozenClock.later(1);
      expect(await duePayouts()).toContain(payoutId);
      await checkPayout(payoutId);
      await money.work();
      expect(await money.row('payout', payoutId)).toMatchObject({ state: 'paid' });
      expect(paidTo(payoutId)).toHaveLength(1);
    });

    test('S-13 a killed worker between the bank’s answer and our note: paid once', async () => {
      const { payoutId } = await scheduled();
      await asOwner(`delete from platform.outbox where name = 'payments.send-payout'`);
      money.bank.fault({ kind: 'drop_after', route: 'POST /payouts', times: 1 });
      await send(payoutId);
      await send(payoutId);
      expect(paidTo(payoutId)).toHaveLength(1);
      expect(await money.row('payout', payoutId)).toMatchObject({ state: 'paid' });
    });

    test('S-9 twenty workers at once: paid once', async () => {
      const { payoutId, sellerId } = await scheduled();
      await Promise.allSettled(Array.from({ length: 20 }, () => send(payoutId)));
      await send(payoutId);
      expect(paidTo(payoutId)).toHaveLength(1);
      expect(await money.balance('seller_payable', sellerId)).toBe(0n);
    });
  });
});
