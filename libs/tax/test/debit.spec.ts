import { newId } from '#platform/kernel';
import { rupees } from '#platform/money';
import { debitLines, type DebitWish, type StandingLine } from '../src/domain/debit.js';

const flat = (rate_bp: number) => ({ tiers: [{ above_paise: null, upto_paise: null, rate_bp }] });
const stepped = {
  tiers: [
    { above_paise: null, upto_paise: rupees(2_500), rate_bp: 500 },
    { above_paise: rupees(2_500), upto_paise: null, rate_bp: 1_800 },
  ],
};
const none = { cgst_paise: 0n, sgst_paise: 0n, igst_paise: 0n };
/** A stole of ₹1,050 that was billed at five per cent. */
const stole: StandingLine = {
  ...{ n: 1, lineId: newId(), title: 'Silk stole', uqc: 'PCS', quantity: 1, rate_bp: 500 },
  ...{ goods_paise: rupees(1_050), freight_paise: 0n, added_paise: 0n, charged: { ...none, igst_paise: rupees(50) } },
};
const halves = { ...stole, charged: { cgst_paise: rupees(25), sgst_paise: rupees(25), igst_paise: 0n } };
const dear = { ...stole, goods_paise: rupees(2_600), charged: { ...none, igst_paise: 12_381n } };
const wish: DebitWish = { n: 1, hsn: '6204', rate: flat(1_800), value_paise: 0n };

describe('R-6.25 what was missing on an invoice, worked out by hand', () => {
  test.each([
    ['a rate too low: of ₹1,050 that held all taxes ₹160.17 were tax', stole, wish, [0n, 0n, 0n, 11_017n]],
    ['within a State, two halves', halves, wish, [0n, 5_508n, 5_508n, 0n]],
    [
      'value at the rate it stood under',
      stole,
      { ...wish, rate: flat(500), value_paise: 10_000n },
      [10_000n, 0n, 0n, 500n],
    ],
    [
      'value without tax',
      { ...stole, rate_bp: 0, charged: none },
      { ...wish, rate: flat(0), value_paise: 700n },
      [700n, 0n, 0n, 0n],
    ],
    ['value and rate', stole, { ...wish, value_paise: 10_000n }, [10_000n, 0n, 0n, 12_817n]],
    [
      'carriage follows its goods',
      { ...stole, goods_paise: rupees(1_000), freight_paise: rupees(50) },
      wish,
      [0n, 0n, 0n, 11_017n],
    ],
    [
      'after a note that added value, at a higher rate',
      { ...stole, added_paise: 10_000n, charged: { ...none, igst_paise: 5_500n } },
      wish,
      [0n, 0n, 0n, 12_317n],
    ],
    [
      'the value that was missing brings it over a step',
      dear,
      { ...wish, rate: stepped, value_paise: 5_000n },
      [5_000n, 0n, 0n, 39_661n + 900n - 12_381n],
    ],
  ] as const)('R-6.25 R-6.3 %s', (_, line, wanted, [taxable_paise, cgst_paise, sgst_paise, igst_paise]) => {
    const [note, ...others] = debitLines([line], [wanted], cgst_paise > 0n ? 'intra' : 'inter');
    expect(others).toEqual([]);
    expect(note).toEqual({
      ...{ lineId: line.lineId, title: 'Silk stole', hsn: '6204', uqc: 'PCS', quantity: 1 },
      ...{ rate_bp: wanted.rate.tiers.at(-1)!.rate_bp, discount_paise: 0n, freight_paise: 0n, platform_paise: 0n },
      ...{ taxable_paise, cgst_paise, sgst_paise, igst_paise },
      gross_paise: taxable_paise + cgst_paise + sgst_paise + igst_paise,
    });
  });

  test.each([
    ['debit_line_unknown', stole, { ...wish, n: 2 }],
    ['debit_line_came_back', { ...stole, quantity: 0, goods_paise: 0n, charged: none }, wish],
    ['debit_nothing_missing', stole, { ...wish, rate: flat(500) }],
    ['debit_nothing_missing', { ...stole, rate_bp: 1_800 }, { ...wish, rate: flat(500), value_paise: 100n }],
    ['debit_nothing_missing', dear, { ...wish, rate: stepped }],
    ['debit_nothing_missing', { ...stole, charged: { ...none, igst_paise: rupees(400) } }, wish],
  ])('R-6.25 %s', (code, line, wanted) => {
    expect(() => debitLines([line], [wanted], 'inter')).toThrow(expect.objectContaining({ code }));
  });

  test('R-6.25 a line is named once', () => {
    expect(() => debitLines([stole], [wish, wish], 'inter')).toThrow('once');
  });
});
