import { newId } from '#platform/kernel';
import { frozenClock } from '#platform/testing';
import { PayeesQuery } from '#sellers';
import { HoldEarning, RunPayouts, SettleEarning, type EarnedSale } from '../src/index.js';
import { Money } from './builders/money.js';

const start = new Date('2027-03-01T10:00:00Z');
const week_s = 7 * 86_400;

describe('R-8.7 earnings that wait for a decision', () => {
  const money = new Money();
  beforeAll(async () => {
    await money.open();
    // Who a maker is to the taxes is another module's business.
    money.app.get(PayeesQuery).of = () =>
      Promise.resolve({ class: 'artisan', gstStatus: 'exempt', stateCode: 'IN-BR', payee: 'individual' });
  });
  beforeEach(() => frozenClock.at(start));
  afterAll(async () => {
    await frozenClock.thaw();
    await money.close();
  });

  async function sale(sellerId: string, paid_paise: bigint): Promise<EarnedSale> {
    const paid = await money.captured(paid_paise);
    const of = { cause: { kind: 'order', id: newId() }, paidFor: paid.cause, sellerId, toState: 'IN-BR' } as const;
    const lines = [{ taxable_paise: paid_paise, rate_bp: 500 }];
    return { ...of, paid_paise, coupon_paise: 0n, freight_paise: 0n, lines };
  }
  const settle = (one: EarnedSale) => money.tx((tx) => money.app.get(SettleEarning).inside(tx, one));
  const hold = ({ cause, sellerId }: EarnedSale, heldFor: string) =>
    money.tx((tx) => money.app.get(HoldEarning).inside(tx, cause, sellerId, heldFor));
  const release = ({ cause }: EarnedSale, heldFor: string) =>
    money.tx((tx) => money.app.get(HoldEarning).release(tx, cause, heldFor));
  const run = (sellerId: string) => money.tx((tx) => money.app.get(RunPayouts).inside(tx, sellerId));
  const owed = (sellerId: string) => money.balance('seller_payable', sellerId);

  test('S-9 a sale that is held stays in escrow until the last decision, and is credited once then', async () => {
    const [sellerId, first, second] = [newId(), newId(), newId()];
    const one = await sale(sellerId, 100_000n);
    for (const complaint of [first, second, second]) await hold(one, complaint);
    expect([await settle(one), await owed(sellerId)]).toEqual([null, 0n]);
    await release(one, first);
    expect(await settle(one)).toBeNull();
    await release(one, second);
    const settled = await settle(one);
    expect(settled?.payoutId).toEqual(expect.any(String));
    expect([await settle(one), await owed(sellerId)]).toEqual([settled, 100_000n]);
  });

  test('R-8.7 what was credited and is in no payout stays owed; her other sales are paid, and this one with the run after', async () => {
    const sellerId = newId();
    await settle(await sale(sellerId, 50_000n)); // paid at once: the others wait for the cycle
    const [held, free] = [await sale(sellerId, 70_000n), await sale(sellerId, 30_000n)];
    for (const one of [held, free]) expect((await settle(one))?.payoutId).toBeNull();
    const complaint = newId();
    await hold(held, complaint);
    await frozenClock.later(week_s);
    const paid = await run(sellerId);
    expect(await money.row('payout', paid!)).toMatchObject({ amount_paise: '30000' });
    expect((await settle(held))?.payoutId).toBeNull();
    expect(await owed(sellerId)).toBe(150_000n);

    await release(held, complaint);
    await frozenClock.later(week_s);
    const rest = await run(sellerId);
    expect(await money.row('payout', rest!)).toMatchObject({ amount_paise: '70000' });
    expect((await settle(held))?.payoutId).toBe(rest);
  });

  test('R-8.7 a sale held anew waits anew, and what a payout has taken goes on', async () => {
    const sellerId = newId();
    const one = await sale(sellerId, 40_000n);
    const settled = await settle(one);
    const complaint = newId();
    await hold(one, complaint);
    expect(await money.row('payout', settled!.payoutId!)).toMatchObject({ state: 'scheduled' });
    await release(one, complaint);
    await release(one, complaint);
    const next = await sale(sellerId, 40_000n);
    await hold(next, complaint);
    await release(next, complaint);
    await hold(next, complaint);
    expect(await settle(next)).toBeNull();
  });
});
