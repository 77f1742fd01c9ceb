import fc from 'fast-check';
import { z } from 'zod';
import { newId, type Cause } from '#platform/kernel';
import { rupees } from '#platform/money';
import { frozenClock } from '#platform/testing';
import { PayeesQuery, type PayeeFacts } from '#sellers';
import { ClawBack, SettleEarning, type EarnedSale } from '../src/index.js';
import { deductionsOf, netOf, transfersOf } from '../src/domain/earning.js';
import { Money, type Asked } from './builders/money.js';

const artisan: PayeeFacts = { class: 'artisan', gstStatus: 'exempt', stateCode: 'IN-BR', payee: 'individual' };
const firm: PayeeFacts = { class: 'micro_small', gstStatus: 'registered', stateCode: 'IN-BR', payee: 'other' };
const moved = z.object({ why: z.string(), amount_paise: z.coerce.bigint() });

describe('R-8.7 what a maker is credited and what is kept', () => {
  const money = new Money();
  const facts = new Map<string, PayeeFacts>();
  beforeAll(async () => {
    await money.open();
    // Who a maker is to the taxes is another module's business.
    money.app.get(PayeesQuery).of = async (_tx, sellerId) => facts.get(sellerId) ?? artisan;
    await frozenClock.at(new Date('2027-03-01T10:00:00Z'));
  });
  afterAll(async () => {
    await frozenClock.thaw();
    await money.close();
  });

  function maker(its: PayeeFacts): string {
    const sellerId = newId();
    facts.set(sellerId, its);
    return sellerId;
  }
  const saleOf = (of: Asked, sellerId: string, more: Partial<EarnedSale> = {}): EarnedSale => ({
    ...{ cause: { kind: 'order', id: newId() }, paidFor: of.cause, sellerId, toState: 'IN-BR' },
    ...{ paid_paise: of.amount_paise, coupon_paise: 0n, freight_paise: 0n },
    ...{ lines: [{ taxable_paise: of.amount_paise, rate_bp: 500 }], ...more },
  });
  const settle = (sale: EarnedSale) => money.tx((tx) => money.app.get(SettleEarning).inside(tx, sale));
  const posted = async (cause: Cause): Promise<Record<string, bigint>> => {
    const sql = `select why, amount_paise from ledger.transfer where cause = $1 order by why`;
    const rows = await money.tx((tx) => tx.many(moved, sql, [`${cause.kind}:${cause.id}`]));
    return Object.fromEntries(rows.map((row) => [row.why, row.amount_paise]));
  };

  test('R-4.12 an artisan below every limit gets the whole of it; asked again nothing moves', async () => {
    const paid = await money.captured(290_000n);
    const sale = saleOf(paid, maker(artisan));
    const settled = await settle(sale);
    expect(await settle(sale)).toEqual(settled);
    expect(await posted(sale.cause)).toEqual({ release_to_seller: 290_000n });
    expect(await money.row('payout', settled!.payoutId!)).toMatchObject({ amount_paise: '290000' });
  });

  test('R-6.12 R-6.14 a registered firm: half a per cent collected, a tenth withheld, carriage to the courier', async () => {
    const paid = await money.captured(110_000n);
    const sellerId = maker(firm);
    const lines = [
      { taxable_paise: 100_000n, rate_bp: 500 },
      { taxable_paise: 5_000n, rate_bp: 0 },
    ];
    const settled = await settle(saleOf(paid, sellerId, { lines, freight_paise: 5_000n }));
    const [row] = [await money.row('payout', settled!.payoutId!)];
    expect(row).toMatchObject({ amount_paise: String(110_000n - 500n - 105n - 5_000n) });
    expect(await money.balance('seller_payable', sellerId)).toBe(104_395n);
  });

  test('R-6.12 R-6.14 goods that come back in parts: what was kept of them is hers again, to the paisa', async () => {
    const paid = await money.captured(100_001n);
    const sellerId = maker(firm);
    const sale = saleOf(paid, sellerId);
    await settle(sale);
    const before = [await money.balance('tcs_collected'), await money.balance('income_tax_withheld')];
    const kept = 100_001n - (await money.balance('seller_payable', sellerId));
    for (const paid_paise of [33_333n, 66_668n]) {
      const undone = { id: newId(), cause: sale.cause, paid_paise, coupon_paise: 0n, cameBack: true };
      await money.tx((tx) => money.app.get(ClawBack).inside(tx, undone));
    }
    expect(await money.balance('seller_payable', sellerId)).toBe(0n);
    const after = [await money.balance('tcs_collected'), await money.balance('income_tax_withheld')];
    expect(before[0]! - after[0]! + before[1]! - after[1]!).toBe(kept);
  });

  test('R-8.7 what is kept follows how she stood when it was sold, not how she stands when it is credited', async () => {
    const paid = await money.captured(100_000n);
    const sale = saleOf(paid, maker(firm), { stood: { gstStatus: 'exempt', stateCode: 'IN-BR' } });
    await settle(sale);
    expect(await posted(sale.cause)).not.toHaveProperty('tcs');
  });

  test('R-6.6 of a composition dealer tax is collected though he charges none', async () => {
    const paid = await money.captured(100_000n);
    const sale = saleOf(paid, maker({ ...firm, gstStatus: 'composition' }));
    await settle(sale);
    expect(await posted(sale.cause)).toEqual({ release_to_seller: 100_000n, tcs: 500n, income_tax: 100n });
  });

  test('R-6.14 without a PAN five per cent are withheld', async () => {
    const paid = await money.captured(100_000n);
    const sale = saleOf(paid, maker({ ...artisan, payee: 'no_pan' }));
    await settle(sale);
    expect(await posted(sale.cause)).toEqual({ release_to_seller: 100_000n, income_tax: 5_000n });
  });

  test('R-4.10 R-4.11 a firm pays the charge of the year once, then that of large orders, with tax on both', async () => {
    const sellerId = maker({ ...firm, gstStatus: 'exempt', payee: 'individual' });
    const sells = async (value: number) => {
      const sale = saleOf(await money.captured(rupees(value)), sellerId);
      await settle(sale);
      const { fee = 0n, fee_gst = 0n } = await posted(sale.cause);
      return [fee, fee_gst];
    };
    expect(await sells(19_99_999)).toEqual([0n, 0n]);
    expect(await sells(1)).toEqual([rupees(10_000), rupees(1_800)]);
    expect(await sells(10_00_000)).toEqual([0n, 0n]);
    expect(await sells(10_00_001)).toEqual([rupees(3_000), rupees(540)]);
  });

  test('R-6.14 a small sale that crosses the limit owes more than it is worth: no payout, a debt that stays', async () => {
    const sellerId = maker(artisan);
    await settle(saleOf(await money.captured(rupees(5_00_000)), sellerId));
    const settled = await settle(saleOf(await money.captured(rupees(100)), sellerId));
    expect(settled!.payoutId).toBeNull();
    expect(await money.balance('seller_payable', sellerId)).toBe(rupees(5_00_000) + rupees(100) - 50_010n);
  });

  test('S-9 a coupon of the platform is paid to her by the platform, not out of escrow', async () => {
    const paid = await money.captured(90_000n);
    const sellerId = maker(artisan);
    const sale = saleOf(paid, sellerId, { coupon_paise: 10_000n, lines: [{ taxable_paise: 100_000n, rate_bp: 500 }] });
    await settle(sale);
    expect(await posted(sale.cause)).toEqual({ coupon: 10_000n, release_to_seller: 90_000n });
    expect(await money.balance('buyer_escrow', paid.cause.id)).toBe(0n);
    expect(await money.balance('seller_payable', sellerId)).toBe(100_000n);
    expect(await money.row('payment', paid.paymentId)).toMatchObject({ released_paise: '90000' });
  });

  test('more than was captured is refused, and nothing of it is written', async () => {
    const paid = await money.captured(1_000n);
    const sale = saleOf(paid, maker(artisan), { paid_paise: 1_001n });
    await expect(settle(sale)).rejects.toThrow('a maker is credited what was captured');
    expect(await posted(sale.cause)).toEqual({});
  });

  test('nothing kept is nothing earned', async () => {
    const paid = await money.captured(1_000n);
    expect(await settle(saleOf(paid, maker(artisan), { paid_paise: 0n, lines: [] }))).toBeNull();
  });

  test('S-9 whatever is kept, its transfers take from escrow what was paid and leave her exactly the rest', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 9n });
    const parts = fc.record({
      ...{ paid_paise: amount, coupon_paise: amount, fee_paise: amount, fee_gst_paise: amount, tcs_paise: amount },
      ...{ income_tax_paise: amount, carriage_paise: amount },
    });
    const cause = { kind: 'order', id: newId() } as const;
    const of = { cause, paidFor: { kind: 'checkout', id: newId() } as const, sellerId: newId() };
    fc.assert(
      fc.property(parts, (given) => {
        const transfers = transfersOf(given, of);
        expect(new Set(transfers.map(({ id }) => id)).size).toBe(transfers.length);
        const sum = (side: 'debit' | 'credit', owner: string) =>
          transfers.filter((t) => t[side].owner === owner).reduce((all, t) => all + t.amount_paise, 0n);
        expect(sum('debit', of.paidFor.id)).toBe(given.paid_paise);
        expect(sum('credit', of.sellerId) - sum('debit', of.sellerId)).toBe(netOf(given));
        expect(deductionsOf(given)).toHaveLength(5);
      }),
    );
  });
});
