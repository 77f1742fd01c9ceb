import { newId } from '#platform/kernel';
import { asOwner } from '#platform/testing';
import { Reconcile, SettlePayment } from '../src/index.js';
import { Money } from './builders/money.js';

/** Rounds of each race; `RACE_ROUNDS=100` before a release. */
const rounds = Number(process.env['RACE_ROUNDS'] ?? 2);
const crowd = 50;

/** Whoever finds no connection, or the row, free in time comes again, as a job does: this machine may be slow. */
async function patient<T>(act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(
        error instanceof Error && /timeout exceeded when trying to connect|due to lock timeout/.test(error.message)
      ))
        throw error;
    }
  }
}
const together = <T>(count: number, act: (i: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: count }, (_, i) => patient(() => act(i))));
const won = (all: readonly PromiseSettledResult<unknown>[]): number =>
  all.filter((one) => one.status === 'fulfilled').length;

describe('fifty at once', () => {
  const money = new Money();
  beforeAll(() => money.open());
  afterAll(() => money.close());

  const settled = async (cause: { id: string }, why: string) =>
    asOwner<{ n: number; sum: number }>(
      `select count(*)::int as n, coalesce(sum(amount_paise), 0)::int as sum from ledger.transfer
        where cause = $1 and why = $2`,
      [`checkout:${cause.id}`, why],
    );

  test('S-6 notices, browsers coming back and the hourly look: one settlement', async () => {
    for (let round = 0; round < rounds; round++) {
      const paid = await money.started(10_000n);
      money.provider.pay(paid.intent);
      const notice = money.noticesAbout(paid.intent).find((event) => event.type === 'payment_intent.succeeded');
      const ways = [
        () => money.notice(notice!),
        () => money.app.asSystem(() => money.app.get(SettlePayment).run({ providerPaymentId: paid.intent })),
        () => money.work(1),
      ];
      const looks = () => money.app.asSystem(() => money.app.get(Reconcile).run('hourly', { patience_s: -5 }));
      const all = await together(crowd, async (i): Promise<unknown> => (i % 25 === 0 ? looks() : ways[i % 3]!()));
      expect(all.filter((one) => one.status === 'rejected')).toEqual([]);
      await money.work();
      expect(await money.row('payment', paid.paymentId)).toMatchObject({ state: 'captured', captured_paise: '10000' });
      expect(await settled(paid.cause, 'payment_captured')).toEqual([{ n: 1, sum: 10_000 }]);
      expect(await money.news(paid.paymentId)).toEqual(['payments.captured']);
    }
  });

  test('S-9 fifty refunds of a fortieth each: forty are promised and sent, the others are refused', async () => {
    for (let round = 0; round < rounds; round++) {
      const paid = await money.captured(10_000n);
      const all = await together(crowd, () => money.refund(paid, 250n));
      expect(won(all)).toBe(40);
      for (const one of all)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'refund_too_large' });
      await money.work(1);
      expect(await money.row('payment', paid.paymentId)).toMatchObject({ refunded_paise: '10000' });
      expect(await settled(paid.cause, 'refund')).toEqual([{ n: 40, sum: 10_000 }]);
      const charge = money.provider.charges().find((one) => one.paymentIntentId === paid.intent)!;
      expect(charge.refunded_paise).toBe(10_000);
    }
  });

  test('S-9 one refund and one release asked for by fifty each: each happens once, and both fit', async () => {
    for (let round = 0; round < rounds; round++) {
      const paid = await money.captured(10_000n);
      const [refundId, cause] = [newId(), { kind: 'order', id: newId() } as const];
      const all = await together(crowd, async (i): Promise<unknown> =>
        i % 2 === 0 ? money.refund(paid, 4_000n, refundId) : money.payout(paid, 6_000n, cause),
      );
      expect(won(all)).toBe(crowd);
      await money.work(2);
      expect(await money.row('payment', paid.paymentId)).toMatchObject({
        refunded_paise: '4000',
        released_paise: '6000',
      });
      expect(await settled(paid.cause, 'refund')).toEqual([{ n: 1, sum: 4_000 }]);
    }
  });
});
