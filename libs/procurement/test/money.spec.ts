import fc from 'fast-check';
import { z } from 'zod';
import { BalanceQuery, type Account } from '#ledger';
import type { Paise } from '#platform/money';
import { EndUnaccepted, WithdrawDemand } from '../src/index.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import type { Billed, Office, Ordered } from './builders/purchases.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';

/** What becomes of one demand, and how far it gets. */
const fate = fc.record({
  quantity: fc.integer({ min: 1, max: 10 }),
  spare_paise: fc.bigInt({ min: 0n, max: 50_000n }),
  end: fc.constantFrom('withdrawn', 'declined', 'ordered', 'judged', 'billed', 'refused', 'paid'),
  accepted: fc.integer({ min: 0, max: 10 }),
});
type Fate = typeof fate extends fc.Arbitrary<infer F> ? F : never;

describe('R-2.9 S-1 an office’s money on its way', () => {
  let trade: Trade;
  let buying: Trade['buying'];
  let piece: Goods;
  beforeAll(async () => {
    trade = await openTrade();
    buying = trade.buying;
    piece = await buying.shop.live({ stock: 100_000, price_paise: 10_001 });
  }, 60_000);
  afterAll(() => trade.close());

  const balance = (code: Account['code'], owner: string) =>
    buying.work((tx) => trade.app.get(BalanceQuery).of(tx, { code, owner }));
  async function books({ officeId }: Office) {
    const codes = ['funds_granted', 'funds_blocked', 'funds_committed', 'funds_spent', 'government_due'] as const;
    const sums = await Promise.all(codes.map((code) => balance(code, officeId)));
    const [granted, blocked, committed, spent, due] = sums as [Paise, Paise, Paise, Paise, Paise];
    return { granted, blocked, committed, spent, due };
  }
  const declines = ({ contract }: Ordered) =>
    trade.app.as(piece.maker.actor, () => trade.app.get(EndUnaccepted).decline(contract.id, 'The loom is broken.'));

  test('step by step: blocked, committed, owed, spent', async () => {
    const office = await buying.office();
    const wish = { quantity: 10, estimate_paise: 150_000n };
    const one = await buying.ordered(office, piece, wish);
    expect(await books(office)).toEqual(sums(150_000n, 49_990n, 100_010n, 0n, 0n));
    await buying.accepts(one);
    await buying.delivers(one);
    await buying.receives(one);
    await buying.judges(one, 9, 1);
    expect(await books(office)).toEqual(sums(150_000n, 59_991n, 90_009n, 0n, 90_009n));
    const billed: Billed = { ...one, bill: await buying.bills(one) };
    await buying.certifies(billed);
    await buying.pays(billed);
    expect(await books(office)).toEqual(sums(150_000n, 59_991n, 90_009n, 0n, 90_009n));
    await buying.settles(billed);
    await buying.settles(billed);
    expect(await books(office)).toEqual(sums(150_000n, 59_991n, 0n, 90_009n, 0n));
  });

  test('a contract that comes to nothing binds nothing', async () => {
    const office = await buying.office();
    const one = await buying.ordered(office, piece, { quantity: 10, estimate_paise: 150_000n });
    await declines(one);
    expect(await books(office)).toEqual(sums(150_000n, 150_000n, 0n, 0n, 0n));
  });

  test('whatever becomes of its demands, nothing is promised twice and the rail agrees', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 4 }), async (fates) => {
        const office = await buying.office();
        const due_before = await balance('seller_due_from_government', piece.maker.sellerId);
        for (const each of fates) await live(office, each);
        const now = await books(office);
        expect(now.granted).toBe(now.blocked + now.committed + now.spent);
        for (const sum of Object.values(now)) expect(sum).toBeGreaterThanOrEqual(0n);
        expect(now.due).toBeLessThanOrEqual(now.committed);
        const due_after = await balance('seller_due_from_government', piece.maker.sellerId);
        expect(due_after - due_before).toBe(now.due);
        expect(await atTheRail(office)).toEqual({ granted: now.granted, spent: now.spent });
      }),
      { numRuns: 8 },
    );
  });

  async function live(office: Office, { quantity, spare_paise, end, accepted }: Fate): Promise<void> {
    const wish = { quantity, estimate_paise: 10_001n * BigInt(quantity) + spare_paise };
    if (end === 'withdrawn') {
      const { id } = await buying.approved(office, wish);
      await trade.app.as(office.buyer, () => trade.app.get(WithdrawDemand).run(id, 'Not needed.'));
      return;
    }
    const one = await buying.ordered(office, piece, wish);
    if (end === 'declined') return void (await declines(one));
    if (end === 'ordered') return;
    await buying.accepts(one);
    await buying.delivers(one);
    await buying.receives(one);
    const good = Math.min(accepted, quantity);
    await buying.judges(one, good, quantity - good);
    if (end === 'judged' || good === 0) return;
    const billed: Billed = { ...one, bill: await buying.bills(one) };
    if (end === 'billed') return;
    await buying.certifies(billed);
    await buying.pays(billed);
    if (end === 'refused') return refused(billed);
    await buying.settles(billed);
  }

  /** The payer's bank sends the money back. */
  async function refused(one: Billed): Promise<void> {
    trade.rail.faults.set({ kind: 'advice_later', times: 1 });
    await expect(buying.settles(one)).rejects.toThrow('ask again');
    const payment = trade.rail.payments().find((each) => each.bill_no === one.bill.number);
    trade.rail.settle(payment!.id, { outcome: 'refused', reason: 'account_closed' });
    await buying.settles(one);
  }

  /** What the payer's own books say of this office's demands. */
  async function atTheRail({ officeId }: Office) {
    const demands = await buying.work((tx) =>
      tx.many(idRow, `select id from procurement.demand where office_id = $1`, [officeId]),
    );
    const ids = new Set(demands.map(({ id }) => id));
    const blocks = trade.rail.state().blocks.filter((block) => ids.has(block.reference));
    const sum = (of: (block: (typeof blocks)[number]) => number) =>
      BigInt(blocks.reduce((total, b) => total + of(b), 0));
    return { granted: sum((block) => block.amount_paise), spent: sum((block) => block.used_paise) };
  }
});

const idRow = z.object({ id: z.uuid() });
const sums = (granted: Paise, blocked: Paise, committed: Paise, spent: Paise, due: Paise) => ({
  ...{ granted, blocked, committed, spent, due },
});
