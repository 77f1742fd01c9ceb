import { rupees } from '#platform/money';
import { parameterAt, policyBook, seedRows } from '#policy';
import { feeOf, noFee, paysFees, transactionCharge, type FeeTerms } from '../src/domain/fees.js';

const tariff = { nil_upto_paise: rupees(10_00_000), rate_bp: 30, cap_paise: rupees(3_00_000) };
const milestone = { at_turnover_paise: rupees(20_00_000), charge_paise: rupees(10_000) };
const terms: FeeTerms = { tariff, milestone, tax_bp: 1_800 };

describe('T-4.10 R-4.10 the charge of an order', () => {
  test.each([
    [10_00_000, 0],
    [10_00_001, 3_000],
    [15_00_000, 4_500],
    [10_00_00_000, 3_00_000],
    [10_00_00_001, 3_00_000],
  ])('₹%p: ₹%p', (value, charge) => {
    expect(transactionCharge(rupees(value), tariff)).toBe(rupees(charge));
  });

  test('the paisa above the limit pays on the whole value, half up', () => {
    expect(transactionCharge(rupees(10_00_000) + 1n, tariff)).toBe(rupees(3_000));
    expect(transactionCharge(rupees(10_00_000) + 167n, tariff)).toBe(rupees(3_000) + 1n);
  });

  test('a tariff without a cap has none', () => {
    expect(transactionCharge(rupees(500_00_00_000), { ...tariff, cap_paise: null })).toBe(rupees(1_50_00_000));
  });
});

describe('R-4.11 the charge of a year', () => {
  test.each([
    ['before the mark nothing, whatever the order', 5_00_000, 14_99_999, 0, 0],
    ['the sale that reaches it pays it, and no charge of its own', 5_00_000, 15_00_000, 0, 10_000],
    ['one large sale reaches it alone', 0, 30_00_000, 0, 10_000],
    ['after it each order pays its charge', 20_00_000, 15_00_000, 4_500, 0],
    ['after it a small order pays nothing', 20_00_000, 10_00_000, 0, 0],
  ])('%s', (_, before, value, transaction, once) => {
    const fee = feeOf(rupees(value), rupees(before), terms);
    expect(fee).toMatchObject({ transaction_paise: rupees(transaction), milestone_paise: rupees(once) });
    expect(fee.tax_paise).toBe(((rupees(transaction) + rupees(once)) * 18n) / 100n);
  });
});

describe('R-4.12 makers of the programme', () => {
  const { value: free } = parameterAt(policyBook(seedRows()), 'fee.free_classes', new Date('2026-11-23T06:00:00Z'));
  test.each(['artisan', 'weaver', 'shg', 'fpo_company', 'fpo_cooperative'])('%s pays nothing', (its) => {
    expect(paysFees(its, free)).toBe(false);
  });
  test.each(['micro_small', 'startup', 'other'])('%s pays', (its) => {
    expect(paysFees(its, free)).toBe(true);
  });
  test('nothing is nothing', () => {
    expect(noFee).toEqual({ transaction_paise: 0n, milestone_paise: 0n, tax_paise: 0n });
  });
});
