import fc from 'fast-check';
import { rupees, type Paise } from '#platform/money';
import { bearsCollection, collectedOn } from '../src/domain/collected.js';
import { incomeTaxOn, type Payee, type YearSoFar } from '../src/domain/income-tax.js';
import { taxOf, taxOnTop, taxWithin } from '../src/domain/line-tax.js';
import { rateOf } from '../src/domain/rate-of.js';
import { deductedOn } from '../src/domain/deducted.js';
import { marksReached } from '../src/domain/turnover.js';
import { maySupply, stateTaxName, supplyBetween, type Supply } from '../src/domain/supply.js';

const supplies: Supply[] = ['intra', 'inter'];

describe('T-6.3 the tax within a price', () => {
  test.each([
    [1_050, 500, 1_000, 25, 1_000, 50],
    [999, 500, 951.42, 23.79, 951.43, 47.57],
    [2_499, 500, 2_380, 59.5, 2_380, 119],
    [2_999, 1_800, 2_541.52, 228.74, 2_541.53, 457.47],
    [1, 500, 0.96, 0.02, 0.95, 0.05],
  ])('₹%p at %p bp: within a State %p + 2 × %p, beyond it %p + %p', (price, rate_bp, intra, half, inter, whole) => {
    expect(taxWithin(rupees(price), rate_bp, 'intra')).toEqual({
      ...{ taxable_paise: rupees(intra), cgst_paise: rupees(half), sgst_paise: rupees(half), igst_paise: 0n },
    });
    expect(taxWithin(rupees(price), rate_bp, 'inter')).toEqual({
      ...{ taxable_paise: rupees(inter), cgst_paise: 0n, sgst_paise: 0n, igst_paise: rupees(whole) },
    });
  });

  test('R-6.3 whatever the price and the rate, the parts add up to the price, and no half differs from the other', () => {
    const price = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(price, fc.constantFrom(0, 25, 300, 500, 1_800, 4_000), fc.constantFrom(...supplies), (p, bp, s) => {
        const tax = taxWithin(p, bp, s);
        expect(tax.taxable_paise + taxOf(tax)).toBe(p);
        expect(tax.cgst_paise).toBe(tax.sgst_paise);
        expect(tax.taxable_paise >= 0n && tax.igst_paise >= 0n).toBe(true);
      }),
    );
  });

  test.each([
    ['intra', 1_000, 500, 25, 25, 0],
    ['inter', 1_000, 500, 0, 0, 50],
    ['intra', 0.1, 500, 0, 0, 0],
    ['intra', 0.2, 500, 0.01, 0.01, 0],
    ['inter', 0.1, 500, 0, 0, 0.01],
  ] as const)('on top of a value, %s: ₹%p at %p bp bears %p + %p + %p', (supply, value, bp, cgst, sgst, igst) => {
    expect(taxOnTop(rupees(value), bp, supply)).toEqual({
      ...{ taxable_paise: rupees(value), cgst_paise: rupees(cgst), sgst_paise: rupees(sgst), igst_paise: rupees(igst) },
    });
  });
});

describe('T-6.11 R-6.11 rates that depend on the price of a piece', () => {
  const clothes = [
    { above_paise: null, upto_paise: rupees(2_500), rate_bp: 500 },
    { above_paise: rupees(2_500), upto_paise: null, rate_bp: 1_800 },
  ];
  const rate = (value: number, pieces = 1, holdsTax = false) =>
    rateOf(clothes, { value_paise: rupees(value), pieces, holdsTax });

  test.each([
    ['just below the step', 2_499.99, 500],
    ['at the step', 2_500, 500],
    ['a paisa above', 2_500.01, 1_800],
    ['list ₹2,600 less ₹150 on the invoice', 2_450, 500],
  ])('%s: ₹%p without tax bears %p bp', (_, value, bp) => expect(rate(value)).toBe(bp));

  test('the step is of one piece: three for ₹7,500 are below it, three for ₹7,500.01 above', () => {
    expect([rate(7_500, 3), rate(7_500.01, 3)]).toEqual([500, 1_800]);
  });

  test.each([
    ['₹2,500 without its 5 %', 2_625, 500],
    ['a paisa more', 2_625.01, 1_800],
    ['between the steps, fitting neither', 2_900, 1_800],
    ['₹2,500.01 without its 18 %', 2_950.02, 1_800],
  ])('a price that holds its tax, %s: ₹%p bears %p bp', (_, price, bp) => expect(rate(price, 1, true)).toBe(bp));
});

describe('R-6.1 R-6.2 R-6.5 R-6.6 R-6.7 R-6.9 who may sell where', () => {
  test.each([
    ['registered', 'intra', true],
    ['registered', 'inter', true],
    ['composition', 'intra', true],
    ['composition', 'inter', false],
    ['enrolled_unregistered', 'intra', true],
    ['enrolled_unregistered', 'inter', false],
    ['exempt', 'inter', false],
    [null, 'inter', false],
  ] as const)('%s, %s: %s', (status, supply, may) => expect(maySupply(status, supply)).toBe(may));

  test('the same State is within, another beyond; territories without a legislature name their half otherwise', () => {
    expect([supplyBetween('IN-UP', 'IN-UP'), supplyBetween('IN-UP', 'IN-DL')]).toEqual(['intra', 'inter']);
    expect(['IN-UP', 'IN-DL', 'IN-PY', 'IN-LA', 'IN-CH'].map(stateTaxName)).toEqual([
      ...['SGST', 'SGST', 'SGST', 'UTGST', 'UTGST'],
    ]);
  });
});

describe('T-6.12 R-6.12 what the platform collects', () => {
  test.each([
    ['a', 1_00_000, 20_000, 'intra', 50, 200, 0],
    ['b', 1_00_000, 20_000, 'inter', 50, 0, 400],
    ['c', 10_000, 15_000, 'inter', 50, 0, 0],
    ['d, nil-rated', 0, 0, 'inter', 50, 0, 0],
    ['e, 9 July 2024', 1_00_000, 0, 'inter', 100, 0, 1_000],
  ] as const)('%s: ₹%p less ₹%p, %s at %p bp: 2 × %p or %p', (_, sold, returned, supply, bp, half, whole) => {
    expect(collectedOn(rupees(sold - returned), bp, supply)).toEqual({
      ...{ cgst_paise: rupees(half), sgst_paise: rupees(half), igst_paise: rupees(whole) },
    });
  });
});

describe('R-6.6 R-6.7 R-6.12 on whose sales', () => {
  test.each([
    ['registered', 500, true],
    ['composition', 500, true],
    ['enrolled_unregistered', 500, false],
    ['exempt', 500, false],
    ['registered', 0, false],
  ] as const)('%s, goods at %p bp: %s', (status, bp, does) => expect(bearsCollection(status, bp)).toBe(does));
});

describe('T-6.14 R-6.14 income tax on sales', () => {
  const terms = { rate_bp: 10, no_pan_bp: 500, small_max_paise: rupees(5_00_000) };
  const year = (gross: number, withheld = 0): YearSoFar => ({
    gross_paise: rupees(gross),
    withheld_paise: rupees(withheld),
  });
  test.each<[string, Payee, YearSoFar, number, number]>([
    ['up to five lakh', 'individual', year(4_90_000), 10_000, 0],
    ['the next hundred catches up', 'individual', year(5_00_000), 100, 500.1],
    ['and then only what is new', 'individual', year(5_00_100, 500.1), 1_000, 1],
    ['a company, any amount', 'other', year(0), 1_00_000, 100],
    ['without a PAN', 'no_pan', year(0), 1_00_000, 5_000],
  ])('%s', (_, payee, before, sale, kept) => {
    expect(incomeTaxOn(rupees(sale), before, payee, terms)).toBe(rupees(kept));
  });

  test('however a year is cut into sales, an individual has had the rate of the whole withheld once she is over the limit', () => {
    const sales = fc.array(fc.bigInt({ min: 1n, max: rupees(2_00_000) }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(sales, (all) => {
        let so: { gross_paise: Paise; withheld_paise: Paise } = year(0);
        for (const sale of all) {
          const kept = incomeTaxOn(sale, so, 'individual', terms);
          so = { gross_paise: so.gross_paise + sale, withheld_paise: so.withheld_paise + kept };
        }
        const over = so.gross_paise > terms.small_max_paise;
        expect(so.withheld_paise).toBe(over ? (so.gross_paise * 10n + 5_000n) / 10_000n : 0n);
      }),
    );
  });
});

describe('T-6.13 R-6.13 tax a public body deducts when it pays', () => {
  const terms = { rate_bp: 200, min_paise: rupees(2_50_000) };
  const [up, delhi] = ['IN-UP', 'IN-DL'];
  test.each([
    ['a', rupees(3_00_000), up, up, up, 1_000, 0],
    ['b', rupees(3_00_000), up, delhi, delhi, 0, 2_000],
    ['c', rupees(2_50_000), up, up, up, 0, 0],
    ['c and a paisa', rupees(2_50_000) + 1n, up, up, up, 1_000, 0],
    ['d, 2,60,000 with its tax', rupees(2_47_619.05), up, up, up, 0, 0],
    ['e', rupees(3_00_000), up, up, delhi, 0, 0],
  ] as const)('%s', (_, contract_paise, supplierState, toState, payerState, half, whole) => {
    const deal = { contract_paise, supplierState, toState, payerState };
    expect(deductedOn(rupees(1_00_000), deal, terms)).toEqual({
      ...{ cgst_paise: rupees(half), sgst_paise: rupees(half), igst_paise: rupees(whole) },
    });
  });
});

describe('R-6.9 marks of a year’s sales', () => {
  const terms = { threshold_paise: rupees(40_00_000), warn_bp: [8_000, 9_500], stop_bp: 10_000 };
  test.each([
    [rupees(32_00_000) - 1n, []],
    [rupees(32_00_000), [8_000]],
    [rupees(38_00_000) - 1n, [8_000]],
    [rupees(38_00_000) + 1n, [8_000, 9_500]],
    [rupees(40_00_000) - 1n, [8_000, 9_500]],
    [rupees(40_00_000), [8_000, 9_500, 10_000]],
  ])('%p paise: %p', (turnover, marks) => expect(marksReached(turnover, terms)).toEqual(marks));
});
