import { z } from 'zod';
import { newId } from '#platform/kernel';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import { PayCompensation, RequestRefund, WatchRefund } from '../src/index.js';
import { lateDays, nextLateDay } from '../src/domain/late-refund.js';
import { Money, type Asked } from './builders/money.js';

const refusal = (code: string) => expect.objectContaining({ code });
const hundred = 10_000n;
const owedRow = z.object({ state: z.string(), days: z.number(), paise: z.string(), reference: z.string().nullable() });
const restRow = z.object({ id: z.uuid(), due_at: z.date(), failed_debit: z.boolean() });

describe('R-8.6 the days a refund is late', () => {
  const due = new Date('2026-12-06T18:30:00.000Z');
  test.each([
    ['long before', '2026-12-01T00:00:00.000Z', 0],
    ['a moment before', '2026-12-06T18:29:59.999Z', 0],
    ['at the moment itself', '2026-12-06T18:30:00.000Z', 0],
    ['a moment after: a day has begun', '2026-12-06T18:30:00.001Z', 1],
    ['a moment before the next day', '2026-12-07T18:29:59.999Z', 1],
    ['at the end of the first day', '2026-12-07T18:30:00.000Z', 1],
    ['a moment after it', '2026-12-07T18:30:00.001Z', 2],
    ['a month', '2027-01-05T18:30:00.000Z', 30],
  ])('%s', (_, until, days) => {
    expect(lateDays(due, new Date(until))).toBe(days);
    // Another day is counted after that moment, and not at it.
    const next = nextLateDay(due, days);
    expect(lateDays(due, next)).toBe(days);
    expect(lateDays(due, new Date(next.getTime() + 1))).toBe(days + 1);
  });
});

describe('R-8.6 refunds that come too late', () => {
  const money = new Money();
  beforeAll(() => money.open());
  afterAll(() => money.close());
  beforeEach(() => frozenClock.at(new Date('2026-12-01T10:00:00Z')));
  afterEach(async () => {
    money.provider.faults.clear();
    await money.work(); // what a test leaves to be sent is sent before the next one
    await frozenClock.thaw();
  });

  const ask = async (of: Asked, amount_paise: bigint, failedDebit: boolean): Promise<string> => {
    const refundId = newId();
    const wanted = { refundId, amount_paise, reason: 'late_payment', failedDebit };
    await money.tx((tx) => money.app.get(RequestRefund).inside(tx, of.cause, wanted));
    return refundId;
  };
  /** Money of a payment that failed although it was debited. */
  const failed = async (amount_paise = 50_000n) => {
    const paid = await money.captured(amount_paise);
    return { ...paid, refundId: await ask(paid, amount_paise, true) };
  };
  const dueAt = async (refundId: string) => (await money.row('refund', refundId))['due_at'] as Date;
  const isDue = async (refundId: string) =>
    (await money.tx((tx) => money.app.get(WatchRefund).due(tx, 100_000))).includes(refundId);
  const look = (refundId: string) => money.app.asSystem(() => money.app.get(WatchRefund).run(refundId));
  const owed = (refundId: string) => {
    const sql = `select state, days, amount_paise::text as paise, reference from payments.compensation where refund_id = $1`;
    return money.tx((tx) => tx.maybe(owedRow, sql, [refundId]));
  };
  const told = (refundId: string) =>
    asOwner<{ payload: object }>(
      `select payload from platform.outbox where name = 'payments.refund_late' and payload ->> 'refundId' = $1`,
      [refundId],
    );
  /** So many milliseconds after the promised moment. */
  const after = async (refundId: string, ms: number) =>
    frozenClock.at(new Date((await dueAt(refundId)).getTime() + ms));
  const day_ms = 86_400_000;

  test('one that is not under way in 48 hours is late: seen, not owed for, and looked at once', async () => {
    const paid = await money.captured(20_000n);
    const refundId = await ask(paid, 20_000n, false);
    expect(await dueAt(refundId)).toEqual(new Date('2026-12-03T10:00:00Z'));
    await after(refundId, 0);
    expect(await isDue(refundId)).toBe(false);
    await look(refundId);
    expect(await money.row('refund', refundId)).toMatchObject({ late_at: null });
    await after(refundId, 1);
    expect(await isDue(refundId)).toBe(true);
    for (let looked = 0; looked < 2; looked++) await look(refundId);
    expect(await money.row('refund', refundId)).toMatchObject({ late_at: expect.any(Date), watch_at: null });
    expect([await told(refundId), await owed(refundId)]).toEqual([[], null]);
  });

  test('one that is under way by then is never late, however long the bank takes', async () => {
    const paid = await money.captured(20_000n);
    const refundId = await ask(paid, 20_000n, false);
    money.provider.fault({ kind: 'refund_pending', times: 1 });
    await money.work();
    await after(refundId, 30 * day_ms);
    await look(refundId);
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'initiated', late_at: null, watch_at: null });
  });

  test('money of a failed payment that is back in five days costs nothing', async () => {
    const { refundId } = await failed();
    expect(await dueAt(refundId)).toEqual(new Date('2026-12-06T18:29:59Z'));
    await money.work();
    await after(refundId, 5 * day_ms);
    await look(refundId);
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded', late_at: null, watch_at: null });
    expect([await told(refundId), await owed(refundId)]).toEqual([[], null]);
  });

  test('the five days count from when she was sent to her bank, not from when the money was found', async () => {
    const opened = await money.started(20_000n);
    await frozenClock.at(new Date('2026-12-04T10:00:00Z'));
    money.provider.pay(opened.intent);
    await money.settle(opened.intent);
    const refundId = await ask(opened, 20_000n, true);
    expect(await dueAt(refundId)).toEqual(new Date('2026-12-06T18:29:59Z'));
    await money.work();
  });

  test('each day that begins after them is owed, once, and told once; looks that were missed are made up for', async () => {
    const { refundId, cause } = await failed();
    const cost = await money.balance('compensation_cost');
    await after(refundId, 0);
    expect(await isDue(refundId)).toBe(false);
    await after(refundId, 1_000);
    expect(await isDue(refundId)).toBe(true);
    for (let looked = 0; looked < 2; looked++) await look(refundId);
    expect(await owed(refundId)).toMatchObject({ state: 'growing', days: 1, paise: '10000' });
    expect(await isDue(refundId)).toBe(false);
    await after(refundId, 3 * day_ms + 1_000);
    await look(refundId);
    expect(await owed(refundId)).toMatchObject({ state: 'growing', days: 4, paise: '40000' });
    expect(await told(refundId)).toMatchObject([
      { payload: { cause, amount_paise: 50_000, refunds: 1, daily_paise: Number(hundred) } },
    ]);
    await money.work();
    await after(refundId, 9 * day_ms);
    await look(refundId);
    expect(await owed(refundId)).toMatchObject({ state: 'owed', days: 4, paise: '40000' });
    expect(await isDue(refundId)).toBe(false);
    expect(await money.balance('compensation_due', cause.id)).toBe(4n * hundred);
    expect((await money.balance('compensation_cost')) - cost).toBe(4n * hundred);
    expect(await money.balance('buyer_escrow', cause.id)).toBe(0n);
  });

  test('two orders of one checkout: a day is owed once, with whichever refund, and told once', async () => {
    const paid = await money.captured(50_000n);
    const first = await ask(paid, 20_000n, true);
    await money.work();
    const [second, third] = [await ask(paid, 20_000n, true), await ask(paid, 10_000n, true)];
    await after(second, 1_000);
    for (const id of [second, third, first, second]) await look(id);
    expect([await owed(first), await owed(third)]).toEqual([null, null]);
    expect(await owed(second)).toMatchObject({ state: 'growing', days: 1 });
    await after(second, 2 * day_ms + 1_000);
    for (const id of [third, second]) await look(id);
    expect([await owed(second), await owed(third)]).toMatchObject([{ days: 1 }, { days: 2, paise: '20000' }]);
    await after(second, 3 * day_ms + 1_000);
    for (const id of [second, third]) await look(id);
    expect([await owed(second), await owed(third)]).toMatchObject([{ days: 2 }, { days: 2 }]);
    // What came back in time is not named; what is late is, all of it.
    expect(await told(second)).toMatchObject([{ payload: { amount_paise: 30_000, refunds: 2 } }]);
    expect(await told(third)).toEqual([]);
    expect(await money.row('refund', third)).toMatchObject({ late_at: expect.any(Date) });
    await money.work();
    await after(second, 9 * day_ms);
    for (const id of [second, third]) await look(id);
    expect([await owed(second), await owed(third)]).toMatchObject([
      { state: 'owed', days: 2 },
      { state: 'owed', days: 2 },
    ]);
    expect(await money.balance('compensation_due', paid.cause.id)).toBe(4n * hundred);
  });

  describe('SM-6 while her bank asks about the payment', () => {
    const control = async (path: string, body: object = {}) =>
      (await (
        await fetch(money.provider.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).json()) as { id: string };
    const disputed = async (intent: string, amount?: number) => {
      const { chargeId } = money.provider.charges().find((one) => one.paymentIntentId === intent)!;
      const { id } = await control(`/_control/charges/${chargeId}/dispute`, amount === undefined ? {} : { amount });
      await money.job('payments.settle-dispute', { providerDisputeId: id });
      return id;
    };
    const decides = async (id: string, outcome: 'won' | 'lost') => {
      await control(`/_control/disputes/${id}/close`, { outcome });
      await money.job('payments.settle-dispute', { providerDisputeId: id });
    };

    test('no day is counted; those that are owed stay owed when it takes the money back', async () => {
      const { refundId, intent } = await failed();
      await after(refundId, 1_000);
      await look(refundId);
      const dispute = await disputed(intent);
      await after(refundId, 2 * day_ms);
      await look(refundId);
      expect(await owed(refundId)).toMatchObject({ state: 'growing', days: 1 });
      await decides(dispute, 'lost');
      expect(await money.row('refund', refundId)).toMatchObject({ state: 'replaced' });
      await after(refundId, 9 * day_ms);
      await look(refundId);
      expect(await owed(refundId)).toMatchObject({ state: 'owed', days: 1 });
      expect(await isDue(refundId)).toBe(false);
    });

    test('when it leaves the money here, they are counted after all', async () => {
      const { refundId, intent } = await failed();
      const dispute = await disputed(intent);
      await after(refundId, 2 * day_ms);
      await look(refundId);
      expect(await owed(refundId)).toBeNull();
      await decides(dispute, 'won');
      await money.work();
      await after(refundId, 9 * day_ms);
      await look(refundId);
      expect(await owed(refundId)).toMatchObject({ state: 'owed', days: 2 });
    });

    test('what it leaves of a refund is not owed for twice', async () => {
      const { refundId, intent, paymentId } = await failed();
      await after(refundId, 1_000);
      await look(refundId);
      const due = await dueAt(refundId);
      await decides(await disputed(intent, 20_000), 'lost');
      const sql = `select id, due_at, failed_debit from payments.refund where payment_id = $1 and state <> 'replaced'`;
      const rest = await money.tx((tx) => tx.maybe(restRow, sql, [paymentId]));
      expect(rest).toMatchObject({ failed_debit: true, due_at: due });
      await frozenClock.at(new Date(due.getTime() + 2 * day_ms));
      for (const id of [refundId, rest!.id]) await look(id);
      expect(await owed(rest!.id)).toMatchObject({ state: 'growing', days: 1 });
      await money.work();
      expect(await money.row('refund', rest!.id)).toMatchObject({ state: 'succeeded' });
    });
  });

  describe('the payments desk pays what they cost', () => {
    const officer = (secondFactorAt: Date | null = new Date()) =>
      personActor({ permissions: new Set(['admin:payments']), secondFactorAt });
    const pays = (refundId: string, who = officer()) =>
      money.app.as(who, () => money.app.get(PayCompensation).run(refundId, 'SIMN52026120900001'));

    test('once, when the money is back, with the reference of its transfer', async () => {
      const { refundId, cause } = await failed();
      await expect(pays(refundId)).rejects.toThrow(refusal('compensation_unknown'));
      await after(refundId, 1_000);
      await look(refundId);
      await expect(pays(refundId)).rejects.toThrow(refusal('compensation_not_owed'));
      await money.work();
      await after(refundId, 2 * day_ms);
      await look(refundId);
      await expect(pays(refundId, officer(null))).rejects.toThrow(refusal('second_factor_needed'));
      const bank = await money.balance('bank');
      const both = await Promise.allSettled([pays(refundId), pays(refundId)]);
      expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      await expect(pays(refundId)).rejects.toThrow(refusal('compensation_not_owed'));
      expect(await owed(refundId)).toMatchObject({ state: 'paid', days: 1, reference: 'SIMN52026120900001' });
      expect(await money.balance('compensation_due', cause.id)).toBe(0n);
      expect((await money.balance('bank')) - bank).toBe(-hundred);
    });
  });
});
