import { z } from 'zod';
import { newId } from '#platform/kernel';
import { asOwner, frozenClock } from '#platform/testing';
import { metrics } from '#platform/observability';
import { AlarmDesk, ReconciliationWatch, RequestRefund, WatchRefund, type WaitingMoney } from '../src/index.js';
import { Money } from './builders/money.js';

describe('R-8.6 R-8.7 SM-6 the desk hears of money nobody moves', () => {
  const money = new Money();
  beforeAll(async () => {
    await money.open();
    await frozenClock.at(new Date('2026-12-01T10:00:00Z'));
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await money.close();
  });

  const due = async (about: WaitingMoney, id: string): Promise<boolean> =>
    (await money.tx((tx) => money.app.get(AlarmDesk).due(tx, about, 100_000))).includes(id);
  const told = (id: string) =>
    asOwner<{ state: string; since: string }>(
      `select payload ->> 'state' as state, payload ->> 'since' as since from platform.outbox
        where name = 'payments.money_waits' and payload ->> 'id' = $1 order by id`,
      [id],
    );
  const strike = (about: WaitingMoney, id: string) => money.app.asSystem(() => money.app.get(AlarmDesk).run(about, id));
  const hours = (count: number) => frozenClock.later(count * 3_600);

  test('R-8.6 a refund that is not begun within its hours is told once; begun and stuck again it is told again', async () => {
    const paid = await money.captured(10_000n);
    const id = await money.refund(paid, 10_000n);
    await hours(47.99);
    expect(await due('refund', id)).toBe(false);
    await strike('refund', id);
    expect(await told(id)).toEqual([]);
    await hours(0.02);
    expect(await due('refund', id)).toBe(true);
    for (let struck = 0; struck < 2; struck++) await strike('refund', id);
    expect(await told(id)).toMatchObject([{ state: 'requested' }]);
    expect(await due('refund', id)).toBe(false);
    await money.tx((tx) => tx.run(`update payments.refund set state = 'manual' where id = $1`, [id]));
    expect(await due('refund', id)).toBe(false);
    await hours(24 * 8);
    expect(await due('refund', id)).toBe(true);
    await strike('refund', id);
    expect((await told(id)).map((row) => row.state)).toEqual(['requested', 'manual']);
  });

  test('S-72 what the desk was told about is counted until somebody moves it', async () => {
    const waits = async (): Promise<number> => {
      await money.app.get(ReconciliationWatch).read();
      const { values } = await metrics.getSingleMetric('odop_payment_rows_waiting')!.get();
      return values.find(({ labels }) => labels['about'] === 'refund')!.value;
    };
    const id = await money.refund(await money.captured(10_000n), 10_000n);
    const before = await waits();
    await hours(49);
    await strike('refund', id);
    expect(await waits()).toBe(before + 1);
    await money.tx((tx) => tx.run(`update payments.refund set state = 'manual' where id = $1`, [id]));
    expect(await waits()).toBe(before);
  });

  test('R-8.6 what a late refund cost is told once when it is owed for a day and nobody paid it', async () => {
    const paid = await money.captured(10_000n);
    const id = newId();
    const wanted = { refundId: id, amount_paise: 10_000n, reason: 'late_payment', failedDebit: true };
    await money.tx((tx) => money.app.get(RequestRefund).inside(tx, paid.cause, wanted));
    const looks = () => money.app.asSystem(() => money.app.get(WatchRefund).run(id));
    await hours(24 * 7);
    await looks();
    await hours(24 * 3);
    expect(await due('compensation', id)).toBe(false); // it grows: the refund is waited for
    await money.work();
    await looks();
    await hours(23.99);
    expect(await due('compensation', id)).toBe(false);
    await hours(0.02);
    expect(await due('compensation', id)).toBe(true);
    for (let struck = 0; struck < 2; struck++) await strike('compensation', id);
    expect(await told(id)).toMatchObject([{ state: 'owed' }]);
    expect(await due('compensation', id)).toBe(false);
  });

  test('SM-6 a payment is not late because of words beside its state, and what ended is never late', async () => {
    const paid = await money.captured(5_000n);
    await hours(1);
    await money.tx((tx) => tx.run(`update payments.payment set check_at = null where id = $1`, [paid.paymentId]));
    const row = await money.tx((tx) =>
      tx.maybe(z.object({ same: z.boolean() }), `select state_since < $2 as same from payments.payment where id = $1`, [
        paid.paymentId,
        new Date(tx.now.getTime() - 1_800_000),
      ]),
    );
    expect(row).toEqual({ same: true });
    await money.tx((tx) => tx.run(`update payments.payment set state = 'settled' where id = $1`, [paid.paymentId]));
    await hours(24 * 400);
    expect(await due('payment', paid.paymentId)).toBe(false);
  });
});
