import fc from 'fast-check';
import { z } from 'zod';
import { newId, type Actor } from '#platform/kernel';
import { paiseColumn, sumPaise } from '#platform/money';
import { frozenClock, personActor } from '#platform/testing';
import { PayeesQuery, SellersQuery } from '#sellers';
import {
  CheckPayout,
  ClawBack,
  DuePaymentsQuery,
  HoldPayouts,
  NoteReturnedPayout,
  Reconcile,
  RetryPayout,
  RetryRefund,
  RunPayouts,
  SettleEarning,
  UnpaidPayoutsQuery,
} from '../src/index.js';
import { shareLoss } from '../src/domain/loss.js';
import { goodAccount, Money } from './builders/money.js';

const start = new Date('2027-03-01T10:00:00Z');
const payoutRow = z.object({ id: z.uuid(), amount_paise: paiseColumn, state: z.string(), key: z.uuid() });
const week_s = 7 * 86_400;

describe('R-8.7 runs of payouts', () => {
  const money = new Money();
  beforeAll(async () => {
    await money.open();
    // Whether the shop is there is another module's business.
    money.app.get(SellersQuery).byId = () => Promise.resolve({} as never);
    money.app.get(PayeesQuery).of = () =>
      Promise.resolve({ class: 'artisan', gstStatus: 'exempt', stateCode: 'IN-BR', payee: 'individual' });
  });
  beforeEach(() => frozenClock.at(start));
  afterAll(async () => {
    await frozenClock.thaw();
    await money.close();
  });

  const system = <T>(work: () => Promise<T>) => money.app.asSystem(work);
  const officer = (): Actor => personActor({ label: 'payments desk', secondFactorAt: new Date() });

  async function sold(sellerId: string, paid_paise: bigint, coupon_paise = 0n) {
    const paid = await money.captured(paid_paise);
    const cause = { kind: 'order', id: newId() } as const;
    const sale = { cause, paidFor: paid.cause, sellerId, toState: 'IN-BR', paid_paise, coupon_paise };
    const lines = [{ taxable_paise: paid_paise + coupon_paise, rate_bp: 500 }];
    const settled = await money.tx((tx) =>
      money.app.get(SettleEarning).inside(tx, { ...sale, freight_paise: 0n, lines }),
    );
    return { ...paid, cause, paidFor: paid.cause, payoutId: settled!.payoutId };
  }
  const payoutsOf = (sellerId: string) =>
    money.tx((tx) =>
      tx.many(
        payoutRow,
        `select id, amount_paise, state, key from payments.payout where seller_id = $1 order by made_at, id`,
        [sellerId],
      ),
    );
  const amounts = async (sellerId: string) => (await payoutsOf(sellerId)).map((payout) => payout.amount_paise);
  const isDue = async (sellerId: string) =>
    (await money.tx((tx) => money.app.get(RunPayouts).due(tx, 1_000))).includes(sellerId);
  const run = (sellerId: string) => system(() => money.app.get(RunPayouts).run(sellerId));
  const owed = (sellerId: string) => money.balance('seller_payable', sellerId);

  test('the first sale is paid at once, the next ones together when the cycle is over, to the second', async () => {
    const sellerId = newId();
    expect((await sold(sellerId, 50_000n)).payoutId).not.toBeNull();
    await money.work();
    expect((await sold(sellerId, 20_000n)).payoutId).toBeNull();
    await frozenClock.later(86_400);
    const last = await sold(sellerId, 30_000n);
    expect(await amounts(sellerId)).toEqual([50_000n]);
    await frozenClock.later(week_s - 86_400 - 1);
    expect(await isDue(sellerId)).toBe(false);
    await run(sellerId);
    expect(await amounts(sellerId)).toEqual([50_000n]);
    await frozenClock.later(1);
    expect(await isDue(sellerId)).toBe(true);
    await run(sellerId);
    await run(sellerId);
    expect(await amounts(sellerId)).toEqual([50_000n, 50_000n]);
    const second = (await payoutsOf(sellerId))[1]!;
    const paidBy = await money.tx((tx) =>
      tx.maybe(z.object({ payout_id: z.uuid() }), `select payout_id from payments.earning where cause_id = $1`, [
        last.cause.id,
      ]),
    );
    expect(paidBy).toEqual({ payout_id: second.id });
    await money.work();
    expect(await owed(sellerId)).toBe(0n);
    expect(await isDue(sellerId)).toBe(false);
  });

  test('less than the minimum waits for more; exactly the minimum is paid', async () => {
    const sellerId = newId();
    expect((await sold(sellerId, 9_949n)).payoutId).toBeNull();
    expect(await isDue(sellerId)).toBe(false);
    expect((await sold(sellerId, 51n)).payoutId).not.toBeNull();
    expect(await amounts(sellerId)).toEqual([10_000n]);
  });

  test('S-9 twenty runs at once begin one payout', async () => {
    const sellerId = newId();
    await sold(sellerId, 50_000n);
    await sold(sellerId, 70_000n);
    await frozenClock.later(week_s);
    await Promise.all(Array.from({ length: 20 }, () => run(sellerId)));
    expect(await amounts(sellerId)).toEqual([50_000n, 70_000n]);
  });

  test('what came back after it was paid is made up for by later sales, and the shopper is refunded whole', async () => {
    const sellerId = newId();
    const sale = await sold(sellerId, 50_000n, 2_000n);
    await money.work();
    expect(await owed(sellerId)).toBe(0n);
    const undone = { id: newId(), cause: sale.cause, paid_paise: 50_000n, coupon_paise: 2_000n, cameBack: true };
    for (let i = 0; i < 2; i++) await money.tx((tx) => money.app.get(ClawBack).inside(tx, undone));
    expect(await owed(sellerId)).toBe(-52_000n);
    const refundId = await money.refund({ ...sale, cause: sale.paidFor }, 50_000n);
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
    expect(await money.balance('buyer_escrow', sale.paidFor.id)).toBe(0n);
    await frozenClock.later(week_s);
    expect((await sold(sellerId, 40_000n)).payoutId).toBeNull();
    expect((await sold(sellerId, 30_000n)).payoutId).not.toBeNull();
    expect(await amounts(sellerId)).toEqual([52_000n, 18_000n]);
    const again = { ...undone, id: newId() };
    await expect(money.tx((tx) => money.app.get(ClawBack).inside(tx, again))).rejects.toThrow(
      'no more is taken back than was credited',
    );
  });

  test('while the desk holds them none begins and none that waits is sent; another officer lets them go', async () => {
    const sellerId = newId();
    const { payoutId } = await sold(sellerId, 50_000n);
    const [first, second] = [officer(), officer()];
    const hold = (by: Actor) => money.app.as(by, () => money.app.get(HoldPayouts).hold(sellerId, 'a complaint'));
    const release = (by: Actor) => money.app.as(by, () => money.app.get(HoldPayouts).release(sellerId, 'looked into'));
    await expect(release(second)).rejects.toMatchObject({ code: 'payouts_not_held' });
    await hold(first);
    await expect(hold(second)).rejects.toMatchObject({ code: 'payouts_held_already' });
    await money.work();
    expect(await money.row('payout', payoutId!)).toMatchObject({ state: 'scheduled', check_at: null });
    await frozenClock.later(week_s);
    expect((await sold(sellerId, 20_000n)).payoutId).toBeNull();
    expect(await isDue(sellerId)).toBe(false);
    await expect(release(first)).rejects.toMatchObject({ code: 'own_hold' });
    await release(second);
    expect(await isDue(sellerId)).toBe(true);
    await run(sellerId);
    expect(await money.tx((tx) => money.app.get(DuePaymentsQuery).payouts(tx, 1_000))).toContain(payoutId);
    await system(() => money.app.get(CheckPayout).run(payoutId!));
    await money.work();
    expect((await payoutsOf(sellerId)).map((payout) => payout.state)).toEqual(['paid', 'paid']);
    expect(await owed(sellerId)).toBe(0n);
  });

  test('S-35 the desk proves its second factor anew', async () => {
    const stale = personActor({ label: 'payments desk', secondFactorAt: new Date(0) });
    for (const act of [
      () => money.app.get(HoldPayouts).hold(newId(), 'no'),
      () => money.app.get(HoldPayouts).release(newId(), 'no'),
      () => money.app.get(RetryPayout).run(newId(), 'no'),
      () => money.app.get(RetryRefund).run(newId(), 'no'),
    ]) {
      await expect(money.app.as(stale, act)).rejects.toMatchObject({ code: 'second_factor_needed' });
    }
  });

  test('SM-6 a failed payout is sent again with a new key, to the account she has by then: paid once', async () => {
    const sellerId = newId();
    money.accounts.set(sellerId, { ...goodAccount, accountNumber: '300009992' });
    const { payoutId } = await sold(sellerId, 50_000n);
    await money.work();
    expect(await money.row('payout', payoutId!)).toMatchObject({ state: 'failed', failure: 'account_frozen' });
    await frozenClock.later(week_s);
    await run(sellerId);
    expect(await amounts(sellerId)).toEqual([50_000n]); // what failed waits for the desk, and is paid no second time
    money.accounts.set(sellerId, goodAccount);
    const retry = () => money.app.as(officer(), () => money.app.get(RetryPayout).run(payoutId!, 'account corrected'));
    await retry();
    await money.work();
    const [payout] = await payoutsOf(sellerId);
    expect(payout).toMatchObject({ state: 'paid' });
    expect(payout!.key).not.toBe(payoutId);
    const theirs = money.bank.payouts().filter((one) => [payoutId, payout!.key].includes(one.idempotencyKey));
    expect(theirs.map((one) => one.status)).toEqual(['failed', 'paid']);
    await expect(retry()).rejects.toMatchObject({ code: 'illegal_transition' });
    await expect(
      money.app.as(officer(), () => money.app.get(RetryPayout).run(newId(), 'unknown')),
    ).rejects.toMatchObject({ code: 'payout_unknown' });
  });

  test('R-8.7 SM-1 what is left of a shop that closed is paid, however little it is; held, it waits for the desk', async () => {
    const sellerId = newId();
    await sold(sellerId, 100n);
    await money.work();
    expect(await amounts(sellerId)).toEqual([]);
    await money.app.as(officer(), () => money.app.get(HoldPayouts).hold(sellerId, 'looked at'));
    const last = () => system(() => money.app.get(RunPayouts).last(sellerId));
    await last();
    expect(await amounts(sellerId)).toEqual([]);
    await money.app.as(officer(), () => money.app.get(HoldPayouts).release(sellerId, 'all is well'));
    expect(await isDue(sellerId)).toBe(true);
    for (let struck = 0; struck < 2; struck++) await run(sellerId); // nobody says again that she closed
    await money.work();
    expect(await amounts(sellerId)).toEqual([100n]);
    expect(await owed(sellerId)).toBe(0n);
  });

  test('R-8.7 SM-1 what is credited to a closed shop later is paid at once, within her cycle and below the minimum', async () => {
    const sellerId = newId();
    await sold(sellerId, 50_000n);
    await money.work();
    for (let told = 0; told < 2; told++) await system(() => money.app.get(RunPayouts).last(sellerId));
    await frozenClock.later(60);
    expect((await sold(sellerId, 100n)).payoutId).not.toBeNull();
    await money.work();
    expect(await amounts(sellerId)).toEqual([50_000n, 100n]);
    expect(await owed(sellerId)).toBe(0n);
  });

  test('S-8 a payout her bank sent back is noticed once: owed again, held, and paid anew when the desk lets it go', async () => {
    const sellerId = newId();
    const { payoutId } = await sold(sellerId, 50_000n);
    await money.work();
    const theirs = money.bank.payouts().find((one) => one.idempotencyKey === payoutId)!;
    money.bank.settle(theirs.id, 'returned', 'account_closed');
    const returned = {
      payoutId: payoutId!,
      status: 'returned',
      amount_paise: 50_000n,
      failure: 'account_closed',
    } as const;
    for (let i = 0; i < 2; i++) await system(() => money.app.get(NoteReturnedPayout).follow(returned));
    expect(await money.row('payout', payoutId!)).toMatchObject({ state: 'paid', failure: 'account_closed' });
    expect(await owed(sellerId)).toBe(50_000n);
    expect(await isDue(sellerId)).toBe(false);
    const open = await money.tx((tx) => money.app.get(UnpaidPayoutsQuery).ids(tx, sellerId));
    expect(open).toEqual([sellerId]);
    await money.app.as(officer(), () => money.app.get(HoldPayouts).release(sellerId, 'new account'));
    await frozenClock.later(week_s);
    await run(sellerId);
    await money.work();
    expect(await amounts(sellerId)).toEqual([50_000n, 50_000n]);
    expect(await owed(sellerId)).toBe(0n);
    expect(await money.tx((tx) => money.app.get(UnpaidPayoutsQuery).ids(tx, sellerId))).toEqual([]);
  });

  test('S-8 the hourly look finds it in the bank’s list; what the bank paid to the end is left alone', async () => {
    await frozenClock.at(new Date());
    const [one, other] = [newId(), newId()];
    const back = await sold(one, 50_000n);
    await sold(other, 60_000n);
    await money.work();
    const theirs = money.bank.payouts().find((each) => each.idempotencyKey === back.payoutId)!;
    money.bank.settle(theirs.id, 'returned', 'account_closed');
    await system(() => money.app.get(Reconcile).run('hourly'));
    expect([await owed(one), await owed(other)]).toEqual([50_000n, 0n]);
  });

  test('SM-6 the desk has a refund tried again; one that does not wait for it is left alone', async () => {
    const payment = await money.captured(10_000n);
    const refundId = await money.refund(payment, 4_000n);
    const retry = (id: string) => money.app.as(officer(), () => money.app.get(RetryRefund).run(id, 'asked the bank'));
    await expect(retry(refundId)).rejects.toMatchObject({ code: 'refund_not_waiting' });
    await expect(retry(newId())).rejects.toMatchObject({ code: 'refund_unknown' });
    money.provider.fault({ kind: 'error_before', route: 'POST /v1/refunds', times: 1, status: 400 });
    await money.work(1);
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'manual' });
    await retry(refundId);
    await money.work();
    expect(await money.row('refund', refundId)).toMatchObject({ state: 'succeeded' });
  });
});

describe('S-9 a loss shared by those who earned', () => {
  test('adds up to it to the paisa, and nobody bears more than she earned', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 10n });
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 8 }), (loss, earned) => {
        const shares = shareLoss(loss, earned);
        const whole = sumPaise(earned);
        expect(sumPaise(shares)).toBe(loss < whole ? loss : whole);
        shares.forEach((share, i) => expect(share >= 0n && share <= earned[i]!).toBe(true));
      }),
    );
  });
});
