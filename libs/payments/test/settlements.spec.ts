import { z } from 'zod';
import { newId } from '#platform/kernel';
import { PayeesQuery } from '#sellers';
import { Reconcile, SettleDispute, SettleEarning } from '../src/index.js';
import type { PaymentProvider } from '../src/ports/payment-provider.js';
import { ProviderRefused } from '../src/ports/provider-errors.js';
import { PAYMENT_PROVIDER } from '../src/ports/tokens.js';
import { TakeSettlements } from '../src/use-cases/take-settlements.js';
import { Money, type Asked } from './builders/money.js';

const sum = z.object({ paise: z.coerce.bigint() });

describe('SM-6 S-8 money of the provider that comes to our bank', () => {
  const money = new Money();
  beforeAll(async () => {
    await money.open();
    money.app.get(PayeesQuery).of = () =>
      Promise.resolve({ class: 'artisan', gstStatus: 'exempt', stateCode: 'IN-BR', payee: 'individual' });
  });
  afterAll(() => money.close());

  const looks = (isTrial = false) =>
    money.app.asSystem(() => money.app.get(Reconcile).run('asked', { isTrial, patience_s: 3_600 }));
  const control = async (path: string, body: object = {}) =>
    (await (
      await fetch(`${money.provider.url}/_control/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json()) as { id: string };
  /** Days go by, and the provider sends what it has for us. @returns its id of that */
  const sends = async (outcome: 'paid' | 'pending' = 'paid', listing = 'completed') => {
    await control('balance/available');
    return (await control('balance/payout', { outcome, listing })).id;
  };
  /** What the desk was told of a settlement. */
  const toldOf = (settlementId: string) =>
    money.tx((tx) =>
      tx.many(
        z.object({ kind: z.string(), status: z.string(), says: z.string() }),
        `select kind, status, says from payments.difference where about = 'settlement' and provider_id = $1`,
        [settlementId],
      ),
    );
  /** What stands at the provider of one checkout. */
  const withProvider = async ({ cause }: Asked) => {
    const sql = `select coalesce(sum(amount_paise), 0)::text as paise from ledger.v_entry where code = 'gateway_clearing' and cause = $1`;
    return (await money.tx((tx) => tx.maybe(sum, sql, [`checkout:${cause.id}`])))!.paise;
  };
  const stateOf = async ({ paymentId }: Asked) => (await money.row('payment', paymentId))['state'];
  const stands = async (paid: Asked) => [await stateOf(paid), await withProvider(paid)];
  const credits = (paid: Asked, paid_paise: bigint) => {
    const cause = { kind: 'order', id: newId() } as const;
    const sale = { cause, paidFor: paid.cause, sellerId: newId(), toState: 'IN-BR', paid_paise };
    const rest = { coupon_paise: 0n, freight_paise: 0n, lines: [{ taxable_paise: paid_paise, rate_bp: 500 }] };
    return money.tx((tx) => money.app.get(SettleEarning).inside(tx, { ...sale, ...rest }));
  };

  test('released when all of it has gone on, settled when it has come in: posted once, and looked for where it was', async () => {
    const paid = await money.captured(50_000n);
    const { settled_at } = await money.row('payment', paid.paymentId);
    await looks();
    expect(await stands(paid)).toEqual(['captured', 50_000n - 1_180n]);
    await credits(paid, 50_000n);
    await looks();
    expect(await stands(paid)).toEqual(['releasable', 48_820n]);
    const before = await money.balance('bank');
    await sends();
    await looks(true);
    expect(await stands(paid)).toEqual(['releasable', 48_820n]);
    await looks();
    await looks();
    expect(await stands(paid)).toEqual(['settled', 0n]);
    expect((await money.balance('bank')) - before).toBe(48_820n);
    expect(await money.row('payment', paid.paymentId)).toMatchObject({ settled_at });
  });

  test('what came in before it went on is settled with its release', async () => {
    const paid = await money.captured(20_000n);
    await sends();
    await looks();
    expect(await stands(paid)).toEqual(['captured', 0n]);
    await credits(paid, 19_999n);
    await looks();
    expect(await stateOf(paid)).toBe('captured');
    await credits(paid, 1n);
    await looks();
    expect(await stateOf(paid)).toBe('settled');
  });

  test('S-8 a line no look has seen has its fee posted with its settlement', async () => {
    const paid = await money.captured(50_000n);
    await credits(paid, 50_000n);
    await sends();
    // Made before the look began, as those are that were made before this was built.
    await money.app.asSystem(() => money.app.get(TakeSettlements).run({ since: new Date() }));
    expect(await stands(paid)).toEqual(['settled', 0n]);
    const fees = `select coalesce(sum(amount_paise), 0)::text as paise from ledger.transfer where why = 'provider_fee' and cause = $1`;
    expect(await money.tx((tx) => tx.maybe(sum, fees, [`checkout:${paid.cause.id}`]))).toEqual({ paise: 1_180n });
  });

  test('S-8 one that was sent by hand names no lines: the desk is told, and those behind it are taken', async () => {
    const paid = await money.captured(50_000n);
    await credits(paid, 50_000n);
    await sends();
    await money.captured(20_000n);
    const byHand = await sends('paid', 'not_applicable');
    const { open } = await looks();
    expect(await stands(paid)).toEqual(['settled', 0n]);
    const says = 'sent by hand there: what is in it is not named';
    expect(await toldOf(byHand)).toEqual([{ kind: 'missing_here', status: 'open', says }]);
    expect((await looks()).open).toBe(open);
  });

  test('S-8 one whose lines are not all listed yet waits until they are', async () => {
    const [first, second] = [await money.captured(50_000n), await money.captured(30_000n)];
    for (const paid of [first, second]) await credits(paid, paid.amount_paise);
    const id = await sends('paid', 'in_progress');
    await looks();
    expect([await stateOf(first), await stateOf(second)]).toEqual(['releasable', 'releasable']);
    await control(`payouts/${id}/list`);
    await looks();
    expect([await stands(first), await stands(second)]).toEqual([
      ['settled', 0n],
      ['settled', 0n],
    ]);
    expect(await toldOf(id)).toEqual([]);
  });

  test('S-8 one the provider refuses to speak of is told to the desk until it does; those behind it are taken', async () => {
    const paid = await money.captured(50_000n);
    await credits(paid, 50_000n);
    await sends();
    const later = await money.captured(20_000n);
    const refused = await sends();
    const asks = jest.spyOn(money.app.get(PAYMENT_PROVIDER as never) as PaymentProvider, 'settledLines');
    asks.mockImplementationOnce(() => {
      throw new ProviderRefused('stripe', 'parameter_invalid', 'Not of this one.');
    });
    await looks();
    expect(await stands(paid)).toEqual(['settled', 0n]);
    expect(await withProvider(later)).toBe(19_528n);
    expect(await toldOf(refused)).toMatchObject([{ kind: 'missing_here', status: 'open' }]);
    asks.mockRestore();
    await looks();
    expect(await withProvider(later)).toBe(0n);
    expect(await toldOf(refused)).toMatchObject([{ status: 'repaired' }]);
  });

  test('what is under way is not here; what came back goes with the next', async () => {
    const paid = await money.captured(40_000n);
    await credits(paid, 40_000n);
    const first = await sends('pending');
    await looks();
    expect(await stands(paid)).toEqual(['releasable', 40_000n - 944n]);
    await control(`payouts/${first}/settle`, { outcome: 'failed' });
    await looks();
    expect(await stateOf(paid)).toBe('releasable');
    const second = await sends('pending');
    expect(second).not.toBe(first);
    await control(`payouts/${second}/settle`, { outcome: 'paid' });
    await looks();
    expect(await stands(paid)).toEqual(['settled', 0n]);
  });

  test('what our bank sends back days later is with the provider again, and released until it comes anew', async () => {
    const paid = await money.captured(40_000n);
    await money.refund(paid, 10_000n);
    await money.work();
    await credits(paid, 30_000n);
    const before = await money.balance('bank');
    const first = await sends();
    await looks();
    expect(await stands(paid)).toEqual(['settled', 0n]);
    await control(`payouts/${first}/settle`, { outcome: 'failed' });
    await Promise.all([looks(), looks()]);
    expect(await stands(paid)).toEqual(['releasable', 40_000n - 944n - 10_000n]);
    expect(await money.balance('bank')).toBe(before);
    await sends();
    for (let looked = 0; looked < 2; looked++) await looks();
    expect(await stands(paid)).toEqual(['settled', 0n]);
    expect((await money.balance('bank')) - before).toBe(40_000n - 944n - 10_000n);
  });

  test('what went back is taken from what comes', async () => {
    const paid = await money.captured(30_000n);
    await money.refund(paid, 10_000n);
    await money.work();
    await credits(paid, 20_000n);
    const before = await money.balance('bank');
    await sends();
    await looks();
    expect(await stands(paid)).toEqual(['settled', 0n]);
    expect((await money.balance('bank')) - before).toBe(30_000n - 708n - 10_000n);
  });

  test('SM-6 what has not gone back yet keeps a payment from being settled, and so does a line that comes to be known later', async () => {
    const paid = await money.captured(30_000n);
    await money.refund(paid, 10_000n);
    await credits(paid, 20_000n);
    await sends();
    await looks();
    expect(await stateOf(paid)).toBe('releasable');
    await money.work();
    await money.captured(30_000n);
    await sends();
    await looks();
    expect(await stands(paid)).toEqual(['settled', 0n]);
    const { chargeId } = money.provider.charges().find((charge) => charge.paymentIntentId === paid.intent)!;
    money.provider.books.book('refund_failure', 500, chargeId);
    await looks();
    expect(await stateOf(paid)).toBe('releasable');
    await sends();
    await looks();
    expect(await stateOf(paid)).toBe('settled');
  });

  test('S-8 what the provider takes for itself is our cost, and gone again with a sum that came back', async () => {
    const paid = await money.captured(50_000n);
    const [bank, fees] = [await money.balance('bank'), await money.balance('provider_fees')];
    const since = async () => [(await money.balance('bank')) - bank, (await money.balance('provider_fees')) - fees];
    money.provider.books.book('stripe_fee', -700, 'monthly');
    const id = await sends();
    for (let looked = 0; looked < 2; looked++) await looks();
    expect(await stands(paid)).toEqual(['captured', 0n]);
    expect(await since()).toEqual([50_000n - 1_180n - 700n, 1_880n]);
    expect(await toldOf(id)).toEqual([]);
    await control(`payouts/${id}/settle`, { outcome: 'failed' });
    await looks();
    expect(await since()).toEqual([0n, 1_180n]);
    await sends();
    await looks();
    expect(await since()).toEqual([50_000n - 1_180n - 700n, 1_880n]);
  });

  test('S-8 another sum than its lines come to in our books is told to the desk, once', async () => {
    const paid = await money.captured(50_000n);
    money.provider.books.book('reserve_hold', -5_000, 'reserve');
    const id = await sends();
    const { open } = await looks();
    expect(await stands(paid)).toEqual(['captured', 0n]);
    expect(await toldOf(id)).toMatchObject([{ kind: 'amount', status: 'open' }]);
    expect((await looks()).open).toBe(open);
  });

  test('three looks at once post a line once', async () => {
    const paid = await money.captured(20_000n);
    const before = await money.balance('bank');
    await sends();
    await Promise.all([looks(), looks(), looks()]);
    expect(await stands(paid)).toEqual(['captured', 0n]);
    expect((await money.balance('bank')) - before).toBe(20_000n - 472n);
  });

  test('a bank that asks about a settled payment is heard; when it leaves the money here, it is settled again', async () => {
    const paid = await money.captured(40_000n);
    await credits(paid, 40_000n);
    await sends();
    await looks();
    expect(await stateOf(paid)).toBe('settled');
    const { chargeId } = money.provider.charges().find((charge) => charge.paymentIntentId === paid.intent)!;
    const { id } = await control(`charges/${chargeId}/dispute`);
    const follows = () => money.app.asSystem(() => money.app.get(SettleDispute).run({ providerDisputeId: id }));
    await follows();
    expect(await stateOf(paid)).toBe('disputed');
    await control(`disputes/${id}/close`, { outcome: 'won' });
    await follows();
    await looks();
    expect(await stateOf(paid)).toBe('releasable');
    await money.captured(10_000n); // what went and came makes nothing to be sent by itself
    await sends();
    await looks();
    expect(await stands(paid)).toEqual(['settled', 0n]);
  });

  test('of two looks at once, one of which knows of a settlement that failed, what comes with the next is here', async () => {
    const paid = await money.captured(40_000n);
    await credits(paid, 40_000n);
    const first = await sends();
    const provider = money.app.get(PAYMENT_PROVIDER as never) as PaymentProvider;
    const looksOnce = () => money.app.asSystem(() => money.app.get(TakeSettlements).run({ since: new Date() }));
    const [hasRead, goesOn] = [gate(), gate()];
    let slow: Promise<unknown> = Promise.resolve();
    let second = '';
    const { settledLines } = provider;
    jest.spyOn(provider, 'settledLines').mockImplementation(async function* (id) {
      const lines = await all(settledLines.call(provider, id));
      if (id === first) {
        hasRead.open();
        await goesOn.opened;
      }
      if (id === second) {
        goesOn.open();
        await slow;
      }
      yield* lines;
    });

    // One look has read what came with the first, and is slow. Meanwhile our bank sends it back, and the money comes with a second.
    slow = looksOnce();
    await hasRead.opened;
    await control(`payouts/${first}/settle`, { outcome: 'failed' });
    second = await sends();
    await looksOnce();
    jest.restoreAllMocks();
    for (let looked = 0; looked < 2; looked++) await looksOnce();
    expect(await stands(paid)).toEqual(['settled', 0n]);
  });
});

async function all<T>(listed: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const one of listed) items.push(one);
  return items;
}

/** Somebody waits until another opens it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
