import fc from 'fast-check';
import { rupees, sumPaise } from '#platform/money';
import { newId } from '#platform/kernel';
import { shareOut, type PricedLine, type Promotion } from '../src/index.js';

const [weaver, potter] = [newId(), newId()];
const promotion = (more: Partial<Promotion>): Promotion => ({
  ...{ id: newId(), code: null, title: 'Diwali', kind: 'percent', value_bp: 1_000, amount_paise: null, buy: null },
  ...{ free: null, min_paise: 0n, cap_paise: null, seller_id: null, funded_by: 'platform', stacks: false },
  ...{ starts_at: new Date(0), ends_at: new Date('2100-01-01'), uses_max: null, uses: 0, per_person_max: 1 },
  ...{ ended_at: null, version: 1, ...more },
});
const ofWeaver = (more: Partial<Promotion>) => promotion({ seller_id: weaver, funded_by: 'maker', ...more });
const line = (id: string, value: number, quantity = 1, sellerId = weaver): PricedLine => ({
  ...{ id, sellerId, quantity, value_paise: rupees(value) },
});
const offOf = (lines: PricedLine[], ...promotions: Promotion[]) => {
  const out = shareOut(lines, promotions);
  return {
    off: [...out.lines.values()].map(({ maker_paise, platform_paise }) => Number(maker_paise + platform_paise) / 100),
    left: out.left.map(({ why }) => why),
  };
};

describe('S-10 what lines are reduced by', () => {
  test.each<[string, Promotion, PricedLine[], number[]]>([
    ['ten per cent', promotion({}), [line('a', 1_000), line('b', 500)], [100, 50]],
    ['at most ₹60 of it, by worth', promotion({ cap_paise: rupees(60) }), [line('a', 1_000), line('b', 500)], [40, 20]],
    [
      'a paisa left over goes to the largest remainder',
      promotion({ kind: 'amount', value_bp: null, amount_paise: rupees(1) }),
      [line('a', 100), line('b', 100), line('c', 100)],
      [0.34, 0.33, 0.33],
    ],
    ['a maker’s is for her goods', ofWeaver({}), [line('a', 1_000), line('b', 500, 1, potter)], [100, 0]],
    [
      'of three the third is free, of five one',
      ofWeaver({ kind: 'buy_x_get_y', value_bp: null, buy: 2, free: 1 }),
      [line('a', 300, 3), line('b', 500, 5), line('c', 200, 2)],
      [100, 100, 0],
    ],
  ])('%s', (_, one, lines, off) => expect(offOf(lines, one)).toEqual({ off, left: [] }));

  test.each([
    [999.99, [0], ['below_minimum']],
    [1_000, [100], []],
    [1_000.01, [100], []],
  ])('from ₹1,000: goods worth ₹%p', (value, off, left) => {
    expect(offOf([line('a', value)], promotion({ min_paise: rupees(1_000) }))).toEqual({ off, left });
  });

  test('of two that stand alone the one that gives more is taken, of equal ones the older', () => {
    const [older, younger] = [promotion({}), promotion({})];
    const more = promotion({ value_bp: 2_000 });
    expect(offOf([line('a', 100)], older, more)).toEqual({ off: [20], left: ['another_gives_more'] });
    expect(shareOut([line('a', 100)], [younger, older]).applied).toEqual([
      { promotionId: older.id, discount_paise: rupees(10) },
    ]);
  });

  test('what stacks comes off what is left', () => {
    const [alone, after] = [ofWeaver({}), promotion({ stacks: true })];
    const out = shareOut([line('a', 1_000)], [after, alone]);
    expect(out.lines.get('a')).toEqual({ maker_paise: rupees(100), platform_paise: rupees(90) });
  });

  test('whatever is in the cart and on offer: parts add up to what was given, and no line costs less than nothing', () => {
    const lines = fc.array(
      fc.record({
        id: fc.uuid(),
        sellerId: fc.constantFrom(weaver, potter),
        quantity: fc.integer({ min: 1, max: 12 }),
        each: fc.bigInt({ min: 1n, max: rupees(5_000) }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    const offers = fc.array(
      fc.record({
        kind: fc.constantFrom('percent' as const, 'amount' as const, 'buy_x_get_y' as const),
        value_bp: fc.integer({ min: 1, max: 9_000 }),
        amount_paise: fc.bigInt({ min: 1n, max: rupees(900) }),
        buy: fc.integer({ min: 1, max: 4 }),
        stacks: fc.boolean(),
        isMaker: fc.boolean(),
        cap_paise: fc.option(fc.bigInt({ min: 1n, max: rupees(100) })),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(lines, offers, (cart, given) => {
        const priced = cart.map((one, i) => ({ ...one, id: `${i}`, value_paise: one.each * BigInt(one.quantity) }));
        const promotions = given.map(({ isMaker, ...one }) => (isMaker ? ofWeaver : promotion)({ ...one, free: 1 }));
        const out = shareOut(priced, promotions);
        const parts = [...out.lines.values()].flatMap((share) => [share.maker_paise, share.platform_paise]);
        expect(sumPaise(parts)).toBe(sumPaise(out.applied.map((one) => one.discount_paise)));
        for (const one of priced) {
          const share = out.lines.get(one.id)!;
          expect(share.maker_paise >= 0n && share.platform_paise >= 0n).toBe(true);
          expect(share.maker_paise + share.platform_paise <= one.value_paise).toBe(true);
        }
        const paid = sumPaise(priced.map((one) => one.value_paise)) - sumPaise(parts);
        expect(paid > 0n).toBe(true);
        expect(out.applied.length + out.left.length).toBe(promotions.length);
      }),
    );
  });
});
