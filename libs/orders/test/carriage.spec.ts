import fc from 'fast-check';
import { sumPaise } from '#platform/money';
import { freightShares, promisedBy, weightOf } from '../src/domain/carriage.js';
import type { PlannedLine } from '../src/domain/plan-orders.js';

const line = (change: Partial<PlannedLine> = {}): PlannedLine => ({
  id: 'line',
  offerId: 'stole',
  title: 'Tussar stole',
  quantity: 1,
  price_paise: 10_000n,
  wrap_paise: null,
  line_paise: 10_000n,
  weight_g: 250,
  hsn: '5007',
  returnsAs: 'goods',
  toMake: false,
  gstRateKey: 'fabric',
  lead_days: 5,
  ...change,
});

describe('R-6.4 what a parcel costs', () => {
  test('it weighs what its pieces weigh', () => {
    expect(weightOf([line({ quantity: 3 }), line({ weight_g: 1_000 })])).toBe(1_750);
  });

  test('its lines share its carriage to the paisa, none of them less than nothing', () => {
    const lines = fc.array(
      fc.record({ line_paise: fc.bigInt({ min: 0n, max: 10n ** 9n }), weight_g: fc.integer({ min: 1, max: 30_000 }) }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(lines, fc.bigInt({ min: 0n, max: 10n ** 6n }), (some, freight_paise) => {
        const shares = freightShares(some.map(line), freight_paise);
        expect(shares).toHaveLength(some.length);
        expect(sumPaise(shares)).toBe(freight_paise);
        expect(shares.every((share) => share >= 0n)).toBe(true);
      }),
    );
  });

  test('it is promised for the end of the day on which the slowest of its pieces can be there', () => {
    const answered = new Date('2026-11-24T10:00:00Z');
    expect(promisedBy(answered, [line({ lead_days: 2 }), line({ lead_days: 5 })], 3).toISOString()).toBe(
      '2026-12-02T18:29:59.000Z',
    );
  });
});
