import { z } from 'zod';
import { newId, type Actor } from '#platform/kernel';
import { UnitOfWork } from '#platform/database';
import { asOwner, frozenClock, personActor } from '#platform/testing';
import { PayeesQuery } from '#sellers';
import {
  CheckPayment,
  CheckPayout,
  CheckRefund,
  DuePaymentsQuery,
  EndPayment,
  Reconcile,
  RequestRefund,
  RunPayouts,
  SettleEarning,
  StatementsQuery,
  WatchRefund,
} from '../src/index.js';
import { Money, type Asked } from './builders/money.js';

const noon = new Date('2027-03-10T06:30:00Z');
const [minutes_s, day_s] = [-600, -86_400];
const sum = z.object({ paise: z.coerce.bigint() });
const owedRow = z.object({ days: z.number(), paise: z.coerce.bigint() });

describe('S-71 a clock that is turned back while money is under way', () => {
  const money = new Money();
  const system = <T>(work: () => Promise<T>) => money.app.asSystem(work);
  beforeAll(async () => {
    await money.open();
    money.app.get(PayeesQuery).of = () =>
      Promise.resolve({ class: 'artisan', gstStatus: 'exempt', stateCode: 'IN-BR', payee: 'individual' });
  });
  beforeEach(() => frozenClock.at(noon));
  afterAll(async () => {
    await frozenClock.thaw();
    await money.close();
  });

  const stateOf = async ({ paymentId }: Asked) => (await money.row('payment', paymentId))['state'];
  async function sold(sellerId: string, paid_paise: bigint): Promise<string | null> {
    const { cause: paidFor } = await money.captured(paid_paise);
    const cause = { kind: 'order', id: newId() } as const;
    const sale = { cause, paidFor, sellerId, toState: 'IN-BR', paid_paise, coupon_paise: 0n, freight_paise: 0n };
    const lines = [{ taxable_paise: paid_paise, rate_bp: 500 }];
    const settled = await money.tx((tx) => money.app.get(SettleEarning).inside(tx, { ...sale, lines }));
    return settled!.payoutId;
  }

  test.each([
    ['ten minutes', minutes_s],
    ['a day', day_s],
  ])('%s: who has a payment open can pay it, once, and nobody ends it before its time', async (_, back_s) => {
    const started = await money.started(50_000n);
    await frozenClock.later(back_s);
    const due = await money.tx((tx) => money.app.get(DuePaymentsQuery).payments(tx, 100_000));
    expect(due).not.toContain(started.paymentId);
    await system(() => money.app.get(CheckPayment).run(started.paymentId));
    await system(() => money.app.get(EndPayment).run(started));
    expect(await stateOf(started)).toBe('intent_created');
    await money.starts(started);
    money.provider.pay(started.intent);
    for (let told = 0; told < 3; told++) await money.settle(started.intent);
    expect(await money.row('payment', started.paymentId)).toMatchObject({ state: 'captured', captured_paise: '50000' });
    expect(await money.news(started.paymentId)).toEqual(['payments.captured']);
  });

  test('what ended before stays ended, and another may be begun', async () => {
    const started = await money.started(50_000n);
    await frozenClock.later(16 * 60);
    await system(() => money.app.get(EndPayment).run(started));
    expect(await stateOf(started)).toBe('failed');
    await frozenClock.later(day_s);
    await expect(money.starts(started)).rejects.toMatchObject({ code: 'payment_not_payable' });
    await system(() => money.app.get(EndPayment).run(started));
    expect(await stateOf(started)).toBe('failed');
    expect(await stateOf(await money.captured(50_000n))).toBe('captured');
  });

  test('a refund is promised, sent and heard of, each at an earlier time: it goes back once, and costs no day', async () => {
    const paid = await money.captured(50_000n);
    await frozenClock.later(minutes_s);
    const refundId = newId();
    const wanted = { refundId, amount_paise: 30_000n, reason: 'late_payment', failedDebit: true };
    await money.tx((tx) => money.app.get(RequestRefund).inside(tx, paid.cause, wanted));
    await frozenClock.later(day_s);
    money.provider.fault({ kind: 'refund_pending', times: 1 });
    await money.work();
    await frozenClock.later(day_s);
    await system(() => money.app.get(CheckRefund).run(refundId));
    await system(() => money.app.get(WatchRefund).run(refundId));
    await frozenClock.at(noon);
    for (const refund of money.provider.books.refunds.all())
      if (refund.status === 'pending') refund.status = 'succeeded';
    await system(() => money.app.get(CheckRefund).run(refundId));
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded', late_at: null });
    expect(await money.balance('buyer_escrow', paid.cause.id)).toBe(20_000n);
  });

  test('days of a late refund are counted once, however often the clock comes by them', async () => {
    const paid = await money.captured(50_000n);
    const refundId = newId();
    const wanted = { refundId, amount_paise: 50_000n, reason: 'late_payment', failedDebit: true };
    await money.tx((tx) => money.app.get(RequestRefund).inside(tx, paid.cause, wanted));
    const due = (await money.row('refund', refundId))['due_at'] as Date;
    const looks = async (days: number) => {
      await frozenClock.at(new Date(due.getTime() + days * 86_400_000));
      await system(() => money.app.get(WatchRefund).run(refundId));
    };
    for (const days of [2.5, 1.2, -1, 2.7]) await looks(days);
    const sql = `select days, amount_paise::text as paise from payments.compensation where refund_id = $1`;
    const owed = () => money.tx((tx) => tx.maybe(owedRow, sql, [refundId]));
    expect(await owed()).toMatchObject({ days: 3 });
    expect(await money.balance('compensation_due', paid.cause.id)).toBe((await owed())!.paise);
    await looks(3.1);
    expect(await owed()).toMatchObject({ days: 4 });
    await money.work();
  });

  test('a maker is paid at once what she earns, each sale once, and is not made to wait for the day the clock showed', async () => {
    const sellerId = newId();
    const first = await sold(sellerId, 60_000n);
    expect(first).not.toBeNull();
    await frozenClock.later(day_s);
    await money.work(); // sent a day before it was set on its way
    expect(await money.row('payout', first!)).toMatchObject({ state: 'paid' });
    const second = await sold(sellerId, 40_000n);
    expect(second).not.toBeNull();
    await frozenClock.later(minutes_s);
    await system(() => money.app.get(RunPayouts).run(sellerId));
    await system(() => money.app.get(CheckPayout).run(second!));
    await money.work();
    const sql = `select sum(amount_paise)::text as paise from payments.payout where seller_id = $1 and state = 'paid'`;
    expect(await money.tx((tx) => tx.maybe(sum, sql, [sellerId]))).toEqual({ paise: 100_000n });
    expect(await money.balance('seller_payable', sellerId)).toBe(0n);
  });

  test('her statement tells every line once, in the order of its times, and each balance is the one before and the line', async () => {
    const maker: Actor = personActor({ organisationId: newId(), label: 'maker' });
    const sellerId = maker.organisationId!;
    await sold(sellerId, 60_000n);
    await frozenClock.at(new Date('2027-02-28T10:00:00Z')); // into the month before
    await sold(sellerId, 40_000n);
    await frozenClock.later(minutes_s);
    await money.work();
    await frozenClock.at(noon);
    await sold(sellerId, 10_000n);
    const query = money.app.get(StatementsQuery);
    const asks = <T>(work: Parameters<UnitOfWork['run']>[0]) =>
      money.app.as(maker, () => money.app.get(UnitOfWork).run(work) as Promise<T>);
    const request = { limit: 100, key: null, towards: 'next', wantsCount: false, list: 'x' } as const;
    type Told = [Awaited<ReturnType<typeof query.month>>, Awaited<ReturnType<typeof query.lines>>];
    const read = (month: string) =>
      asks<Told>(async (tx) => {
        const head = await query.month(tx, month);
        return [head, await query.lines(tx, head, request)];
      });
    let balance = 0n;
    let count = 0;
    for (const month of ['2027-02', '2027-03']) {
      const [head, lines] = await read(month);
      expect(head.opening_paise).toBe(balance);
      for (const [i, line] of lines.entries()) {
        expect(line.n).toBe(i + 1);
        if (i > 0) expect(line.posted_at >= lines[i - 1]!.posted_at).toBe(true);
        balance += line.amount_paise;
        expect(line.balance_paise).toBe(balance);
      }
      expect(head.closing_paise).toBe(balance);
      count += lines.length;
    }
    expect(count).toBe(5); // three sales, two payouts
    expect(balance).toBe(await money.balance('seller_payable', sellerId));
  });

  test('S-8 a look that was made while the machine’s clock ran ahead is not believed: what happened since is read', async () => {
    const looks = () => system(() => money.app.get(Reconcile).run('hourly'));
    const before = await looks();
    await asOwner(
      `update payments.reconciliation set began_at = began_at - interval '10 hours', ended_at = ended_at - interval '10 hours'`,
    );
    await asOwner(
      `insert into payments.reconciliation (id, kind, since_at, began_at, ended_at, counts)
       select gen_random_uuid(), kind, since_at, now() + interval '5 days', now() + interval '5 days', counts
         from payments.reconciliation limit 1`,
    );
    const { since } = await looks();
    expect(since.getTime()).toBeLessThan(before.since.getTime() - 7 * 3_600_000);
    await asOwner(`delete from payments.reconciliation where began_at > now()`);
  });

  test.each([10, -10])(
    'the api’s own clock %i minutes off changes nothing: money goes by the database’s',
    async (off) => {
      const sellerId = newId();
      const reallyNow = Date.now();
      jest.useFakeTimers({ now: reallyNow + off * 60_000, doNotFake: timers });
      try {
        const started = await money.started(20_000n);
        expect(await money.row('payment', started.paymentId)).toMatchObject({ made_at: noon, state: 'intent_created' });
        money.provider.pay(started.intent);
        await money.settle(started.intent);
        await money.refund(started, 5_000n);
        await money.work();
        expect(await money.row('payment', started.paymentId)).toMatchObject({ state: 'captured', settled_at: noon });
        expect(await money.balance('buyer_escrow', started.cause.id)).toBe(15_000n);
        const payoutId = await sold(sellerId, 30_000n);
        await money.work();
        expect(await money.row('payout', payoutId!)).toMatchObject({ state: 'paid', made_at: noon, settled_at: noon });
      } finally {
        jest.useRealTimers();
      }
    },
  );
});

/** All but the date goes on as it is. */
const timers = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const satisfies readonly string[] as never;
